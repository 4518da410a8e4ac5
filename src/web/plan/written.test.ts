import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../test/chance.ts';
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import { amountIn, distributionIn, numberIn, percentIn, writtenDistribution, writtenNumber, writtenPercent } from './written.ts';

const number = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 1000);
const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  number,
  number.map((exp) => ({ exp })),
  fc.tuple(number, number).map((uniform) => ({ uniform })),
  fc.tuple(number, number, number).map((triangular) => ({ triangular })),
  fc.record({ mean: number, cv: number }).map((lognormal) => ({ lognormal })),
  fc.array(number, { minLength: 1 }).map((values) => ({ values })),
);

test('what is written back is read as it was', () => {
  fc.assert(
    fc.property(distribution, number, fc.integer({ min: 0, max: 1000 }), (one, value, thousandths) => {
      for (const language of ['da', 'en'] as const) expect(distributionIn(writtenDistribution(one, language))).toEqual(one);
      expect(numberIn(writtenNumber(value))).toBe(value);
      expect(percentIn(writtenPercent(thousandths / 1000))).toBe(thousandths / 1000);
    }),
  );
});

test.each([
  ['150 000', 150_000],
  ['150\u00A0000,5', 150_000.5],
  ['150.000,00', 150_000],
  ['1.500.000', 1_500_000],
  ['1.500.000,25', 1_500_000.25],
  ['12,345', 12.345],
  ['0.125', 0.125],
  ['1000.5', 1000.5],
])('«%s» is %d, with its thousands', (text, value) => {
  expect(numberIn(text)).toBe(value);
});

test.each(['150.000', '1.000', '-1.000', '15.00.000', '1.500.00', '1 50', '1,500.000', '1.500,000.00', '150 000 0', '1..5'])(
  '«%s» is no number: it can be read in two ways, or in none',
  (text) => {
    expect(numberIn(text)).toBeNull();
  },
);

test('an amount of money has no three decimals', () => {
  expect(['150,000', '150.000', '150,5', '0,125', '200000', '200 000,50'].map(amountIn)).toEqual([
    null,
    null,
    150.5,
    0.125,
    200_000,
    200_000.5,
  ]);
});

test('a mean is written in the language of the one who reads', () => {
  expect([writtenDistribution({ exp: 12 }, 'da'), writtenDistribution({ exp: 12 }, 'en')]).toEqual(['gennemsnit 12', 'mean 12']);
});

test.each(['', 'mange', '1-2-3-4', '8–', '{', '[1]', '{"exp"', 'gennemsnit', '1e5', '--3'])('«%s» is no distribution', (text) => {
  expect(distributionIn(text)).toBeNull();
});
