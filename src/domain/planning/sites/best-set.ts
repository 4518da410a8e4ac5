/**
 * The cheapest set of exactly p sites, with proof: branch and bound. Each branch has some sites open and some closed; the prices of the
 * rows are improved by subgradients (Held and Karp 1971) until the branch cannot beat the best set found, or a free site is decided.
 */
import { assign, cheapestCost } from './assign.ts';
import { canHold, type CostTable, openingCost } from './cost-table.ts';
import { cheapestOfAll, stepsOfAll } from './enumerate.ts';
import { type Relaxation, relaxationOf } from './relaxation.ts';
import type { GoOn } from './site-problem.ts';

export type BestSet = { readonly open: readonly number[]; readonly cost: number; readonly proven: boolean };

/**
 * The best set. `enough` is a cost with which the search is content, and above which it is not interested: with 0 it only asks whether
 * there is a set without cost. The cost is Infinity where no set was found that keeps the volumes; proven, there is none.
 */
export function bestSet(table: CostTable, p: number, goOn: GoOn, enough: number | null = null): BestSet {
  const search = startSearch(table, p, goOn, enough);
  improveBySwaps(search);
  if (!table.bounded && stepsOfAll(table, p) <= mostSteps) {
    const better = isEnough(search) ? null : cheapestOfAll(table, p, limitOf(search));
    if (better) [search.best, search.bestCost] = [better.open, better.cost];
  } else {
    const free = Array.from({ length: table.sites }, (_, site) => site);
    branch(search, { open: [], free, prices: startingPrices(search), steps: 400 });
  }
  return { open: [...search.best].sort((a, b) => a - b), cost: search.bestCost, proven: !search.stopped };
}

/** Up to here all sets are gone through: well under a second. */
const mostSteps = 1e8;

type Search = {
  readonly table: CostTable;
  readonly p: number;
  readonly goOn: GoOn;
  readonly enough: number | null;
  readonly relaxation: Relaxation;
  /** Sets whose cost with volumes is known, by their sites. */
  readonly known: Map<string, number>;
  best: readonly number[];
  bestCost: number;
  stopped: boolean;
};

type Branch = { readonly open: readonly number[]; readonly free: readonly number[]; readonly prices: Float64Array; readonly steps: number };

function startSearch(table: CostTable, p: number, goOn: GoOn, enough: number | null): Search {
  const search: Search = {
    table,
    p,
    goOn,
    enough,
    relaxation: relaxationOf(table),
    known: new Map(),
    best: [],
    bestCost: Infinity,
    stopped: false,
  };
  const greedy: number[] = [];
  const paid = new Float64Array(table.rows).fill(Infinity);
  while (greedy.length < p) {
    let next = -1;
    let least = Infinity;
    for (let site = 0; site < table.sites; site += 1) {
      if (greedy.includes(site)) continue;
      let cost = 0;
      for (let row = 0; row < table.rows; row += 1) cost += Math.min(paid[row] ?? Infinity, table.cost[site * table.rows + row] ?? 0);
      if (cost < least || next < 0) [next, least] = [site, cost];
    }
    greedy.push(next);
    for (let row = 0; row < table.rows; row += 1) paid[row] = Math.min(paid[row] ?? Infinity, table.cost[next * table.rows + row] ?? 0);
  }
  consider(search, greedy);
  search.best = greedy;
  return search;
}

/** What a set costs; the best is kept. */
function consider(search: Search, set: readonly number[]): number {
  const { table, known } = search;
  let cost: number;
  if (table.bounded) {
    const sorted = [...set].sort((a, b) => a - b);
    const key = sorted.join();
    const found = known.get(key);
    cost = found ?? (canHold(table, sorted) ? assign(table, sorted).cost + openingCost(table, sorted) : Infinity);
    if (found === undefined && known.size < 200_000) known.set(key, cost);
  } else cost = cheapestCost(table, set) + openingCost(table, set);
  if (cost < search.bestCost) {
    search.bestCost = cost;
    search.best = [...set];
  }
  return cost;
}

/** One site out, another in, as long as it helps (Teitz and Bart 1968): a good set to begin with. */
function improveBySwaps(search: Search): void {
  const { table, p } = search;
  const tooMany = table.bounded && p * (table.sites - p) > 400;
  for (let improved = !tooMany; improved && !search.stopped && !isEnough(search);) {
    const before = search.bestCost;
    for (const [place] of search.best.entries())
      for (let site = 0; site < table.sites; site += 1)
        if (!search.best.includes(site))
          consider(
            search,
            search.best.map((open, k) => (k === place ? site : open)),
          );
    improved = search.bestCost < before;
    search.stopped = !search.goOn();
  }
}

function isEnough({ bestCost, enough }: Search): boolean {
  return enough !== null && bestCost <= enough + 1e-9;
}

/** What a row pays in the best set is near its price. */
function startingPrices({ table, best }: Search): Float64Array {
  const { rows, cost } = table;
  return Float64Array.from({ length: rows }, (_, row) => {
    const costs = best.map((site) => cost[site * rows + row] ?? 0).sort((a, b) => a - b);
    return ((costs[0] ?? 0) + (costs[1] ?? costs[0] ?? 0)) / 2;
  });
}

