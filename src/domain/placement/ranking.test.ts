import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { freshnesses } from './freshness.ts';
import {
  compareForRank,
  firstDifference,
  rank,
  rankingCriteria,
  type RankingCriterion,
  type RankingFacts,
  reservationOf,
  travelBandMinutes,
} from './ranking.ts';

const alike: RankingFacts = {
  unit: asId<'unit'>('a'),
  name: 'Lyngborg, Lyng',
  comes: 2,
  moves: 0,
  warnings: 0,
  asksOfHer: false,
  minutes: 20,
  qualification: { met: 3, of: 4 },
  freshness: 'fresh',
  beyondNeeds: 1,
};

/** Few values of each kind, so that ties are met on every criterion. */
const anyFacts: fc.Arbitrary<Omit<RankingFacts, 'unit'>> = fc.record({
  name: fc.constantFrom('Åsen', 'Lyng', 'Lyng b'),
  comes: fc.oneof(
    fc.integer({ min: 0, max: 16 }),
    fc.constantFrom('not-decided' as const, 'next-not-decided' as const, 'none-within' as const, 'never' as const, 'not-a-stay' as const),
  ),
  moves: fc.integer({ min: 0, max: 2 }),
  warnings: fc.integer({ min: 0, max: 1 }),
  asksOfHer: fc.boolean(),
  minutes: fc.option(fc.double({ min: 0, max: 95, noNaN: true })),
  qualification: fc.option(fc.record({ met: fc.integer({ min: 0, max: 4 }), of: fc.constantFrom(0, 4) })),
  freshness: fc.constantFrom(...freshnesses),
  beyondNeeds: fc.option(fc.integer({ min: 0, max: 2 })),
});
const anyUnits: fc.Arbitrary<readonly RankingFacts[]> = fc
  .array(anyFacts, { maxLength: 7 })
  .map((all) => all.map((facts, index) => ({ ...facts, unit: asId<'unit'>(`u${index}`) })));

/** The published rule once more, written as a row of numbers that are compared one by one. */
function row(facts: RankingFacts): readonly number[] {
  const { comes, moves, warnings, minutes, qualification, freshness, beyondNeeds } = facts;
  const places = ['next-not-decided', 'none-within', 'never', 'not-a-stay'];
  const rounded = minutes === null ? 100_000 : Math.max(5, 5 * Math.round(minutes / 5));
  return [
    comes === 'not-decided'
      ? 0.5
      : typeof comes === 'string'
        ? 1000 + places.indexOf(comes)
        : comes === 0
          ? 0
          : 1 + Math.floor((comes - 1) / 7),
    moves,
    warnings,
    minutes === null ? 100_000 : Math.floor(rounded / travelBandMinutes),
    qualification === null || qualification.of === 0 ? 1 : -qualification.met / qualification.of,
    ['fresh', 'old', 'never-confirmed'].indexOf(freshness),
    beyondNeeds ?? 100_000,
    typeof comes === 'string' ? 0 : comes,
    rounded,
  ];
}

function firstUnlike(one: readonly number[], other: readonly number[]): number {
  return one.findIndex((value, index) => value !== other[index]);
}

describe('the order of units', () => {
  test('is total: of any two units one goes before the other, and never both', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        for (const one of units)
          for (const other of units) {
            expect(compareForRank(one, other) === 0).toBe(one.unit === other.unit);
            expect(Math.sign(compareForRank(one, other)) + Math.sign(compareForRank(other, one))).toBe(0);
            for (const third of units)
              if (compareForRank(one, other) < 0 && compareForRank(other, third) < 0) expect(compareForRank(one, third)).toBeLessThan(0);
          }
      }),
    );
  });

  test('does not depend on the order they came in', () => {
    const shuffled = anyUnits.chain((units) => fc.tuple(fc.constant(units), fc.shuffledSubarray([...units], { minLength: units.length })));
    fc.assert(
      fc.property(shuffled, ([units, others]) => {
        expect(rank(others, (facts) => facts)).toEqual(rank(units, (facts) => facts));
      }),
    );
  });

  test('is that of the published rule, written as rows of numbers', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const ranked = rank(units, (facts) => facts).map(({ thing }) => row(thing));
        for (const [index, own] of ranked.entries()) {
          const before = ranked[index - 1];
          const unlike = before ? firstUnlike(before, own) : -1;
          if (before && unlike >= 0) expect(before[unlike]).toBeLessThan(own[unlike] ?? Number.NaN);
        }
      }),
    );
  });

  test('says of each the first criterion on which it differs from its neighbours, and is alike on all before it', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const ranked = rank(units, (facts) => facts);
        for (const [index, { position }] of ranked.entries()) {
          expect(position.number).toBe(index + 1);
          for (const [difference, neighbour] of [
            [position.before, ranked[index - 1]],
            [position.after, ranked[index + 1]],
          ] as const) {
            expect(difference?.other).toBe(neighbour?.thing);
            if (!difference) continue;
            const unlike = firstUnlike(row(position.facts), row(difference.other));
            expect(rankingCriteria.indexOf(difference.criterion)).toBe(unlike < 0 ? rankingCriteria.indexOf('name') : unlike);
          }
        }
      }),
    );
  });
});

describe('each criterion decides only between units that are alike on those before it', () => {
  const worse: { readonly [Criterion in RankingCriterion]: Partial<RankingFacts> } = {
    day: { comes: 8 },
    moves: { moves: 1 },
    warnings: { warnings: 1 },
    travel: { minutes: 45 },
    qualification: { qualification: null },
    freshness: { freshness: 'old' },
    'beyond-needs': { beyondNeeds: 2 },
    'exact-day': { comes: 3 },
    'exact-minutes': { minutes: 25 },
    name: { name: 'Åsen, Åsen' },
  };
  test.each(rankingCriteria.map((criterion, index) => ({ criterion, earlier: rankingCriteria.slice(0, index) })))(
    '$criterion',
    ({ criterion, earlier }) => {
      const behind = { ...alike, ...worse[criterion], unit: asId<'unit'>('b') };
      expect(firstDifference(alike, behind)).toBe(criterion);
      expect(compareForRank(alike, behind)).toBeLessThan(0);
      for (const other of earlier) expect(compareForRank(behind, { ...alike, ...worse[other] }), other).toBeLessThan(0);
    },
  );
});

test('a unit that says that it meets one criterion of four goes before one that says nothing', () => {
  const silent = { ...alike, unit: asId<'unit'>('b'), qualification: null };
  expect(compareForRank({ ...alike, qualification: { met: 1, of: 4 } }, silent)).toBeLessThan(0);
});

test('«no reservation» is said only where the capacity is fresh, nothing is reserved and nothing is to be asked', () => {
  fc.assert(
    fc.property(anyFacts, (one) => {
      const isClean = one.freshness === 'fresh' && one.warnings === 0 && !one.asksOfHer && one.comes === 0;
      expect(reservationOf(one) === 'none').toBe(isClean);
    }),
  );
});
