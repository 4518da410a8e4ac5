import '../../../test/chance.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableOf } from '../../../test/overlaps.ts';
import type { Conclusion } from './conclusion.ts';
import { estimateMethods } from './estimate-request.ts';
import { estimateFrom } from './estimates.ts';
import type { CellCount } from './overlap-table.ts';

function concluded(cells: readonly CellCount[], replicates: number | null): Conclusion {
  const lists = Array.from({ length: Math.log2(cells.length) }, (_, list) => `list ${list + 1}`);
  const bootstrap = replicates === null ? null : { replicates, seed: 1 };
  return estimateFrom({ lists, cells }, { methods: estimateMethods, p: 0.02, delta: null, grid: null, models: false, bootstrap })
    .conclusion;
}
const exactly = (count: number): CellCount => ({ low: count, high: count });

/** All that a reader can put in the place of the intervals. */
function filled(cells: readonly CellCount[]): readonly (readonly CellCount[])[] {
  return cells.reduce<readonly (readonly CellCount[])[]>(
    (tables, { low, high }) =>
      tables.flatMap((table) => Array.from({ length: high - low + 1 }, (_, more) => [...table, exactly(low + more)])),
    [[]],
  );
}

const published = tableOf(3, { '100': 40, '010': 25, '001': 15, '110': 12, '101': 6, '011': 3, '111': 2 });

test('what a table says with two counts known, it says too with both hidden', () => {
  const hidden = published.map((count) => (count > 0 && count < 5 ? { low: 1, high: 4 } : exactly(count)));
  const known = concluded(published.map(exactly), 500);
  // The coverage is low: what it gives for lists that depend on each other, without an upper end, is left out.
  expect(known.range).toMatchObject({ low: expect.closeTo(136, 0), high: expect.closeTo(352, 0) });
  const { range, text } = concluded(hidden, 500);
  expect(range?.low).toBeLessThanOrEqual(known.range?.low ?? 0);
  expect(range?.high).toBeGreaterThanOrEqual(known.range?.high ?? Infinity);
  expect([known.text, text].every((one) => one.includes('is left out: the lists cover at most 55 %'))).toBe(true);
});

test('too many tables to work out each leave the answer open', () => {
  const wide = published.map((count) => (count > 12 ? { low: count, high: count + 10 } : exactly(count)));
  expect(concluded(wide, null)).toMatchObject({
    status: 'estimate',
    range: { low: 103, high: null, undecided: true },
    text: expect.stringContaining(
      'at least one of the tables they allow sets no upper end, or they are too many to work out each',
    ) as unknown,
  });
});

test('the answer with hidden counts holds the answer of each table that they allow', () => {
  let held = 0;
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 3, max: 40 }).map(exactly) },
    { weight: 1, arbitrary: fc.constant({ low: 1, high: 4 }) },
    { weight: 1, arbitrary: fc.constant({ low: 0, high: 2 }) },
  );
  const tables = fc.constantFrom(2, 3).chain((lists) => fc.array(cell, { minLength: 2 ** lists - 1, maxLength: 2 ** lists - 1 }));
  fc.assert(
    fc.property(
      tables.filter((cells) => cells.filter(({ low, high }) => low < high).length <= 2),
      fc.constantFrom(null, 10),
      (cells, replicates) => {
        const table = [exactly(0), ...cells];
        const { status, range } = concluded(table, replicates);
        if (status === 'none') return;
        for (const one of filled(table)) {
          const answer = concluded(one, replicates);
          if (answer.range === null) continue;
          held += 1;
          expect(range?.low).toBeLessThanOrEqual(answer.range.low);
          expect(range?.high ?? Infinity).toBeGreaterThanOrEqual(answer.range.high ?? Infinity);
        }
      },
    ),
    { numRuns: 10 },
  );
  expect(held).toBeGreaterThan(10);
});

test('an answer whose intervals were not drawn says so', () => {
  expect(concluded(published.map(exactly), null).text).toContain(
    'The intervals of 3 of the methods that give an estimate are not worked out',
  );
  expect(concluded(published.map(exactly), 500).text).not.toContain('not worked out');
});
