/**
 * Tries the ways on from a refusal, one after the other, as a release would be tried: what is offered afterwards has withstood every attacker.
 * Whoever was refused waits for them, so all of them together have one stretch of time, and those that are soon done come first.
 */
import type { ReleaseMemory } from '../../compute/remembered-release.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import type { JobChoices, TableCut } from '../../domain/call/table-cut.ts';
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

/** Seconds that all ways together are tried. A large table that is hidden can take longer than all others together, and is then not offered. */
const mostForWays = 45;

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

/** The ways that withstood every attacker; one that took too long is not among them. `time` ends the stretch that all of them have. */
export async function tryWays(
  db: Database,
  permit: Permit,
  { call, choices }: { readonly call: CallPackage; readonly choices: JobChoices },
  { onProgress, signal: stop, trials }: Trying,
  time = AbortSignal.timeout(1000 * mostForWays),
): Promise<readonly WayOn[]> {
  const withstood: WayOn[] = [];
  const ways = soonestFirst(waysFrom(choices));
  const signal = AbortSignal.any([stop, time]);
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

type Way = ReturnType<typeof waysFrom>[number];

/** A rounding is made at once; of tables that are hidden the one of fewest cells is soonest done. Those alike stay in their order. */
export function soonestFirst(ways: readonly Way[]): readonly Way[] {
  const sizeOf = ([, { method, cut }]: Way): number =>
    method === 'rounding' ? 0 : parts.places[cut.places] * parts.years[cut.years] * parts.treatments[cut.treatments];
  return ways.toSorted((one, other) => sizeOf(one) - sizeOf(other));
}

/** Into about how many each choice divides a table, sums included. */
const parts = {
  places: { municipality: 104, region: 6 },
  years: { each: 4, together: 1 },
  treatments: { apart: 3, together: 1 },
} as const satisfies { readonly [Cut in keyof TableCut]: Readonly<Record<TableCut[Cut], number>> };
