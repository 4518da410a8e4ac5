/**
 * Sends what lies in the outbox. No transaction is open while the mail server is spoken to: a message is claimed in one and ended in another, and
 * where the program dies between them, the message is due again when the claim has run out, under the same name.
 */
import { decide } from '../access/decide.ts';
import type { AfterAttempt, Attempt, NoLongerOfUse } from '../domain/placement/reminder-message.ts';
import type { Moment } from '../domain/time.ts';
import type { Database } from '../store/database.ts';
import { claimReminder, endAttempt, endWithoutUse, isReminderDue } from '../store/reminder-outbox.ts';
import { type Deliver, type Message, NotTaken } from './message.ts';
import { reminders } from './nudge-units.ts';
import { keepRounds, type RunningJob } from './rounds.ts';

export type Sending = {
  readonly db: Database;
  readonly now: () => Moment;
  readonly deliver: Deliver;
  /** Is told of each message that was not taken: which and why, never to whom or what. */
  readonly tell: (sentence: string) => void;
  /** Is asked between messages: true when no more are to be claimed. */
  readonly stopping?: () => boolean;
};

/** Runs until it is stopped, the first round at once. Any number of processes may run it: no two send one message at once. */
export function keepSending(sending: Sending): RunningJob {
  return keepRounds({
    round: (stopping) => sendDueReminders({ ...sending, stopping }),
    secondsBetween: 10,
    atOnce: true,
    failed: (error) => sending.tell(`sending reminders failed: ${String(error)}`),
  });
}

/** One round: every message that is due now, one after the other. Says how many were delivered. */
export async function sendDueReminders({ db, now, deliver, tell, stopping = () => false }: Sending): Promise<number> {
  const decision = decide(reminders, 'operate', now());
  if (decision.outcome === 'refused') throw new Error(decision.because);
  const { permit } = decision;
  let delivered = 0;
  while (!stopping() && (await isReminderDue(db))) {
    const message = await claimReminder(db, permit);
    if (message === null) break;
    const useless = await endWithoutUse(db, permit, message);
    if (useless) {
      tell(`reminder ${message.id} was not sent: ${endings[useless.reason]}`);
      continue;
    }
    const attempt = await attemptTo(deliver, message);
    const after = await endAttempt(db, permit, message, attempt);
    if (attempt.outcome === 'taken') delivered += 1;
    else tell(`reminder ${message.id} was not taken (${attempt.code}): ${whatFollows(after)}`);
  }
  return delivered;
}

const endings = {
  'not-in-time': 'its link is dead',
  confirmed: 'its unit has been confirmed meanwhile',
} as const satisfies Readonly<Record<NoLongerOfUse['reason'], string>>;

/** Null: this attempt took longer than its claim, and the message is another sender's by now. */
function whatFollows(after: AfterAttempt | null): string {
  if (after === null) return 'another has claimed or ended it meanwhile';
  return after.outcome === 'put-off' ? `tried again ${after.due}` : 'given up';
}

async function attemptTo(deliver: Deliver, message: Message): Promise<Attempt> {
  try {
    await deliver(message);
    return { outcome: 'taken' };
  } catch (error) {
    if (error instanceof NotTaken) return { outcome: error.forGood ? 'refused' : 'not-taken', code: error.code };
    const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
    return { outcome: 'not-taken', code: typeof code === 'string' ? code : 'unknown' };
  }
}
