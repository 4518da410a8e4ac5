/**
 * Releases that are being solved, in this process: one at a time, the others wait their turn. What was asked for and how it ended is kept in
 * the database (`store/release-job.ts`), and so is a sign of life every other second: this is only who is at work here.
 */
import type { OnProgress } from '../../domain/disclosure/release-audit.ts';
import type { Id } from '../../domain/id.ts';
import type { JobEnd } from '../../store/release-job.ts';

export type ReleaseJob = {
  readonly id: string;
  readonly by: Id<'user'>;
  /** What is asked for, as a key: the same work is begun once for one person. */
  readonly choices: string;
  /** How many are before it; 0 when it is being solved. */
  before: number;
  progress: number;
  ended: JobEnd | null;
  readonly stop: () => void;
};

export type ReleaseWorking = (onProgress: OnProgress, signal: AbortSignal) => Promise<JobEnd>;

/** What is asked for. `kept` keeps how it ended, before the next one begins; `hear` is told that it lives. */
export type AskedJob = Pick<ReleaseJob, 'id' | 'by' | 'choices'> & {
  readonly kept?: (end: JobEnd) => Promise<void>;
  readonly hear?: HearJob;
};

/** A sign of life of a job; the answer is whether somebody has asked that it stops. */
export type HearJob = (job: Pick<ReleaseJob, 'id' | 'before' | 'progress'>) => Promise<boolean>;

export type ReleaseJobs = {
  /** The job that the same person has under way here with the same choices. */
  underWay(by: Id<'user'>, choices: string): ReleaseJob | null;
  /** Whether one more of this person's can be taken. */
  hasRoom(by: Id<'user'>): boolean;
  /**
   * Begins, or gives the job back that the same person has under way with the same choices; a job that is known by its id is given back as
   * it is. Null where too many are under way.
   */
  start(asked: AskedJob, work: ReleaseWorking): ReleaseJob | null;
  /** The job of the one who asks; `null` where there is none, or it is another's. */
  find(id: string, by: Id<'user'>): ReleaseJob | null;
  /** Whether it is worked on here, or its end is just being written down. */
  isAtWork(id: string): boolean;
  /** Stops all, and is done when none works any more. */
  stopAll(): Promise<void>;
};

/** Kept until so many newer ones have come. */
const mostKept = 50;
/** Under way at most, with those that wait: of all, and of one person. One is done in less than a minute as a rule. */
export const mostUnderWay = { ofAll: 10, ofOne: 3 } as const;
/** Seconds that one is worked on before it is given up. */
const mostSeconds = 300;

/** Between two signs of life. */
const secondsBetween = 2;

export function releaseJobs(tell: (error: unknown) => void, seconds: number = mostSeconds): ReleaseJobs {
  const jobs = new Map<string, ReleaseJob>();
  const queue: ReleaseJob[] = [];
  let turn: Promise<void> = Promise.resolve();

  const keepers = new Map<string, Pick<AskedJob, 'kept' | 'hear'>>();
  const beatAll = async (): Promise<void> => {
    for (const job of queue.slice()) {
      try {
        if ((await keepers.get(job.id)?.hear?.(job)) === true) job.stop();
      } catch (error) {
        tell(error);
      }
    }
  };
  const beat = setInterval(() => void beatAll(), 1000 * secondsBetween);
  beat.unref();

  const leave = async (job: ReleaseJob, ended: JobEnd): Promise<void> => {
    if (job.ended !== null) return;
    job.ended = ended;
    const place = queue.indexOf(job);
    if (place >= 0) queue.splice(place, 1);
    queue.forEach((one, index) => (one.before = index));
    try {
      await keepers.get(job.id)?.kept?.(ended);
    } catch (error) {
      tell(error);
    } finally {
      keepers.delete(job.id);
    }
  };
  const workOn = async (job: ReleaseJob, control: AbortController, work: ReleaseWorking): Promise<void> => {
    if (job.ended) return;
    let isTooLong = false;
    const deadline = setTimeout(() => {
      isTooLong = true;
      control.abort();
    }, 1000 * seconds);
    try {
      const ended = await work((done, total) => {
        job.progress = total > 0 ? done / total : 0;
        return control.signal.aborted ? 'stop' : 'go on';
      }, control.signal);
      await leave(job, isTooLong && ended.outcome === 'stopped' ? { outcome: 'too-long' } : ended);
    } catch (error) {
      tell(error);
      await leave(job, { outcome: 'broke' });
    } finally {
      clearTimeout(deadline);
    }
  };

  return {
    underWay: (by, choices) => queue.find((one) => one.by === by && one.choices === choices) ?? null,
    hasRoom: (by) => queue.length < mostUnderWay.ofAll && queue.filter((one) => one.by === by).length < mostUnderWay.ofOne,
    start({ id, by, choices, kept, hear }, work) {
      const known = jobs.get(id) ?? queue.find((one) => one.by === by && one.choices === choices);
      if (known) return known.by === by ? known : null;
      if (!this.hasRoom(by)) return null;
      const control = new AbortController();
      const stop = (): void => {
        control.abort();
        // One that waits is over at once; one that is solved says itself how it ended: it may just have been entered.
        if (job.before > 0) void leave(job, { outcome: 'stopped' });
      };
      const job: ReleaseJob = { id, by, choices, before: queue.length, progress: 0, ended: null, stop };
      jobs.set(id, job);
      keepers.set(id, { ...(kept ? { kept } : {}), ...(hear ? { hear } : {}) });
      queue.push(job);
      for (const old of [...jobs.keys()].slice(0, Math.max(0, jobs.size - mostKept))) if (jobs.get(old)?.ended) jobs.delete(old);
      turn = turn.then(() => workOn(job, control, work));
      return job;
    },
    find(id, by) {
      const job = jobs.get(id);
      return job?.by === by ? job : null;
    },
    isAtWork: (id) => keepers.has(id),
    stopAll() {
      for (const job of [...queue].toReversed()) job.stop();
      clearInterval(beat);
      return turn;
    },
  };
}
