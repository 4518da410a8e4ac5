/** Tries the ways on from a refusal, one after the other, as a release would be tried: what is offered afterwards has withstood every attacker. */
import type { ReleaseMemory } from '../../compute/remembered-release.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import type { JobChoices } from '../../domain/call/table-cut.ts';
import { type WayOn, waysFrom } from '../../domain/call/ways-on.ts';
import type { OnProgress } from '../../domain/disclosure/release-audit.ts';
import type { ReleaseWork } from '../../domain/disclosure/release-work.ts';
import { thresholds } from '../../domain/disclosure/terms.ts';
import type { Permit } from '../../domain/trail.ts';
import type { Database } from '../../store/database.ts';
import { type MakeRelease, solveMunicipalTable } from '../../store/release.ts';
import { previewRelease } from '../../store/release-preview.ts';

/** Seconds that the table of a way is polished: it is made again when it is chosen. How long it is tried is for the memory. */
const polished = 2;

/** What is made of a table's choices; `seconds` is how long it is polished. */
export function toMake(call: CallPackage, { method, zeros, cut }: JobChoices, seconds: number): MakeRelease {
  if (method === 'report') throw new Error('the report is no table');
  const [usual] = thresholds;
  return { call, method, terms: { threshold: usual.threshold, zeros, protect: 'exact' }, base: usual.base, seconds, cut };
}

type Trying = {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
  /** What was tried for one is not tried again for another. */
  readonly trials: ReleaseMemory;
};

/** The ways that withstood every attacker; one that took too long is not among them. */
export async function tryWays(
  db: Database,
  permit: Permit,
  { call, choices }: { readonly call: CallPackage; readonly choices: JobChoices },
  { onProgress, signal, trials }: Trying,
): Promise<readonly WayOn[]> {
  const withstood: WayOn[] = [];
  const ways = waysFrom(choices);
  for (const [index, [way, tried]] of ways.entries()) {
    if (signal.aborted) break;
    const asker = {
      onProgress: (done: number, total: number) => onProgress(index + (total > 0 ? done / total : 0), ways.length),
      signal,
    };
    // Where too many wait, this way is not tried, and so not offered.
    const work: ReleaseWork = async (problem) =>
      (await trials.ask(problem, asker)) ?? { kind: problem.kind, decision: { outcome: 'stopped' } };
    const ended = await previewRelease(db, permit, call, solveMunicipalTable(toMake(call, tried, polished), work));
    if (ended.outcome === 'previewed' || ended.outcome === 'released') withstood.push(way);
  }
  return withstood;
}
