/**
 * M/M/c+G: arrivals wait for a free server, each with a patience of her own, and leave when it ends.
 * Source: Baccelli and Hébuterne 1981; Zeltyn and Mandelbaum, «Call centers with impatient customers: many-server asymptotics of the
 * M/M/n+G queue», Queueing Systems 51 (2005). With H(x) = ∫₀ˣ (1 − G), the wait offered to an arrival has a density in proportion to
 * exp(λH(x) − cμx), and 1/B(c−1) stands for finding a server free. The exponent is concave, so it is integrated outward from its peak.
 */
import { erlangB } from './erlang-b.ts';
import { erlangC, type Servers } from './erlang-c.ts';
import { breaksOf, givenUp, meanPatience, type Patience, stillWilling, waitedBetween } from './patience.ts';

export type PatienceMeasures = {
  /** The probability that an arrival finds no server free. */
  readonly pWait: number;
  /** The share of arrivals that leave unserved. */
  readonly pAbandon: number;
  /** Mean wait of all arrivals, those who leave included; in the unit of the rates, as everywhere. */
  readonly Wq: number;
  /** Mean number waiting. */
  readonly Lq: number;
  /** The share of the servers' time that is used; NaN when there are no servers. */
  readonly utilisation: number;
};

/** A mean patience above this many units of time counts as endless. */
const longestPatience = 1e12;

/** The stationary measures of M/M/c+G. Stable whenever patience ends. */
export function generalPatience({ lambda, mu, servers }: Servers, patience: Patience): PatienceMeasures {
  if (patience.kind === 'exponential' && patience.theta * longestPatience < 1) return withoutEnd({ lambda, mu, servers });
  if (patience.kind === 'uniform' && patience.from === patience.to)
    return generalPatience({ lambda, mu, servers }, { kind: 'deterministic', after: patience.to });
  if (servers === 0) {
    const Wq = meanPatience(patience);
    return { pWait: 1, pAbandon: 1, Wq, Lq: lambda * Wq, utilisation: NaN };
  }
  const { peak, all, gone, waited } = offeredWait(lambda, servers * mu, patience);
  // Everything is divided by exp(peak), which is 1 unless more arrive than can be served, and then the first term is small.
  const free = Math.exp(-peak) / erlangB(lambda / mu, servers - 1);
  const whole = free + lambda * all;
  const pAbandon = (lambda * gone) / whole;
  const Wq = (lambda * waited) / whole;
  const used = (lambda / (servers * mu)) * (1 - pAbandon);
  return { pWait: (lambda * all) / whole, pAbandon, Wq, Lq: lambda * Wq, utilisation: Math.min(used, 1) };
}

function withoutEnd(of: Servers): PatienceMeasures {
  const { pWait, Wq, Lq } = erlangC(of);
  return { pWait, pAbandon: 0, Wq, Lq, utilisation: of.servers === 0 ? NaN : Math.min(of.lambda / (of.servers * of.mu), 1) };
}

type Integrals = { readonly all: number; readonly gone: number; readonly waited: number };

/** ∫ exp(λH − cμx) with the weights 1, G and H, over exp(peak). `capacity` is cμ. */
function offeredWait(lambda: number, capacity: number, patience: Patience): Integrals & { readonly peak: number } {
  const breaks = breaksOf(patience);
  const scales = patience.kind === 'exponential' ? [1, 2, 4, 8, 16, 32, 64].map((times) => times / patience.theta) : [];
  const turn = lambda > capacity ? stillWilling(patience, capacity / lambda) : null;
  const inner = [0, ...breaks, ...scales, ...(turn === null ? [] : [turn])].sort((a, b) => a - b);
  const ends = inner.filter((x, index) => index === 0 || x > (inner[index - 1] ?? 0));
  const heights = heightsAt(ends, lambda, capacity, patience);
  const peak = Math.max(...heights.map(({ exponent }) => exponent));

  let all = 0;
  let gone = 0;
  let waited = 0;
  for (const [index, low] of ends.entries()) {
    const at = heights[index];
    const high = ends[index + 1] ?? Infinity;
    if (!at) continue;
    if (high === Infinity && breaks.length > 0) {
      // After the last break nobody waits: the exponent falls by cμ, and G and H stand still.
      const tail = Math.exp(at.exponent - peak) / capacity;
      all += tail;
      gone += tail;
      waited += tail * at.waited;
      continue;
    }
    const piece = overPiece({ low, high, at, next: heights[index + 1] ?? null, peak }, lambda, capacity, patience);
    all += piece.all;
    gone += piece.gone;
    waited += piece.waited;
  }
  return { peak, all, gone, waited };
}

