/** What is said of a move from one house to another: what it does to her end, and what becomes of the place where she lives. */
import { hasRunOut } from '../../domain/placement/stay.ts';
import { type Day, daysBetween, type Moment } from '../../domain/time.ts';
import type { MovesTo, StayWithName } from '../../store/placement-stays.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { transferTexts } from './transfer-texts.ts';

/** «Hun rejser 15. maj 2027: 18 nætter længere end nu (27. april 2027).» */
export function endText(now: Day, then: Day, language: Language): string {
  const say = transferTexts(language);
  const more = daysBetween(now, then);
  const day = dayText(then, language);
  if (more === 0) return say('endSame', { day });
  return say(more > 0 ? 'endLonger' : 'endShorter', { day, nights: Math.abs(more), now: dayText(now, language) });
}

/** When she was to leave where she lives, before a move was arranged. */
export function agreedDeparture({ nights, movesTo }: Pick<StayWithName, 'nights' | 'movesTo'>): Day {
  return movesTo?.departureBefore ?? nights.departure;
}

/** The move that is arranged from where she lives, held or confirmed; `null` for none. */
export function moveAhead({ status, movesTo }: Pick<StayWithName, 'status' | 'movesTo'>, now: Moment): MovesTo | null {
  if (status !== 'admitted' || movesTo === null) return null;
  return (movesTo.status === 'held' || movesTo.status === 'confirmed') && !hasRunOut(movesTo, now) ? movesTo : null;
}

/** «Flytter 14. december 2026 til Lyngborg, Skov. Pladsen her er ledig til andre fra den dag.» `null` where she is to move nowhere. */
export function moveText(stay: Pick<StayWithName, 'status' | 'nights' | 'movesTo'>, now: Moment, language: Language): string | null {
  const move = moveAhead(stay, now);
  if (move === null) return null;
  const say = transferTexts(language);
  const of = { unit: move.unitName, day: dayText(move.arrival, language) };
  if (move.status === 'held') return say('moveHeld', of);
  const stands = stay.nights.departure > move.arrival;
  if (stands && move.herYes !== 'yes') return say('movesOnYes', { ...of, departure: dayText(stay.nights.departure, language) });
  return stands ? say('movesStands', { ...of, departure: dayText(stay.nights.departure, language) }) : say('movesFree', of);
}
