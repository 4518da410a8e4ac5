import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountTable, layoutOf, namesOf, tableOf } from '../disclosure/count-table.ts';
import { makeDimension } from '../disclosure/dimension.ts';
import { roundingMoves } from './rounding-moves.ts';

const years = ['2017', '2018', '2019'];

function dimension(name: string, codes: readonly string[]) {
  const made = makeDimension(name, codes, []);
  if (made.outcome !== 'made') throw new Error('in a circle');
  return made.dimension;
}

const layout = layoutOf([
  dimension('kommune', ['syddanmark', 'nordjylland']),
  dimension('år', years),
  dimension('behandling', ['døgn', 'anden']),
]);

/** A table of the two regions: for each the residential and the other women of each year. */
function tableFrom(of: Readonly<Record<string, readonly (readonly [number, number])[]>>): CountTable {
  const inner = new Map<number, number>();
  for (let cell = 0; cell < layout.size; cell += 1) {
    const { kommune = '', år = '', behandling = '' } = namesOf(layout, cell);
    const pair = of[kommune]?.[years.indexOf(år)];
    if (pair && behandling !== 'Total') inner.set(cell, pair[behandling === 'døgn' ? 0 : 1]);
  }
  return tableOf(layout, inner);
}

const counted = tableFrom({
  syddanmark: [
    [2, 8],
    [2, 6],
    [2, 6],
  ],
  nordjylland: [
    [1, 0],
    [0, 0],
    [4, 4],
  ],
});
const printed = {
  layout,
  published: tableFrom({
    syddanmark: [
      [0, 10],
      [5, 5],
      [0, 5],
    ],
    nordjylland: [
      [0, 0],
      [0, 0],
      [5, 5],
    ],
  }).counts,
};

test('10, 8 and 8 that become 10, 10 and 5 are a fall that is not there, and 2, 2 and 2 that become 0, 5 and 0 a rise', () => {
  const moves = roundingMoves(printed, counted, (place) => place === 'syddanmark');
  expect(moves).toMatchObject({ rows: 3, turned: 2, exceeding: [] });
  expect(Math.abs((moves.total?.printed ?? 0) - (moves.total?.counted ?? 0))).toBe(3);
  expect(moves.worst).toEqual({ place: 'syddanmark', treatment: 'døgn', counted: [2, 2, 2], printed: [0, 5, 0] });
});

test('a part that is larger than all that was counted is told with its whole', () => {
  const odense = tableFrom({
    syddanmark: [
      [0, 0],
      [1, 2],
      [0, 0],
    ],
  });
  const rounded = {
    layout,
    published: tableFrom({
      syddanmark: [
        [0, 0],
        [5, 0],
        [0, 0],
      ],
    }).counts,
  };
  const { exceeding } = roundingMoves(rounded, odense, (place) => place === 'syddanmark');
  expect(exceeding).toContainEqual({ cell: { kommune: 'syddanmark', år: '2018', behandling: 'døgn' }, counted: 1, printed: 5, whole: 3 });
});

test('an exact table moves nothing, and of places that are not seen nothing is told', () => {
  const counts = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(counts, counts, (south, north) => {
      const truth = tableFrom({ syddanmark: south, nordjylland: north });
      const exact = roundingMoves({ layout, published: truth.counts }, truth, () => true);
      expect([exact.turned, exact.exceeding.length, exact.worst]).toEqual([0, 0, null]);
      const unseen = roundingMoves(printed, truth, () => false);
      expect(unseen).toEqual({ total: null, part: null, rows: 0, turned: 0, worst: null, exceeding: [] });
    }),
  );
});

test('the largest changes, the turned rows and the exceeding parts are those that a plain count over all cells finds', () => {
  const small = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(small, small, (was, is) => {
      const [truth, shown] = [tableFrom({ syddanmark: was }), tableFrom({ syddanmark: is })];
      const moves = roundingMoves({ layout, published: shown.counts }, truth, (place) => place === 'syddanmark');
      const of = (pairs: typeof was, kind: number): readonly number[] =>
        pairs.map(([residential, other]) => (kind === 0 ? residential + other : kind === 1 ? residential : other));
      let turned = 0;
      for (const kind of [0, 1, 2]) {
        const [a, b] = [of(was, kind), of(is, kind)];
        const pairs = [
          [0, 1],
          [0, 2],
          [1, 2],
        ] as const;
        const wrong = pairs.some(([i, j]) => {
          const [told, true_] = [(b[j] ?? 0) - (b[i] ?? 0), (a[j] ?? 0) - (a[i] ?? 0)];
          return (told > 0 && true_ <= 0) || (told < 0 && true_ >= 0);
        });
        if (wrong) turned += 1;
      }
      expect(moves.turned).toBe(turned);
      const sums = (pairs: typeof was): readonly (readonly [number, number])[] => [
        ...pairs,
        [pairs.reduce((sum, [one]) => sum + one, 0), pairs.reduce((sum, [, one]) => sum + one, 0)],
      ];
      const [a, b] = [sums(was), sums(is)];
      expect(moves.exceeding.length).toBe(
        b.flatMap((pair, year) => pair.filter((part) => part > (a[year]?.[0] ?? 0) + (a[year]?.[1] ?? 0))).length,
      );
      const changes = b.map(([one, two], year) => Math.abs(one + two - (a[year]?.[0] ?? 0) - (a[year]?.[1] ?? 0)));
      expect(Math.abs((moves.total?.printed ?? 0) - (moves.total?.counted ?? 0))).toBe(Math.max(...changes));
    }),
  );
});
