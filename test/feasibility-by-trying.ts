/**
 * Feasibility by trying everything, for units that are small enough: every stay that may move on every place, and for each of these
 * arrangements every night of hers on its own. Written from the words of the question, night by night, and with none of the search's code.
 */
import * as fc from 'fast-check';
import { asId } from '../src/domain/id.ts';
import type { Asked } from '../src/domain/placement/board.ts';
import type { Need, Party } from '../src/domain/placement/needs.ts';
import {
  type AdmissionRules,
  noAdmissionRules,
  type Period,
  type Place,
  type PlaceProperty,
  type Unit,
} from '../src/domain/placement/provision.ts';
import { takesPlace } from '../src/domain/placement/lifecycle.ts';
import type { StayInUnit } from '../src/domain/placement/stay.ts';
import { addDays, addMinutes, type Day, danishDay, day } from '../src/domain/time.ts';
import { datedNeeds, holdsOn } from './dated-needs.ts';
import { now, taken, testPlace, testUnit } from './provision.ts';

/** The fewest moves there are, hers first; null when there is no way. */
export type ByTrying = { readonly hers: number; readonly others: number } | null;

export function byTrying(asked: Asked): ByTrying {
  const { unit, stays, needs, nights, spare } = asked;
  const hers = nightsIn(nights.arrival, nights.departure);
  if (!isReceived(unit.admission, asked.party) || hers.some((night) => isTooFew(asked, night))) return null;
  const movable = stays.filter((stay) => isMovable(asked, stay) && unit.places.some(({ id }) => id === stay.place));
  const fixed = stays.filter((stay) => !movable.includes(stay));
  const isFree = (place: Place, night: Day): boolean => canBeHad(unit, place, night) && !fixed.some((stay) => isOn(stay, place.id, night));
  let best: ByTrying = null;
  const seat = (index: number, seats: readonly string[]): void => {
    const stay = movable[index];
    if (stay) {
      for (const place of unit.places) {
        const theirs = nightsIn(stay.nights.arrival, stay.nights.departure);
        const wouldDo =
          place.id === stay.place ||
          (stay.mustHave.every((property) => place.properties.includes(property)) && theirs.every((night) => isFree(place, night)));
        const meetsAnother = seats.some(
          (other, earlier) => other === place.id && theirs.some((night) => hasNight(movable[earlier], night)),
        );
        if (wouldDo && !meetsAnother) seat(index + 1, [...seats, place.id]);
      }
      return;
    }
    const free = hers.map((night) => [
      ...unit.places
        .filter((place) => needs.every((need) => !holdsOn(need, night) || place.properties.includes(need.property)) && isFree(place, night))
        .filter((place) => !seats.some((other, at) => other === place.id && hasNight(movable[at], night)))
        .map(({ id }): string => id),
      ...(spare.some(({ arrival, departure }) => arrival <= night && night < departure) ? ['one more'] : []),
    ]);
    const moves = fewestChanges(free);
    const others = seats.filter((place, at) => place !== movable[at]?.place).length;
    if (moves !== null && (best === null || moves < best.hers || (moves === best.hers && others < best.others)))
      best = { hers: moves, others };
  };
  seat(0, []);
  return best;
}

/**
 * The nights from now on that a stay has on its place, and the other places of the unit that have what it must and are free on each of them, nobody
 * moved; with whether the whole unit is shut on one of those nights.
 */
export function elsewhereByTrying(
  { unit, stays }: Pick<Asked, 'unit' | 'stays'>,
  stay: StayInUnit,
): { readonly nights: readonly Day[]; readonly others: readonly Place[]; readonly isWholeUnit: boolean } {
  const nights = nightsIn(danishDay(now), addDays(danishDay(now), 60)).filter((night) => isOn(stay, stay.place, night));
  const has = (place: Place): boolean => stay.mustHave.every((property) => place.properties.includes(property));
  const others = unit.places.filter(
    (place) =>
      place.id !== stay.place &&
      has(place) &&
      nights.every((night) => canBeHad(unit, place, night) && !stays.some((other) => isOn(other, place.id, night))),
  );
  const isShut = (night: Day): boolean =>
    !unit.open.some((one) => isWithin(one, night)) || unit.closures.some((closure) => isWithin(closure, night));
  return { nights, others, isWholeUnit: nights.some(isShut) };
}

