/** Now and then, holds that have run out are written down as run out. Places are free without it; a pathway's page is told sooner by it. */
import type { Database } from '../store/database.ts';
import { expireDueHolds } from '../store/placement-expire.ts';
import { keepRounds, type RunningJob } from './rounds.ts';

/** Runs until it is stopped; a round that fails is told and the next one tries again. Any number of processes may run it at once. */
export function keepExpiringHolds(db: Database, tell: (sentence: string) => void): RunningJob {
  return keepRounds({
    round: () => expireDueHolds(db, tell),
    secondsBetween: 20,
    atOnce: false,
    failed: (error) => tell(`expiring holds failed: ${String(error)}`),
  });
}
