/**
 * What can be said at a glance of whether she could come if stays that have not begun changed places: no, because on some night there is no
 * way at all; or yes, because those in her way can each go straight to a free place. What lies between is left to the exact search.
 */
import type { Move } from './feasibility.ts';
import type { CompiledPlace, CompiledUnit, MovableStay } from './national-index-unit.ts';
import { isFree } from './national-index-spans.ts';
import type { Place } from './provision.ts';

export type GlanceAtMoves =
  | { readonly outcome: 'impossible' }
  /** With as few moves as there can be. */
  | { readonly outcome: 'possible'; readonly place: Place; readonly moves: readonly Move[] }
  /** Only the exact search can tell. */
  | { readonly outcome: 'undecided' };

/** A glance at a unit: a yes gives her one place on every night, a no holds also where she could change place. Nights are numbers, needs are bits. */
export function glanceAtMoves(unit: CompiledUnit, needs: number, arrival: number, nights: number): GlanceAtMoves {
  if (isImpossibleOnSomeNight(unit, needs, arrival, nights)) return { outcome: 'impossible' };
  const departure = arrival + nights;
  const ways = unit.places
    .filter(({ has, fixed }) => (has & needs) === needs && isFree(fixed, arrival, departure))
    .map((place) => ({ place, displaced: place.movable.filter(({ from, to }) => from < departure && arrival < to) }))
    .toSorted((one, other) => one.displaced.length - other.displaced.length);

  // Where somebody in her way has no free place to go to, one more must move than those who are in her way.
  let fewest = Infinity;
  for (const { place, displaced } of ways) {
    if (displaced.length > fewest) break;
    const moves = displaced.flatMap((stay) => straightMove(unit, place, stay) ?? []);
    if (moves.length === displaced.length) return { outcome: 'possible', place: place.place, moves };
    fewest = Math.min(fewest, displaced.length + 1);
  }
  return { outcome: 'undecided' };
}

/**
 * Whether there is a night on which those who are there and she cannot have a place each, were that night on its own (Hall's condition, looked
 * up as an augmenting path). Then nothing helps: neither moving others nor that she changes place on the way. A short cut alone: without it the exact
 * search finds the same no, later; `national-index.test.ts` compares the two.
 */
export function isImpossibleOnSomeNight(unit: CompiledUnit, needs: number, arrival: number, nights: number): boolean {
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
  for (const night of critical) if (!fitsOn(unit.places, needs, night)) return true;
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
