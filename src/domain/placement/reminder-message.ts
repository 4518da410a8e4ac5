/**
 * The life of a reminder's message (da: påmindelsens besked) as one table, and what follows from an attempt to send it. It is written with the
 * reminder itself and sent afterwards, as often as it takes until its link dies: at least once, under one name, and never lost.
 */
import { addMinutes, type Moment } from '../time.ts';

/** Where a message can stand: on its way, taken by the mail server, or given up with a reason. */
export const reminderStatuses = ['waiting', 'delivered', 'undelivered'] as const;
export type ReminderStatus = (typeof reminderStatuses)[number];

export const reminderActs = ['write', 'put-off', 'deliver', 'give-up'] as const;
export type ReminderAct = (typeof reminderActs)[number];

export const reminderLifecycle = {
  write: { from: [], to: 'waiting' },
  'put-off': { from: ['waiting'], to: 'waiting' },
  deliver: { from: ['waiting'], to: 'delivered' },
  'give-up': { from: ['waiting'], to: 'undelivered' },
} as const satisfies Readonly<Record<ReminderAct, { readonly from: readonly ReminderStatus[]; readonly to: ReminderStatus }>>;

/**
 * Why a message did not arrive: the mail server will never take it, it was not taken before its link died, or its unit was confirmed before it was
 * sent, so that there was nothing left to remind of.
 */
export const undeliveredReasons = ['refused', 'not-in-time', 'confirmed'] as const;
export type UndeliveredReason = (typeof undeliveredReasons)[number];

/** What came of an attempt. `code` is the mail server's own, never its words, which may repeat an address. */
export type Attempt =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'not-taken'; readonly code: string };

/** What follows from it. */
export type AfterAttempt =
  | { readonly outcome: 'deliver' }
  | { readonly outcome: 'put-off'; readonly due: Moment; readonly code: string }
  | { readonly outcome: 'give-up'; readonly reason: UndeliveredReason; readonly code: string };

/** A message that is not sent at all, since nobody has use of it any longer. */
export type NoLongerOfUse = { readonly outcome: 'give-up'; readonly reason: 'not-in-time' | 'confirmed'; readonly code: null };

/** Looks at a message before it is sent. Null where it is to be sent. `isConfirmed`: its unit has been confirmed since it was written. */
export function beforeAttempt(
  { expires, isConfirmed }: { readonly expires: Moment; readonly isConfirmed: boolean },
  at: Moment,
): NoLongerOfUse | null {
  if (isConfirmed) return { outcome: 'give-up', reason: 'confirmed', code: null };
  return at < expires ? null : { outcome: 'give-up', reason: 'not-in-time', code: null };
}

/** Minutes until the second attempt; each pause after that is twice the one before, to the longest. Our own choice. */
const firstPause = 1;
export const longestPause = 240;

/** Decides after so many attempts, the one that ended at `at` included. A message is of no use from `expires` on, when its link dies. */
export function afterAttempt(
  attempt: Attempt,
  { attempts, expires }: { readonly attempts: number; readonly expires: Moment },
  at: Moment,
): AfterAttempt {
  switch (attempt.outcome) {
    case 'taken':
      return { outcome: 'deliver' };
    case 'refused':
      return { outcome: 'give-up', reason: 'refused', code: attempt.code };
    case 'not-taken': {
      const due = addMinutes(at, Math.min(firstPause * 2 ** Math.min(attempts - 1, 20), longestPause));
      return due < expires
        ? { outcome: 'put-off', due, code: attempt.code }
        : { outcome: 'give-up', reason: 'not-in-time', code: attempt.code };
    }
  }
}
