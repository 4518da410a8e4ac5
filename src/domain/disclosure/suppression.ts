/**
 * Which counts the public edition hides (da: diskretionering), decided once for all places and both questions of a period, so that
 * reports of different regions and the national table can be laid side by side.
 *
 * The rule, edition `diskretion/2019-gravide-1`:
 * 1. A count from 0 to 4 is hidden. Zeros are hidden with the small ones, so that «hidden» does not mean «at least one».
 * 2. Where one part of the country is hidden in a question, the part with most inhabitants is hidden too. It is named beforehand and
 *    never chosen by its count, so that the choice itself tells nothing: it may be small, or large.
 * 3. The total stays where every hidden count that could be small could still be 1, 2, 3 and 4, for a reader who knows this rule and
 *    all that is printed. Otherwise it is hidden: the inner total alone where no outer count is hidden, else both.
 * Whether a total stays depends on printed numbers alone; what it tells is therefore already known to the reader.
 * Source for the limit of five: Statistics Denmark's rules for analyses sent out of its research machines (cells under 5).
 */
import { type CellName, keepsItsSecret, type Knowledge } from './audit.ts';

export const suppressionEdition = 'diskretion/2019-gravide-1';

/** The smallest count of women that may be printed. */
export const smallestPrinted = 5;
const largestSmall = smallestPrinted - 1;

/** The counts of one period. Parts stand with most inhabitants first; in each part `inner` is at most `outer`. */
export type PeriodCounts = { readonly parts: readonly { readonly outer: number; readonly inner: number }[] };

/** What is hidden in one period. */
export type PeriodSuppression = {
  readonly parts: readonly { readonly outer: boolean; readonly inner: boolean }[];
  readonly outerTotal: boolean;
  readonly innerTotal: boolean;
};

/** Decides what one period hides. Throws where an inner count is larger than its outer count: such an answer is refused before. */
export function suppressPeriod(counts: PeriodCounts): PeriodSuppression {
  if (counts.parts.some(({ outer, inner }) => inner > outer || inner < 0)) throw new Error('an inner count is not within its outer count');
  const outer = withLargest(counts.parts.map((part) => part.outer < smallestPrinted));
  const inner = withLargest(counts.parts.map((part) => part.inner < smallestPrinted));
  const parts = counts.parts.map((_, index) => ({ outer: outer[index] ?? true, inner: inner[index] ?? true }));
  const bothTotals = { parts, outerTotal: false, innerTotal: false };
  if (isSafe(counts, bothTotals)) return bothTotals;
  return { parts, outerTotal: outer.includes(true), innerTotal: true };
}

/**
 * What a reader knows from what is printed in a period, and from the rule: a hidden part is 0 to 4, but the part with most inhabitants
 * may also be hidden to protect another and is then any number. Where it is hidden alone, it is hidden because it is small.
 */
export function readersKnowledge(counts: PeriodCounts, hidden: PeriodSuppression): Knowledge {
  const alone = {
    outer: hidden.parts.filter((part) => part.outer).length === 1,
    inner: hidden.parts.filter((part) => part.inner).length === 1,
  };
  const known = (index: number, question: 'outer' | 'inner'): { readonly low: number; readonly high: number } => {
    const count = counts.parts[index]?.[question] ?? 0;
    if (!hidden.parts[index]?.[question]) return { low: count, high: count };
    return { low: 0, high: index === 0 && !alone[question] ? Number.POSITIVE_INFINITY : largestSmall };
  };
  return {
    parts: counts.parts.map((_, index) => ({ outer: known(index, 'outer'), inner: known(index, 'inner') })),
    outerTotal: hidden.outerTotal ? null : total(counts, 'outer'),
    innerTotal: hidden.innerTotal ? null : total(counts, 'inner'),
  };
}

/** Whether what is printed keeps every small count secret: no small total printed, and every hidden part keeps its secret. */
export function isSafe(counts: PeriodCounts, hidden: PeriodSuppression): boolean {
  const smallTotal = (question: 'outer' | 'inner', isHidden: boolean): boolean => !isHidden && total(counts, question) < smallestPrinted;
  if (smallTotal('outer', hidden.outerTotal) || smallTotal('inner', hidden.innerTotal)) return false;
  const knowledge = readersKnowledge(counts, hidden);
  return hiddenCells(hidden).every((cell) => keepsItsSecret(knowledge, cell, largestSmall));
}

function hiddenCells(hidden: PeriodSuppression): readonly CellName[] {
  return hidden.parts.flatMap((part, index): readonly CellName[] => [
    ...(part.outer ? [{ question: 'outer', part: index } as const] : []),
    ...(part.inner ? [{ question: 'inner', part: index } as const] : []),
  ]);
}

/** Hides the first part, the one with most inhabitants, wherever any part is hidden. */
function withLargest(hidden: readonly boolean[]): readonly boolean[] {
  return hidden.includes(true) ? hidden.map((isHidden, index) => isHidden || index === 0) : hidden;
}

function total(counts: PeriodCounts, question: 'outer' | 'inner'): number {
  return counts.parts.reduce((sum, part) => sum + part[question], 0);
}
