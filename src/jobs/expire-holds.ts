/** Now and then, holds that have run out are written down as run out. Places are free without it; a pathway's page is told sooner by it. */
import type { Database } from '../store/database.ts';
import { expireDueHolds } from '../store/placement-expire.ts';

const secondsBetween = 20;

export type RunningJob = { stop(): Promise<void> };

/** Runs until it is stopped; a round that fails is told and the next one tries again. Any number of processes may run it at once. */
export function keepExpiringHolds(db: Database, tell: (sentence: string) => void): RunningJob {
  let round: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() => expireDueHolds(db, tell)).catch((error: unknown) => tell(`expiring holds failed: ${String(error)}`));
  }, secondsBetween * 1000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
