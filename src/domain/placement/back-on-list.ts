/**
 * How long one who was taken off the waiting list without a place keeps the time she has waited. No law or guidance sets it: it is our own
 * choice, published as `docs/rules/back-on-list-2026-11.md` and said on the page before she is taken off.
 */
import { addDays, danishDay, type Day, day, type Moment } from '../time.ts';
import type { RequestStatus } from './waiting-lifecycle.ts';

/** Days in which she comes back to the time she has waited, each edition from its own day on. */
export const backOnListEditions = [
  { edition: 'tilbage-paa-listen/2026-11', from: day('2026-11-01'), days: 14, source: 'Samløbs eget valg' },
] as const satisfies readonly { readonly edition: string; readonly from: Day; readonly days: number; readonly source: string }[];

/** The last day on which one who leaves the list at a moment can be put on it again and go on where she was. */
export function backUntil(left: Moment): Day {
  const [first] = backOnListEditions;
  const { days } = backOnListEditions.findLast(({ from }) => from <= danishDay(left)) ?? first;
  return addDays(danishDay(left), days);
}

/**
 * From when she waits, who is put on the list at a moment: from when she waited before, where she was taken off without a place and it is not
 * longer ago than the rule says; else from now. `earlier` is her latest request; `left` when the last was written of it.
 */
export function waitsFrom(
  earlier: { readonly status: RequestStatus; readonly askedAt: Moment; readonly left: Moment } | null,
  at: Moment,
): Moment {
  const goesOn = earlier?.status === 'withdrawn' && danishDay(at) <= backUntil(earlier.left);
  return earlier && goesOn ? earlier.askedAt : at;
}