/** The fewest changes from night to night, where each night has these places: by keeping the fewest for each place of the night before. */
function fewestChanges(free: readonly (readonly string[])[]): number | null {
  let before = new Map<string, number>();
  for (const [index, places] of free.entries()) {
    const least = Math.min(...before.values());
    before = new Map(places.map((place) => [place, index === 0 ? 0 : Math.min(before.get(place) ?? Infinity, least + 1)]));
    if (before.size === 0) return null;
  }
  return Math.min(...before.values());
}

function isMovable({ stays, at }: Asked, stay: StayInUnit): boolean {
  const promised = stay.status === 'confirmed' || (stay.status === 'held' && (stay.heldUntil === null || stay.heldUntil > at));
  return promised && stay.nights.arrival >= danishDay(at) && stays.filter((other) => other.stay === stay.stay).length === 1;
}

function isReceived(rules: AdmissionRules, { age, partner, children }: Party): boolean {
  if (age !== null && rules.youngest !== null && age < rules.youngest) return false;
  if (age !== null && rules.oldest !== null && age > rules.oldest) return false;
  if (rules.womenOnly && partner?.sex === 'man') return false;
  if (rules.mostChildren !== null && children.length > rules.mostChildren) return false;
  return children.every((child) => rules.oldestChild === null || child.age <= rules.oldestChild);
}

function isTooFew({ unit, stays }: Asked, night: Day): boolean {
  const women = new Set(stays.filter((stay) => isOn(stay, stay.place, night)).map(({ stay }) => stay));
  return unit.staffing.some((staffing) => isWithin(staffing, night) && women.size + 1 > staffing.women);
}

function canBeHad({ open, closures }: Unit, { closures: own, flexible }: Place, night: Day): boolean {
  if (!open.some((period) => isWithin(period, night)) || [...closures, ...own].some((closure) => isWithin(closure, night))) return false;
  return (
    flexible === null || night >= addDays(danishDay(now), flexible.leadDays) || flexible.opened.some((period) => isWithin(period, night))
  );
}

function isOn({ place: where, status, heldUntil, nights }: StayInUnit, place: string, night: Day): boolean {
  if (where !== place || !takesPlace[status] || nights.arrival >= nights.departure) return false;
  if (status === 'held' && heldUntil !== null && heldUntil <= now) return false;
  const stillThere = status === 'admitted' && nights.arrival <= night && night <= danishDay(now);
  return stillThere || (nights.arrival <= night && night < nights.departure);
}

function hasNight(stay: StayInUnit | undefined, night: Day): boolean {
  return stay !== undefined && stay.nights.arrival <= night && night < stay.nights.departure;
}

function isWithin({ from, to }: Period, night: Day): boolean {
  return from <= night && (to === null || night < to);
}

function nightsIn(arrival: Day, departure: Day): readonly Day[] {
  const all: Day[] = [];
  for (let night = arrival; night < departure; night = addDays(night, 1)) all.push(night);
  return all;
}

const today = danishDay(now);
const someProperties: readonly PlaceProperty[] = ['mother-and-baby', 'shielded'];
const spell = fc.tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: 1, max: 6 }));
const period = fc.tuple(spell, fc.boolean()).map(([[offset, length], ends]): Period => ({
  from: addDays(today, offset),
  to: ends ? addDays(today, offset + length) : null,
}));
const seldom = <Value>(value: Value, arbitrary: fc.Arbitrary<Value>, weight = 5): fc.Arbitrary<Value> =>
  fc.oneof({ weight, arbitrary: fc.constant(value) }, { weight: 1, arbitrary });
const closures = seldom<readonly Period[]>(
  [],
  period.map((one) => [one]),
).map((all) => all.map((one) => ({ ...one, reason: 'nyt gulv' })));
const flexible = seldom(
  null,
  fc.record({ leadDays: fc.integer({ min: 0, max: 8 }), closesAfterDays: fc.constant(14), opened: fc.array(period, { maxLength: 1 }) }),
);
const age = fc.option(fc.integer({ min: 15, max: 45 }));

