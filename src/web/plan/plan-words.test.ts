import { expect, test } from 'vitest';
import { minutesText, percentText, spanText, widest } from './plan-words.ts';

test.each([
  [0, 0, '0 %'],
  [0, 0.004, '0 til <1 %'],
  [0.004, 0.009, '<1 %'],
  [0.01, 0.052, '1–5 %'],
  [0.35, 0.35, '35 %'],
  [0.5, 0.995, '50 til >99 %'],
  [0.5, 0.99, '50–99 %'],
  [0.995, 1, '>99 til 100 %'],
  [1, 1, '100 %'],
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
