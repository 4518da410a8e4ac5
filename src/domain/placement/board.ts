/** A unit's places, nights and stays as the numbers that the search works with. */
import type { Day } from '../time.ts';
import { blocksOn } from './availability.ts';
import { needDays, needStretches } from './need-nights.ts';
import { unmetNeeds } from './needs.ts';
import { type Nights, shareANight } from './nights.ts';
import type { Place } from './provision.ts';
import type { Puzzle, Seeker } from './puzzle.ts';
import { movableAmong, type Situation } from './situation.ts';
import type { StayInUnit } from './stay.ts';

/** What is asked, with nights on which she needs no place of the unit: as if there were one more for her, and for her alone. */
export type Asked = Situation & { readonly spare: readonly Nights[] };

/** The question in numbers. The places that do least beyond her needs come first, so that what is rare is kept for those who need it. */
export type Board = {
  readonly places: readonly Place[];
  /** The day each spell begins, and at last the day the last one ends. */
  readonly days: readonly Day[];
  /** Those who may change places and whose nights hang together with hers. */
  readonly movable: readonly StayInUnit[];
  readonly seekers: readonly Seeker[];
  /** Her first spell. */
  readonly from: number;
  /** For each spell of hers the places she may have: if others make room, and if nobody does. The last is the spare one. */
  readonly may: readonly (readonly boolean[])[];
  readonly mayNow: readonly (readonly boolean[])[];
};

export function boardOf(asked: Asked): Board {
  const { unit, stays, needs, nights, at, spare } = asked;
  const places = unit.places.toSorted(leastBeyondFirst);
  const movable = hangingTogether(nights, movableAmong(asked));
  const fixed = stays.filter((stay) => !movable.includes(stay));
  const blocks = places.map((place) => blocksOn(unit, place, fixed, at));
  // A spell of hers has the same needs on all of its nights.
  const days = spellsOf([nights, ...spare, ...movable.map((stay) => stay.nights)], blocks.flat(), needDays(needs, nights));
  const spellOf = new Map(days.map((day, index) => [day, index]));
  const spell = (day: Day): number => spellOf.get(day) ?? 0;

  const spells = days.length - 1;
  const isFree = blocks.map((ofPlace) => {
    const free = Array.from({ length: spells }, () => true);
    for (const { from, to } of ofPlace) {
      const end = to === null ? spells : spellAtOrAfter(days, to);
      for (let index = spellAtOrAfter(days, from); index < end; index += 1) free[index] = false;
    }
    return free;
  });
  const freeOn = (place: number, from: number, to: number): boolean => {
    for (let index = from; index < to; index += 1) if (isFree[place]?.[index] !== true) return false;
    return true;
  };

  const seekers = movable.map(({ nights: theirs, place: id, mustHave }): Seeker => {
    const [from, to] = [spell(theirs.arrival), spell(theirs.departure)];
    const now = places.findIndex((place) => place.id === id);
    // Where she has been promised a place she may stay, also where it has been closed since or somebody has not left in time.
    const wouldDo = places.map(
      ({ properties }, place) => place === now || (mustHave.every((property) => properties.includes(property)) && freeOn(place, from, to)),
    );
    return { from, to, now, wouldDo: [...wouldDo, false] };
  });

  const [from, to] = [spell(nights.arrival), spell(nights.departure)];
  const hers = Array.from({ length: to - from }, (_, index) => from + index);
  const stretches = needStretches(needs, nights).map(({ nights: on }) => ({
    from: spell(on.arrival),
    to: spell(on.departure),
    meets: places.map(({ properties }) => unmetNeeds(needs, properties, on).length === 0),
  }));
  const meetsNeeds = hers.map((index) => stretches.find((one) => one.from <= index && index < one.to)?.meets);
  const may = hers.map((index, row) => [
    ...places.map((_, place) => meetsNeeds[row]?.[place] === true && isFree[place]?.[index] === true),
    spare.some(({ arrival, departure }) => spell(arrival) <= index && index < spell(departure)),
  ]);
  const mayNow = hers.map((index, row) =>
    (may[row] ?? []).map((can, place) => can && !seekers.some((one) => one.now === place && one.from <= index && index < one.to)),
  );
  return { places, days, movable, seekers, from, may, mayNow };
}

/** The search for her in at most so many parts. In one part she is a stay like others, and one who has no place yet. */
export function puzzleOf({ places, days, seekers, from, may }: Board, mostParts: number): Puzzle {
  const spells = days.length - 1;
  const count = places.length + 1;
  if (mostParts > 1) return { places: count, spells, stays: seekers, hers: { from, may, mostParts } };
  const wouldDo = Array.from({ length: count }, (_, place) => may.every((row) => row[place] === true));
  const she: Seeker = { from, to: from + may.length, now: -1, wouldDo };
  return { places: count, spells, stays: [...seekers, she], hers: { from: 0, may: [], mostParts: Infinity } };
}

/** Those whose nights touch hers, or touch the nights of one of them: nobody else can be in the way. */
function hangingTogether(nights: Nights, movable: readonly StayInUnit[]): readonly StayInUnit[] {
  let { arrival, departure } = nights;
  let kept: readonly StayInUnit[] = [];
  for (;;) {
    const window: Nights = { arrival, departure };
    const near = movable.filter((stay) => shareANight(stay.nights, window));
    if (near.length === kept.length) return kept;
    kept = near;
    for (const { nights: theirs } of near) {
      if (theirs.arrival < arrival) ({ arrival } = theirs);
      if (theirs.departure > departure) ({ departure } = theirs);
    }
  }
}

/** The days on which something begins or ends while it matters. */
function spellsOf(
  nights: readonly Nights[],
  blocks: readonly { readonly from: Day; readonly to: Day | null }[],
  needs: readonly Day[],
): readonly Day[] {
  const ends = nights.flatMap(({ arrival, departure }) => [arrival, departure]).toSorted();
  const [first, last] = [ends[0], ends.at(-1)];
  const inside = blocks.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]);
  const all = [...ends, ...needs, ...inside.filter((day) => first !== undefined && last !== undefined && first < day && day < last)];
  return [...new Set(all)].toSorted();
}

function spellAtOrAfter(days: readonly Day[], day: Day): number {
  const index = days.findIndex((one) => one >= day);
  return index === -1 ? days.length - 1 : index;
}

function leastBeyondFirst(one: Place, other: Place): number {
  return one.properties.length - other.properties.length || (one.id < other.id ? -1 : 1);
}
