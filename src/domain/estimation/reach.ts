/**
 * How far the number may lie when all that the lists leave open is taken together (da: rækkevidde): each method's own interval, the tables
 * that hidden counts allow and as many as may have been seen in one of them, other laws of how the women differ that fit as well, other beliefs beforehand, and two lists of which the one
 * makes the other likelier. What methods agree on is no answer where these disagree.
 */
import { type AnswerRange, widestInterval } from './conclusion.ts';
import type { Findings } from './estimate-report.ts';
import type { EstimateRow } from './estimate-row.ts';
import { isLowerBound } from './heterogeneity.ts';
import { isLowerBoundRow } from './repeat-counts.ts';

/** Two laws fit as well when their deviances differ by less: 95 % of chi-square with one degree of freedom. */
const fitsAsWell = 3.841;
/** Being on one list is taken to change the odds of being on the other by at most so many times, up or down. */
export const oddsTaken = 2;

/** Nor can two lists say that it does not change them by so many times. */
export const oddsBeyond = 8;

/** From the least to the most, in persons; no `high` where something has no upper end. */
export type Ends = { readonly low: number; readonly high: number | null };

/**
 * Null where no method has an estimate; where counts are intervals and the tables they allow were not each worked out, all from the least seen, as
 * one of those tables may leave it open; no `high` where a method has no upper end, or where all are lower bounds.
 */
export function reachOf(
  findings: Pick<Findings, 'observed' | 'methods' | 'sensitivity' | 'heterogeneity' | 'priors' | 'fillings'>,
): AnswerRange | null {
  const { methods, heterogeneity = [], priors = [] } = findings;
  if (answered(methods).length === 0) return null;
  const filled = fillingsReach(findings);
  if (filled === 'open') return { low: seenAtLeast(findings), high: null, undecided: true };
  const deviances = heterogeneity.flatMap(({ estimate, deviance }) => (estimate === null || deviance === null ? [] : [deviance]));
  const best = Math.min(...deviances);
  const isBound = isLowerBound(heterogeneity);
  const fitting = heterogeneity.flatMap(({ law, estimate, deviance }) =>
    estimate !== null && deviance !== null && deviance < best + fitsAsWell
      ? [{ low: estimate, high: law === 'chao' && isBound ? -Infinity : estimate }]
      : [],
  );
  const beliefs = priors.map(({ median }) => pointEnds(median));
  const odds = oddsReach(findings);
  const all = joined([
    ...methodEnds(methods),
    ...intervalEnds(methods),
    ...tableEnds(methods),
    ...(odds ? [odds] : []),
    ...(filled ? [filled] : []),
    ...fitting,
    ...beliefs,
  ]);
  if (!all) return null;
  const high = all.high === null ? null : Math.max(all.high, seenAtMost(findings));
  return { ...all, high, undecided: high === null || high > widestInterval * all.low };
}

/** Where counts are intervals, so many may have been seen: then there are at least so many, whatever any method expects. */
export function seenAtMost({ observed }: Pick<Findings, 'observed'>): number {
  return typeof observed === 'number' ? observed : observed[1];
}

/** The ends of the answers of all tables that hidden counts allow; `open` where they were not all worked out, null where no count is hidden. */
export function fillingsReach({ observed, fillings }: Pick<Findings, 'observed' | 'fillings'>): Ends | 'open' | null {
  if (typeof observed === 'number') return null;
  return fillings?.tried ? { low: fillings.low, high: fillings.high } : 'open';
}

function seenAtLeast({ observed }: Pick<Findings, 'observed'>): number {
  return typeof observed === 'number' ? observed : observed[0];
}

/** What the methods give; those that give a lower bound set no upper end. */
export function methodsReach({ methods }: Pick<Findings, 'methods'>): Ends | null {
  return joined(methodEnds(methods));
}

/** The same with the interval of each. Null where none has one. */
export function uncertainReach({ methods }: Pick<Findings, 'methods'>): Ends | null {
  const intervals = intervalEnds(methods);
  return intervals.length === 0 ? null : joined([...methodEnds(methods), ...intervals]);
}

/** Over the tables that hidden counts allow, as far as they were tried. Null where no count is hidden. */
export function tablesReach({ methods }: Pick<Findings, 'methods'>): Ends | null {
  return joined(tableEnds(methods));
}

