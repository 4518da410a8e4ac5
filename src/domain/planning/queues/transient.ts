/**
 * How an offer fills: the number of people present after a time, from a given number at the start, by uniformisation (Jensen 1953).
 * Arrivals come at λ, each of c servers finishes at μ, `waiting` may wait, and those who find all of it full are turned away.
 * Every term is positive, so that no digit is lost.
 */
import type { Servers } from './erlang-c.ts';
import { poissonWeights } from './poisson-weights.ts';

export type FillingOffer = Servers & { readonly waiting: number; readonly start: number; readonly t: number };

export type FillingOutcome =
  /** `p[n]` is the probability that n are present at time t; `mean` the mean number. */
  | { readonly outcome: 'worked-out'; readonly mean: number; readonly p: readonly number[] }
  | { readonly outcome: 'start-above-room'; readonly room: number }
  | { readonly outcome: 'too-much-work'; readonly states: number; readonly jumps: number };

/** One step of one state is one operation: a few seconds of one core. */
const mostOperations = 3e8;
const mostStates = 1_000_000;

export function fillingOffer({ lambda, mu, servers, waiting, start, t }: FillingOffer): FillingOutcome {
  const room = servers + waiting;
  if (start > room) return { outcome: 'start-above-room', room };
  const states = room + 1;
  const fastest = lambda + servers * mu;
  const jumps = fastest * t;
  if (states > mostStates) return { outcome: 'too-much-work', states, jumps };

  const chain = jumpChain({ lambda, mu, servers }, states, fastest);
  // With so many jumps the offer settles before the weights begin, or it takes too long.
  const { first, weights } = jumps < 1e9 ? poissonWeights(jumps) : { first: Infinity, weights: [] };
  const p = new Float64Array(states);
  let now = new Float64Array(states);
  let next = new Float64Array(states);
  now[start] = 1;
  let weightLeft = 1;
  for (let jump = 0; jump < first + weights.length; jump += 1) {
    if (jump % 256 === 255) {
      // The steps round; the sum is put right before the roundings add up.
      const whole = now.reduce((sum, probability) => sum + probability, 0);
      for (let n = 0; n < states; n += 1) now[n] = (now[n] ?? 0) / whole;
      if (isSettled(now, chain.settled)) {
        add(p, chain.settled, weightLeft);
        break;
      }
    }
    if (jump * states > mostOperations) return { outcome: 'too-much-work', states, jumps };
    if (jump >= first) {
      const weight = weights[jump - first] ?? 0;
      add(p, now, weight);
      weightLeft -= weight;
    }
    takeStep(chain, now, next);
    const before = now;
    now = next;
    next = before;
  }
  const mean = p.reduce((sum, probability, n) => sum + n * probability, 0);
  return { outcome: 'worked-out', mean, p: [...p] };
}

/** The probabilities of each step, and the distribution that no step changes. */
type JumpChain = { readonly up: Float64Array; readonly down: Float64Array; readonly stay: Float64Array; readonly settled: Float64Array };

function jumpChain({ lambda, mu, servers }: Servers, states: number, fastest: number): JumpChain {
  const share = (rate: number): number => (fastest === 0 ? 0 : rate / fastest);
  const up = Float64Array.from({ length: states }, (_, n) => (n < states - 1 ? share(lambda) : 0));
  const down = Float64Array.from({ length: states }, (_, n) => share(Math.min(n, servers) * mu));
  const stay = up.map((rising, n) => Math.max(1 - rising - (down[n] ?? 0), 0));
  const logs = [0];
  for (let n = 1; n < states; n += 1) logs.push((logs[n - 1] ?? 0) + Math.log(lambda) - Math.log(Math.min(n, servers) * mu));
  const top = logs.reduce((highest, log) => Math.max(highest, log), -Infinity);
  const settled = Float64Array.from(logs, (log) => Math.exp(log - top));
  const whole = settled.reduce((sum, weight) => sum + weight, 0);
  return { up, down, stay, settled: settled.map((weight) => weight / whole) };
}

/** Steps never lead further away from the settled distribution, so that what is this near stays so. */
function isSettled(now: Float64Array, settled: Float64Array): boolean {
  let apart = 0;
  for (let n = 0; n < now.length && apart < 1e-12; n += 1) apart += Math.abs((now[n] ?? 0) - (settled[n] ?? 0));
  return apart < 1e-12;
}

function add(to: Float64Array, from: Float64Array, weight: number): void {
  for (let n = 0; n < to.length; n += 1) to[n] = (to[n] ?? 0) + weight * (from[n] ?? 0);
}

/** One step of the chain: from each state up, down, or nowhere. */
function takeStep({ up, down, stay }: JumpChain, now: Float64Array, next: Float64Array): void {
  const last = now.length - 1;
  for (let n = 0; n <= last; n += 1) {
    let sum = (now[n] ?? 0) * (stay[n] ?? 0);
    if (n > 0) sum += (now[n - 1] ?? 0) * (up[n - 1] ?? 0);
    if (n < last) sum += (now[n + 1] ?? 0) * (down[n + 1] ?? 0);
    next[n] = sum;
  }
}
