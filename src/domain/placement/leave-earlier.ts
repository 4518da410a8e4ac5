/**
 * She leaves earlier than was agreed (da: rejser tidligere end aftalt): the unit was told, and writes it before the day. It is her choice and a real
 * event, so nobody is asked; those who pay for the nights are told. A day that has come is written as a discharge.
 */
import { type Day, danishDay, type Moment } from '../time.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import type { Nights } from './nights.ts';
import { partsUntil, type StayPart } from './parts.ts';
import type { Stay } from './stay.ts';

export type LeavesEarlier =
  | { readonly outcome: 'leaves-earlier'; readonly nights: Nights; readonly parts: readonly StayPart[] }
  /** The day has come: then she is discharged. */
  | { readonly outcome: 'has-come' }
  /** It is no earlier than the agreed day: only those who pay let her stay longer. */
  | { readonly outcome: 'not-earlier'; readonly departure: Day }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

export function leaveEarlier(stay: Stay, departure: Day, at: Moment): LeavesEarlier {
  if (!canFollow('leave-earlier', stay.status)) return { outcome: 'cannot', status: stay.status };
  if (departure <= danishDay(at)) return { outcome: 'has-come' };
  if (departure >= stay.nights.departure) return { outcome: 'not-earlier', departure: stay.nights.departure };
  return { outcome: 'leaves-earlier', nights: { ...stay.nights, departure }, parts: partsUntil(stay.parts, departure) };
}
