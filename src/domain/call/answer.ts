/** A municipality's answer to a call (da: besvarelse), and how it is read from what somebody typed. */
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import { type CallPackage, type CountQuestionId, countQuestionIds } from './package.ts';

/** Where an answer's numbers come from: a document, the municipality itself in Samløb, or made up for the demo. */
export const answerOrigins = ['document', 'municipality', 'made-up'] as const;
export type AnswerOrigin = (typeof answerOrigins)[number];

/**
 * Whether all of a call's answers are real (da: svarenes herkomst), so that what is released of them may be quoted: `made-up` where any holds made-up numbers,
 * `unseen` where the asker's role does not come to know it.
 */
export type AnswersOrigin = 'real' | 'made-up' | 'unseen';

/** What the answers of a call are together; `origins` has one for each question of each answer, and is empty where no answer is seen. */
export function originOfAnswers(origins: readonly AnswerOrigin[]): AnswersOrigin {
  if (origins.length === 0) return 'unseen';
  return origins.includes('made-up') ? 'made-up' : 'real';
}

/** One count per year, in the order of the call's years, and where they come from. */
export type AnsweredCounts = { readonly counts: readonly number[]; readonly origin: AnswerOrigin };

/** Answer (da: besvarelse): one municipality's counts for every count question of a call. */
export type Answer = {
  readonly call: Id<'call'>;
  readonly municipality: Id<'municipality'>;
  readonly counts: Readonly<Record<CountQuestionId, AnsweredCounts>>;
  readonly answeredBy: string;
  readonly answeredOn: Day;
};

/** What somebody typed: the texts as they stand, one per year in the order of the call's years, and the municipality's own total. */
export type RawAnswer = {
  readonly counts: Readonly<Record<CountQuestionId, { readonly years: readonly string[]; readonly total: string }>>;
  readonly answeredBy: string;
};

/** Where a problem is: a year or the total of a question, or who answered. */
export type AnswerField =
  | { readonly question: CountQuestionId; readonly year: number | 'total' }
  | { readonly question: null; readonly year: null };

/** What is wrong, and with which numbers. */
export type AnswerProblem = { readonly where: AnswerField } & (
  | { readonly code: 'missing' }
  | { readonly code: 'not-a-number' | 'decimal' | 'negative'; readonly written: string }
  | { readonly code: 'too-large'; readonly written: string; readonly most: number }
  | { readonly code: 'too-many-years'; readonly given: number; readonly asked: number }
  | { readonly code: 'parts-differ-from-total'; readonly parts: readonly number[]; readonly sum: number; readonly total: number }
  | { readonly code: 'residential-exceeds-any'; readonly residential: number; readonly any: number }
  | { readonly code: 'no-name' }
);

export type AnswerOutcome =
  | { readonly outcome: 'accepted'; readonly answer: Answer }
  | { readonly outcome: 'refused'; readonly problems: readonly [AnswerProblem, ...AnswerProblem[]] };

/** What stands around the typed texts: who answers which call on which day, and the most women a year that can be believed. */
export type AnswerContext = {
  readonly package: Pick<CallPackage, 'id' | 'years'>;
  readonly municipality: Id<'municipality'>;
  readonly answeredOn: Day;
  readonly mostPerYear: number;
};

/**
 * The most women a year that can be believed: a tenth of a year's births, and never below ten. About 7.5 per cent of the urine
 * samples at ordinary antenatal visits held drugs (COWI 2019, quoted in the call of 26 November 2019, section 2).
 */
export function mostWomenPerYear(births: number): number {
  return Math.max(10, Math.ceil(births / 10));
}

/** Reads an answer. Every problem is found at once; nothing is accepted in part. */
export function parseAnswer(raw: RawAnswer, context: AnswerContext): AnswerOutcome {
  const read = { any: readQuestion('any', raw, context), residential: readQuestion('residential', raw, context) };
  const problems = [
    ...countQuestionIds.flatMap((question) => read[question].problems),
    ...exceeding(read.any.counts, read.residential.counts, context.package.years),
    ...(raw.answeredBy.trim() === '' ? [{ where: { question: null, year: null }, code: 'no-name' } as const] : []),
  ];
  const [first, ...rest] = problems;
  if (first) return { outcome: 'refused', problems: [first, ...rest] };
  return {
    outcome: 'accepted',
    answer: {
      call: context.package.id,
      municipality: context.municipality,
      counts: { any: accepted(read.any.counts), residential: accepted(read.residential.counts) },
      answeredBy: raw.answeredBy.trim(),
      answeredOn: context.answeredOn,
    },
  };
}

type ReadNumber = { readonly value: number } | { readonly problem: AnswerProblem };
type ReadQuestion = { readonly counts: readonly (number | null)[]; readonly problems: readonly AnswerProblem[] };

function readQuestion(question: CountQuestionId, raw: RawAnswer, { package: { years }, mostPerYear }: AnswerContext): ReadQuestion {
  const typed = raw.counts[question];
  const parts = years.map((year, index) => readNumber(typed.years[index] ?? '', { question, year }, mostPerYear));
  const total = readNumber(typed.total, { question, year: 'total' }, mostPerYear * years.length);
  const counts = parts.map((part) => ('value' in part ? part.value : null));
  const extra: readonly AnswerProblem[] =
    typed.years.length > years.length
      ? [{ where: { question, year: 'total' }, code: 'too-many-years', given: typed.years.length, asked: years.length }]
      : [];
  const problems = [...[...parts, total].flatMap((part) => ('problem' in part ? [part.problem] : [])), ...extra];
  const whole = counts.filter((count) => count !== null);
  const sum = whole.reduce((a, b) => a + b, 0);
  const differs = whole.length === counts.length && 'value' in total && total.value !== sum;
  return {
    counts,
    problems: differs
      ? [...problems, { where: { question, year: 'total' }, code: 'parts-differ-from-total', parts: whole, sum, total: total.value }]
      : problems,
  };
}

/** A whole number in digits, at most `most`. Spaces around it are forgiven; nothing else is. */
function readNumber(text: string, where: AnswerField, most: number): ReadNumber {
  const written = text.trim();
  if (written === '') return { problem: { where, code: 'missing' } };
  if (/^[-−–]\s*\d+([.,]\d+)?$/.test(written)) return { problem: { where, code: 'negative', written } };
  if (/^\d+[.,]\d+$/.test(written)) return { problem: { where, code: 'decimal', written } };
  if (!/^\d+$/.test(written)) return { problem: { where, code: 'not-a-number', written } };
  const value = Number(written);
  return value > most ? { problem: { where, code: 'too-large', written, most } } : { value };
}

/** A woman who is decided to residential treatment is decided to treatment, so the second count can never be the larger. */
function exceeding(
  any: readonly (number | null)[],
  residential: readonly (number | null)[],
  years: readonly number[],
): readonly AnswerProblem[] {
  return years.flatMap((year, index) => {
    const [inAny, inResidential] = [any[index] ?? null, residential[index] ?? null];
    if (inAny === null || inResidential === null || inResidential <= inAny) return [];
    return [{ where: { question: 'residential', year }, code: 'residential-exceeds-any', residential: inResidential, any: inAny }];
  });
}

function accepted(counts: readonly (number | null)[]): AnsweredCounts {
  return { counts: counts.filter((count) => count !== null), origin: 'municipality' };
}