/**
 * Two lists, of which the one halves or doubles the odds of the other. Where counts are hidden the least and the most unseen are halved and
 * doubled: no table that was tried lies outside. Null where there are not two lists.
 */
export function oddsReach({ observed, methods, sensitivity = [] }: Pick<Findings, 'observed' | 'methods' | 'sensitivity'>): Ends | null {
  if (typeof observed === 'number')
    return joined(
      sensitivity.flatMap(({ oddsRatio, estimate }) =>
        estimate !== null && oddsRatio >= 1 / oddsTaken && oddsRatio <= oddsTaken ? [pointEnds(estimate)] : [],
      ),
    );
  const over = joined(tableEnds(methods.filter(({ method }) => method === 'lincoln-petersen')));
  if (!over || over.high === null) return null;
  const [least] = observed;
  return { low: least + (over.low - least) / oddsTaken, high: least + oddsTaken * (over.high - least) };
}

/**
 * Two lists, of which being on the one makes the other likelier by more than the answer takes it to: the number if the odds were multiplied with
 * `oddsBeyond`, of as many unseen as the answer's halving and doubling begin with. Null where there are not two lists.
 */
export function beyondOdds(findings: Pick<Findings, 'observed' | 'methods' | 'sensitivity'>): number | null {
  const reach = oddsReach(findings);
  if (!reach || reach.high === null) return null;
  const seen = seenAtLeast(findings);
  return seen + (oddsBeyond / oddsTaken) * (reach.high - seen);
}

/**
 * Two lists with somebody on both: they hold four counts, of which one is missing, and cannot show whether they depend on each other. A list with
 * nobody on it is no third one.
 */
export function areTwoLists({ lists, methods }: Pick<Findings, 'lists' | 'methods'>): boolean {
  const empty = methods.flatMap(({ remarks }) => remarks.flatMap(({ code, about }) => (code === 'empty-list' ? [about?.['list']] : [])));
  return lists.length - new Set(empty).size === 2;
}

function methodEnds(rows: readonly EstimateRow[]): readonly Ends[] {
  return answered(rows).flatMap((row) => (row.estimate === null ? [] : [endsOf(row, row.estimate, row.estimate)]));
}

function intervalEnds(rows: readonly EstimateRow[]): readonly Ends[] {
  return answered(rows).flatMap((row) => (row.interval[0] === null ? [] : [endsOf(row, row.interval[0], row.interval[1])]));
}

function tableEnds(rows: readonly EstimateRow[]): readonly Ends[] {
  return answered(rows).flatMap((row) =>
    row.remarks.flatMap(({ code, about }) => {
      const [low, high] = [about?.['low'], about?.['high']];
      const isRange = code === 'range-of-tables' || code === 'range-of-some' || code === 'range-sought';
      return isRange && typeof low === 'number' && typeof high === 'number' ? [endsOf(row, low, high)] : [];
    }),
  );
}

function pointEnds(persons: number): Ends {
  return { low: persons, high: persons };
}

/** What has an estimate and does not advise against it itself. */
function answered(rows: readonly EstimateRow[]): readonly EstimateRow[] {
  return rows.filter((row) => row.status === 'ok' && row.estimate !== null && !isAdvisedAgainst(row));
}

/**
 * Whether a method's own rule says that its number is not to be used: the estimate by coverage for lists that depend on each other, where the
 * coverage is at most 0.55 (Chao et al. 2001). It stands in the table, and sets no end of the answer.
 */
export function isAdvisedAgainst({ remarks }: Pick<EstimateRow, 'remarks'>): boolean {
  return remarks.some(({ code }) => code === 'low-coverage');
}

/** A lower bound has no say in the upper end. */
function endsOf(row: EstimateRow, low: number, high: number | null): Ends {
  return { low, high: isLowerBoundRow(row) ? -Infinity : high };
}

/** The least low and the greatest high; no high where one has none or none has a say. */
function joined(ends: readonly Ends[]): Ends | null {
  const low = Math.min(...ends.map((one) => one.low));
  const high = Math.max(...ends.map((one) => one.high ?? Infinity));
  return Number.isFinite(low) ? { low, high: Number.isFinite(high) ? high : null } : null;
}
