import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hepatitis, randomTable, tableOf } from '../../../test/overlaps.ts';
import { saidText, saysOf } from './answer.ts';
import { estimateMethods } from './estimate-request.ts';
import type { EstimateReport } from './estimate-report.ts';
import { estimateFrom, estimateFromFrequencies } from './estimates.ts';

const request = { methods: estimateMethods, p: 0.02, delta: null, grid: null, models: false, bootstrap: null } as const;
const reportOf = (counts: readonly number[]): EstimateReport => {
  const lists = Array.from({ length: Math.log2(counts.length) }, (_, list) => `list ${list + 1}`);
  return estimateFrom({ lists, cells: counts.map((count) => ({ low: count, high: count })) }, request);
};

test('the answer is the range that methods and assumptions leave, and no method’s number stands alone in it', () => {
  const { conclusion, spread } = reportOf(hepatitis);
  expect(conclusion.range).toEqual({ low: 271, high: expect.closeTo(3031, -1) as number, undecided: true });
  expect(conclusion.range?.low).toBeLessThanOrEqual(spread.min ?? 0);
  expect(conclusion.text).not.toMatch(/By best-bic/);
});

test('assumptions that fit as well and lie far apart make the answer that the lists cannot decide', () => {
  const thin = tableOf(3, { '100': 50, '010': 30, '001': 20, '110': 4, '101': 3, '011': 2, '111': 1 });
  const { conclusion } = reportOf(thin);
  expect(conclusion.range?.undecided).toBe(true);
  expect(conclusion.text).toMatch(/^These lists cannot decide it: from 12\d to 2,837 fits what they say\./);
});

test('on any table the text is the sentences of the codes, a range holds the spread, and without an answer there is no range', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((lists) => randomTable(lists)),
      (counts) => {
        const report = reportOf(counts);
        const { conclusion, spread } = report;
        expect(conclusion.text).toBe(saysOf(report, conclusion).map(saidText).join(' '));
        expect(conclusion.text).not.toMatch(/[{}]|NaN|Infinity/);
        const seen = counts.reduce((sum, count) => sum + count, 0);
        switch (conclusion.status) {
          case 'none':
            expect(conclusion.range).toBeNull();
            break;
          case 'bounds-only':
            expect(conclusion.range).toEqual({ low: seen, high: null, undecided: true });
            break;
          case 'estimate':
            expect(conclusion.range?.low).toBeLessThanOrEqual(spread.min ?? Infinity);
            for (const { method, status, estimate } of report.methods)
              if (status === 'ok' && !method.startsWith('chao'))
                expect(conclusion.range?.high ?? Infinity).toBeGreaterThanOrEqual(estimate ?? 0);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('of frequencies there are lower bounds only, and no upper end', () => {
  const { conclusion, spread } = estimateFromFrequencies([0, 200, 30, 5]);
  expect(conclusion).toMatchObject({
    status: 'bounds-only',
    gate: 'only-lower-bounds',
    range: { low: 235, high: null, undecided: true },
  });
  expect([spread.min, spread.max].map((end) => Math.round(end ?? 0))).toEqual([877, 907]);
  expect(conclusion.text).toMatch(
    /^All that can be said is: at least 235\..* from 877 to 907\. How often persons were seen gives lower bounds only/,
  );
  expect(estimateFromFrequencies([0, 30]).conclusion).toMatchObject({ status: 'none', range: null });
});
