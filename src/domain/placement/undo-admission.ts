/**
 * An admission that was written by mistake is put right (da: indskrivningen rettes): of the wrong woman, or on the wrong day. The stay is what it was
 * before, and she is expected again; one who did come is admitted again on the right day. No law or guidance sets the time: it is our own choice,
 * published as `docs/rules/undo-admission-2026-11.md`.
 */
import { addMinutes, danishDay, type Day, day, type Moment } from '../time.ts';
import type { Leave } from './leave.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { type Nights, shareANight } from './nights.ts';
import { sameParts, type StayPart } from './parts.ts';
import { nightsTaken, type Occupation, type Stay } from './stay.ts';

/** For how many hours after it was written an admission can be put right, each edition from its own day on. */
export const undoAdmissionEditions = [
  { edition: 'indskrivning-rettes/2026-11', from: day('2026-11-27'), hours: 72 },
] as const satisfies readonly {
  readonly edition: string;
  readonly from: Day;
  readonly hours: number;
}[];

/** An admission as it was written: when, the places she was to be on before it, and those that it gave her. */
export type AdmissionRecord = {
  readonly recorded: Moment;
  readonly before: readonly StayPart[];
  readonly after: readonly StayPart[];
};

export type AdmissionUndone =
  | { readonly outcome: 'admission-undone'; readonly nights: Nights; readonly parts: readonly StayPart[]; readonly edition: string }
  | { readonly outcome: 'too-late'; readonly until: Moment }
  /** Another place or day, or a leave, was written since: that is put right first. */
  | { readonly outcome: 'written-since' }
  /** It was the move from another unit too, in one act. */
  | { readonly outcome: 'moved-here' }
  /** Her municipality has not confirmed the place: there is nothing that she would be expected to. */
  | { readonly outcome: 'not-confirmed' }
  /** Somebody else had or has the place on a night that would be hers again. */
  | { readonly outcome: 'place-taken'; readonly from: Day }
  /** She is not admitted, or how it stood before was not kept. */
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** Until when an admission can be put right, and by which edition. One that was written before the first is judged by the first. */
export function admissionPutRightUntil(recorded: Moment): { readonly until: Moment; readonly edition: string } {
  const [first] = undoAdmissionEditions;
  const { edition, hours } = undoAdmissionEditions.findLast(({ from }) => from <= danishDay(recorded)) ?? first;
  return { until: addMinutes(recorded, hours * 60), edition };
}

/** Decides from all that is taken in the unit from her first night on, as it stood before or stands now. */
export function undoAdmission(
  stay: Stay & { readonly leaves: readonly Leave[]; readonly transferFrom: Stay['id'] | null },
  record: AdmissionRecord | null,
  occupations: readonly Occupation[],
  at: Moment,
): AdmissionUndone {
  const [first, last] = [record?.before[0], record?.before.at(-1)];
  if (!canFollow('undo-admit', stay.status) || !record || !first || !last) return { outcome: 'cannot', status: stay.status };
  const { until, edition } = admissionPutRightUntil(record.recorded);
  if (at > until) return { outcome: 'too-late', until };
  if (stay.transferFrom !== null) return { outcome: 'moved-here' };
  if (stay.legalBasis === null || stay.paidBy === null) return { outcome: 'not-confirmed' };
  if (stay.leaves.length > 0 || !sameParts(stay.parts, record.after)) return { outcome: 'written-since' };

  const taken = record.before.flatMap((part) =>
    occupations.flatMap((occupation) => {
      const nights = occupation.stay !== stay.id && occupation.place === part.place ? nightsTaken(occupation, at) : null;
      if (nights === null || !shareANight(nights, part.nights)) return [];
      return [nights.arrival > part.nights.arrival ? nights.arrival : part.nights.arrival];
    }),
  );
  const [from] = taken.toSorted();
  if (from !== undefined) return { outcome: 'place-taken', from };
  const nights = { arrival: first.nights.arrival, departure: last.nights.departure };
  return { outcome: 'admission-undone', nights, parts: record.before, edition };
}
