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
import { type Ends, methodsReach, oddsReach, reachOf, tablesReach, uncertainReach } from './reach.ts';

/** The sentences in English; numbers are persons, written as whole ones. */
export const answerSentences = {
  'answer.range': 'Somewhere between {low} and {high}, by method and by assumption: the range is the answer, not one number.',
  'answer.undecided': 'These lists cannot decide it: from {low} to {high} fits what they say.',
  'answer.no-end': 'These lists cannot decide it: at least {low}, and nothing in them sets an upper end.',
  'answer.bounds-only': 'All that can be said is: at least {seen}.',
  'answer.none': 'It cannot be decided from these lists. No number can be estimated.',
  seen: '{seen} are seen on at least one list.',
  'seen-within': '{least} to {seen} are seen on at least one list.',
  methods: 'The methods give from {low} to {high}.',
  uncertain: 'With the uncertainty of each, from {low} to {high}.',
  tables: 'Over the tables that the hidden counts allow, from {low} to {high}.',
  odds: 'If being on one list halves or doubles the odds of being on the other, from {low} to {high}.',
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
export type Said = { readonly code: AnswerCode; readonly about?: Readonly<Record<string, number>> };

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
      return [{ code: 'answer.bounds-only', about: { seen: least } }, seen, ...besideBounds(gate, findings)];
    case 'estimate': {
      const reach = reachOf(findings);
      if (!reach) return [{ code: 'answer.none' }, seen, why];
      return [
        answerOf(reach),
        seen,
        ...between('methods', methodsReach(findings)),
        ...between('uncertain', uncertainReach(findings)),
        ...between('tables', tablesReach(findings)),
        ...between('odds', oddsReach(findings)),
        why,
      ];
    }
  }
}

function besideBounds(gate: Gate, { methods, spread: { min, max } }: Findings): readonly Said[] {
  const why: Said = { code: `gate.${gate}` };
  if (gate === 'wide') return [why, ...intervalOf(methods)];
  if (gate === 'only-lower-bounds' && min !== null && max !== null) return [{ code: 'methods', about: { low: min, high: max } }, why];
  return [why];
}

function answerOf({ low, high, undecided }: AnswerRange): Said {
  if (high === null) return { code: 'answer.no-end', about: { low } };
  return { code: undecided ? 'answer.undecided' : 'answer.range', about: { low, high } };
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
      return reachOf(findings);
  }
}

/** One sentence in English. */
export function saidText({ code, about = {} }: Said): string {
  return answerSentences[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => whole(about[name] ?? 0));
}

function whole(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
