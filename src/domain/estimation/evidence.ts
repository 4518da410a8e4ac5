/** What the gates of the hidden number look at, gathered from the table and from what the methods found. */
import type { Evidence } from './conclusion.ts';
import { fitModel, type ModelFit } from './log-linear.ts';
import type { Found } from './method-rows.ts';
import { exactCounts, margin, type OverlapTable, pairsOf, seenIn, sizeOf } from './overlap-table.ts';

/** Of a table, and what each method found in it. */
export function evidenceFrom(table: OverlapTable, found: readonly Found[]): Evidence {
  const exact = exactCounts(table);
  const lists = table.lists.length;
  const [least, most] = [table.cells.map(({ low }) => low), table.cells.map(({ high }) => high)];
  const withPersons = table.lists.filter((_, list) => margin(most, 1 << list) > 0).length;
  const fits = found.find((one) => one.fits)?.fits ?? null;
  return {
    lists: withPersons === 1 ? 1 : lists,
    seen: seenIn(least),
    seenAtMost: seenIn(most),
    overlap: overlapIn(least),
    overlapAtMost: overlapIn(most),
    everybodyOn: lists > 1 ? (table.lists.find((_, list) => most.every((count, cell) => count === 0 || (cell >> list) & 1)) ?? null) : null,
    dependenceCanBeTried: withPersons < 3 || (exact ? canTryDependence(lists, exact) : fits === null || hasDependence(fits, most)),
    massNearEdge: greatest(found.map((one) => one.massNearEdge)),
    infinite: greatest(found.map((one) => one.infinite)),
  };
}

/** True when some model exists in which two lists that share persons depend on each other. */
function canTryDependence(lists: number, counts: readonly number[]): boolean {
  const sharing = pairsOf(lists).filter((pair) => margin(counts, pair) > 0);
  return sharing.length === 0 || sharing.some((pair) => fitModel({ lists, terms: [pair] }, counts).status === 'ok');
}

/** The same of fits to intervals, `most` their upper ends: one of them has an estimate and lets such lists depend on each other. */
function hasDependence(fits: readonly ModelFit[], most: readonly number[]): boolean {
  const lists = Math.log2(most.length);
  const sharing = pairsOf(lists).filter((pair) => margin(most, pair) > 0);
  return sharing.length === 0 || fits.some(({ status, model }) => status === 'ok' && model.terms.some((term) => sharing.includes(term)));
}

/** Persons on more than one list. */
function overlapIn(counts: readonly number[]): number {
  return counts.reduce((sum, count, cell) => (sizeOf(cell) > 1 ? sum + count : sum), 0);
}

function greatest(shares: readonly (number | null | undefined)[]): number | null {
  const known = shares.flatMap((share) => (share === null || share === undefined ? [] : [share]));
  return known.length === 0 ? null : Math.max(...known);
}
