/**
 * What the best set costs at least, when each row may be served more or less than once at a price. Cornuejols, Fisher and Nemhauser,
 * «Location of bank accounts to optimize float», Management Science 23 (1977); with volumes each site solves a fractional knapsack.
 */
import type { CostTable } from './cost-table.ts';

/** Works out, for given prices of the rows, what opening a site would save, and which rows it would then serve. */
export type Relaxation = {
  /** Not positive but where opening costs, or the least volume forces a loss. */
  readonly value: Float64Array;
  price(prices: Float64Array, sites: readonly number[]): void;
  /** Takes from `unserved` the shares that the site would serve. */
  serve(site: number, prices: Float64Array, unserved: Float64Array): void;
};

export function relaxationOf(table: CostTable): Relaxation {
  return table.bounded ? knapsacks(table) : gains(table);
}

/** Without volumes a site serves every row that is worth its price. */
function gains({ rows, sites, cost, fixed }: CostTable): Relaxation {
  const value = new Float64Array(sites);
  return {
    value,
    price(prices, among) {
      for (const site of among) {
        let sum = fixed[site] ?? 0;
        const column = site * rows;
        for (let row = 0; row < rows; row += 1) {
          const gain = (cost[column + row] ?? 0) - (prices[row] ?? 0);
          if (gain < 0) sum += gain;
        }
        value[site] = sum;
      }
    },
    serve(site, prices, unserved) {
      const column = site * rows;
      for (let row = 0; row < rows; row += 1) if ((cost[column + row] ?? 0) < (prices[row] ?? 0)) unserved[row] = (unserved[row] ?? 0) - 1;
    },
  };
}

/** With volumes it serves the rows with the best gain for each unit: at least so many that it has its least, at most what it can hold. */
function knapsacks({ rows, sites, cost, fixed, weights, least, most }: CostTable): Relaxation {
  const value = new Float64Array(sites);
  const served = Array.from({ length: sites }, () => new Float64Array(rows));
  const gain = new Float64Array(rows);
  const order = Array.from({ length: rows }, (_, row) => row);
  return {
    value,
    price(prices, among) {
      for (const site of among) {
        const shares = served[site] ?? new Float64Array(rows);
        for (let row = 0; row < rows; row += 1) {
          const whole = (cost[site * rows + row] ?? 0) - (prices[row] ?? 0);
          const weight = weights[row] ?? 0;
          // A row without weight takes no room: it is served when it gains, and comes last when it does not.
          gain[row] = weight > 0 ? whole / weight : whole < 0 ? -Infinity : Infinity;
        }
        order.sort((a, b) => (gain[a] ?? 0) - (gain[b] ?? 0));
        let load = 0;
        let sum = fixed[site] ?? 0;
        const [low, high] = [least[site] ?? 0, most[site] ?? Infinity];
        shares.fill(0);
        for (const row of order) {
          const each = gain[row] ?? 0;
          const weight = weights[row] ?? 0;
          const room = (each < 0 ? high : low) - load;
          if (each === Infinity || (room <= 0 && weight > 0)) continue;
          const share = weight > 0 ? Math.min(room / weight, 1) : 1;
          shares[row] = share;
          load += share * weight;
          sum += share * ((cost[site * rows + row] ?? 0) - (prices[row] ?? 0));
        }
        value[site] = sum;
      }
    },
    serve(site, _prices, unserved) {
      const shares = served[site];
      for (let row = 0; row < rows; row += 1) unserved[row] = (unserved[row] ?? 0) - (shares?.[row] ?? 0);
    },
  };
}
