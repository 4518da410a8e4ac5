import '../../../test/chance.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../numbers/figure.ts';
import { day } from '../time.ts';
import { type NestedCounts, shieldNested } from './shield-nested.ts';

const places = ['hovedstaden', 'midtjylland', 'syddanmark', 'sjaelland', 'nordjylland'];
const ids = ['need', 'offered', 'accepted', 'admitted'];

function figure(id: string, place: string, value: number): Figure {
  const definition = { id, edition: 'prøve', text: 'Opdigtet.' };
  return { id: `${id}/${place}`, value, definition, source: 'opdigtet', period: '2024', asOf: day('2026-09-30'), place };
}

/** Each step holds so many of the step before it in each region, and is within all of them. */
function nested(counts: readonly (readonly number[])[]): readonly NestedCounts[] {
  return counts.map((values, step) => {
    const id = ids[step] ?? '';
    const regions = values.map((value, index) => figure(id, places[index] ?? '', value));
    return {
      id,
      within: ids.slice(0, step),
      regions,
      country: figure(
        id,
        'danmark',
        values.reduce((sum, value) => sum + value, 0),
      ),
    };
  });
}

const shown = (counts: readonly (readonly number[])[]): readonly (readonly (number | null)[])[] =>
  [...shieldNested(nested(counts)).values()].map(({ regions, country }) =>
    [...regions, country].map(({ value }) => (typeof value === 'number' ? value : null)),
  );

/** Four nested steps: from each region's need so many fall away at each step. */
const chains = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.array(fc.oneof(fc.constant(0), fc.nat(12)), { minLength: 3, maxLength: 3 })), {
    minLength: 5,
    maxLength: 5,
  })
  .map((regions) =>
    ids.map((_, step) => regions.map(([need, falls]) => Math.max(0, need - falls.slice(0, step).reduce((sum, fall) => sum + fall, 0)))),
  );

/** What a reader has by adding up or subtracting what is printed of one figure: every group of regions whose sum is known. */
function knownGroups(row: readonly (number | null)[]): ReadonlyMap<number, number> {
  const groups = new Map<number, number>();
  for (let group = 1; group < 2 ** places.length; group += 1) {
    const inside = places.flatMap((_, index) => ((group >> index) & 1 ? [row[index] ?? null] : []));
    const outside = places.flatMap((_, index) => ((group >> index) & 1 ? [] : [row[index] ?? null]));
    const whole = row[places.length] ?? null;
    if (inside.every((value) => value !== null))
      groups.set(
        group,
        inside.reduce((sum, value) => sum + value, 0),
      );
    else if (whole !== null && outside.every((value) => value !== null))
      groups.set(group, whole - outside.reduce((sum, value) => sum + value, 0));
  }
  return groups;
}

test('nine with a need and seven who were offered are not both told', () => {
  const [need, offered] = shown([
    [30, 9, 20, 12, 8],
    [20, 7, 10, 6, 2],
  ]);
  expect(need).toEqual([30, 9, 20, 12, 8, 79]);
  expect(offered).toEqual([null, null, null, null, null, 45]);
});

test('the country is hidden too where its own difference is small, and nothing is where none is', () => {
  expect(
    shown([
      [20, 10, 10, 10, 10],
      [19, 9, 10, 10, 10],
    ])[1],
  ).toEqual([null, null, null, null, null, null]);
  expect(
    shown([
      [20, 10, 15, 10, 10],
      [15, 5, 9, 5, 5],
    ])[1],
  ).toEqual([15, 5, 9, 5, 5, 39]);
});

test('no difference of nested figures that can be worked out is small, of regions, of the country, or of regions together', () => {
  let printed = 0;
  fc.assert(
    fc.property(chains, (counts) => {
      const rows = shown(counts);
      for (const [step, inner] of rows.entries())
        for (const outer of rows.slice(0, step)) {
          const [wide, narrow] = [knownGroups(outer), knownGroups(inner)];
          for (const [group, count] of narrow) {
            const around = wide.get(group);
            // A group of several regions can be known by itself: then each has a difference of its own that is not small.
            if (around === undefined) continue;
            printed += 1;
            expect(around - count, JSON.stringify({ counts, rows, group })).toBeGreaterThanOrEqual(5);
          }
        }
    }),
    { numRuns: 500 },
  );
  expect(printed).toBeGreaterThan(1000);
});

test('no small difference can be worked out by one who knows the rule: some other table that looks the same has another', () => {
  let several = 0;
  for (const outer of [
    [13, 12, 11],
    [9, 9, 9],
    [14, 7, 5],
    [12, 8, 3],
    [6, 6, 16],
  ]) {
    for (const [key, differences] of lookingAlike(outer))
      for (const found of differences) {
        if (found.size === 1) expect([...found][0], key).toBeGreaterThanOrEqual(5);
        else several += 1;
      }
  }
  expect(several).toBeGreaterThan(50);
});

/** By what is printed: how much each region's two counts lie apart in all the tables that look so, where the wider count is printed. */
function lookingAlike(outer: readonly number[]): ReadonlyMap<string, readonly ReadonlySet<number>[]> {
  const alike = new Map<string, Set<number>[]>();
  const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, value) => value);
  const [first = 0, second = 0, third = 0] = outer;
  for (const a of upTo(first))
    for (const b of upTo(second))
      for (const c of upTo(third)) {
        const inner = [a, b, c];
        const rows = shown([outer, inner]);
        const key = JSON.stringify(rows);
        const seen = alike.get(key) ?? outer.map(() => new Set<number>());
        for (const [index, whole] of outer.entries()) if (rows[0]?.[index] !== null) seen[index]?.add(whole - (inner[index] ?? 0));
        alike.set(key, seen);
      }
  return alike;
}
