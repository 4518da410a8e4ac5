import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hepatitis, randomTable, tableOf } from '../../../test/overlaps.ts';
import { usesOf, useSentences } from './answer-use.ts';
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
        const { may, not } = usesOf(report);
        expect([may.length, not.length]).toEqual([2, 2]);
        // Whoever may say between which ends may not say one number, and nobody else may say any number but of those seen.
        expect(may.some(({ code }) => code === 'may.span')).toBe(conclusion.range?.undecided === false);
        expect(not.some(({ code }) => code === 'not.one')).toBe(conclusion.range?.undecided === false);
        expect(not.some(({ code }) => code === 'not.more')).toBe(conclusion.status !== 'estimate');
        const seen = counts.reduce((sum, count) => sum + count, 0);
        switch (conclusion.status) {
          case 'none':
            expect(conclusion.range).toBeNull();
            break;
          case 'bounds-only':
            // A bound that a method works out beyond those seen is never left to stand beside the answer without a word.
            expect(/certain/.test(conclusion.text)).toBe(
              report.methods.some(
                ({ method, status, estimate }) => method.startsWith('chao') && status === 'ok' && Math.round(estimate ?? 0) > seen,
              ),
            );
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

test('two lists lead with that they cannot decide it, and their range stands on a condition', () => {
  const report = reportOf(tableOf(2, { '10': 40, '01': 30, '11': 12 }));
  const { conclusion } = report;
  expect(conclusion.range).toMatchObject({ undecided: true });
  expect([conclusion.range?.low, conclusion.range?.high].map((end) => Math.round(end ?? 0))).toEqual([82, 592]);
  expect(conclusion.text).toMatch(
    /^Two lists cannot decide it: .* From 82 to 592 can be said only if being on one list at most halves or doubles the odds of being on the other\./,
  );
  // 100 unseen if the lists do not depend on each other; eight times as many beside the 82 that were seen.
  expect(conclusion.text).toContain(
    'If the odds are multiplied with 8, there are 882, here too without the uncertainty of few having been counted.',
  );
  expect(usesOf(report).may.map(({ code }) => code)).toEqual(['may.seen', 'may.ask']);
  // A list with nobody on it is no third one.
  const empty = reportOf([0, 40, 30, 12, 0, 0, 0, 0]);
  expect(empty.conclusion.text).toMatch(/^Two lists cannot decide it: /);
  const three = reportOf(tableOf(3, { '100': 43, '010': 34, '001': 71, '110': 58, '101': 20, '011': 65, '111': 247 }));
  expect(three.conclusion.text).not.toContain('Two lists');
});

test('the answer says what it counts, how many of those are counted already, and so how many are on none of the lists', () => {
  const report = reportOf(tableOf(3, { '100': 43, '010': 34, '001': 71, '110': 58, '101': 20, '011': 65, '111': 247 }));
  const [low = 0, high = 0] = [report.conclusion.range?.low, report.conclusion.range?.high].map((end) => Math.round(end ?? 0));
  expect(report.conclusion.text).toContain(`Somewhere between ${low} and ${high.toLocaleString('en')} in all, `);
  expect(report.conclusion.text).toContain(
    `The 538 of them are counted, so between ${low - 538} and ${(high - 538).toLocaleString('en')} are on none`,
  );
  // The sentence to repeat has its condition in it.
  const span = usesOf(report).may.find(({ code }) => code === 'may.span');
  expect(useSentences[span?.code ?? 'may.ask']).toMatch(/between \{low\} and \{high\} in all, if all lists use one definition/);
});

test('hidden counts that set both ends are told once, and how many are counted as a span', () => {
  const counts = [0, 40, 50, 12, 33, 9, 14];
  const cells = [...counts.map((count) => ({ low: count, high: count })), { low: 0, high: 4 }];
  const report = estimateFrom({ lists: ['A', 'B', 'C'], cells }, { ...request, methods: ['loglinear', 'sparse'] });
  const says = saysOf(report, report.conclusion);
  const [{ low, high } = { low: 0, high: 0 }] = says.filter(({ code }) => code === 'ends.filling').map(({ about }) => about ?? {});
  expect([low, high]).toEqual([report.conclusion.range?.low, report.conclusion.range?.high]);
  expect(says.some(({ code }) => code === 'end.filling')).toBe(false);
  expect(report.conclusion.text).toContain('Between 158 and 162 of them are counted, so at most ');
});

test('on any table with an answer, every end of it is told again with where it comes from', () => {
  const told = new Set<string>();
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain((lists) => fc.tuple(randomTable(lists), fc.boolean())),
      ([counts, isHidden]) => {
        const cells = counts.map((count, cell) => ({ low: count, high: isHidden && cell === 3 ? count + 2 : count }));
        const lists = Array.from({ length: Math.log2(counts.length) }, (_, list) => `list ${list + 1}`);
        const report = estimateFrom({ lists, cells }, request);
        const { status, range } = report.conclusion;
        if (status !== 'estimate' || range === null) return;
        const [, ...rest] = saysOf(report, report.conclusion);
        const numbers = rest.flatMap(({ about = {} }) => Object.values(about).map(Math.round));
        for (const { code } of rest) told.add(code);
        expect(numbers).toContain(Math.round(range.low));
        if (range.high !== null) expect(numbers).toContain(Math.round(range.high));
      },
    ),
    { numRuns: 60 },
  );
  expect([...told].filter((code) => /^ends?\./.test(code)).length).toBeGreaterThan(0);
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
    /^All that can be said is: at least 235\. 235 are seen on at least one list\. How often persons were seen gives lower bounds only: .* The 235 were counted, so they are certain\. What the methods give as lower bounds, from 877 to 907, is worked out/,
  );
  expect(estimateFromFrequencies([0, 30]).conclusion).toMatchObject({ status: 'none', range: null });
});
