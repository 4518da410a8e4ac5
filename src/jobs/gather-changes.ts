/** Now and then, the changes of each unit are gathered into one row: the versions stay what they are, and reading them stays quick. */
import type { Database } from '../store/database.ts';
import { gatherUnitChanges } from '../store/placement-index.ts';
import type { RunningJob } from './expire-holds.ts';

const minutesBetween = 10;

/** Runs until it is stopped. Any number of processes may run it at once. */
export function keepGatheringChanges(db: Database, tell: (sentence: string) => void): RunningJob {
  let round: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() => gatherUnitChanges(db)).catch((error: unknown) => tell(`gathering changes failed: ${String(error)}`));
  }, minutesBetween * 60_000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
