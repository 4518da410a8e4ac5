/**
 * The answer of an analysis (da: svaret), sentence by sentence: codes with what they are about. Command line, files, pages and programming
 * interface all say these and nothing else, each in its reader's language; English stands here. It is never one number.
 */
import {
  type AnswerRange,
  type Conclusion,
  fewestOverlap,
  fewestSeen,
  type Gate,
  headlineOf,
  mostInfinite,
  type Verdict,
  widestInterval,
} from './conclusion.ts';
import type { Findings } from './estimate-report.ts';
import type { EstimateRow } from './estimate-row.ts';
import { isLowerBoundRow } from './repeat-counts.ts';
import {
  areTwoLists,
  beyondOdds,
  type Ends,
  fillingsReach,
  isAdvisedAgainst,
  methodsReach,
  oddsBeyond,
  oddsReach,
  reachOf,
  tablesReach,
  uncertainReach,
} from './reach.ts';
import { dependenceInWords } from './dependence.ts';
import { type EndSource, endSources } from './reach-ends.ts';

/** The sentences in English; numbers are persons, written as whole ones. */
export const answerSentences = {
  'answer.range':
    'Somewhere between {low} and {high} in all, by method and by assumption: the range is the answer, not one number. The {seen} of them are counted, so between {unseenLow} and {unseenHigh} are on none of the lists.',
  'answer.range-within':
    'Somewhere between {low} and {high} in all, by method and by assumption: the range is the answer, not one number. Between {least} and {seen} of them are counted, so at most {unseenHigh} are on none of the lists.',
  'answer.undecided': 'These lists cannot decide it: from {low} to {high} fits what they say.',
  'answer.two-lists':
    'Two lists cannot decide it: they cannot themselves show whether they depend on each other. From {low} to {high} can be said only if being on one list at most halves or doubles the odds of being on the other. The range holds both that assumption and the uncertainty of few having been counted.',
  'answer.two-lists-alone':
    'Two lists cannot decide it: they cannot themselves show whether they depend on each other. From {low} to {high} can be said only if they do not.',
  'answer.no-end': 'These lists cannot decide it: at least {low}, and nothing in them sets an upper end.',
  'answer.bounds-only': 'All that can be said is: at least {seen}.',
  'answer.none': 'It cannot be decided from these lists. No number can be estimated.',
  seen: '{seen} are seen on at least one list.',
  'seen-within': '{least} to {seen} are seen on at least one list.',
  methods: 'The methods that give an estimate go from {low} to {high} (lower bounds are not counted).',
  'bounds-beside':
    'The {seen} were counted, so they are certain. What the methods give as lower bounds, from {low} to {high}, is worked out and uncertain itself; it can be too high, so the answer stays with those counted.',
  'bound-beside':
    'The {seen} were counted, so they are certain. What a method gives as a lower bound, {low}, is worked out and uncertain itself; it can be too high, so the answer stays with those counted.',
  uncertain: 'With the uncertainty of each, from {low} to {high}.',
  tables: 'Over the tables that the hidden counts allow, from {low} to {high}.',
  'fillings-open':
    'With the hidden counts filled in, at least one of the tables they allow sets no upper end, or they are too many to work out each: so none is set here.',
  'intervals-left':
    'The intervals of {rows} of the methods that give an estimate are not worked out; with them the answer can be wider, or have no upper end. They need drawing again (--bootstrap).',
  'left-out':
    'The method N (coverage, lists that depend on each other) gives {estimate} and is left out: the lists cover at most 55 %, and then its own rule advises against it.',
  odds: 'If being on one list halves or doubles the odds of being on the other, from {low} to {high}. Only that assumption is varied there: the uncertainty of few having been counted is left out.',
  'odds-beyond': `If the odds are multiplied with ${oddsBeyond}, there are {high}, here too without the uncertainty of few having been counted. So that number can lie within the range of the answer, though it takes a far stronger dependence: with the uncertainty it would reach further. The lists speak neither for that nor against it.`,
  'end.method': '{end} comes from the method {method}.',
  'ends.method': 'Both {low} and {high} come from the method {method}.',
  'end.tables': '{end} comes from one of the ways that the hidden counts can be filled in.',
  'ends.filling':
    '{low} and {high} come from two of the ways that the hidden counts can be filled in: a hidden count can be several numbers, and each way is worked out as if it were the right one.',
  'ends.tables':
    '{low} and {high} come from two of the ways that the hidden counts can be filled in: a hidden count can be several numbers, and each way has its own answer.',
  'end.filling': '{end} comes from one of the ways that the hidden counts can be filled in, worked out as if the counts were known.',
  'end.seen': '{end} are as many as may have been seen on the lists.',
  'end.seen-at-least': '{end} are as many as have been seen on the lists at least.',
  'end.odds': '{end} comes from taking the lists to depend on each other.',
  'end.law': '{end} comes from taking some persons to be easier to find than others: the lists do not tell how much easier.',
  'end.prior': '{end} comes from the method of graphs begun with another prior count.',
  interval: 'It goes from {low} to {high}.',
  'gate.open':
    'It holds only if all lists use one definition and one period, nobody enters or leaves in the period, and persons are recognised across lists without error; in pregnancies, lists have to be linked within the pregnancy.',
  'gate.one-list': 'There is only one list with anybody on it, so no overlap.',
  'gate.no-overlap': 'Nobody was seen more than once.',
  'gate.few-seen': `Fewer than ${fewestSeen} were seen: too few.`,
  'gate.perhaps-few-seen': `As some counts are known only as intervals, fewer than ${fewestSeen} may have been seen: perhaps too few.`,
  'gate.few-overlaps': `Fewer than ${fewestOverlap} were seen more than once: too few.`,
  'gate.perhaps-few-overlaps': `As some counts are known only as intervals, fewer than ${fewestOverlap} may have been seen more than once: perhaps too few.`,
  'gate.everybody-on-one': 'Everybody who was seen is on one and the same list: the lists say nothing of those outside it.',
  'gate.no-dependence': 'No model exists in which the lists that share persons depend on each other.',
  'gate.no-estimate': 'None of the methods has an estimate.',
  'gate.short-grid': 'The grid of graph averaging is too short for these lists.',
  'gate.infinite': `Of the tables drawn again, more than ${100 * mostInfinite} % have no estimate.`,
  'gate.no-upper-end': 'The interval has no upper end.',
  'gate.wide': `The interval is too wide: its upper end is more than ${widestInterval} times the lower.`,
  'gate.only-lower-bounds':
    'How often persons were seen gives lower bounds only: if some are seen less easily than others, there are more, and nothing says how many.',
} as const satisfies Readonly<Record<string, string>> & Readonly<Record<`gate.${Gate}`, string>>;

