/** Random small units for properties: everything that can stand in the way, with degenerate periods and holds that run out around now. */
import * as fc from 'fast-check';
import { asId } from '../src/domain/id.ts';
import { stayStatuses } from '../src/domain/placement/lifecycle.ts';
import { type Nights, nightsFrom, shareANight } from '../src/domain/placement/nights.ts';
import type { Period, PlaceProperty, Staffing, Unit } from '../src/domain/placement/provision.ts';
import type { StayInUnit } from '../src/domain/placement/stay.ts';
import { addDays, addMinutes, type Day, danishDay } from '../src/domain/time.ts';
import { datedNeeds } from './dated-needs.ts';
import { now, testPlace, testUnit } from './provision.ts';
import type { Need } from '../src/domain/placement/needs.ts';

export type Asked = {
  readonly unit: Unit;
  readonly stays: readonly StayInUnit[];
  readonly needs: readonly Need[];
  readonly nights: Nights;
};

const today = danishDay(now);
const properties: readonly PlaceProperty[] = ['mother-and-baby', 'shielded', 'partner'];

const someDay: fc.Arbitrary<Day> = fc.integer({ min: -4, max: 20 }).map((offset) => addDays(today, offset));
const period: fc.Arbitrary<Period> = fc
  .tuple(someDay, fc.integer({ min: 0, max: 9 }), fc.boolean())
  .map(([from, length, ends]) => ({ from, to: ends ? addDays(from, length) : null }));
const closures = (most: number): fc.Arbitrary<readonly (Period & { readonly reason: string })[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.array(
      period.map((of) => ({ ...of, reason: 'ombygning' })),
      { maxLength: most },
    ),
  );
const staffing: fc.Arbitrary<readonly Staffing[]> = fc.array(
  fc.tuple(period, fc.integer({ min: 0, max: 2 })).map(([of, women]) => ({ ...of, women })),
  { maxLength: 3 },
);

/** A unit with its stays, no two of which share a night on a place, and what is asked of it. */
export function someAsked(differs: { readonly staffed: boolean }): fc.Arbitrary<Asked> {
  return fc
    .record({
      open: fc.oneof({ weight: 4, arbitrary: fc.constant([{ from: addDays(today, -90), to: null }]) }, fc.array(period, { maxLength: 2 })),
      closures: closures(1),
      staffing: differs.staffed ? staffing : fc.constant([]),
      places: fc.array(fc.tuple(fc.subarray([...properties]), closures(1)), { maxLength: 5 }),
      stays: fc.array(
        fc.record({
          place: fc.nat(4),
          arrival: someDay,
          count: fc.integer({ min: 0, max: 7 }),
          status: fc.oneof({ weight: 3, arbitrary: fc.constant('confirmed' as const) }, fc.constantFrom(...stayStatuses)),
          minutesLeft: fc.integer({ min: -2, max: 2 }),
          mustHave: fc.subarray([...properties]),
          meetsHers: fc.boolean(),
        }),
        { maxLength: 9 },
      ),
      needs: datedNeeds(properties),
      arrival: fc.integer({ min: 0, max: 12 }),
      count: fc.integer({ min: 0, max: 8 }),
    })
    .map(({ stays: ofStays, needs, arrival, count, ...of }) => {
      const places = of.places.map(([has, own], index) => testPlace(`p${index}`, has, { closures: own }));
      const stays: StayInUnit[] = [];
      for (const [
        index,
        { place: number, arrival: begins, count: length, status, minutesLeft, mustHave, meetsHers },
      ] of ofStays.entries()) {
        const place = places[number];
        const nights = nightsFrom(begins, length);
        if (!place || stays.some((other) => other.place === place.id && shareANight(other.nights, nights))) continue;
        const needed = meetsHers ? mustHave.filter((property) => place.properties.includes(property)) : mustHave;
        const heldUntil = status === 'held' ? addMinutes(now, minutesLeft) : null;
        stays.push({ stay: asId<'stay'>(`s${index}`), place: place.id, nights, status, heldUntil, mustHave: needed, movesOn: false });
      }
      const unit = testUnit(places, { open: of.open, closures: of.closures, staffing: of.staffing });
      return { unit, stays, needs, nights: nightsFrom(addDays(today, arrival), count) };
    });
}

/** Three to five places with short gaps between stays that have not begun: where moves are what it takes. */
export const crowdedAsked: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.subarray([...properties], { minLength: 1 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.subarray([...properties])), {
          minLength: 2,
          maxLength: 3,
        }),
      ),
      { minLength: 3, maxLength: 5 },
    ),
    datedNeeds(properties, 1),
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 3, max: 7 })),
  )
  .map(([ofPlaces, needs, [offset, count]]) => {
    const places = ofPlaces.map(([has], index) => testPlace(`p${index}`, has));
    const stays = ofPlaces.flatMap(([has, spells], index) => {
      let free = 1;
      return spells.map(([gap, length, wished], number): StayInUnit => {
        const nights = nightsFrom(addDays(today, free + gap), length);
        free += gap + length;
        const mustHave = wished.filter((property) => has.includes(property));
        const stay = asId<'stay'>(`s${index}-${number}`);
        return { stay, place: asId<'place'>(`p${index}`), nights, status: 'confirmed', heldUntil: null, mustHave, movesOn: false };
      });
    });
    return { unit: testUnit(places), stays, needs, nights: nightsFrom(addDays(today, offset), count) };
  });
