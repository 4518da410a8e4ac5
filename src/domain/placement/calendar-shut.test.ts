import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { now } from '../../../test/provision.ts';
import { crowdedAsked, someAsked } from '../../../test/random-units.ts';
import { addDays, danishDay } from '../time.ts';
import { blocksOn, blocksWithin } from './availability.ts';
import { shutByNight, shutPeriods } from './calendar-shut.ts';
import { nightsFrom, shareANight } from './nights.ts';
import type { Unit } from './provision.ts';
import { nightsTaken } from './stay.ts';

const today = danishDay(now);
const anyUnit = fc.oneof(someAsked({ staffed: false }), crowdedAsked);
const length = 21;

/** Closures of the whole unit and of its first place, where they fall. */
const someClosures = fc.array(
  fc.record({ ofUnit: fc.boolean(), from: fc.integer({ min: -4, max: 20 }), nights: fc.integer({ min: 1, max: 6 }), ends: fc.boolean() }),
  { maxLength: 3 },
);

function withClosures(unit: Unit, closures: readonly { ofUnit: boolean; from: number; nights: number; ends: boolean }[]): Unit {
  const made = closures.map(({ ofUnit, from, nights, ends }) => ({
    ofUnit,
    closure: { from: addDays(today, from), to: ends ? addDays(today, from + nights) : null, reason: `nr. ${from}` },
  }));
  return {
    ...unit,
    closures: [...unit.closures, ...made.filter(({ ofUnit }) => ofUnit).map(({ closure }) => closure)],
    places: unit.places.map((place, index) =>
      index === 0
        ? { ...place, closures: [...place.closures, ...made.filter(({ ofUnit }) => !ofUnit).map(({ closure }) => closure)] }
        : place,
    ),
  };
}

describe('what is shut in the calendar of any small unit', () => {
  test('is night by night what those say who look at each place and each stay by itself', () => {
    let [shut, hit] = [0, 0];
    fc.assert(
      fc.property(anyUnit, someClosures, ({ unit: plain, stays }, closures) => {
        const unit = withClosures(plain, closures);
        const byNight = shutByNight(shutPeriods(unit, stays, today, length, now), today, length);
        for (let offset = 0; offset < length; offset += 1) {
          const night = addDays(today, offset);
          const isOn = ({ from, to }: { from: string; to: string | null }): boolean => from <= night && (to === null || night < to);
          const blocked = unit.places.filter((place) =>
            blocksWithin(blocksOn(unit, place, [], now), nightsFrom(night, 1)).some(({ kind }) => kind === 'closed' || kind === 'not-open'),
          );
          const booked = new Set(
            stays
              .filter((stay) => blocked.some(({ id }) => id === stay.place))
              .filter((stay) => {
                const nights = nightsTaken(stay, now);
                return nights !== null && shareANight(nights, nightsFrom(night, 1));
              })
              .map(({ stay }) => stay),
          );
          const isWhole = unit.closures.some(isOn) || !unit.open.some(isOn);
          const said = byNight.get(night) ?? { unit: null, places: 0, hits: 0 };
          expect(said).toEqual({
            unit: unit.closures.some(isOn) ? 'closed' : isWhole ? 'not-open' : null,
            places: isWhole ? 0 : blocked.length,
            hits: booked.size,
          });
          if (blocked.length > 0) shut += 1;
          if (booked.size > 0) hit += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(shut, hit)).toBeGreaterThan(200);
  });

  test('is the sum of its periods, each with its reason and those who are booked on it, by first night', () => {
    fc.assert(
      fc.property(anyUnit, someClosures, ({ unit: plain, stays }, closures) => {
        const unit = withClosures(plain, closures);
        const periods = shutPeriods(unit, stays, today, length, now);
        expect(periods.map(({ from }) => from)).toEqual(periods.map(({ from }) => from).toSorted());
        for (const { from, to, hits, kind, reason } of periods) {
          expect(from < addDays(today, length) && (to === null || to > today)).toBe(true);
          expect(reason === null).toBe(kind === 'not-open');
          expect(new Set(hits).size).toBe(hits.length);
        }
        const byNight = shutByNight(shutPeriods(unit, stays, today, length, now), today, length);
        const nightsHit = [...byNight.values()].some(({ hits }) => hits > 0);
        // A stay that is hit is hit on a night that may lie after those shown.
        if (nightsHit) expect(periods.some(({ hits }) => hits.length > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('is nothing where a unit is open and closes nothing', () => {
    fc.assert(
      fc.property(anyUnit, ({ unit, stays }) => {
        const open = { ...unit, open: [{ from: addDays(today, -9), to: null }], closures: [] };
        const plain = { ...open, places: open.places.map((place) => ({ ...place, closures: [] })) };
        expect(shutPeriods(plain, stays, today, length, now)).toEqual([]);
        expect(shutByNight(shutPeriods(plain, stays, today, length, now), today, length).size).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