export type AnswerCode = keyof typeof answerSentences;
/** One sentence of the answer. */
export type Said = {
  readonly code: AnswerCode;
  readonly about?: Readonly<Record<string, number>>;
  /** The method that sets an end, with the model it chose among the lists; `null` where it has none. */
  readonly by?: { readonly method: string; readonly model: string | null; readonly lists: readonly string[] };
};

/** What is said, the answer first. */
export function saysOf(findings: Findings, { status, gate }: Verdict): readonly Said[] {
  const { observed } = findings;
  const [least, most] = typeof observed === 'number' ? [observed, observed] : observed;
  const seen: Said = least === most ? { code: 'seen', about: { seen: least } } : { code: 'seen-within', about: { least, seen: most } };
  const why: Said = { code: `gate.${gate}` };
  switch (status) {
    case 'none':
      return [{ code: 'answer.none' }, seen, why];
    case 'bounds-only':
      return [{ code: 'answer.bounds-only', about: { seen: least } }, seen, ...besideBounds(gate, findings, least)];
    case 'estimate': {
      const reach = rangeHeld(findings);
      if (!reach) return [{ code: 'answer.none' }, seen, why];
      const told: readonly Said[] = [
        seen,
        ...between('methods', methodsReach(findings)),
        ...between('uncertain', uncertainReach(findings)),
        ...between('tables', tablesReach(findings)),
        ...between('odds', oddsReach(findings)),
        ...beyond(findings),
      ];
      return [answerOf(reach, findings), ...told, ...endsOf(findings, reach, told), ...leftOut(findings), ...leftOpen(findings), why];
    }
  }
}

function besideBounds(gate: Gate, findings: Findings, seen: number): readonly Said[] {
  const why: Said = { code: `gate.${gate}` };
  const worked = workedOut(findings, gate === 'only-lower-bounds', seen);
  return gate === 'wide' ? [why, ...intervalOf(findings.methods), ...worked] : [why, ...worked];
}

/**
 * Why the answer is those counted and not a lower bound that a method works out: that is an estimate of a bound, and uncertain itself. Nothing
 * where no bound lies above those seen. `all`: there is nothing but bounds among the rows.
 */
function workedOut({ methods }: Findings, all: boolean, seen: number): readonly Said[] {
  const bounds = methods.flatMap((row) =>
    (all || isLowerBoundRow(row)) && row.status === 'ok' && row.estimate !== null && Math.round(row.estimate) > seen
      ? [Math.round(row.estimate)]
      : [],
  );
  if (bounds.length === 0) return [];
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  return [low === high ? { code: 'bound-beside', about: { seen, low } } : { code: 'bounds-beside', about: { seen, low, high } }];
}

/** The methods that have an estimate and are left out of the answer, because their own rule advises against them. */
function leftOut({ methods }: Findings): readonly Said[] {
  return methods.flatMap((row) =>
    row.status === 'ok' && row.estimate !== null && isAdvisedAgainst(row) ? [{ code: 'left-out', about: { estimate: row.estimate } }] : [],
  );
}

/** What the answer does not know: the intervals that were not drawn, and tables that set no upper end. */
function leftOpen(findings: Findings): readonly Said[] {
  const filled = fillingsReach(findings);
  const isOpen = filled === 'open' || filled?.high === null;
  const isUndrawn = findings.fillings?.tried === true && !findings.fillings.drawn;
  const rows = findings.methods.filter(({ remarks }) =>
    remarks.some(({ code }) => code === 'interval-by-drawing' || (isUndrawn && code === 'no-interval-hidden')),
  ).length;
  return [
    ...(isOpen ? [{ code: 'fillings-open' } as const] : []),
    ...(rows > 0 ? [{ code: 'intervals-left', about: { rows } } as const] : []),
  ];
}

