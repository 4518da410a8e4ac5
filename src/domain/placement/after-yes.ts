/**
 * Until when a place is held once her team has said yes to an offer: a yes takes nothing away that the offer promised. No law or guidance sets
 * the limit: it is our own choice, published as `docs/rules/after-yes-2026-11.md`, and rests on the decisions 0011 and 0015.
 */
import { addMinutes, danishDay, type Day, day, type Moment } from '../time.ts';
import { holdMinutes } from './hold.ts';

/** How the time after a yes is counted, each edition from its own day on. A yes keeps the edition of the day it was given. */
export const afterYesEditions = [
  { edition: 'hastegrad/2026-11', from: day('2026-11-01'), keepsWhatWasPromised: false },
  { edition: 'efter-ja/2026-11', from: day('2026-11-26'), keepsWhatWasPromised: true },
] as const satisfies readonly { readonly edition: string; readonly from: Day; readonly keepsWhatWasPromised: boolean }[];

/** The time after a yes (da: tiden efter et ja): until when the place is held, what the offer promised, and by which edition. */
export type HeldAfterYes = { readonly until: Moment; readonly promised: Moment; readonly edition: string };

/**
 * How long a place is held after a yes at a moment. It is never less than the minutes of any hold, so that there is time to confirm also where
 * the yes came in the last minute; and from the second edition on never less than until the offer was to be answered.
 */
export function heldAfterYes(promised: Moment, at: Moment): HeldAfterYes {
  const [first] = afterYesEditions;
  const { edition, keepsWhatWasPromised } = afterYesEditions.findLast(({ from }) => from <= danishDay(at)) ?? first;
  const usual = addMinutes(at, holdMinutes);
  return { until: keepsWhatWasPromised && promised > usual ? promised : usual, promised, edition };
}
