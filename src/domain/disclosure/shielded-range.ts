/** What a reader knows of a country's count whose number is hidden (da: skærmede tal): the least and the most it can be, by the rule alone. */
import { isSafe, type PeriodSuppression, smallestPrinted } from './suppression.ts';

/** A count that is shown, or `hidden`. */
export type ShieldedCount = number | 'hidden';

/**
 * The least and the most that the country's count can be, for a reader who knows the rule and what is printed: `regions` stand with most
 * inhabitants first. A total that the rule would have printed is not the one that it hid, and whether it prints one hangs on printed numbers
 * alone; so every total is tried, and the totals are those that would have been hidden.
 */
export function shieldedRange(
  regions: readonly ShieldedCount[],
  country: ShieldedCount,
): { readonly least: number; readonly most: number } {
  if (country !== 'hidden') return { least: country, most: country };
  const shown = regions.reduce<number>((sum, count) => sum + (count === 'hidden' ? 0 : count), 0);
  const hidden = regions.filter((count) => count === 'hidden').length;
  const largestSmall = smallestPrinted - 1;
  // One that is hidden alone is small itself. Of more, none keeps a secret better than by as much as all small ones can be, and as much again.
  const furthest = hidden === 1 ? largestSmall : 2 * hidden * smallestPrinted;
  const parts = regions.map((count) => ({ outer: count === 'hidden', inner: count === 'hidden' }));
  const printed: PeriodSuppression = { parts, outerTotal: false, innerTotal: false };
  const possible = Array.from({ length: furthest + 1 }, (_, rest) => rest).filter((rest) => !isSafe(withRest(regions, rest), printed));
  return { least: shown + (possible[0] ?? 0), most: shown + (possible.at(-1) ?? furthest) };
}

/** Counts of which all that is hidden together is `rest`: how it is divided is not seen. */
function withRest(regions: readonly ShieldedCount[], rest: number) {
  const first = regions.indexOf('hidden');
  const parts = regions.map((count, index) => (count !== 'hidden' ? count : index === first ? rest : 0));
  return { parts: parts.map((count) => ({ outer: count, inner: count })) };
}
