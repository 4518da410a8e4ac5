/**
 * Sample coverage (Chao and Tsay 1998, Biometrika 85:283-293; Chao et al. 2001, Statistics in Medicine 20:3123-3157): how large a part of
 * everybody's chances of being seen belongs to those who were seen.
 */
import type { EstimateRow } from './estimate-row.ts';
import { accelerationOf, bcaInterval } from './bca.ts';
import { drawnRemarks, notBelow } from './bootstrap.ts';
import type { Draw } from './chance.ts';
import { level } from './gamma.ts';
import { margin, pairsOf, seenIn } from './overlap-table.ts';
import { type Remark, remark } from './remark.ts';
import { resampleWith } from './resample.ts';

/** How often the persons are drawn again for the intervals. */
export type CoverageBootstrap = { readonly replicates: number; readonly draw: Draw };

export type Coverage = {
  /** The estimated sample coverage, between 0 and 1; null when a list is empty. */
  readonly coverage: number | null;
  /** With lists that do not depend on each other; in general; and the one-step form for low coverage. Null when it is not identified. */
  readonly independent: number | null;
  readonly general: number | null;
  readonly oneStep: number | null;
};

/** The estimates from counts by combination of lists. */
export function sampleCoverage(lists: number, counts: readonly number[]): Coverage {
  const none = { coverage: null, independent: null, general: null, oneStep: null };
  const size = (list: number): number => margin(counts, 1 << list);
  const alone = (list: number): number => counts[1 << list] ?? 0;
  const all = Array.from({ length: lists }, (_, list) => list);
  if (all.some((list) => size(list) === 0)) return none;

  const seen = seenIn(counts);
  const covered = seen - mean(all.map(alone));
  const coverage = 1 - mean(all.map((list) => alone(list) / size(list)));
  if (coverage <= 1e-12) return { ...none, coverage: 0 };
  const independent = covered / coverage;
  if (lists < 3) return { ...none, coverage, independent };

  const pairs = pairsOf(lists).map((pair) => {
    const [i = 0, j = 0] = all.filter((list) => (pair >> list) & 1);
    return { weight: alone(i) + alone(j) + 2 * (counts[pair] ?? 0), link: margin(counts, pair) / (size(i) * size(j)) };
  });
  const sum = (of: (pair: { readonly weight: number; readonly link: number }) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  const divisor = lists * coverage - sum(({ weight, link }) => weight * link);
  const general = divisor > 1e-12 ? (lists * covered - sum(({ weight }) => weight)) / divisor : null;
  const inner = independent + sum(({ weight, link }) => weight * (independent * link - 1)) / (lists * coverage);
  const oneStep = independent + sum(({ weight, link }) => weight * (link * inner - 1)) / (lists * coverage);
  return { coverage, independent, general, oneStep };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The three as rows `N0`, `N` and `N1`. An estimate below the number seen is no estimate. Intervals are drawn where it is asked; else `why` they are not there. */
export function coverageRows(
  lists: number,
  counts: readonly number[],
  bootstrap: CoverageBootstrap | null = null,
  why: Remark = remark('interval-by-drawing'),
): readonly EstimateRow[] {
  const { coverage, independent, general, oneStep } = sampleCoverage(lists, counts);
  const seen = seenIn(counts);
  const again = bootstrap && drawAgain(lists, counts, bootstrap);
  const row = (method: string, form: Form, value: number | null, said: readonly Remark[]): EstimateRow => {
    const isBelow = value !== null && value < seen - 1e-9;
    const isEstimate = value !== null && !isBelow;
    const none = { interval: [null, null] as const, remarks: isEstimate ? [why] : value === null ? [remark('no-coverage')] : [] };
    const drawn = isEstimate && again ? again(form, value) : none;
    return {
      method,
      model: null,
      estimate: value,
      interval: drawn.interval,
      level,
      aic: null,
      bic: null,
      status: isEstimate ? 'ok' : 'not-identified',
      remarks: [...said, ...(isBelow ? [remark('below-seen')] : []), ...drawn.remarks],
    };
  };
  const low = coverage !== null && coverage <= 0.55 ? [remark('low-coverage')] : [];
  return [
    row('N0', 'independent', independent, [remark('lists-independent')]),
    row('N', 'general', general, low),
    row('N1', 'oneStep', oneStep, []),
  ];
}

type Form = 'independent' | 'general' | 'oneStep';

/** Everybody is drawn, the unseen of each form among them; a number below those seen in its table counts as those seen there. */
function drawAgain(lists: number, counts: readonly number[], { replicates, draw }: CoverageBootstrap) {
  const seen = counts.reduce((sum, count) => sum + count, 0);
  return (form: Form, value: number) => {
    const drawn = Array.from({ length: replicates }, () => {
      const table = resampleWith(value - seen, counts, draw);
      return Math.max(
        table.reduce((sum, count) => sum + count, 0),
        sampleCoverage(lists, table)[form] ?? Infinity,
      );
    });
    const bca = bcaInterval(
      value,
      drawn,
      accelerationOf(counts, (table) => sampleCoverage(lists, table)[form], value - seen),
    );
    const infinite = drawn.filter((number) => number === Infinity).length;
    return { interval: notBelow(seen, bca.interval), remarks: drawnRemarks(replicates, infinite, bca.isUncertain) };
  };
}
