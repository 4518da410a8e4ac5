/** The next possible day: the first on which she can come, with her moves and those of others allowed. */
import { addDays, type Day, daysBetween } from '../time.ts';
import { blocksOn, suitablePlaces } from './availability.ts';
import { possible } from './feasibility.ts';
import { needsWhateverDay } from './need-nights.ts';
import type { Party } from './needs.ts';
import { fixedEnd, type Length, longestStay, nightsOf } from './nights.ts';
import type { Place } from './provision.ts';
import type { Steps } from './puzzle.ts';
import { rulesBroken, type Situation } from './situation.ts';
import { nightsTaken } from './stay.ts';

export type NextPossibleDay =
  /** `place` is one she could come to. */
  | { readonly outcome: 'found'; readonly arrival: Day; readonly place: Place }
  | { readonly outcome: 'none-within'; readonly days: number }
  /** Waiting does not help: no place meets her needs. */
  | { readonly outcome: 'never' }
  | { readonly outcome: 'not-decided-in-time' };

/** What is asked from day to day: who they are then (ages), and how long she stays. */
export type FromDayToDay = { readonly length: Length; readonly partyOn: (arrival: Day) => Party };

/**
 * The first day after the one asked for, and within so many days, on which she can come. Only days on which something ends that stood in
 * the way need be tried: whoever can come on another day could have come the day before, on the same places.
 */
export function nextPossibleDay(situation: Situation, { length, partyOn }: FromDayToDay, days: number, step: Steps): NextPossibleDay {
  const { unit, needs } = situation;
  if (suitablePlaces(unit, needsWhateverDay(needs, situation.nights), situation.nights).length === 0) return { outcome: 'never' };
  for (const arrival of daysToTry(situation, length, partyOn, days)) {
    const asked = { ...situation, nights: nightsOf(arrival, length), party: partyOn(arrival), spare: [] };
    const answer = possible(asked, step);
    if (answer.outcome === 'not-decided-in-time') return answer;
    if (answer.outcome === 'possible' && answer.first) return { outcome: 'found', arrival, place: answer.first };
  }
  return { outcome: 'none-within', days };
}

function daysToTry(
  { unit, stays, needs, nights, at }: Situation,
  length: Length,
  partyOn: (arrival: Day) => Party,
  days: number,
): readonly Day[] {
  const allows = (arrival: Day): boolean => rulesBroken(unit.admission, partyOn(arrival)).length === 0;
  const birthdays = Array.from({ length: days }, (_, index) => addDays(nights.arrival, index + 1)).filter(
    (arrival) => allows(arrival) && !allows(addDays(arrival, -1)),
  );
  const ends = [
    ...stays.flatMap((stay) => nightsTaken(stay, at)?.departure ?? []),
    ...unit.places.flatMap((place) => blocksOn(unit, place, [], at).flatMap(({ to }) => to ?? [])),
    ...unit.staffing.flatMap(({ to }) => to ?? []),
    ...needs.flatMap(({ until }) => until ?? []),
    ...birthdays,
    // To a fixed end it can be too long at first.
    ...(length.kind === 'nights' ? [] : [addDays(fixedEnd(length), -longestStay)]),
  ];
  return [...new Set(ends)].filter((day) => day > nights.arrival && daysBetween(nights.arrival, day) <= days).toSorted();
}