/** A branch is closed when it costs at least this. */
function limitOf({ bestCost, enough }: Search): number {
  const limit = enough === null ? bestCost : Math.min(bestCost, enough + 1e-6);
  if (limit === Infinity) return Infinity;
  return limit - 1e-10 * Math.max(1, Math.abs(limit));
}

function branch(search: Search, { open, free, prices, steps }: Branch): void {
  if (search.stopped || isEnough(search)) return;
  if (!search.goOn()) {
    search.stopped = true;
    return;
  }
  const { p } = search;
  if (open.length === p || open.length + free.length === p) {
    consider(search, open.length === p ? open : [...open, ...free]);
    return;
  }
  if (!canHoldSome(search, open, free)) return;
  // Nothing is cheaper to go to than all of them open.
  if (cheapestCost(search.table, [...open, ...free]) + openingCost(search.table, open) >= limitOf(search)) return;
  const bound = raiseBound(search, { open, free, prices, steps });
  if (bound === null) return;

  // A free site that alone would lift the bound to the limit is decided.
  const ranked = [...free].sort((a, b) => (bound.value[a] ?? 0) - (bound.value[b] ?? 0));
  const wanted = p - open.length;
  const last = bound.value[ranked[wanted - 1] ?? 0] ?? 0;
  const first = bound.value[ranked[wanted] ?? 0] ?? 0;
  const limit = limitOf(search);
  const opened = [...open];
  const left: number[] = [];
  for (const [rank, site] of ranked.entries()) {
    const value = bound.value[site] ?? 0;
    if (rank < wanted && bound.cost - value + first >= limit) opened.push(site);
    else if (rank < wanted || bound.cost + value - last < limit) left.push(site);
  }
  const [decided, ...others] = left;
  if (decided === undefined || opened.length === p || opened.length + left.length <= p) {
    if (opened.length + left.length >= p) consider(search, [...opened, ...left].slice(0, p));
    return;
  }
  branch(search, { open: [...opened, decided], free: others, prices: bound.prices, steps: 40 });
  branch(search, { open: opened, free: others, prices: bound.prices, steps: 40 });
}

/** Whether some set of the branch could hold the weight, by its largest and by its smallest sites. */
function canHoldSome({ table, p }: Search, open: readonly number[], free: readonly number[]): boolean {
  if (!table.bounded) return true;
  const wanted = p - open.length;
  const { least, most } = table;
  const bySize = (column: Float64Array): readonly number[] => free.map((site) => column[site] ?? 0).sort((a, b) => a - b);
  const low = [...open.map((site) => least[site] ?? 0), ...bySize(least).slice(0, wanted)];
  const high = [...open.map((site) => most[site] ?? 0), ...bySize(most).slice(free.length - wanted)];
  return canHold(
    { least: Float64Array.from(low), most: Float64Array.from(high), weight: table.weight },
    low.map((_, index) => index),
  );
}

type Bound = { readonly cost: number; readonly value: Float64Array; readonly prices: Float64Array };

/** The highest bound found and the prices that give it; `null` when the branch is closed. */
function raiseBound(search: Search, { open, free, prices, steps }: Branch): Bound | null {
  const { table, p, relaxation } = search;
  const sites = [...open, ...free];
  const here = Float64Array.from(prices);
  const unserved = new Float64Array(table.rows);
  let best: Bound | null = null;
  let scale = 1.5;
  let since = 0;
  for (let step = 0; step < steps; step += 1) {
    relaxation.price(here, sites);
    const ranked = [...free].sort((a, b) => (relaxation.value[a] ?? 0) - (relaxation.value[b] ?? 0));
    const chosen = [...open, ...ranked.slice(0, p - open.length)];
    let cost = here.reduce((sum, price) => sum + price, 0);
    for (const site of chosen) cost += relaxation.value[site] ?? 0;
    since += 1;
    if (best === null || cost > best.cost) {
      if (best === null || cost > best.cost + 1e-6 * Math.abs(best.cost)) since = 0;
      best = { cost, value: Float64Array.from(relaxation.value), prices: Float64Array.from(here) };
      consider(search, chosen);
    } else if (!table.bounded) consider(search, chosen);
    if ((best.cost >= limitOf(search) && best.cost < Infinity) || isEnough(search)) return null;
    if (since >= 12) {
      scale /= 2;
      since = 0;
      if (scale < 0.01) break;
    }
    unserved.fill(1);
    for (const site of chosen) relaxation.serve(site, here, unserved);
    const length = unserved.reduce((sum, each) => sum + each * each, 0);
    if (length < 1e-18) break;
    // Before any set is known, a tenth of the bound stands for what is left to close.
    const gap = Number.isFinite(search.bestCost) ? search.bestCost - cost : Math.max(1, Math.abs(cost) / 10);
    const stride = (scale * Math.max(gap, 1e-9)) / length;
    for (let row = 0; row < table.rows; row += 1) here[row] = (here[row] ?? 0) + stride * (unserved[row] ?? 0);
  }
  return best;
}
