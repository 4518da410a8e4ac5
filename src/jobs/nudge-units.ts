/**
 * Now and then, units whose capacity is about to be old are reminded to confirm it, each at most as often as the rule allows. Here the reminder
 * is written; `send-reminders.ts` sends it.
 */
import { randomBytes } from 'node:crypto';
import { decide } from '../access/decide.ts';
import { asId } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Database } from '../store/database.ts';
import { nudgeUnit, unitsToNudge } from '../store/placement-freshness.ts';
import { nudgeMessage } from './nudge-message.ts';
import { keepRounds, type RunningJob } from './rounds.ts';

export type Nudging = {
  readonly db: Database;
  readonly now: () => Moment;
  /** Where the pages are served, without a slash at the end: the link begins with it. */
  readonly address: string;
  readonly tell: (sentence: string) => void;
};

/** Runs until it is stopped, the first round at once. Any number of processes may run it: no unit is reminded twice. */
export function keepNudging(nudging: Nudging): RunningJob {
  return keepRounds({
    round: () => nudgeDueUnits(nudging),
    secondsBetween: 300,
    atOnce: true,
    failed: (error) => nudging.tell(`reminding failed: ${String(error)}`),
  });
}

/** One round. A unit whose reminder cannot be written is told of and holds up no other. Says how many were reminded. */
export async function nudgeDueUnits({ db, now, address, tell }: Nudging): Promise<number> {
  const decision = decide(reminders, 'operate', now());
  if (decision.outcome === 'refused') throw new Error(decision.because);
  let written = 0;
  for (const unit of await unitsToNudge(db, now())) {
    try {
      const done = await nudgeUnit(db, decision.permit, unit, {
        at: now(),
        newSecret: () => randomBytes(32).toString('base64url'),
        write: (nudge) => nudgeMessage(nudge, address),
      });
      if (done) written += 1;
    } catch (error) {
      tell(`unit ${unit} was not reminded: ${String(error)}`);
    }
  }
  return written;
}

/** Who writes and sends the reminders, as the trace names it. */
export const reminders: Actor = {
  user: asId<'user'>('paamindelser'),
  name: 'Påmindelser (automatisk)',
  role: 'operator',
  organisation: { id: asId<'organisation'>('samlob'), name: 'Samløb', kind: 'system', municipality: null, region: null, facility: null },
  person: null,
};
