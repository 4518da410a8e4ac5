/** Now and then the waiting list is gone through: what became free in a way that tells nobody is offered, and the log of urgency is kept. */
import type { Database } from '../store/database.ts';
import { goThroughTheList } from '../store/placement-waiting-round.ts';
import { keepRounds, type RunningJob } from './rounds.ts';

/** Runs until it is stopped; a round that fails is told and the next one tries again. Any number of processes may run it at once. */
export function keepGoingThroughTheList(db: Database, tell: (sentence: string) => void): RunningJob {
  return keepRounds({
    round: () => goThroughTheList(db, tell),
    secondsBetween: 60,
    atOnce: true,
    failed: (error) => tell(`going through the waiting list failed: ${String(error)}`),
  });
}
