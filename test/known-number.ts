/** Lists drawn from a population whose size is known: how often the interval of a method holds it. */
import { binomial } from '../src/domain/estimation/resample.ts';
import type { Draw } from '../src/domain/estimation/chance.ts';
import type { EstimateRow } from '../src/domain/estimation/estimate-row.ts';
import type { OverlapTable } from '../src/domain/estimation/overlap-table.ts';

/** The share of the population in each combination of lists, the first the unseen. */
export type Shares = readonly number[];

/** Lists that do not depend on each other, with these chances of being on each. */
export function independentShares(chances: readonly number[]): Shares {
  return Array.from({ length: 2 ** chances.length }, (_, cell) =>
    chances.reduce((product, chance, list) => product * ((cell >> list) & 1 ? chance : 1 - chance), 1),
  );
}

/** The first two lists depend on each other: the odds of being on both, or on neither, are multiplied. */
export function dependentShares(chances: readonly number[], odds: number): Shares {
  const weighed = independentShares(chances).map((share, cell) => ((cell & 3) === 3 ? share * odds : share));
  const all = weighed.reduce((sum, share) => sum + share, 0);
  return weighed.map((share) => share / all);
}

/** Half of the persons are hard to find: each chance is divided for them. */
export function mixedShares(chances: readonly number[], by: number): Shares {
  const [easy, hard] = [independentShares(chances), independentShares(chances.map((chance) => chance / by))];
  return easy.map((share, cell) => (share + (hard[cell] ?? 0)) / 2);
}

/** So many persons, each in one combination; counts from 1 to `hidden` are known only so. */
export function drawTable(persons: number, shares: Shares, draw: Draw, hidden = 0): OverlapTable {
  let [left, rest] = [persons, 1];
  const counts = shares.map((share) => {
    const count = rest <= 0 ? left : binomial(left, Math.min(1, share / rest), draw);
    left -= count;
    rest -= share;
    return count;
  });
  const lists = Array.from({ length: Math.log2(shares.length) }, (_, list) => `list ${list + 1}`);
  const cells = counts.map((count, cell) => {
    if (cell === 0) return { low: 0, high: 0 };
    return count > 0 && count <= hidden ? { low: 1, high: hidden } : { low: count, high: count };
  });
  return { lists, cells };
}

export type Held = {
  readonly method: string;
  readonly held: number;
  /** The tables that it gave a row of: `dga-open` is there only where the grid cuts something off. */
  readonly tables: number;
  /** Those of them in which it has no interval. */
  readonly without: number;
};

/** For each method: in how many tables its interval holds the number, and in how many it has none. */
export function holding(persons: number, tables: number, rowsOf: (table: number) => readonly EstimateRow[]): readonly Held[] {
  const counts = new Map<string, { held: number; tables: number; without: number }>();
  for (let table = 0; table < tables; table += 1)
    for (const {
      method,
      interval: [low, high],
      status,
    } of rowsOf(table)) {
      const of = counts.get(method) ?? { held: 0, tables: 0, without: 0 };
      counts.set(method, of);
      of.tables += 1;
      if (status !== 'ok' || low === null) of.without += 1;
      else if (low <= persons + 0.5 && (high ?? Infinity) >= persons - 0.5) of.held += 1;
    }
  return [...counts].map(([method, of]) => ({ method, ...of }));
}
