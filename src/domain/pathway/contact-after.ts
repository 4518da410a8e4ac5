/**
 * Contact with her after a stay that was broken off (da: kontakt efter et afbrudt ophold): by when somebody of her team has talked with her. No law and
 * no guidance gives the days: it is our own choice, published as `docs/rules/contact-after-broken-off-2026-11.md`.
 */
import { addDays, type Day, day } from '../time.ts';
import { isBrokenOff } from './broken-off.ts';
import type { Pathway } from './state.ts';

/** Each edition from its own day on; a stay that was broken off before the first day is asked about by none. */
export const contactAfterEditions = [
  { edition: 'kontakt-efter-afbrud/2026-11', from: day('2026-11-26'), days: 2 },
] as const satisfies readonly {
  readonly edition: string;
  readonly from: Day;
  /** Days from the day she left. */
  readonly days: number;
}[];

/** The day by which she is to be talked with; `null` where no stay was broken off, she has another place, or a contact is written since. */
export function contactDue({
  stay,
  bornOn,
  lastContact,
  latestAnswer,
}: Pick<Pathway, 'stay' | 'bornOn' | 'lastContact' | 'latestAnswer'>): { readonly day: Day; readonly edition: string } | null {
  if (stay?.status !== 'discharged' || stay.dischargedOn === null || !isBrokenOff(stay, bornOn)) return null;
  const left = stay.dischargedOn;
  const rule = contactAfterEditions.findLast(({ from }) => from <= left);
  // Of the day she left itself the fold keeps only a contact that was written after it. What she answered herself on a later day was said in a contact too.
  const isDone = (lastContact !== undefined && lastContact >= left) || (latestAnswer !== null && latestAnswer.on > left);
  return rule === undefined || isDone ? null : { day: addDays(left, rule.days), edition: rule.edition };
}
