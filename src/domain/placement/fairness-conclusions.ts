/**
 * What the report of fairness says in a sentence (da: konklusioner): what is uneven, for whom, and how many. A sentence names no group with fewer
 * women than the rule asks for, so that it can be said outside the circle that reads the tables. Our own choice, published as
 * `docs/rules/fairness-2026-11.md`.
 */
import type { FairnessReport, Waits, WaitsOf } from './waiting-fairness.ts';

/** From how many women on a group is compared, and from how many days on a difference is said. */
export const fairnessRule = { edition: 'rimelighed/2026-11', leastCounted: 5, leastDays: 7 } as const;

/** By what women are compared, and which of them: those who wait now, or those who were given a place. */
export const fairnessViews = ['band', 'size', 'region'] as const;
export type FairnessView = (typeof fairnessViews)[number];
export type FairnessWhom = 'waiting' | 'placed';

/** A group that is large enough to be named. */
export type NamedWait = { readonly group: string; readonly count: number; readonly median: number };

export type FairnessConclusion = { readonly view: FairnessView; readonly whom: FairnessWhom } & (
  | { readonly outcome: 'uneven'; readonly longest: NamedWait; readonly shortest: NamedWait }
  | { readonly outcome: 'even'; readonly counted: number }
  /** Fewer than two groups are large enough to be compared. */
  | { readonly outcome: 'too-few' }
);

/**
 * A conclusion for each view and for each of the two. Between urgencies it is uneven only where the more urgent wait longer than the less urgent:
 * that they wait shorter is what the list is for. `byBand` is read as it stands in the report, the least urgent first.
 */
export function fairnessConclusions({ byBand, bySize, byRegion }: FairnessReport): readonly FairnessConclusion[] {
  return (['placed', 'waiting'] as const).flatMap((whom): readonly FairnessConclusion[] => [
    { view: 'band', whom, ...orderedBy(named(byBand, whom)) },
    { view: 'size', whom, ...spreadOf(named(bySize, whom)) },
    { view: 'region', whom, ...spreadOf(named(byRegion, whom)) },
  ]);
}

/** How often somebody was passed: exactly from the rule's count on, else only that it was fewer. */
export type PassedCount =
  | { readonly outcome: 'none' }
  | { readonly outcome: 'fewer-than'; readonly than: number }
  | { readonly outcome: 'counted'; readonly times: number; readonly passed: number };

export function passedCount({ overtakings }: Pick<FairnessReport, 'overtakings'>): PassedCount {
  const [times, passed] = [overtakings.reduce((sum, { count }) => sum + count, 0), overtakings.reduce((sum, one) => sum + one.passed, 0)];
  if (times === 0) return { outcome: 'none' };
  return times < fairnessRule.leastCounted
    ? { outcome: 'fewer-than', than: fairnessRule.leastCounted }
    : { outcome: 'counted', times, passed };
}

type Compared =
  | { readonly outcome: 'uneven'; readonly longest: NamedWait; readonly shortest: NamedWait }
  | { readonly outcome: 'even'; readonly counted: number }
  | { readonly outcome: 'too-few' };

function named(rows: readonly WaitsOf<string>[], whom: FairnessWhom): readonly NamedWait[] {
  return rows.flatMap((row) => {
    const { count, median }: Waits = row[whom];
    return row.group !== 'unknown' && median !== null && count >= fairnessRule.leastCounted ? [{ group: row.group, count, median }] : [];
  });
}

function spreadOf(groups: readonly NamedWait[]): Compared {
  const [shortest, longest] = [
    groups.toSorted((one, other) => one.median - other.median)[0],
    groups.toSorted((one, other) => other.median - one.median)[0],
  ];
  if (groups.length < 2 || !shortest || !longest) return { outcome: 'too-few' };
  if (longest.median - shortest.median >= fairnessRule.leastDays) return { outcome: 'uneven', longest, shortest };
  return { outcome: 'even', counted: groups.reduce((sum, { count }) => sum + count, 0) };
}

/** The pair that is furthest the wrong way: the later group of the two waits longer. */
function orderedBy(groups: readonly NamedWait[]): Compared {
  if (groups.length < 2) return { outcome: 'too-few' };
  const pairs = groups.flatMap((longest, index) => groups.slice(0, index).map((shortest) => ({ longest, shortest })));
  const by = ({ longest, shortest }: (typeof pairs)[number]): number => longest.median - shortest.median;
  const [worst] = pairs.toSorted((one, other) => by(other) - by(one));
  if (worst && by(worst) >= fairnessRule.leastDays) return { outcome: 'uneven', ...worst };
  return { outcome: 'even', counted: groups.reduce((sum, { count }) => sum + count, 0) };
}
