/** The few moves that make room, held against every way there is of small units, and of houses with many short stays. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crowdedQuestion, smallQuestion } from '../../../test/feasibility-by-trying.ts';
import { boardOf, puzzleOf } from './board.ts';
import { displace } from './displace.ts';
import type { Puzzle } from './puzzle.ts';

/** The fewest moves of others with which she has a place on every night, by trying every seat of everybody; `null` when there is no way. */
function fewestByTrying({ places, stays, hers }: Puzzle): number | null {
  let best: number | null = null;
  const free = (seats: readonly number[], place: number, spell: number): boolean =>
    !stays.some(({ from, to }, stay) => seats[stay] === place && from <= spell && spell < to);
  const hasWay = (seats: readonly number[]): boolean =>
    hers.may.every((row, index) => row.some((may, place) => may && place < places && free(seats, place, hers.from + index)));
  const seat = (seats: readonly number[], moves: number): void => {
    if (best !== null && moves >= best) return;
    const one = stays[seats.length];
    if (!one) {
      if (hasWay(seats)) best = moves;
      return;
    }
    for (let place = 0; place < places; place += 1) {
      const meets = seats.some((other, stay) => other === place && (stays[stay]?.from ?? 0) < one.to && one.from < (stays[stay]?.to ?? 0));
      if (one.wouldDo[place] === true && !meets) seat([...seats, place], moves + (one.now === -1 || one.now === place ? 0 : 1));
    }
  };
  seat([], 0);
  return best;
}

/** Three places and stays of one to three spells, nearly all of them taken: the house with many short stays. */
const manyShort: fc.Arbitrary<Puzzle> = fc
  .record({
    rows: fc.array(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1 }), fc.subarray([0, 1, 2])), {
        minLength: 1,
        maxLength: 3,
      }),
      { minLength: 3, maxLength: 3 },
    ),
    hers: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.subarray([0, 1, 2], { minLength: 1 })),
    newcomer: fc.boolean(),
  })
  .map(({ rows, hers: [from, length, suit], newcomer }) => {
    const places = 3;
    const stays = rows.flatMap((row, now) => {
      let at = 0;
      return row.map(([nights, gap, others]) => {
        const stay = {
          from: at + gap,
          to: at + gap + nights,
          now,
          wouldDo: [0, 1, 2].map((place) => place === now || others.includes(place)),
        };
        at = stay.to;
        return stay;
      });
    });
    const spells = 12;
    const may = Array.from({ length }, () => [0, 1, 2].map((place) => suit.includes(place)));
    if (!newcomer) return { places, spells, stays, hers: { from, may, mostParts: Infinity } };
    const she = { from, to: from + length, now: -1, wouldDo: [0, 1, 2].map((place) => suit.includes(place)) };
    return { places, spells, stays: [...stays, she], hers: { from: 0, may: [], mostParts: Infinity } };
  });

/** That what is found is a way: everybody where they may be, nobody with another, and no more moves than were allowed. */
function expectAWay(puzzle: Puzzle, seats: readonly number[], hers: readonly number[], most: number): void {
  const { stays, hers: she } = puzzle;
  const cells = new Set<string>();
  const take = (place: number, spell: number): void => {
    expect(cells.has(`${place} ${spell}`)).toBe(false);
    cells.add(`${place} ${spell}`);
  };
  for (const [stay, { from, to, wouldDo }] of stays.entries()) {
    const place = seats[stay] ?? -1;
    expect(wouldDo[place]).toBe(true);
    for (let spell = from; spell < to; spell += 1) take(place, spell);
  }
  expect(hers.length).toBe(she.may.length);
  for (const [index, place] of hers.entries()) {
    expect(she.may[index]?.[place]).toBe(true);
    take(place, she.from + index);
  }
  expect(stays.filter(({ now }, stay) => now !== -1 && seats[stay] !== now).length).toBeLessThanOrEqual(most);
}

function holds(puzzle: Puzzle): number | null {
  const fewest = fewestByTrying(puzzle);
  for (let most = 0; most <= puzzle.stays.length; most += 1) {
    const found = displace(puzzle, most, () => true);
    expect(found.outcome).toBe(fewest !== null && fewest <= most ? 'found' : 'none');
    if (found.outcome === 'found') expectAWay(puzzle, found.seats, found.hers, most);
  }
  return fewest;
}

describe('with so many moves and no more', () => {
  test('there is a way of a small unit exactly where trying everything finds one', () => {
    fc.assert(
      fc.property(fc.oneof(smallQuestion, crowdedQuestion), fc.constantFrom(1, Infinity), (asked, mostParts) => {
        holds(puzzleOf(boardOf(asked), mostParts));
      }),
      { numRuns: 500 },
    );
  });

  test('there is a way of a house with many short stays exactly where trying everything finds one', () => {
    const seen = { none: 0, still: 0, few: 0, more: 0 };
    fc.assert(
      fc.property(manyShort, (puzzle) => {
        const fewest = holds(puzzle);
        seen[fewest === null ? 'none' : fewest === 0 ? 'still' : fewest < 3 ? 'few' : 'more'] += 1;
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.none, seen.still, seen.few)).toBeGreaterThan(50);
    expect(seen.more).toBeGreaterThan(5);
  });

  test('nothing is said when the steps run out, or when two have one place already', () => {
    const stay = { from: 0, to: 3, now: 0, wouldDo: [true, true] };
    const she = { from: 1, to: 2, now: -1, wouldDo: [true, false] };
    const hers = { from: 0, may: [], mostParts: Infinity };
    expect(displace({ places: 2, spells: 3, stays: [stay, she], hers }, 1, () => true)).toMatchObject({
      outcome: 'found',
      seats: [1, 0],
    });
    expect(displace({ places: 2, spells: 3, stays: [stay, she], hers }, 1, () => false)).toEqual({ outcome: 'out-of-steps' });
    expect(displace({ places: 2, spells: 3, stays: [stay, stay], hers }, 2, () => true)).toEqual({ outcome: 'out-of-steps' });
  });
});
