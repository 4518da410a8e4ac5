/** Begins the work on a preview: it is written down, and solved beside the server. The same that is under way is not begun twice. */
import { releaseBeside } from '../../compute/release.ts';
import type { ReleaseMemory } from '../../compute/remembered-release.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import type { JobChoices } from '../../domain/call/table-cut.ts';
import type { OnProgress } from '../../domain/disclosure/release-audit.ts';
import type { Permit } from '../../domain/trail.ts';
import { type MakingEdition, solveEdition } from '../../store/call-report.ts';
import type { Database } from '../../store/database.ts';
import { solveMunicipalTable } from '../../store/release.ts';
import { askForJob, endJob, hearJob, readJob } from '../../store/release-job.ts';
import { previewRelease } from '../../store/release-preview.ts';
import { inOneWord, jobIdOf } from './choices.ts';
import type { ReleaseJobs } from './jobs.ts';
import { toMake, tryWays } from './try-ways.ts';

/** How long a table is sought and polished. */
const mostSeconds = 20;

export type BeginWork = {
  readonly call: CallPackage;
  readonly choices: JobChoices;
  /** What makes the same form the same work. */
  readonly key: string;
  /** The work whose preview was outdated. */
  readonly renews?: string;
};

/** Gives the id of the work; null where too many are under way. */
export async function beginWork(
  { db, jobs, trials }: { readonly db: Database; readonly jobs: ReleaseJobs; readonly trials: ReleaseMemory },
  permit: Permit,
  { call, choices, key, renews }: BeginWork,
): Promise<string | null> {
  const by = permit.actor.user;
  const inWords = inOneWord(call.id, choices);
  const id = jobIdOf(key, inWords);
  const same = (await readJob(db, permit, id)) ?? jobs.underWay(by, inWords);
  if (same) return same.id;
  if (!jobs.hasRoom(by)) return null;
  if (!(await askForJob(db, permit, { id, call: call.id, choices, ...(renews === undefined ? {} : { renews }) }))) return id;
  const job = jobs.start(
    { id, choices: inWords, by, kept: (end) => endJob(db, permit, id, end), hear: (one) => hearJob(db, permit.actor, one) },
    async (onProgress, signal) => {
      // Of a refusal, half of the bar is for the ways on.
      const half =
        (from: number): OnProgress =>
        (done, total) =>
          onProgress(from + (total > 0 ? done / total : 0) / 2, 1);
      const work = releaseBeside({ onProgress: half(0), signal });
      const solving =
        choices.method === 'report' ? solveEdition(permit, call, work) : solveMunicipalTable(toMake(call, choices, mostSeconds), work);
      const ended = await previewRelease<MakingEdition>(db, permit, call, solving);
      if (ended.outcome !== 'refused') return ended;
      return { ...ended, ways: await tryWays(db, permit, { call, choices }, { onProgress: half(0.5), signal, trials }) };
    },
  );
  if (job?.id === id) return id;
  // Another form of the same was sent while this one was written down, or the last room was taken: nobody works on what was written.
  await endJob(db, permit, id, { outcome: 'stopped' });
  return job?.id ?? null;
}
