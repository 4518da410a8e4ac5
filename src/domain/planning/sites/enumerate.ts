/**
 * All sets of p sites, for sites without volumes: the quickest way while there are few sites. Half-chosen sets that cannot come below the limit, even
 * if every later site were opened as well, are left out.
 */
import type { CostTable } from './cost-table.ts';

/** How many steps going through all sets may take: sets times rows. 98 municipalities and 22 sites take at most 70 million. */
export function stepsOfAll({ rows, sites }: CostTable, p: number): number {
  let sets = 1;
  for (let k = 1; k <= p; k += 1) sets = (sets * (sites - p + k)) / k;
  return sets * rows;
}

/** A set cheaper than `limit`, the cheapest of all; `null` when there is none. */
export function cheapestOfAll(
  table: CostTable,
  p: number,
  limit: number,
): { readonly open: readonly number[]; readonly cost: number } | null {
  let best: { readonly open: readonly number[]; readonly cost: number } | null = null;
  visitSets(table, p, limit, (open, cost) => {
    best = { open: [...open], cost };
    return cost;
  });
  return best;
}

/**
 * Shows every set of p sites that costs less than the limit, where everybody goes to the cheapest; what `visit` answers is the limit from then on,
 * and cannot rise. The set it is shown is changed afterwards.
 */
export function visitSets(table: CostTable, p: number, limit: number, visit: (open: readonly number[], cost: number) => number): void {
  const { rows, sites, cost, fixed } = table;
  const later = cheapestFromOn(table);
  const chosen: number[] = [];
  const paid = Array.from({ length: p + 1 }, () => new Float64Array(rows).fill(Infinity));
  let least = limit;

  function from(first: number, depth: number, opened: number): void {
    const before = paid[depth];
    const after = paid[depth + 1];
    if (!before || !after) return;
    for (let site = first; site <= sites - (p - depth); site += 1) {
      if (lowest(before, later, site * rows, rows, least - opened) + opened >= least) return;
      chosen[depth] = site;
      const openedNow = opened + (fixed[site] ?? 0);
      if (depth === p - 1) {
        const whole = lowest(before, cost, site * rows, rows, least - openedNow) + openedNow;
        if (whole < least) least = Math.min(least, visit(chosen, whole));
        continue;
      }
      const column = site * rows;
      for (let row = 0; row < rows; row += 1) after[row] = Math.min(before[row] ?? Infinity, cost[column + row] ?? Infinity);
      from(site + 1, depth + 1, openedNow);
    }
  }
  from(0, 0, 0);
}

/** Σ of the lower of two, row by row; stops when it has reached the limit. */
function lowest(before: Float64Array, column: Float64Array, start: number, rows: number, limit: number): number {
  let sum = 0;
  for (let row = 0; row < rows && sum < limit; row += 1) {
    const now = before[row] ?? Infinity;
    const other = column[start + row] ?? Infinity;
    sum += now < other ? now : other;
  }
  return sum;
}

/** For each site, what each row would pay if it and all later ones were open. */
function cheapestFromOn({ rows, sites, cost }: CostTable): Float64Array {
  const later = Float64Array.from(cost);
  for (let site = sites - 2; site >= 0; site -= 1)
    for (let row = 0; row < rows; row += 1)
      later[site * rows + row] = Math.min(cost[site * rows + row] ?? Infinity, later[(site + 1) * rows + row] ?? Infinity);
  return later;
}
