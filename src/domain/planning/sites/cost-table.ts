/** The costs of serving whole rows from sites, and how much of a site each row takes. Column after column, for speed. */
export type CostTable = {
  readonly rows: number;
  readonly sites: number;
  /** `cost[site * rows + row]`: of the whole row from that site. */
  readonly cost: Float64Array;
  readonly weights: Float64Array;
  readonly weight: number;
  readonly least: number;
  readonly most: number;
  /** Whether volumes bind at all. */
  readonly bounded: boolean;
};

export function costTable(
  weights: readonly number[],
  sites: number,
  volume: { readonly least: number; readonly most: number },
  cost: (row: number, site: number) => number,
): CostTable {
  const rows = weights.length;
  const table = new Float64Array(rows * sites);
  for (let site = 0; site < sites; site += 1) for (let row = 0; row < rows; row += 1) table[site * rows + row] = cost(row, site);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const { least, most } = volume;
  return { rows, sites, cost: table, weights: Float64Array.from(weights), weight, least, most, bounded: least > 0 || most < weight };
}
