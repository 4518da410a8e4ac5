/**
 * Who goes where when the open sites are given: to the cheapest, or, where volumes bind, the cheapest flow that keeps each site between
 * its least and most. Found by successive shortest paths between the sites (Ahuja, Magnanti and Orlin, «Network Flows», 1993, chapter 9):
 * everybody starts at her cheapest site, and what is too much is sent on along the cheapest chain of moves.
 */
import type { CostTable } from './cost-table.ts';

export type Assignment = {
  readonly cost: number;
  /** `share[row * open + k]`: the share of the row served by the k-th open site. */
  readonly share: Float64Array;
};

/** The cheapest assignment to the open sites; they must be able to keep the volumes together (`canHold`). What opening costs is not in it. */
export function assign(table: CostTable, open: readonly number[]): Assignment {
  const cheapest = toCheapest(table, open);
  return table.bounded ? withVolumes(table, open, cheapest) : cheapest;
}

/** The cost alone, for sites without volumes. */
export function cheapestCost({ rows, cost }: CostTable, open: readonly number[]): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    let best = Infinity;
    for (const site of open) {
      const here = cost[site * rows + row] ?? 0;
      if (here < best) best = here;
    }
    sum += best;
  }
  return sum;
}

function toCheapest({ rows, cost }: CostTable, open: readonly number[]): Assignment {
  const share = new Float64Array(rows * open.length);
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    let best = 0;
    let least = Infinity;
    for (const [k, site] of open.entries()) {
      const here = cost[site * rows + row] ?? 0;
      if (here < least) [best, least] = [k, here];
    }
    share[row * open.length + best] = 1;
    sum += least;
  }
  return { cost: sum, share };
}

/** The way from site k to site l: the row that is moved at the least extra cost for each unit. */
type Arc = { readonly row: number; readonly cost: number };

function withVolumes(table: CostTable, open: readonly number[], { share }: Assignment): Assignment {
  const { rows, cost, weights, weight } = table;
  const p = open.length;
  const least = (k: number): number => table.least[open[k] ?? 0] ?? 0;
  const most = (k: number): number => table.most[open[k] ?? 0] ?? Infinity;
  const sink = p;
  const unseen = weight * 1e-13;
  const unit = (row: number, k: number): number => (cost[(open[k] ?? 0) * rows + row] ?? 0) / (weights[row] ?? 1);
  const held = (row: number, k: number): number => (share[row * p + k] ?? 0) * (weights[row] ?? 0);

  const load = Array.from({ length: p }, (_, k) => sumOf(rows, (row) => held(row, k)));
  // What each site passes on to the sink keeps its volumes from the start; where it differs from the load, there is an excess.
  const passed = load.map((volume, k) => Math.min(Math.max(volume, least(k)), most(k)));
  const excess = [...load.map((volume, k) => volume - (passed[k] ?? 0)), passed.reduce((sum, volume) => sum + volume, 0) - weight];

  const arcs = Array.from({ length: p }, (_, k) => arcsFrom(k));
  function arcsFrom(k: number): readonly (Arc | null)[] {
    return Array.from({ length: p }, (_, l) => {
      if (l === k) return null;
      let found: Arc | null = null;
      for (let row = 0; row < rows; row += 1) {
        if (held(row, k) <= unseen) continue;
        const extra = unit(row, l) - unit(row, k);
        if (found === null || extra < found.cost) found = { row, cost: extra };
      }
      return found;
    });
  }

  for (let from = worstOf(excess); (excess[from] ?? 0) > unseen * p; from = worstOf(excess)) {
    const { distance, before } = shortestPaths(
      from,
      p,
      arcs,
      (k) => most(k) - (passed[k] ?? 0) > unseen,
      (k) => (passed[k] ?? 0) - least(k) > unseen,
    );
    const to = nearestDeficit(distance, excess, unseen);
    if (to === null) break;
    const path = pathTo(to, from, before);
    let amount = Math.min(excess[from] ?? 0, -(excess[to] ?? 0));
    for (const [k, l] of path) amount = Math.min(amount, room(k, l));
    for (const [k, l] of path) move(k, l, amount);
    excess[from] = (excess[from] ?? 0) - amount;
    excess[to] = (excess[to] ?? 0) + amount;
    for (const k of new Set(path.flat())) if (k !== sink) arcs[k] = arcsFrom(k);
  }

  function room(k: number, l: number): number {
    if (l === sink) return most(k) - (passed[k] ?? 0);
    if (k === sink) return (passed[l] ?? 0) - least(l);
    const arc = arcs[k]?.[l];
    return arc ? held(arc.row, k) : 0;
  }
  function move(k: number, l: number, amount: number): void {
    const arc = k === sink || l === sink ? null : arcs[k]?.[l];
    if (l === sink) passed[k] = (passed[k] ?? 0) + amount;
    else if (k === sink) passed[l] = (passed[l] ?? 0) - amount;
    else if (arc) {
      const part = amount / (weights[arc.row] ?? 1);
      share[arc.row * p + k] = Math.max((share[arc.row * p + k] ?? 0) - part, 0);
      share[arc.row * p + l] = (share[arc.row * p + l] ?? 0) + part;
    }
  }

  const whole = sumOf(rows, (row) => sumOf(p, (k) => (share[row * p + k] ?? 0) * (cost[(open[k] ?? 0) * rows + row] ?? 0)));
  return { cost: whole, share };
}

/** Bellman and Ford over the open sites and the sink; paths of equal cost keep the one found first. */
function shortestPaths(
  from: number,
  sink: number,
  arcs: readonly (readonly (Arc | null)[])[],
  mayPass: (k: number) => boolean,
  mayTakeBack: (k: number) => boolean,
): { readonly distance: readonly number[]; readonly before: readonly number[] } {
  const distance = Array.from({ length: sink + 1 }, (_, k) => (k === from ? 0 : Infinity));
  const before = distance.map(() => -1);
  const relax = (k: number, l: number, cost: number): boolean => {
    const reached = (distance[k] ?? Infinity) + cost;
    if (!(reached < (distance[l] ?? Infinity) - 1e-12 * (1 + Math.abs(reached)))) return false;
    distance[l] = reached;
    before[l] = k;
    return true;
  };
  for (let round = 0, changed = true; changed && round <= sink + 1; round += 1) {
    changed = false;
    for (let k = 0; k < sink; k += 1) {
      for (let l = 0; l < sink; l += 1) {
        const arc = arcs[k]?.[l];
        if (arc && relax(k, l, arc.cost)) changed = true;
      }
      if (mayPass(k) && relax(k, sink, 0)) changed = true;
      if (mayTakeBack(k) && relax(sink, k, 0)) changed = true;
    }
  }
  return { distance, before };
}

function nearestDeficit(distance: readonly number[], excess: readonly number[], unseen: number): number | null {
  let best: number | null = null;
  for (const [k, reached] of distance.entries())
    if ((excess[k] ?? 0) < -unseen && reached < (best === null ? Infinity : (distance[best] ?? Infinity))) best = k;
  return best;
}

/** The steps of the path, from its end back to its beginning. */
function pathTo(to: number, from: number, before: readonly number[]): readonly (readonly [number, number])[] {
  const path: (readonly [number, number])[] = [];
  for (let l = to; l !== from && path.length <= before.length;) {
    const k = before[l] ?? from;
    path.push([k, l]);
    l = k;
  }
  return path;
}

function worstOf(excess: readonly number[]): number {
  return excess.reduce((worst, value, k) => (value > (excess[worst] ?? 0) ? k : worst), 0);
}

function sumOf(count: number, value: (index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += value(index);
  return sum;
}
