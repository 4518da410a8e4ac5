/**
 * A unit compiled for the national search: per place the nights it cannot be had, as spans, and what it has, as bits. It is made of the same
 * blocks as the exact answer, so it says the same; it holds from the moment it was made to the next one at which something changes by itself.
 */
import { addDays, danishDay, type Moment, startOfDanishDay } from '../time.ts';
import { blocksOn, searchedDays } from './availability.ts';
import { bitsOf, type DatedBit, type NeedBits } from './need-bits.ts';
import { guidelineForShieldedUnit, type Place, type Unit } from './provision.ts';
import { firstFreeWithin, forever, joined, nightNumber, type Spans, spansOf, union } from './national-index-spans.ts';
import { isShielded, movableAmong } from './situation.ts';
import { nightsTaken, type Occupation, type StayInUnit } from './stay.ts';

/** A stay that may be given another place, with its nights as numbers and its needs as bits. */
export type MovableStay = { readonly stay: StayInUnit; readonly from: number; readonly to: number; readonly mustHave: number };

export type CompiledPlace = {
  readonly place: Place;
  /** A bit for each property, in the order of the closed list. */
  readonly has: number;
  /** The nights on which nobody new can have it. */
  readonly taken: Spans;
  /** Of these, the nights that stay taken whoever is moved; without those on which the unit has no staff for one more. */
  readonly fixed: Spans;
  /** Those on it who may be moved, by first night. */
  readonly movable: readonly MovableStay[];
};

export type CompiledUnit = {
  /** The moments for which it holds: from one up to, and not with, another. */
  readonly from: Moment;
  readonly until: Moment;
  /** For how many more women it is staffed, where something is said of that; sorted and apart. On nights in none of them there is no limit. */
  readonly staffed: readonly StaffedNights[];
  /** Nights on which as many women stay as can be cared for. */
  readonly full: Spans;
  /** Nights on which a unit with shielded places has as many women as the guideline says, or more; none in other units. */
  readonly crowded: Spans;
  /** The one with least beyond her needs first, as the exact answer takes them. */
  readonly places: readonly CompiledPlace[];
  /**
   * What `quickAnswer` reads of the places, in one piece and in their order: of each its bits, how many numbers its taken spans are, and those. A
   * search asks thousands of places, so they lie side by side.
   */
  readonly row: Int32Array;
};

/** Nights, as numbers from one up to and not with another, on which a unit is staffed for so many more women than stay there. */
export type StaffedNights = { readonly from: number; readonly to: number; readonly left: number };

/** The answer where nobody is moved. Nights are numbers. */
export type QuickAnswer =
  | { readonly outcome: 'free'; readonly place: CompiledPlace }
  /** `next` is the first night she could come, and where; `null` when none is near. */
  | { readonly outcome: 'not-free'; readonly next: { readonly arrival: number; readonly place: CompiledPlace } | null }
  /** No place meets her needs. */
  | { readonly outcome: 'never' };

/**
 * The unit as it is from a moment on. Whoever compiles many at one moment works its midnight out once and gives it: then they share one text, and
 * a search that holds its own moment against each of theirs finds it where it just looked.
 */
export function compileUnit(unit: Unit, stays: readonly StayInUnit[], at: Moment, midnight: Moment = midnightAfter(at)): CompiledUnit {
  const byPlace = grouped(stays);
  const staffed = staffedNights(unit, stays, at);
  const full = joined(staffed.flatMap(({ from, to, left }): [number, number][] => (left === 0 ? [[from, to]] : [])));
  const mayMove = new Set(movableAmong({ unit, stays, at }));
  const places = unit.places
    .toSorted((one, other) => one.properties.length - other.properties.length || (one.id < other.id ? -1 : 1))
    .map((place): CompiledPlace => {
      const onPlace = byPlace.get(place.id) ?? [];
      const [moves, rests] = [onPlace.filter((stay) => mayMove.has(stay)), onPlace.filter((stay) => !mayMove.has(stay))];
      const fixed = spansOf(blocksOn(unit, place, rests, at));
      const movable = moves
        .map((stay): MovableStay => ({
          stay,
          from: nightNumber(stay.nights.arrival),
          to: nightNumber(stay.nights.departure),
          mustHave: bitsOf(stay.mustHave),
        }))
        .filter(({ from, to }) => from < to)
        .toSorted((one, other) => one.from - other.from);
      const taken = union(union(fixed, joined(movable.map(({ from, to }) => [from, to]))), full);
      return { place, has: bitsOf(place.properties), taken, fixed, movable };
    });
  return {
    from: at,
    until: nextChange(stays, at, midnight),
    staffed,
    full,
    crowded: crowdedNights(unit, stays, at),
    places,
    row: rowOf(places),
  };
}

