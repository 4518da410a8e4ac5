/** Now and then the waiting list is gone through: what became free in a way that tells nobody is offered, and the log of urgency is kept. */
import type { Database } from '../store/database.ts';
import { goThroughTheList } from '../store/placement-waiting-round.ts';
import type { RunningJob } from './expire-holds.ts';

const secondsBetween = 60;

/** Runs until it is stopped; a round that fails is told and the next one tries again. Any number of processes may run it at once. */
export function keepGoingThroughTheList(db: Database, tell: (sentence: string) => void): RunningJob {
  let round: Promise<unknown> = Promise.resolve();
  const go = (): void => {
    round = round
      .then(() => goThroughTheList(db, tell))
      .catch((error: unknown) => tell(`going through the waiting list failed: ${String(error)}`));
  };
  go();
  const timer = setInterval(go, secondsBetween * 1000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
