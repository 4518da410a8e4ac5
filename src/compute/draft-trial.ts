/** The trial of a draft by one who waits for it only so long: the work goes on, and the next one who asks finds how far it is. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ReleaseProblem, SolvedRelease } from '../domain/disclosure/release-work.ts';
import type { ReleaseMemory } from './remembered-release.ts';

/** Milliseconds that a page, and a file, wait for a draft to be tried. */
export const [pagePatience, filePatience] = [2000, 60_000];

/** How the trial of a draft ended, or that it is not over, or that too many wait for theirs. */
export type TriedDraft = SolvedRelease | 'under-way' | 'busy';

/** Asks for it and waits `patience` milliseconds. An older draft of the same call that has not begun is no longer tried. */
export async function tryDraftIn(trials: ReleaseMemory, problem: ReleaseProblem, patience: number): Promise<TriedDraft> {
  const asked = trials.ask(problem, { newestOf: problem.request.matter });
  return Promise.race([asked.then((answer) => answer ?? 'busy'), wait(patience, 'under-way' as const, { ref: false })]);
}
