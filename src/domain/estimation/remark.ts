/**
 * What a method remarks about its answer (da: bemærkning): a code and what it is about. It is said in words at the edges: in English here,
 * as the command line prints it, in Danish by the pages.
 */

/** The sentences in English; what stands in braces comes from the remark. */
export const remarkSentences = {
  'nobody-seen': 'Nobody was seen.',
  'no-overlap': 'Nobody is on both lists: the two lists say that there are more than those seen, and no more.',
  'no-estimate-by-chapman': 'Chapman’s formula still gives a number; it is not an estimate.',
  'no-whole': 'Nobody is on both lists: the posterior has no finite whole.',
  'nothing-drawn': 'The model has no estimate, so nothing is drawn again.',
  drawn: 'Drawn again {replicates} times.',
  'seen-held':
    'The number of persons seen is held fixed in each, as the method was published: where most are seen, the interval is too narrow.',
  'drawn-in-vain': 'Of the {replicates} tables drawn again, {infinite} have no estimate.',
  'few-replicates': 'The replicates are too few or too much alike to tell the ends of the interval.',
  'hidden-drawn': 'In each of the tables drawn again the hidden counts are drawn too, within their intervals.',
  'no-model': 'No model of these lists has an estimate.',
  'other-prior': 'With the prior count {other} instead of {delta} the median is {median} ({low} to {high}).',
  'prior-decides': 'The prior count decides more than the lists do: from {low} to {high}.',
  'grid-short': 'The grid is too short: give a longer one with --grid.',
  'grid-cuts': 'Looked at up to {most} only; {percent} % of the probability lies beyond: see the row dga-open.',
  'grid-open': 'Looked at up to {most}, beyond which next to nothing is left.',
  'empty-list': 'Nobody is on the list {list}.',
  'everyone-on': 'Everybody who was seen is on the list {list}: the other lists say nothing of those outside it.',
  'part-of': 'Everybody on the list {part} is also on {whole}. If the one is made from the other, leave one of them out.',
  'set-aside': 'Nobody is on {lists} at once: the model expects nobody there.',
  saturated: 'The model has as many parameters as there are counts: its fit cannot be judged.',
  'terms-alike': 'The counts cannot tell the terms of the model apart.',
  'no-maximum': 'The likelihood has no maximum.',
  'log-normal-interval': 'So many that the interval is the log-normal one and not by profile.',
  'forward-search': 'Found by a forward search; not all models were tried.',
  'range-of-tables': 'Over the {tables} tables that the intervals allow, the estimate lies from {low} to {high}.',
  'range-of-some':
    'Over {tables} of the {all} tables that the intervals allow, their corners among them, the estimate lies from {low} to {high}.',
  'range-sought':
    'The intervals allow {all} tables: too many to try each. Over {tables} of them, sought where the estimate is least and greatest, it lies from {low} to {high}; others may lie further out.',
  'range-one-model':
    'All of these were worked out with the model {model}; were the model chosen anew for each table, the estimate could lie further out.',
  'models-of-tables': 'The model is chosen anew for each table: {models}.',
  'many-tables': 'The intervals allow {tables} tables: too many to try each.',
  'no-table': 'None of the {tables} tables that were tried within the intervals has an estimate.',
  'no-table-for': 'In {without} of the {tables} tables that were tried within the intervals there is no estimate.',
  'span-of-tables': 'The estimate is of the likeliest table within the intervals; its interval holds that of each table that was tried.',
  'below-seen': 'The number is below those seen and is not an estimate.',
  'interval-by-drawing': 'The interval needs resampling: give --bootstrap.',
  'no-coverage': 'The coverage of these lists gives no number.',
  'no-interval-hidden': 'No interval is worked out where counts are hidden.',
  'low-coverage': 'The coverage is at most 0.55: use N0 and N1.',
  'lists-independent': 'The lists are taken not to depend on each other.',
  'lower-bound': 'This is a lower bound where people differ in how easily they are seen.',
  'nobody-twice': 'Nobody was seen exactly twice.',
  'nobody-once': 'Nobody was seen only once.',
  'share-of-lists': 'The unseen are multiplied by {part}/{lists} for {lists} lists.',
  'two-lists-only': 'two-list takes exactly two lists; this table has {lists}.',
  'two-to-five-lists': 'dga takes two to five lists; this table has {lists}.',
  'long-grid': 'A grid of {points} points is too long; give --grid with at most {most}.',
  'as-written': '{text}',
} as const satisfies Readonly<Record<string, string>>;

export type RemarkCode = keyof typeof remarkSentences;

/** The names in braces of a sentence. */
type Named<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type About<Code extends RemarkCode> = Readonly<Record<Named<(typeof remarkSentences)[Code]>, string | number>>;

export type Remark = { readonly code: RemarkCode; readonly about?: Readonly<Record<string, string | number>> };

/** A remark with all that its sentence names. */
export function remark<Code extends RemarkCode>(
  code: Code,
  ...about: Named<(typeof remarkSentences)[Code]> extends never ? [] : [about: About<Code>]
): Remark {
  const [named] = about;
  return named ? { code, about: named } : { code };
}

/** The remark in English. */
export function remarkText({ code, about = {} }: Remark): string {
  return remarkSentences[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(about[name] ?? ''));
}
