/**
 * The solving of a release as work of its own (da: udgivelsens regnearbejde): what is known goes in, the decision comes out, and nothing is
 * held meanwhile. Where it is done, on this thread or beside the server, is for the one who brings it.
 */
import type { Solver } from '../linear-problem.ts';
import { decideEdition, type EditionDecision, type EditionRequest } from './edition-release.ts';
import type { LedgerEntry } from './refusal.ts';
import { decideRelease } from './release.ts';
import type { ReleaseDecision, ReleaseRequest } from './release-request.ts';
import type { OnProgress } from './release-audit.ts';

/** A table to be released; how long it may be polished is told in seconds. */
export type TableRequest = Omit<ReleaseRequest, 'mayPolish'>;

export type ReleaseProblem =
  | { readonly kind: 'table'; readonly request: TableRequest; readonly ledger: readonly LedgerEntry[] }
  | { readonly kind: 'edition'; readonly request: EditionRequest; readonly ledger: readonly LedgerEntry[] };

export type SolvedRelease =
  | { readonly kind: 'table'; readonly decision: ReleaseDecision }
  | { readonly kind: 'edition'; readonly decision: EditionDecision };

/** Does the work. A problem of one kind is answered with a decision of that kind. */
export type ReleaseWork = (problem: ReleaseProblem) => Promise<SolvedRelease>;

/** Solves on this thread. `mayPolish` is asked while there is time to look for a cheaper table. */
export function solveRelease(problem: ReleaseProblem, solver: Solver, mayPolish: () => boolean, onProgress: OnProgress): SolvedRelease {
  const { ledger } = problem;
  return problem.kind === 'table'
    ? { kind: 'table', decision: decideRelease({ ...problem.request, mayPolish }, ledger, solver, onProgress) }
    : { kind: 'edition', decision: decideEdition(problem.request, ledger, solver, onProgress) };
}
