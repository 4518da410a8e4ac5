import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnShares } from './short-columns.ts';

const word = fc.stringMatching(/^[a-z0-9–%]{0,24}$/);
const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
const table = fc.array(fc.record({ title: text, isNumeric: fc.boolean() }), { minLength: 1, maxLength: 7 }).chain((columns) =>
  fc.record({
    caption: fc.constant(''),
    headColumn: text,
    columns: fc.constant(columns),
    rows: fc.array(
      fc.record({
        head: text,
        cells: fc.array(text, { minLength: columns.length, maxLength: columns.length }),
        isTotal: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    notes: fc.constant([]),
  }),
);

test('the columns of any table share the whole width, and none gets less than a sixth of what it would have if all were alike', () => {
  fc.assert(
    fc.property(table, (one) => {
      const shares = columnShares(one);
      expect(shares).toHaveLength(one.columns.length + 1);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const share of shares) expect(share).toBeGreaterThan(1 / (6 * shares.length));
    }),
  );
});

test('of two columns the one with more in it is the wider', () => {
  const columns = [
    { title: 'Spænd', isNumeric: true },
    { title: 'Kilde', isNumeric: false },
  ];
  const rows = [{ head: 'Uger om at åbne en plads efter behov', cells: ['1–12', 'antagelse'], isTotal: false }];
  const [head = 0, range = 0, source = 0] = columnShares({ caption: '', headColumn: 'Antagelse', columns, rows, notes: [] });
  expect(head).toBeGreaterThan(source);
  expect(source).toBeGreaterThan(range);
});
