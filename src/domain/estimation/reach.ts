/**
 * How far the number may lie when all that the lists leave open is taken together (da: rækkevidde): each method's own interval, the tables
 * that hidden counts allow, other laws of how the women differ that fit as well, other beliefs beforehand, and two lists of which the one
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

/** From the least to the most, in persons; no `high` where something has no upper end. */
export type Ends = { readonly low: number; readonly high: number | null };

/** Null where no method has an estimate; no `high` where a method has no upper end, or where all are lower bounds. */
export function reachOf(findings: Pick<Findings, 'observed' | 'methods' | 'sensitivity' | 'heterogeneity' | 'priors'>): AnswerRange | null {
  const { methods, heterogeneity = [], priors = [] } = findings;
  if (answered(methods).length === 0) return null;
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
    ...fitting,
    ...beliefs,
  ]);
  return all && { ...all, undecided: all.high === null || all.high > widestInterval * all.low };
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
      const isRange = code === 'range-of-tables' || code === 'range-of-some';
      return isRange && typeof low === 'number' && typeof high === 'number' ? [endsOf(row, low, high)] : [];
    }),
  );
}

function pointEnds(persons: number): Ends {
  return { low: persons, high: persons };
}

function answered(rows: readonly EstimateRow[]): readonly EstimateRow[] {
  return rows.filter(({ status, estimate }) => status === 'ok' && estimate !== null);
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
