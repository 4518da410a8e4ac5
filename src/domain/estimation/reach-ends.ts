/**
 * Where each end of the answer comes from (da: hvad der sætter svarets ender), and which numbers of the table differ from it: a reader who meets two
 * numbers for one thing is to be told why.
 */
import type { Findings } from './estimate-report.ts';
import type { EstimateRow } from './estimate-row.ts';
import { fillingsReach, isAdvisedAgainst, oddsReach, reachOf, seenAtMost, tablesReach } from './reach.ts';
import { isLowerBoundRow } from './repeat-counts.ts';

/**
 * What sets an end: a method by its estimate or interval, the tables that its hidden counts allow, the answer of one of those tables as if it were
 * known (`filling`), as many as may have been seen or must have been, or an assumption beside the methods.
 */
export type EndSource =
  | { readonly by: 'method'; readonly method: string; readonly model: string | null }
  | { readonly by: 'tables'; readonly method: string }
  | { readonly by: 'filling' | 'seen' | 'seen-at-least' | 'odds' | 'law' | 'prior' };

type Reached = Pick<Findings, 'observed' | 'methods' | 'sensitivity' | 'heterogeneity' | 'priors' | 'fillings'>;

/** What sets the lower and the upper end; null for an end that is not there. */
export function endSources(findings: Reached): { readonly low: EndSource | null; readonly high: EndSource | null } {
  const reach = reachOf(findings);
  return { low: sourceOf(findings, reach?.low ?? null, 'low'), high: sourceOf(findings, reach?.high ?? null, 'high') };
}

function sourceOf(findings: Reached, value: number | null, end: 'low' | 'high'): EndSource | null {
  if (value === null) return null;
  const { methods, heterogeneity = [], priors = [] } = findings;
  const filled = fillingsReach(findings);
  // One of the tables may leave it open: then no method sets the lower end.
  if (filled === 'open') return { by: 'seen-at-least' };
  const speaks = methods.filter(
    (row) => row.status === 'ok' && row.estimate !== null && !isAdvisedAgainst(row) && (end === 'low' || !isLowerBoundRow(row)),
  );
  const row = speaks.find(({ estimate, interval: [low, high] }) => [estimate, low, high].includes(value));
  if (row) return { by: 'method', method: row.method, model: row.model };
  const tables = speaks.find((one) => tablesReach({ methods: [one] })?.[end] === value);
  if (tables) return { by: 'tables', method: tables.method };
  if (filled?.[end] === value) return { by: 'filling' };
  if (end === 'high' && seenAtMost(findings) === value) return { by: 'seen' };
  if (oddsReach(findings)?.[end] === value) return { by: 'odds' };
  if (heterogeneity.some(({ estimate }) => estimate === value)) return { by: 'law' };
  return priors.some(({ median }) => median === value) ? { by: 'prior' } : null;
}

/** Lower bounds whose own uncertainty goes further up than the answer, which they do not move. */
export function boundsBeyond(findings: Reached): readonly EstimateRow[] {
  const most = reachOf(findings)?.high ?? null;
  return findings.methods.filter((row) => {
    const high = row.interval[1];
    return isLowerBoundRow(row) && row.status === 'ok' && most !== null && high !== null && Math.round(high) > Math.round(most);
  });
}

/** Methods that give the same estimate, to the person, with other intervals. */
export function sameEstimates(methods: readonly EstimateRow[]): readonly (readonly EstimateRow[])[] {
  const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));
  const spoken = methods.filter(({ status, estimate, interval }) => status === 'ok' && estimate !== null && interval[0] !== null);
  return [...new Set(spoken.map(({ estimate }) => whole(estimate)))].flatMap((estimate) => {
    const alike = spoken.filter((row) => whole(row.estimate) === estimate);
    return new Set(alike.map(({ interval }) => JSON.stringify(interval.map(whole)))).size > 1 ? [alike] : [];
  });
}
