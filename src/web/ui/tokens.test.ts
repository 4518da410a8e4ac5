import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/web/ui/tokens.css', 'utf8');
const tokens = new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const token = (name: string): string => {
  const colour = tokens.get(name);
  if (!colour) throw new Error(`there is no colour ${name}`);
  return colour;
};

const texts = [
  ...['ink', 'ink-soft', 'accent', 'accent-dark', 'attention', 'stop', 'done'].flatMap((text) => [
    [text, 'paper'] as const,
    [text, 'ground'] as const,
  ]),
  ['ink', 'accent-tint'],
  ['accent-dark', 'accent-tint'],
  ['attention', 'attention-tint'],
  ['stop', 'stop-tint'],
  ['done', 'done-tint'],
  ['ink', 'attention-tint'],
  ['ink', 'stop-tint'],
  ['ink', 'done-tint'],
] as const;

describe('the colours', () => {
  test.each(texts)('%s on %s can be read: at least 4.5 : 1', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['line-strong', 'series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'])(
    '%s can be told from paper: at least 3 : 1',
    (name) => {
      expect(contrast(token(name), token('paper'))).toBeGreaterThanOrEqual(3);
    },
  );

  test('black on white is 21 : 1: the measure itself is right', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
});
