import { expect, test } from 'vitest';
import { minutesSaid, minutesText, neededText, percentText, rangeText, spanText, takenText, widest } from './plan-words.ts';

test.each([
  [0, 0, '0 %'],
  [0, 0.004, 'under 1 %'],
  [0.004, 0.009, 'under 1 %'],
  [0.01, 0.052, '1–5 %'],
  [0.35, 0.35, '35 %'],
  [0.5, 0.995, '50 til over 99 %'],
  [0.5, 0.99, '50–99 %'],
  [0.995, 1, 'over 99 %'],
  [1, 1, '100 %'],
  [0, 1, '0–100 %'],
  [0.004, 0.05, '0–5 %'],
  [0.004, 0.999, '0 til over 99 %'],
])('a share from %f to %f is written %s', (from, to, text) => {
  expect(percentText({ from, to }, 'da')).toBe(text);
});

test('what there is none of is a dash', () => {
  expect([percentText(null, 'da'), spanText(null, 1, 'da'), minutesText(null, 'da')]).toEqual(['–', '–', '–']);
  expect(widest([])).toBeNull();
});

test('a span is one number where both ends are written alike, and the widest holds them all', () => {
  expect(spanText({ from: 2.96, to: 3.04 }, 1, 'da')).toBe('3');
  expect(spanText({ from: 0.9, to: 2.84 }, 1, 'da')).toBe('0,9–2,8');
  expect(
    widest([
      { from: 2, to: 3 },
      { from: 1, to: 2 },
      { from: 2, to: 9 },
    ]),
  ).toEqual({ from: 1, to: 9 });
  expect(minutesText({ from: 33, to: 38 }, 'da')).toBe('ca. 35–40 min.');
});

test.each([
  [0.301, 0.398, '30 til 40 af 100'],
  [0.08, 0.0841, '8 af 100'],
  [0.96, 0.997, 'fra 96 af 100 til næsten alle'],
  [0.991, 1, 'næsten alle'],
])('taken places from %f to %f are read as %s', (from, to, text) => {
  expect(takenText({ from, to }, 'da')).toBe(text);
});

test('the middle stands beside the ends, and alone where all are written alike', () => {
  const tenths = (range: { from: number; middle: number; to: number }): string => rangeText(range, (span) => spanText(span, 1, 'da'), 'da');
  expect(tenths({ from: 0.62, middle: 1.1, to: 2.7 })).toBe('0,6–2,7 (1,1)');
  expect(tenths({ from: 2, middle: 2.04, to: 2.01 })).toBe('2');
  expect(rangeText(null, (span) => spanText(span, 1, 'da'), 'da')).toBe('–');
});

test('in a sentence minutes are a whole word, so that no sentence ends in two dots', () => {
  expect(minutesSaid({ from: 33, to: 38 }, 'da')).toBe('ca. 35–40 minutter');
});

test.each([
  [26.61, 16, 30, '27'],
  [26.61, 16, 26.7, '26,7'],
  [26.61, 16, 26.615, '26,61'],
  [30, 16, 30, '30'],
])(
  'where %f are needed of %f–%f, at least %s is said: never fewer than it takes, never more than the estimate holds',
  (needed, from, to, text) => {
    expect(neededText([{ needed, need: { from, to } }], 'da')).toBe(text);
  },
);
