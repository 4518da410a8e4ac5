import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hepatitis, randomTable } from '../../../test/overlaps.ts';
import { frequenciesOf } from './frequency-table.ts';
import { repeatCountRows } from './repeat-counts.ts';
import { coverageRows, sampleCoverage } from './sample-coverage.ts';
import { lincolnPetersen, twoListsOf } from './two-lists.ts';

test('hepatitis A in Taiwan has the 971 and 508 of Chao et al. (2001)', () => {
  const { coverage, independent, general, oneStep } = sampleCoverage(3, hepatitis);
  expect(coverage).toBeCloseTo(0.5127, 4);
  expect(independent).toBeCloseTo(407.0, 2);
  expect([general?.toFixed(0), oneStep?.toFixed(0)]).toEqual(['971', '508']);
});

test('the coverage of two lists gives the number of Lincoln and Petersen', () => {
  fc.assert(
    fc.property(randomTable(2), (counts) => {
      const { estimate } = lincolnPetersen(twoListsOf(counts));
      const { independent } = sampleCoverage(2, counts);
      if (estimate === null) expect(independent).toBeNull();
      else expect(Math.abs((independent ?? 0) / estimate - 1)).toBeLessThan(1e-9);
    }),
    { numRuns: 200 },
  );
});

describe('illegal immigrants in the Netherlands (van der Heijden, Cruyff and van Houwelingen 2003)', () => {
  const rows = repeatCountRows([0, 1645, 183, 37, 13, 1, 1], null);

  test('are at least 9,274 by Chao, with the profile interval of Rcapture', () => {
    expect(rows.map(({ method, estimate }) => [method, estimate?.toFixed(2)])).toEqual([
      ['chao', '9273.51'],
      ['chao-corrected', '9228.86'],
      ['zelterman', '9424.56'],
    ]);
    expect(rows[0]?.interval.map((end) => end?.toFixed(0))).toEqual(['8088', '10704']);
  });
});

test('any table gives numbers or says that it identifies none, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain((lists) => fc.tuple(fc.constant(lists), randomTable(lists))),
      ([lists, counts]) => {
        const seen = counts.reduce((sum, count) => sum + count, 0);
        for (const { estimate, interval, status } of [
          ...coverageRows(lists, counts),
          ...repeatCountRows(frequenciesOf(counts, lists), lists),
        ]) {
          for (const value of [estimate, ...interval]) if (value !== null) expect(Number.isFinite(value)).toBe(true);
          if (status === 'ok') expect(estimate).toBeGreaterThanOrEqual(seen - 1e-9);
        }
      },
    ),
    { numRuns: 300 },
  );
});
