/**
 * Several sites where nobody waits: a woman goes to the first site of her own order that has a free place, and is turned away when none has. The
 * stationary chain of who is where, exactly, while its states are few enough; beyond that it must be simulated. Stays are exponential and alike.
 */

/** Women who come at a rate and try these sites in this order; a site that is not named is one they would not go to. */
export type OverflowStream = { readonly rate: number; readonly sites: readonly number[] };
export type OverflowSystem = { readonly streams: readonly OverflowStream[]; readonly mu: number; readonly places: readonly number[] };

export type OverflowAnswer =
  | {
      readonly outcome: 'worked-out';
      /** The share of each stream that is turned away. */
      readonly turnedAway: readonly number[];
      /** Admissions of each site per unit of time, and women in house on average. */
      readonly admissions: readonly number[];
      readonly inHouse: readonly number[];
    }
  | { readonly outcome: 'too-many-states'; readonly states: number }
  /** The sweeps did not settle: nothing is said. */
  | { readonly outcome: 'not-settled' };

export const mostOverflowStates = 100_000;
const mostSweeps = 20_000;
const settled = 1e-14;

/** All in the system must be finite; `mu` above 0, rates 0 or more, places whole. */
export function overflowChain({ streams, mu, places }: OverflowSystem): OverflowAnswer {
  const states = places.reduce((product, count) => product * (count + 1), 1);
  if (states > mostOverflowStates) return { outcome: 'too-many-states', states };
  const sites = places.length;
  const steps: number[] = [];
  for (let site = 0, step = 1; site < sites; step *= (places[site] ?? 0) + 1, site += 1) steps.push(step);
  const women = new Int32Array(states * sites);
  for (let state = 0; state < states; state += 1)
    for (let site = 0; site < sites; site += 1)
      women[state * sites + site] = Math.floor(state / (steps[site] ?? 1)) % ((places[site] ?? 0) + 1);
  const inHouseOf = (state: number, site: number): number => women[state * sites + site] ?? 0;
  const chosen = (state: number, { sites: order }: OverflowStream): number | undefined =>
    order.find((site) => inHouseOf(state, site) < (places[site] ?? 0));

  // The rate into each site in each state, and the whole rate out of each state.
  const into = new Float64Array(states * sites);
  const out = new Float64Array(states);
  for (let state = 0; state < states; state += 1) {
    for (const stream of streams) {
      const site = chosen(state, stream);
      if (site === undefined) continue;
      into[state * sites + site] = (into[state * sites + site] ?? 0) + stream.rate;
      out[state] = (out[state] ?? 0) + stream.rate;
    }
    for (let site = 0; site < sites; site += 1) out[state] = (out[state] ?? 0) + inHouseOf(state, site) * mu;
  }

  const chance = new Float64Array(states).fill(1 / states);
  for (let sweep = 0; ; sweep += 1) {
    if (sweep === mostSweeps) return { outcome: 'not-settled' };
    let change = 0;
    let sum = 0;
    for (let state = 0; state < states; state += 1) {
      const leaving = out[state] ?? 0;
      const before = chance[state] ?? 0;
      let flow = 0;
      for (let site = 0; site < sites; site += 1) {
        const [step, here] = [steps[site] ?? 1, inHouseOf(state, site)];
        if (here > 0) flow += (chance[state - step] ?? 0) * (into[(state - step) * sites + site] ?? 0);
        if (here < (places[site] ?? 0)) flow += (chance[state + step] ?? 0) * (here + 1) * mu;
      }
      // Nobody comes and nobody is there: the state is never left.
      const now = leaving === 0 ? before : flow / leaving;
      chance[state] = now;
      change = Math.max(change, Math.abs(now - before));
      sum += now;
    }
    for (let state = 0; state < states; state += 1) chance[state] = (chance[state] ?? 0) / sum;
    if (change / sum < settled) break;
  }

  const expected = (of: (state: number) => number): number => {
    let total = 0;
    for (let state = 0; state < states; state += 1) total += (chance[state] ?? 0) * of(state);
    return total;
  };
  return {
    outcome: 'worked-out',
    turnedAway: streams.map((stream) => expected((state) => (chosen(state, stream) === undefined ? 1 : 0))),
    admissions: places.map((_, site) => expected((state) => into[state * sites + site] ?? 0)),
    inHouse: places.map((_, site) => expected((state) => inHouseOf(state, site))),
  };
}