function answerOf({ low, high, undecided }: AnswerRange, findings: Findings): Said {
  if (high === null) return { code: 'answer.no-end', about: { low } };
  if (areTwoLists(findings)) return { code: oddsReach(findings) ? 'answer.two-lists' : 'answer.two-lists-alone', about: { low, high } };
  if (undecided) return { code: 'answer.undecided', about: { low, high } };
  const { observed } = findings;
  // Of the whole numbers that are written, so that the reader's own subtraction gives the same.
  const beyondSeen = (end: number, seen: number): number => Math.max(0, Math.round(end) - seen);
  if (typeof observed !== 'number') {
    const [least, seen] = observed;
    return { code: 'answer.range-within', about: { low, high, least, seen, unseenHigh: beyondSeen(high, least) } };
  }
  const unseen = { unseenLow: beyondSeen(low, observed), unseenHigh: beyondSeen(high, observed) };
  return { code: 'answer.range', about: { low, high, seen: observed, ...unseen } };
}

/** What two lists leave open beyond what the answer takes. */
function beyond(findings: Findings): readonly Said[] {
  const high = areTwoLists(findings) ? beyondOdds(findings) : null;
  return high === null ? [] : [{ code: 'odds-beyond', about: { high } }];
}

/**
 * Where an end of the answer comes from, if none of the sentences before has told it. A method that sets an end is always named with its model: the
 * span of all methods tells the number and not whose it is.
 */
function endsOf(findings: Findings, { low, high }: AnswerRange, told: readonly Said[]): readonly Said[] {
  const numbers = new Set(told.flatMap(({ about = {} }) => Object.values(about).map(Math.round)));
  const { low: from, high: to } = endSources(findings);
  const isUntold = (end: number | null): boolean => end !== null && !numbers.has(Math.round(end));
  const byMethod = ({ method, model }: Extract<EndSource, { readonly by: 'method' }>): NonNullable<Said['by']> => ({
    method,
    model,
    lists: findings.lists,
  });
  // The same source of both ends is told once.
  if (from?.by === 'method' && to?.by === 'method' && from.method === to.method && high !== null)
    return [{ code: 'ends.method', about: { low, high }, by: byMethod(from) }];
  if (from?.by === to?.by && (from?.by === 'filling' || from?.by === 'tables') && high !== null && isUntold(low) && isUntold(high))
    return [{ code: `ends.${from.by}`, about: { low, high } }];
  return (
    [
      [low, from],
      [high, to],
    ] as const
  ).flatMap(([end, source]): readonly Said[] => {
    if (end === null || source === null) return [];
    if (source.by === 'method') return [{ code: 'end.method', about: { end }, by: byMethod(source) }];
    return isUntold(end) ? [{ code: `end.${source.by}`, about: { end } }] : [];
  });
}

/** What is left of the number. Two lists decide nothing, however near each other its ends are. */
function rangeHeld(findings: Findings): AnswerRange | null {
  const reach = reachOf(findings);
  return reach && areTwoLists(findings) ? { ...reach, undecided: true } : reach;
}

/** Nothing is said of what has no upper end: the answer says that there is none. */
function between(code: AnswerCode, ends: Ends | null): readonly Said[] {
  return ends && ends.high !== null ? [{ code, about: { low: ends.low, high: ends.high } }] : [];
}

function intervalOf(rows: readonly EstimateRow[]): readonly Said[] {
  const [low, high] = headlineOf(rows)?.interval ?? [];
  return typeof low === 'number' && typeof high === 'number' ? [{ code: 'interval', about: { low, high } }] : [];
}

/** The verdict with its answer in English and its range. */
export function concluded(findings: Findings, { status, gate }: Verdict): Conclusion {
  const text = saysOf(findings, { status, gate }).map(saidText).join(' ');
  return { status, gate, text, range: rangeOf(findings, status) };
}

function rangeOf(findings: Findings, status: Verdict['status']): AnswerRange | null {
  switch (status) {
    case 'none':
      return null;
    case 'bounds-only':
      return { low: typeof findings.observed === 'number' ? findings.observed : findings.observed[0], high: null, undecided: true };
    case 'estimate':
      return rangeHeld(findings);
  }
}

/** One sentence in English. */
export function saidText({ code, about = {}, by }: Said): string {
  return answerSentences[code].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'method' ? methodText(by) : whole(about[name] ?? 0),
  );
}

/** `best-bic (lists that depend on each other: P + Q)`. */
function methodText(by: Said['by']): string {
  if (!by) return '';
  const depends = dependenceInWords(by.model, by.lists);
  if (depends === null) return by.method;
  return `${by.method} (${depends === '' ? 'no lists depend on each other' : `lists that depend on each other: ${depends}`})`;
}

function whole(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
