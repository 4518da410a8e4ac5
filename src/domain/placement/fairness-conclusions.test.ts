import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairnessConclusions, fairnessRule, passedCount } from './fairness-conclusions.ts';
import type { FairnessReport, WaitsOf } from './waiting-fairness.ts';

const waits = fc.record({ count: fc.nat({ max: 9 }), days: fc.nat({ max: 40 }) }).map(({ count, days }) => ({
  count,
  median: count === 0 ? null : days,
  longest: count === 0 ? null : days + 3,
}));
const rows = <Group extends string>(groups: readonly Group[]): fc.Arbitrary<readonly WaitsOf<Group>[]> =>
  fc.tuple(...groups.map(() => fc.tuple(waits, waits, waits))).map((drawn) =>
    drawn.flatMap(([waiting, held, placed], index) => {
      const group = groups[index];
      return group === undefined ? [] : [{ group, waiting, held, placed }];
    }),
  );
const report: fc.Arbitrary<FairnessReport> = fc.record({
  reached: fc.constant([]),
  byBand: rows(['under-200', '200-299', '300-399', '400-and-more']),
  bySize: rows(['under-50000', '50000-99999', '100000-and-more', 'unknown']),
  byRegion: rows(['nordjylland', 'syddanmark', 'unknown']),
  refusals: fc.constant([]),
  offers: fc.constant([]),
  overtakings: fc.array(fc.record({ reason: fc.constant('other' as const), count: fc.nat({ max: 4 }), passed: fc.nat({ max: 9 }) }), {
    maxLength: 3,
  }),
});

describe('the conclusions of the report of fairness', () => {
  it('say the greatest unevenness there is between two groups, and none where there is none: compared pair by pair', () => {
    fc.assert(
      fc.property(report, (drawn) => {
        for (const conclusion of fairnessConclusions(drawn)) {
          const { view, whom } = conclusion;
          const of = { band: drawn.byBand, size: drawn.bySize, region: drawn.byRegion }[view];
          const large = of.filter((row) => row.group !== 'unknown' && row[whom].count >= fairnessRule.leastCounted);
          let greatest = -Infinity;
          for (const [index, one] of large.entries())
            for (const [before, other] of large.entries()) {
              if (one === other || (view === 'band' && before > index)) continue;
              greatest = Math.max(greatest, (one[whom].median ?? 0) - (other[whom].median ?? 0));
            }
          const expected = large.length < 2 ? 'too-few' : greatest >= fairnessRule.leastDays ? 'uneven' : 'even';
          expect(conclusion.outcome).toBe(expected);
          if (conclusion.outcome === 'uneven') expect(conclusion.longest.median - conclusion.shortest.median).toBe(greatest);
        }
      }),
    );
  });

  it('name no group that is smaller than the rule says', () => {
    fc.assert(
      fc.property(report, (drawn) => {
        for (const conclusion of fairnessConclusions(drawn)) {
          const counts = conclusion.outcome === 'uneven' ? [conclusion.longest.count, conclusion.shortest.count] : [];
          for (const count of counts) expect(count).toBeGreaterThanOrEqual(fairnessRule.leastCounted);
        }
        const passed = passedCount(drawn);
        if (passed.outcome === 'counted') expect(passed.times).toBeGreaterThanOrEqual(fairnessRule.leastCounted);
        const times = drawn.overtakings.reduce((sum, { count }) => sum + count, 0);
        expect(passed.outcome === 'none').toBe(times === 0);
      }),
    );
  });
});