/** Whether she can come without anybody being moved, and otherwise when. */
export function quickAnswer({ places, row }: CompiledUnit, { whole, dated }: NeedBits, arrival: number, nights: number): QuickAnswer {
  let found = -1;
  let soonest = 0;
  let suitable = false;
  let begins = 2;
  for (let number = 0; number < places.length; number += 1) {
    const ends = begins + (row[begins - 1] ?? 0);
    const has = row[begins - 2] ?? 0;
    if ((has & whole) === whole) {
      suitable = true;
      // Only what is sooner than what was found is looked for.
      const within = found < 0 ? searchedDays : soonest - arrival - 1;
      const free = firstFreeWithin(row, begins, ends, arrival, nights, within);
      const first =
        dated.length === 0 || free === null ? free : firstWithAll(row, begins, ends, { has, dated, arrival, nights, within }, free);
      if (first !== null) [found, soonest] = [number, first];
      if (first === arrival) break;
    }
    begins = ends + 2;
  }
  const place = places[found];
  if (!place) return suitable ? { outcome: 'not-free', next: null } : { outcome: 'never' };
  return soonest === arrival ? { outcome: 'free', place } : { outcome: 'not-free', next: { arrival: soonest, place } };
}

type AskedOfPlace = {
  readonly has: number;
  readonly dated: readonly DatedBit[];
  readonly arrival: number;
  readonly nights: number;
  readonly within: number;
};

/** The first night, from one on which it is free, from which a place is free and has what she needs on each of so many nights. */
function firstWithAll(
  row: Int32Array,
  begins: number,
  ends: number,
  { has, dated, arrival, nights, within }: AskedOfPlace,
  free: number,
): number | null {
  let first: number | null = free;
  while (first !== null) {
    const from: number = first;
    let lackedUntil = from;
    for (const one of dated)
      if ((has & one.bit) !== one.bit && one.from < from + nights && from < one.to) lackedUntil = Math.max(lackedUntil, one.to);
    if (lackedUntil === from) return from;
    const left = within - (lackedUntil - arrival);
    first = left < 0 ? null : firstFreeWithin(row, begins, ends, lackedUntil, nights, left);
  }
  return null;
}

function rowOf(places: readonly CompiledPlace[]): Int32Array {
  return Int32Array.from(places.flatMap(({ has, taken }) => [has, taken.length, ...taken]));
}

function grouped(stays: readonly StayInUnit[]): ReadonlyMap<string, readonly StayInUnit[]> {
  const byPlace = new Map<string, StayInUnit[]>();
  for (const stay of stays) {
    const onPlace = byPlace.get(stay.place);
    if (onPlace) onPlace.push(stay);
    else byPlace.set(stay.place, [stay]);
  }
  return byPlace;
}

/** The next moment at which the answer changes though nobody does anything: a hold runs out, or a new day begins. */
function nextChange(occupations: readonly Occupation[], at: Moment, midnight: Moment): Moment {
  let next = midnight;
  for (const { status, heldUntil } of occupations)
    if (status === 'held' && heldUntil !== null && heldUntil > at && heldUntil < next) next = heldUntil;
  return next;
}

/** The midnight in Denmark that comes after a moment: to it a unit holds at most. */
export function midnightAfter(at: Moment): Moment {
  return startOfDanishDay(addDays(danishDay(at), 1));
}

/** Nights on which one more would be more than the guideline for units with shielded places says. */
function crowdedNights(unit: Unit, occupations: readonly Occupation[], at: Moment): Spans {
  if (!isShielded(unit) || occupations.length < guidelineForShieldedUnit) return new Int32Array();
  const stays = nightsOf(occupations, at);
  const changes = stays.flatMap(({ from, to }) => [[from, 1] as const, [to, -1] as const]).toSorted((one, other) => one[0] - other[0]);
  let women = 0;
  return joined(
    changes.flatMap(([from, change], index): [number, number][] => {
      women += change;
      return women >= guidelineForShieldedUnit ? [[from, changes[index + 1]?.[0] ?? from]] : [];
    }),
  );
}

/** The nights that are taken, as numbers: one for each part of a stay, and the parts of one stay share no night. */
function nightsOf(occupations: readonly Occupation[], at: Moment): readonly { readonly from: number; readonly to: number }[] {
  return occupations.flatMap((occupation) => {
    const nights = nightsTaken(occupation, at);
    return nights ? [{ from: nightNumber(nights.arrival), to: nightNumber(nights.departure) }] : [];
  });
}

/** For how many more the unit has staff: where two periods of staffing overlap, the lower number holds. */
function staffedNights({ staffing }: Unit, occupations: readonly Occupation[], at: Moment): readonly StaffedNights[] {
  if (staffing.length === 0) return [];
  const periods = staffing.map(({ from, to, women }) => ({ from: nightNumber(from), to: to === null ? forever : nightNumber(to), women }));
  const stays = nightsOf(occupations, at);
  const changes = [...new Set([...periods, ...stays].flatMap(({ from, to }) => [from, to]))].toSorted((one, other) => one - other);
  const has =
    (night: number) =>
    (of: { readonly from: number; readonly to: number }): boolean =>
      of.from <= night && night < of.to;
  return changes.flatMap((from, index): readonly StaffedNights[] => {
    const most = Math.min(...periods.filter(has(from)).map(({ women }) => women));
    if (most === Infinity) return [];
    return [{ from, to: changes[index + 1] ?? forever, left: Math.max(0, most - stays.filter(has(from)).length) }];
  });
}
