import type { SiteTerms } from './site-problem.ts';

/** The costs of serving whole rows from sites, and how much of a site each row takes. Column after column, for speed. */
export type CostTable = {
  readonly rows: number;
  readonly sites: number;
  /** `cost[site * rows + row]`: of the whole row from that site. */
  readonly cost: Float64Array;
  readonly weights: Float64Array;
  readonly weight: number;
  /** Of each site: what it costs to open it, and the least and the most weight that it may have. */
  readonly fixed: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Whether volumes bind at all. */
  readonly bounded: boolean;
};

export function costTable(
  weights: readonly number[],
  sites: number,
  volume: { readonly least: number; readonly most: number },
  cost: (row: number, site: number) => number,
  own: Partial<SiteTerms> = {},
): CostTable {
  const rows = weights.length;
  const table = new Float64Array(rows * sites);
  for (let site = 0; site < sites; site += 1) for (let row = 0; row < rows; row += 1) table[site * rows + row] = cost(row, site);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const fixed = Float64Array.from({ length: sites }, (_, site) => own.fixed?.[site] ?? 0);
  const least = Float64Array.from({ length: sites }, (_, site) => own.least?.[site] ?? volume.least);
  const most = Float64Array.from({ length: sites }, (_, site) => own.most?.[site] ?? volume.most);
  const bounded = least.some((each) => each > 0) || most.some((each) => each < weight);
  return { rows, sites, cost: table, weights: Float64Array.from(weights), weight, fixed, least, most, bounded };
}

/** What opening these sites costs. */
export function openingCost({ fixed }: Pick<CostTable, 'fixed'>, open: readonly number[]): number {
  return open.reduce((sum, site) => sum + (fixed[site] ?? 0), 0);
}

/** Whether these sites together can have the weight within their volumes. A hair's breadth is given, because sums round. */
export function canHold({ least, most, weight }: Pick<CostTable, 'least' | 'most' | 'weight'>, open: readonly number[]): boolean {
  let [low, high] = [0, 0];
  for (const site of open) {
    low += least[site] ?? 0;
    high += most[site] ?? 0;
  }
  return low <= weight * (1 + 1e-9) && high >= weight * (1 - 1e-9);
}
