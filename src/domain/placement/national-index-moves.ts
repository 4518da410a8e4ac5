/**
 * What can be said at a glance of whether she could come if she changed places herself or stays that have not begun did: no, because on some night
 * there is no way at all; or yes, because those in her way can each go straight to a free place, or because she gets through on places that stand
 * free with as few moves as there could be if nobody were in her way. What lies between is left to the exact search.
 */
import type { Move } from './feasibility.ts';
import type { CompiledPlace, CompiledUnit, MovableStay } from './national-index-unit.ts';
import { bitsWithin, type NeedBits, takenFor } from './need-bits.ts';
import { firstTaken, isFree, nightOf, type Spans } from './national-index-spans.ts';
import type { PlacePart } from './parts.ts';

export type GlanceAtMoves =
  | { readonly outcome: 'impossible' }
  /** With as few moves as there can be. */
  | { readonly outcome: 'possible'; readonly parts: readonly PlacePart[]; readonly moves: readonly Move[] }
  /** Only the exact search can tell. */
  | { readonly outcome: 'undecided' };

/** A glance at a unit. Nights are numbers, needs are bits. Her own moves come before those of others, as in the exact search. */
export function glanceAtMoves(unit: CompiledUnit, needs: NeedBits, arrival: number, nights: number): GlanceAtMoves {
  if (isImpossibleOnSomeNight(unit, needs, arrival, nights)) return { outcome: 'impossible' };
  const departure = arrival + nights;
  const least = fewestParts(unit, needs, arrival, departure, ({ fixed }) => fixed);
  if (least === null) return { outcome: 'impossible' };
  if (least.length > 1) {
    // One place is not to be had, whoever moves: as few parts as these with nobody moved are as few as there can be.
    const still = fewestParts(unit, needs, arrival, departure, ({ taken }) => taken);
    return still?.length === least.length ? { outcome: 'possible', parts: still, moves: [] } : { outcome: 'undecided' };
  }
  const ofAll = bitsWithin(needs, arrival, departure);
  const ways = unit.places
    .filter(({ has, fixed }) => (has & ofAll) === ofAll && isFree(fixed, arrival, departure))
    .map((place) => ({ place, displaced: place.movable.filter(({ from, to }) => from < departure && arrival < to) }))
    .toSorted((one, other) => one.displaced.length - other.displaced.length);

  // Where somebody in her way has no free place to go to, one more must move than those who are in her way.
  let fewest = Infinity;
  for (const { place, displaced } of ways) {
    if (displaced.length > fewest) break;
    const moves = displaced.flatMap((stay) => straightMove(unit, place, stay) ?? []);
    if (moves.length === displaced.length)
      return { outcome: 'possible', parts: [{ place: place.place, nights: spanOf(arrival, departure) }], moves };
    fewest = Math.min(fewest, displaced.length + 1);
  }
  return { outcome: 'undecided' };
}

/** The fewest parts in which she gets through on the places with some nights taken, each kept for as long as it goes; `null` where there is no way. */
function fewestParts(
  { places }: CompiledUnit,
  needs: NeedBits,
  arrival: number,
  departure: number,
  takenOf: (place: CompiledPlace) => Spans,
): readonly PlacePart[] | null {
  const open = places.flatMap((place) => {
    const taken = takenFor(place.has, takenOf(place), needs);
    return taken === null ? [] : [{ place, taken }];
  });
  const parts: PlacePart[] = [];
  for (let from = arrival; from < departure;) {
    let [best, until]: [CompiledPlace | null, number] = [null, from];
    for (const { place, taken } of open) {
      const end = Math.min(firstTaken(taken, from), departure);
      if (end > until) [best, until] = [place, end];
    }
    if (best === null) return null;
    parts.push({ place: best.place, nights: spanOf(from, until) });
    from = until;
  }
  return parts;
}

function spanOf(from: number, to: number): PlacePart['nights'] {
  return { arrival: nightOf(from), departure: nightOf(to) };
}

/**
 * Whether there is a night on which those who are there and she cannot have a place each, were that night on its own (Hall's condition, looked
 * up as an augmenting path). Then nothing helps: neither moving others nor that she changes place on the way. A short cut alone: without it the exact
 * search finds the same no, later; `national-index.test.ts` compares the two.
 */
export function isImpossibleOnSomeNight(unit: CompiledUnit, needs: NeedBits, arrival: number, nights: number): boolean {
  const departure = arrival + nights;
  if (!isFree(unit.full, arrival, departure)) return true;
  // Most who are there at once are there on the first night of one of them; what is closed or not to be moved begins on a night too.
  const critical = new Set([arrival]);
  const note = (night: number): void => {
    if (night > arrival && night < departure) critical.add(night);
  };
  for (const { fixed, movable } of unit.places) {
    for (const { from } of movable) note(from);
    for (let at = 0; at < fixed.length; at += 2) note(fixed[at] ?? arrival);
  }
  // What she needs is most on the first night of a need of hers.
  for (const { from } of needs.dated) note(from);
  for (const night of critical) if (!fitsOn(unit.places, bitsWithin(needs, night, night + 1), night)) return true;
  return false;
}

/** Whether one more with such needs fits in on a night, when those who may be moved make room. */
function fitsOn(places: readonly CompiledPlace[], needs: number, night: number): boolean {
  // On most nights a place that would do stands free.
  if (places.some(({ has, taken }) => (has & needs) === needs && isFree(taken, night, night + 1))) return true;
  const reached = new Set<CompiledPlace>();
  const wanting = [needs];
  for (let mustHave = wanting.pop(); mustHave !== undefined; mustHave = wanting.pop())
    for (const place of places) {
      if ((place.has & mustHave) !== mustHave || reached.has(place) || !isFree(place.fixed, night, night + 1)) continue;
      const holder = place.movable.find(({ from, to }) => from <= night && night < to);
      if (!holder) return true;
      reached.add(place);
      wanting.push(holder.mustHave);
    }
  return false;
}

/** The first place that stands free on all nights of a stay that must go. */
function straightMove({ places }: CompiledUnit, from: CompiledPlace, { stay, mustHave, ...nights }: MovableStay): Move | null {
  const to = places.find(
    (place) =>
      place !== from &&
      (place.has & mustHave) === mustHave &&
      isFree(place.fixed, nights.from, nights.to) &&
      !place.movable.some((other) => other.from < nights.to && nights.from < other.to),
  );
  return to ? { stay: stay.stay, nights: stay.nights, from: from.place, to: to.place } : null;
}