type Height = { readonly x: number; readonly exponent: number; readonly waited: number };

function heightsAt(ends: readonly number[], lambda: number, capacity: number, patience: Patience): readonly Height[] {
  const heights: Height[] = [];
  for (const x of ends) {
    const before = heights.at(-1) ?? { x: 0, exponent: 0, waited: 0 };
    const more = waitedBetween(patience, before.x, x - before.x);
    heights.push({ x, exponent: before.exponent + lambda * more - capacity * (x - before.x), waited: before.waited + more });
  }
  return heights;
}

type Piece = { readonly low: number; readonly high: number; readonly at: Height; readonly next: Height | null; readonly peak: number };

/** Below exp(−46) of the peak nothing is seen in a number of 16 digits. */
const unseen = 46;
const panels = 24;

/** One piece, where the exponent is smooth and goes one way only: from its higher end as far as anything can be seen. */
function overPiece({ low, high, at, next, peak }: Piece, lambda: number, capacity: number, patience: Patience): Integrals {
  const rising = next !== null && next.exponent > at.exponent;
  const top = rising ? next : at;
  const change = (u: number): { readonly exponent: number; readonly waited: number } => {
    const waited = rising ? -waitedBetween(patience, top.x - u, u) : waitedBetween(patience, top.x, u);
    return { waited, exponent: lambda * waited - capacity * (rising ? -u : u) };
  };
  const reach = reachOf((u) => top.exponent + change(u).exponent - peak, high - low, 1 / capacity);

  let all = 0;
  let gone = 0;
  let waited = 0;
  const step = reach / panels;
  for (let panel = 0; panel < panels; panel += 1)
    for (const [node, weight] of gaussLegendre) {
      const u = step * (panel + node);
      const here = change(u);
      const density = weight * step * Math.exp(top.exponent + here.exponent - peak);
      all += density;
      gone += density * givenUp(patience, rising ? top.x - u : top.x + u);
      waited += density * (top.waited + here.waited);
    }
  return { all, gone, waited };
}

/** How far from the higher end a falling exponent is seen, at most `length`. */
function reachOf(exponentAt: (u: number) => number, length: number, scale: number): number {
  let far = Math.min(scale, length);
  while (far < length && exponentAt(far) > -unseen) far = Math.min(2 * far, length);
  if (exponentAt(far) > -unseen) return far;
  let near = 0;
  for (let halving = 0; halving < 60 && far - near > far * 1e-3; halving += 1) {
    const middle = (near + far) / 2;
    if (exponentAt(middle) > -unseen) near = middle;
    else far = middle;
  }
  return far;
}

/** Nodes on 0..1 and weights of the 10-point rule. Abramowitz and Stegun, table 25.4. */
const gaussLegendre: readonly (readonly [number, number])[] = (
  [
    [0.14887433898163122, 0.29552422471475287],
    [0.4333953941292472, 0.26926671930999635],
    [0.6794095682990244, 0.21908636251598204],
    [0.8650633666889845, 0.1494513491505806],
    [0.9739065285171717, 0.06667134430868814],
  ] as const
).flatMap(([x, weight]) => [[(1 - x) / 2, weight / 2] as const, [(1 + x) / 2, weight / 2] as const]);
