/** Releases that are being solved, in this process: how far, by whom, and how it ended. What is released stands in the ledger and not here. */
import type { OnProgress } from '../../domain/disclosure/release-audit.ts';
import type { Id } from '../../domain/id.ts';
import type { Releasing } from '../../store/release.ts';

export type ReleaseJob = {
  readonly id: string;
  readonly by: Id<'user'>;
  progress: number;
  ended: Releasing | { readonly outcome: 'broke' } | null;
  readonly stop: () => void;
};

/** Kept until so many newer ones have come. */
const mostKept = 50;

export type ReleaseJobs = {
  start(
    id: string,
    by: Id<'user'>,
    work: (onProgress: OnProgress, signal: AbortSignal) => Promise<Releasing>,
    tell: (error: unknown) => void,
  ): void;
  /** The job of the one who asks; `null` where there is none, or it is another's. */
  find(id: string, by: Id<'user'>): ReleaseJob | null;
};

export function releaseJobs(): ReleaseJobs {
  const jobs = new Map<string, ReleaseJob>();
  return {
    start(id, by, work, tell) {
      if (jobs.has(id)) return;
      const control = new AbortController();
      const job: ReleaseJob = { id, by, progress: 0, ended: null, stop: () => control.abort() };
      jobs.set(id, job);
      for (const old of [...jobs.keys()].slice(0, Math.max(0, jobs.size - mostKept))) if (jobs.get(old)?.ended) jobs.delete(old);
      const onProgress: OnProgress = (done, total) => {
        job.progress = total > 0 ? done / total : 0;
        return control.signal.aborted ? 'stop' : 'go on';
      };
      work(onProgress, control.signal).then(
        (ended) => void (job.ended = ended),
        (error: unknown) => {
          job.ended = { outcome: 'broke' };
          tell(error);
        },
      );
    },
    find(id, by) {
      const job = jobs.get(id);
      return job?.by === by ? job : null;
    },
  };
}
