/** One table of whole counts for intervals, for methods that need one. */
import { independence } from './hierarchical-model.ts';
import { fitIntervals } from './interval-cells.ts';
import { within } from './interval-count.ts';
import type { CellCount } from './overlap-table.ts';

/** The whole counts nearest to what the lists, taken not to depend on each other, expect within the intervals; else their middles. */
export function likeliestTable(cells: readonly CellCount[]): readonly number[] {
  const lists = Math.log2(cells.length);
  const { means, expected } = fitIntervals(independence(lists), cells);
  return cells.map((cell, at) => Math.round(means ? within(cell, means[at] ?? 0).expected : (expected[at] ?? 0)));
}
