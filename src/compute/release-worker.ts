/** The thread in which a release is solved. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ReleaseProblem, solveRelease } from '../domain/disclosure/release-work.ts';
import { type FromReleaseThread, until } from './release.ts';
import { loadSolver } from './solver.ts';

const problem = workerData as ReleaseProblem;
const say = (said: FromReleaseThread): void => parentPort?.postMessage(said);

const solver = await loadSolver();
say({
  solved: solveRelease(problem, solver, until(problem), (done, total) => {
    say({ progress: [done, total] });
    return 'go on';
  }),
});
