/** The solving of a release: on this thread for a command, in a thread of its own beside the server. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { OnProgress } from '../domain/disclosure/release-audit.ts';
import { type ReleaseProblem, type ReleaseWork, type SolvedRelease, solveRelease } from '../domain/disclosure/release-work.ts';
import { loadSolver } from './solver.ts';

/** What the thread says: how far it has come, and at last the decision. */
export type FromReleaseThread = { readonly progress: readonly [done: number, total: number] } | { readonly solved: SolvedRelease };

const builtProgram = fileURLToPath(new URL('./release-worker.js', import.meta.url));
const stopped = { outcome: 'stopped' } as const;

/** Solves on this thread. `mayPolish` is asked while there is time; without it, as long as the request says. */
export function releaseHere(onProgress: OnProgress = () => 'go on', mayPolish?: () => boolean): ReleaseWork {
  return async (problem) => solveRelease(problem, await loadSolver(), mayPolish ?? until(problem), onProgress);
}

/** Whether there is still time to polish: as many seconds from now as the request says. */
export function until(problem: ReleaseProblem): () => boolean {
  const end = performance.now() + 1000 * (problem.kind === 'table' ? problem.request.seconds : 0);
  return () => performance.now() < end;
}

/**
 * Solves in a thread, so that the server answers others meanwhile. `signal` stops the work; so does the answer `stop` to a report of
 * progress. Where no thread is built, it is done on this one. How many are solved at a time is for the one who asks.
 */
export function releaseBeside(
  { onProgress = () => 'go on', signal }: { readonly onProgress?: OnProgress; readonly signal?: AbortSignal } = {},
  program = builtProgram,
): ReleaseWork {
  return (problem) => (existsSync(program) ? inThread(problem, program, onProgress, signal) : releaseHere(onProgress)(problem));
}

async function inThread(
  problem: ReleaseProblem,
  program: string,
  onProgress: OnProgress,
  signal: AbortSignal | undefined,
): Promise<SolvedRelease> {
  if (signal?.aborted) return { kind: problem.kind, decision: stopped };
  const worker = new Worker(program, { workerData: problem });
  let onStop: () => void = () => undefined;
  try {
    return await new Promise<SolvedRelease>((resolve, reject) => {
      onStop = () => resolve({ kind: problem.kind, decision: stopped });
      signal?.addEventListener('abort', onStop);
      worker.on('message', (said: FromReleaseThread) => {
        if ('solved' in said) resolve(said.solved);
        else if (onProgress(...said.progress) === 'stop') onStop();
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread of a release ended before its work was done')));
    });
  } finally {
    signal?.removeEventListener('abort', onStop);
    await worker.terminate();
  }
}