/** Small units, with everything that can stand in the way. */
export const anyQuestion: fc.Arbitrary<Asked> = fc
  .record({
    places: fc.array(fc.record({ has: fc.subarray([...someProperties]), closures, flexible }), { maxLength: 4 }),
    stays: fc.array(
      fc.record({
        place: fc.nat(3),
        nights: spell,
        status: fc.constantFrom('held', 'confirmed', 'confirmed', 'confirmed', 'admitted', 'discharged'),
        mustHave: fc.subarray([...someProperties]),
        meetsHers: fc.boolean(),
        goesOn: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    needs: datedNeeds(someProperties),
    nights: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 8 })),
    closures,
    open: seldom<Period | null>(null, period),
    staffing: seldom<readonly (Period & { readonly women: number })[]>(
      [],
      fc.array(
        fc.tuple(period, fc.integer({ min: 0, max: 4 })).map(([one, women]) => ({ ...one, women })),
        { maxLength: 2 },
      ),
    ),
    admission: seldom<AdmissionRules>(
      noAdmissionRules,
      fc.record({
        youngest: fc.option(fc.constant(18)),
        oldest: fc.option(fc.constant(40)),
        womenOnly: fc.boolean(),
        mostChildren: fc.option(fc.integer({ min: 0, max: 2 })),
        oldestChild: fc.option(fc.integer({ min: 0, max: 6 })),
      }),
    ),
    party: fc.record({
      age,
      partner: fc.option(fc.record({ sex: fc.constantFrom('man', 'woman', 'unknown') })),
      children: fc.array(fc.record({ age: fc.integer({ min: 0, max: 9 }) }), { maxLength: 2 }),
    }),
  })
  .map(({ places: ofPlaces, stays: ofStays, needs, nights: [offset, count], open, ...rest }) => {
    const places = ofPlaces.map(({ has, ...own }, index) => testPlace(`p${index}`, has, own));
    const stays: StayInUnit[] = [];
    for (const [
      index,
      {
        place: number,
        nights: [from, length],
        status,
        mustHave,
        meetsHers,
        goesOn,
      },
    ] of ofStays.entries()) {
      const place = places[number];
      const id = asId<'stay'>(`s${index}`);
      const heldUntil = status === 'held' ? addMinutes(now, index % 2 === 0 ? 20 : -20) : null;
      const on = (where: Place | undefined, begins: number, nights: number): void => {
        if (!where) return;
        const one = taken(where.id, addDays(today, begins), addDays(today, begins + nights), { stay: id, status, heldUntil });
        const meets = (other: StayInUnit): boolean =>
          other.place === where.id && nightsIn(one.nights.arrival, one.nights.departure).some((night) => hasNight(other, night));
        if (stays.some(meets)) return;
        const needed = meetsHers ? mustHave.filter((property) => where.properties.includes(property)) : mustHave;
        stays.push({ ...one, mustHave: needed });
      };
      on(place, from, length);
      // A stay in parts goes on where she is next.
      if (goesOn && status === 'confirmed' && index === 0) on(places[(number + 1) % Math.max(places.length, 1)], from + length, 2);
    }
    const unit = testUnit(places, { ...rest, open: open === null ? [{ from: day('2020-01-01'), to: null }] : [open] });
    const nights = { arrival: addDays(today, offset), departure: addDays(today, offset + count) };
    return { unit, stays, needs, party: rest.party, nights, at: now, spare: [] };
  });

/** Three or four places with short gaps between stays, most of which have not begun: where moves are what it takes. */
export const crowdedQuestion: fc.Arbitrary<Asked> = fc
  .record({
    places: fc.array(
      fc.record({
        has: fc.subarray([...someProperties, 'step-free' as const], { minLength: 1, maxLength: 2 }),
        stays: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 })), {
          minLength: 1,
          maxLength: 2,
        }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    nights: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 9 })),
    needs: seldom<readonly Need[]>([], datedNeeds(someProperties), 2),
  })
  .map(({ places: ofPlaces, nights: [offset, count], needs }) => {
    const places = ofPlaces.map(({ has }, index) => testPlace(`p${index}`, has));
    const stays = ofPlaces.flatMap(({ has, stays: ofStays }, index) => {
      let free = 0;
      return ofStays.map(([gap, length, chance]): StayInUnit => {
        const arrival = addDays(today, free + gap);
        free += gap + length;
        const mustHave = chance < 6 ? has : [];
        return taken(`p${index}`, arrival, addDays(arrival, length), { status: chance === 9 ? 'admitted' : 'confirmed', mustHave });
      });
    });
    const nights = { arrival: addDays(today, offset), departure: addDays(today, offset + count) };
    const party = { age: null, partner: null, children: [] };
    return { unit: testUnit(places), stays, needs, party, nights, at: now, spare: [] };
  });

export const smallQuestion = fc.oneof(anyQuestion, crowdedQuestion);
