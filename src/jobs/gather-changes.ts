/** Now and then, the changes of each unit are gathered into one row: the versions stay what they are, and reading them stays quick. */
import type { Database } from '../store/database.ts';
import { gatherUnitChanges } from '../store/placement-index.ts';
import { keepRounds, type RunningJob } from './rounds.ts';

/** Runs until it is stopped. Any number of processes may run it at once. */
export function keepGatheringChanges(db: Database, tell: (sentence: string) => void): RunningJob {
  return keepRounds({
    round: () => gatherUnitChanges(db),
    secondsBetween: 600,
    atOnce: false,
    failed: (error) => tell(`gathering changes failed: ${String(error)}`),
  });
}
