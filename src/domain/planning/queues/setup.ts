/**
 * M/M/c/setup: flexible places. A server that has nobody is closed at once; each who waits lets a closed server open, which takes an
 * exponential time of mean 1/α; an opening that is no longer needed is called off.
 * Source: Gandhi, Doroudi, Harchol-Balter and Scheller-Wolf, «Exact analysis of the M/M/k/setup class of Markov chains via recursive
 * renewal reward», Queueing Systems 77 (2014). Solved here level by level in the number waiting, with the matrix-geometric tail of
 * M. F. Neuts (1981): from level j to the next the probabilities are multiplied by the table R(j), which is upper triangular, because
 * servers close only when nobody waits. Only positive numbers are added, but for the diagonals.
 */
import type { Servers } from './erlang-c.ts';
import { multiplied, squareTable, stationaryOf, type SquareTable } from './square-table.ts';

export type FlexibleServers = Servers & { readonly alpha: number };

export type SetupMeasures = {
  readonly stable: boolean;
  /** Mean time from arrival to departure. */
  readonly W: number;
  /** Mean number present. */
  readonly L: number;
  /** Mean number of servers at work. */
  readonly busy: number;
  /** Mean number of servers being opened. */
  readonly setup: number;
};

export type SetupOutcome =
  | ({ readonly outcome: 'worked-out' } & SetupMeasures)
  | { readonly outcome: 'too-many-servers'; readonly most: number };

/** The work grows with the fourth power of the servers: 150 take about a second. */
const mostServers = 150;

/** The stationary measures. Where the queue grows for ever, L and W are Infinity and all servers stay at work. */
export function openingServers(of: FlexibleServers): SetupOutcome {
  const { lambda, mu, servers, alpha } = of;
  if (lambda === 0)
    return { outcome: 'worked-out', stable: true, W: servers === 0 ? Infinity : 1 / alpha + 1 / mu, L: 0, busy: 0, setup: 0 };
  if (lambda >= servers * mu) return { outcome: 'worked-out', stable: false, W: Infinity, L: Infinity, busy: servers, setup: 0 };
  if (servers > mostServers) return { outcome: 'too-many-servers', most: mostServers };

  const levels = factorsByLevel(of);
  const tail = levels[servers - 1];
  const first = levels[0];
  if (!tail || !first) throw new Error('an offer with servers has levels');

  let here = stationaryOf(nobodyWaiting(of, first));
  let whole = 0;
  let busy = 0;
  let waiting = 0;
  let setup = 0;
  const count = (at: readonly number[], j: number): void => {
    for (const [i, probability] of at.entries()) {
      whole += probability;
      busy += i * probability;
      waiting += j * probability;
      setup += Math.min(j, servers - i) * probability;
    }
  };
  for (let j = 0; j < servers; j += 1) {
    count(here, j);
    here = multiplied(here, levels[j] ?? tail);
  }
  // From level c on: Σ x·Rᵏ and Σ k·x·Rᵏ, both by solving with I − R.
  const sums = dividedByRest(here, tail);
  count(sums, servers);
  waiting += dividedByRest(multiplied(sums, tail), tail).reduce((sum, probability) => sum + probability, 0);

  const L = (busy + waiting) / whole;
  return { outcome: 'worked-out', stable: true, W: L / lambda, L, busy: busy / whole, setup: setup / whole };
}

/** R(0) … R(c−1), from the last, which is that of all levels above. */
function factorsByLevel(of: FlexibleServers): readonly SquareTable[] {
  const { servers } = of;
  const levels: SquareTable[] = [];
  let above = tailFactor(of);
  levels[servers - 1] = above;
  for (let j = servers - 1; j >= 1; j -= 1) {
    above = factorBelow(of, j, above);
    levels[j - 1] = above;
  }
  return levels;
}

/** The R of all levels at which every closed server is being opened: the diagonal by a quadratic, the rest one after another. */
function tailFactor({ lambda, mu, servers, alpha }: FlexibleServers): SquareTable {
  const size = servers + 1;
  const { get, set, table } = squareTable(size);
  const larger = Array.from({ length: size }, (_, k) => {
    const opening = (servers - k) * alpha;
    const sum = lambda + k * mu + opening;
    return (sum + Math.sqrt((lambda - k * mu) ** 2 + 2 * (lambda + k * mu) * opening + opening ** 2)) / 2;
  });
  for (let k = 0; k < size; k += 1) set(k, k, lambda / (larger[k] ?? 1));
  for (let i = servers; i >= 0; i -= 1)
    for (let k = i + 1; k < size; k += 1) {
      let served = 0;
      let opened = 0;
      for (let l = i + 1; l < k; l += 1) served += get(i, l) * get(l, k);
      for (let l = i; l < k; l += 1) opened += get(i, l) * get(l, k - 1);
      set(i, k, (k * mu * served + (servers - k + 1) * alpha * opened) / ((larger[k] ?? 1) - k * mu * get(i, i)));
    }
  return table;
}

/** R(j−1) = λ·(what leaves level j − what comes back to it from above)⁻¹. */
function factorBelow({ lambda, mu, servers, alpha }: FlexibleServers, j: number, above: SquareTable): SquareTable {
  const size = servers + 1;
  const { get, set, table } = squareTable(size);
  const back = comesBack({ mu, servers, alpha }, j + 1, above);
  for (let i = 0; i < size; i += 1)
    for (let k = i; k < size; k += 1) {
      let sum = i === k ? lambda : 0;
      for (let l = i; l < k; l += 1) sum += get(i, l) * back.get(l, k);
      const leaves = lambda + k * mu + Math.min(j, servers - k) * alpha - back.get(k, k);
      set(i, k, sum / leaves);
    }
  return table;
}

/** R(j−1) times what falls from level j: a server finishes and takes the next, or a server opens and does. */
function comesBack(
  { mu, servers, alpha }: Omit<FlexibleServers, 'lambda'>,
  j: number,
  factor: SquareTable,
): ReturnType<typeof squareTable> {
  const back = squareTable(servers + 1);
  for (let i = 0; i <= servers; i += 1)
    for (let k = i; k <= servers; k += 1) {
      const opened = k > i ? (factor[i]?.[k - 1] ?? 0) * Math.min(j, servers - k + 1) * alpha : 0;
      back.set(i, k, (factor[i]?.[k] ?? 0) * k * mu + opened);
    }
  return back;
}

/** The chain watched only while nobody waits: rates between numbers of busy servers. */
function nobodyWaiting(of: FlexibleServers, first: SquareTable): SquareTable {
  const { get, set, table } = comesBack(of, 1, first);
  for (let i = 1; i <= of.servers; i += 1) set(i, i - 1, get(i, i - 1) + i * of.mu);
  return table;
}

/** x·(I − R)⁻¹ for an upper triangular R. */
function dividedByRest(x: readonly number[], factor: SquareTable): readonly number[] {
  const sums: number[] = [];
  for (let k = 0; k < x.length; k += 1) {
    let sum = x[k] ?? 0;
    for (let i = 0; i < k; i += 1) sum += (sums[i] ?? 0) * (factor[i]?.[k] ?? 0);
    sums.push(sum / (1 - (factor[k]?.[k] ?? 0)));
  }
  return sums;
}
