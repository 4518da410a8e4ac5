/** Every hour, what could tell who is who is forgotten in the imported lists whose day has come. */
import { danishDay, type Moment } from '../domain/time.ts';
import type { Database } from '../store/database.ts';
import { forgetLists } from '../store/list-count.ts';
import { keepRounds, type RunningJob } from './rounds.ts';

/** Runs until it is stopped, the first time at once. Any number of processes may run it at the same time. */
export function keepForgettingLists(db: Database, now: () => Moment, tell: (sentence: string) => void): RunningJob {
  return keepRounds({
    round: () => forgetLists(db, danishDay(now())),
    secondsBetween: 3600,
    atOnce: true,
    failed: (error) => tell(`forgetting lists failed: ${String(error)}`),
  });
}
