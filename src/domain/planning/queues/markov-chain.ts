/**
 * A chain of states in continuous time, told by what can follow each state. Where it settles by elimination without subtraction (Grassmann,
 * Taksar and Heyman 1985), where it is after a time by uniformisation (Jensen 1953). Every term is positive, so that no digit is lost.
 */
import { poissonWeights } from './poisson-weights.ts';
import { squareTable, stationaryOf } from './square-table.ts';

/** From the state `from[k]` to `to[k]` at `rate[k]`; in the order of `from`. State 0 is the one it begins in. */
export type Chain = { readonly states: number; readonly from: Int32Array; readonly to: Int32Array; readonly rate: Float64Array };

export type Step<S> = { readonly to: S; readonly rate: number };

/** More states than this are not settled by elimination: a second or two of one core. */
export const mostSettledStates = 1_200;
/** One transition of one jump is one operation: a few seconds of one core. */
const mostOperations = 1e9;

/** All states that can be reached from a first one, told apart by their names; `null` when there are more than `most`. */
export function chainFrom<S>(
  first: S,
  nameOf: (state: S) => number,
  next: (state: S) => readonly Step<S>[],
  most: number,
): { readonly chain: Chain; readonly states: readonly S[] } | null {
  const states = [first];
  const known = new Map([[nameOf(first), 0]]);
  const [from, to, rate]: [number[], number[], number[]] = [[], [], []];
  for (let state = 0; state < states.length; state += 1) {
    const here = states[state];
    if (here === undefined) break;
    for (const step of next(here)) {
      if (step.rate <= 0) continue;
      const name = nameOf(step.to);
      let at = known.get(name);
      if (at === undefined) {
        at = states.length;
        if (at >= most) return null;
        known.set(name, at);
        states.push(step.to);
      }
      if (at === state) continue;
      from.push(state);
      to.push(at);
      rate.push(step.rate);
    }
  }
  return {
    chain: { states: states.length, from: Int32Array.from(from), to: Int32Array.from(to), rate: Float64Array.from(rate) },
    states,
  };
}

/** The share of the time in each state in the long run: 0 in those that are left for ever. At most `mostSettledStates`. */
export function settledChain(chain: Chain): Float64Array {
  const last = statesOfNoReturn(chain);
  const place = new Map([...last].map((state, index) => [state, index]));
  const { table, get, set } = squareTable(last.length);
  for (const [index, from] of chain.from.entries()) {
    const [row, column] = [place.get(from), place.get(chain.to[index] ?? 0)];
    if (row !== undefined && column !== undefined) set(row, column, get(row, column) + (chain.rate[index] ?? 0));
  }
  const shares = new Float64Array(chain.states);
  for (const [index, share] of stationaryOf(table).entries()) shares[last[index] ?? 0] = share;
  return shares;
}

/** The states it ends up in: the fewest that can be reached from any state. One of them is enough, because the offers here have one end only. */
function statesOfNoReturn({ states, from, to }: Chain): readonly number[] {
  const follows: number[][] = Array.from({ length: states }, () => []);
  for (const [index, state] of from.entries()) follows[state]?.push(to[index] ?? 0);
  const reachedFrom = (first: number): readonly number[] => {
    const seen = new Set([first]);
    for (const state of seen) for (const next of follows[state] ?? []) seen.add(next);
    return [...seen];
  };
  // What is reached from a state that was reached last cannot be more; once it is no less, it is the end.
  let reached = reachedFrom(0);
  for (let state = 0; state < reached.length; state += 1) {
    const further = reachedFrom(reached[state] ?? 0);
    if (further.length < reached.length) [reached, state] = [further, -1];
  }
  return reached;
}

export type ChainAtTime =
  /** The probability of each state at the time, and the mean time spent in it until then. */
  | { readonly outcome: 'worked-out'; readonly at: Float64Array; readonly spent: Float64Array }
  | { readonly outcome: 'too-much-work'; readonly states: number; readonly jumps: number };

/** After a time t from state 0. */
export function chainAfter({ states, from, to, rate }: Chain, t: number): ChainAtTime {
  const out = new Float64Array(states);
  for (const [index, state] of from.entries()) out[state] = (out[state] ?? 0) + (rate[index] ?? 0);
  const fastest = out.reduce((most, each) => Math.max(most, each), 0);
  const jumps = fastest * t;
  if (jumps * (from.length + states) > mostOperations) return { outcome: 'too-much-work', states, jumps };
  const { first, weights } = poissonWeights(jumps);
  const [at, spent] = [new Float64Array(states), new Float64Array(states)];
  let now = new Float64Array(states);
  let next = new Float64Array(states);
  now[0] = 1;
  // ∫₀ᵗ P(exactly k jumps by u) du = P(more than k jumps by t) / fastest.
  let later = 1;
  for (let jump = 0; jump < first + weights.length; jump += 1) {
    const weight = jump < first ? 0 : (weights[jump - first] ?? 0);
    later = Math.max(later - weight, 0);
    for (let state = 0; state < states; state += 1) {
      const here = now[state] ?? 0;
      at[state] = (at[state] ?? 0) + weight * here;
      spent[state] = (spent[state] ?? 0) + later * here;
      next[state] = fastest === 0 ? here : here * (1 - (out[state] ?? 0) / fastest);
    }
    for (let index = 0; index < from.length; index += 1) {
      const end = to[index] ?? 0;
      next[end] = (next[end] ?? 0) + ((now[from[index] ?? 0] ?? 0) * (rate[index] ?? 0)) / fastest;
    }
    [now, next] = [next, now];
  }
  const whole = spent.reduce((sum, each) => sum + each, 0);
  for (let state = 0; state < states; state += 1) spent[state] = whole === 0 ? (state === 0 ? t : 0) : ((spent[state] ?? 0) / whole) * t;
  return { outcome: 'worked-out', at, spent };
}
