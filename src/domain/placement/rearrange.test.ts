/** The search with the fewest moves, held against the integer program of the same question, on houses too large to try everything in. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import { type Puzzle, type Seeker, someOf, stepsUpTo } from './puzzle.ts';
import { isRuledOut, rearrange } from './rearrange.ts';

const solver = await loadSolver();
const plenty = 50_000_000;

/** Eight places of three kinds, full of short stays with a night or two between them, and one who has no place yet. */
const crowdedHouse: fc.Arbitrary<Puzzle> = fc
  .record({
    kinds: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 }),
    rows: fc.array(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 5 }), fc.boolean()), { minLength: 2, maxLength: 4 }),
      { minLength: 8, maxLength: 8 },
    ),
    hers: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 3, max: 8 }), fc.integer({ min: 0, max: 2 })),
  })
  .map(({ kinds, rows, hers: [from, length, kind] }) => {
    const spells = 20;
    const stays: Seeker[] = rows.flatMap((row, now) => {
      let free = 0;
      return row.flatMap(([gap, nights, isParticular]): readonly Seeker[] => {
        const begins = free + gap;
        free = begins + nights;
        const wouldDo = kinds.map((one, place) => place === now || !isParticular || one === kinds[now]);
        return free > spells ? [] : [{ from: begins, to: free, now, wouldDo }];
      });
    });
    const she: Seeker = { from, to: from + length, now: -1, wouldDo: kinds.map((one) => one >= kind) };
    return { places: 8, spells, stays: [...stays, she], hers: { from: 0, may: [], mostParts: Infinity } };
  });

/** The fewest moves by the integer program: each has one place, and no place two in a night. Null when there is no way. */
function fewestByProgram({ places, spells, stays }: Puzzle, program: Solver): number | null {
  const pairs = stays.flatMap(({ wouldDo }, stay) => wouldDo.flatMap((would, place) => (would ? [{ stay, place }] : [])));
  const where = (fits: (pair: { readonly stay: number; readonly place: number }) => boolean): readonly number[] =>
    pairs.flatMap((pair, at) => (fits(pair) ? [at] : []));
  const each = stays.map((_, stay) => ({ at: where((pair) => pair.stay === stay), from: 1, to: 1 }));
  const nights = Array.from({ length: places * spells }, (_, cell) => {
    const [place, spell] = [cell % places, Math.floor(cell / places)];
    const isThen = (stay: number): boolean => (stays[stay]?.from ?? 0) <= spell && spell < (stays[stay]?.to ?? 0);
    return { at: where((pair) => pair.place === place && isThen(pair.stay)), from: -Infinity, to: 1 };
  });
  const answer = program.solve(
    {
      aim: 'least',
      cost: pairs.map(({ stay, place }) => (stays[stay]?.now === -1 || stays[stay]?.now === place ? 0 : 1)),
      lower: pairs.map(() => 0),
      upper: pairs.map(() => 1),
      rows: [...each, ...nights]
        .filter(({ at, from }) => at.length > 0 || from === 1)
        .map((row) => ({ ...row, times: row.at.map(() => 1) })),
      whole: true,
    },
    60,
  );
  if (answer.outcome === 'infeasible') return null;
  if (answer.outcome !== 'solved' || !answer.proven) throw new Error(`the program was ${answer.outcome}`);
  return Math.round(answer.objective);
}

describe('for any crowded house', () => {
  test('the fewest moves are those of the integer program, and everybody has a place that would do, alone', () => {
    const seen = { moved: 0, unmoved: 0, none: 0 };
    fc.assert(
      fc.property(crowdedHouse, (puzzle) => {
        const answer = rearrange(puzzle, 'fewest', stepsUpTo(plenty));
        const fewest = fewestByProgram(puzzle, solver);
        seen[fewest === null ? 'none' : fewest === 0 ? 'unmoved' : 'moved'] += 1;
        if (fewest === null) expect(answer).toEqual({ outcome: 'none' });
        if (answer.outcome !== 'found') {
          expect(fewest).toBeNull();
          return;
        }
        expect(answer.moves).toBe(fewest);
        expect(isRuledOut(puzzle, stepsUpTo(plenty))).toBe(false);
        for (const [stay, { from, to, wouldDo }] of puzzle.stays.entries()) {
          const seat = answer.seats[stay] ?? -1;
          expect(wouldDo[seat]).toBe(true);
          const meets = puzzle.stays.some(
            (other, index) => index > stay && answer.seats[index] === seat && other.from < to && from < other.to,
          );
          expect(meets).toBe(false);
        }
      }),
      { numRuns: 250 },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(10);
  });

  test('an answer within few steps is the answer within many, or that there were too few', () => {
    fc.assert(
      fc.property(crowdedHouse, fc.integer({ min: 0, max: 4000 }), (puzzle, steps) => {
        const soon = rearrange(puzzle, 'fewest', stepsUpTo(steps));
        if (soon.outcome === 'out-of-steps') return;
        const late = rearrange(puzzle, 'fewest', stepsUpTo(plenty));
        expect(soon.outcome).toBe(late.outcome);
        if (soon.outcome === 'found' && late.outcome === 'found') expect(soon.moves).toBe(late.moves);
      }),
      { numRuns: 150 },
    );
  });
});

test('some of the steps run out before the others, which are left for more', () => {
  const all = stepsUpTo(5);
  const own = someOf(all, 2);
  expect([own(), own(), own(), own()]).toEqual([true, true, false, false]);
  expect([all(), all(), all(), all()]).toEqual([true, true, true, false]);
});
