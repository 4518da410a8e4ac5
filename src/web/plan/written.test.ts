import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../test/chance.ts';
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import { distributionIn, numberIn, percentIn, writtenDistribution, writtenNumber, writtenPercent } from './written.ts';

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

test('a mean is written in the language of the one who reads', () => {
  expect([writtenDistribution({ exp: 12 }, 'da'), writtenDistribution({ exp: 12 }, 'en')]).toEqual(['gennemsnit 12', 'mean 12']);
});

test.each(['', 'mange', '1-2-3-4', '8–', '{', '[1]', '{"exp"', 'gennemsnit', '1e5', '--3'])('«%s» is no distribution', (text) => {
  expect(distributionIn(text)).toBeNull();
});
