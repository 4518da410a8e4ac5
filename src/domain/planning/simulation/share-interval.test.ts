import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimatedOf } from '../lab/paired.ts';
import { measuresOf } from './measures.ts';
import { simulate } from './run.ts';
import type { Scenario } from './scenario.ts';
import { shareInterval } from './share-interval.ts';

test('lies from 0 to 1 around the share, and has a width wherever chance has not been seen', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 1e-6, max: 2, noNaN: true }),
      fc.integer({ min: 1, max: 9000 }),
      (share, half, count) => {
        const [low, high] = shareInterval(share, half, count);
        expect(0 <= low && low <= share && share <= high && high <= 1 && low < high).toBe(true);
      },
    ),
  );
});

test('has at 0 the limit at which so many replications without any would come in one case of twenty', () => {
  for (const count of [1, 20, 300, 8100]) {
    const [, limit] = shareInterval(0, 0, count);
    expect((1 - limit) ** count).toBeCloseTo(0.05, 9);
    expect(shareInterval(1, 0, count)[0]).toBeCloseTo(1 - limit, 12);
  }
  expect(300 * shareInterval(0, 0, 300)[1]).toBeCloseTo(3, 1);
  const none = { above: new Float64Array(20), below: new Float64Array(20).fill(4) };
  expect(estimatedOf(none, 'share')?.interval[1]).toBeCloseTo(0.1391, 4);
  expect(estimatedOf(none)?.interval).toEqual([0, 0]);
});

test('holds for every share of a scenario in which next to nothing happens', () => {
  const scenario: Scenario = { years: 3, arrivalsPerYear: 2, stayYears: 0.3, patience: 'none', sites: [{ id: 'a', places: 9 }] };
  const { rows } = simulate(scenario, { seed: 4, replications: 20, precision: null }, () => 'go on');
  const shares = measuresOf(scenario, rows).filter(({ name }) => /^share|^three|occupancy/.test(name));
  expect(shares.length).toBeGreaterThan(6);
  for (const { name, interval } of shares) {
    expect([name, (interval?.[0] ?? -1) >= 0 && (interval?.[1] ?? 2) <= 1]).toEqual([name, true]);
    expect([name, interval?.[0] === interval?.[1]]).toEqual([name, false]);
  }
});
