/** Erlang C, M/M/c: everybody waits until a server is free. */
import { erlangB } from './erlang-b.ts';

/** Arrivals and services per unit of time, and how many servers. */
export type Servers = { readonly lambda: number; readonly mu: number; readonly servers: number };

/** In a queue that grows for ever the lengths and times are Infinity. Times are in the unit of the rates. */
export type WaitingMeasures = {
  readonly stable: boolean;
  /** The probability that an arrival must wait. */
  readonly pWait: number;
  /** Mean number waiting. */
  readonly Lq: number;
  /** Mean wait of an arrival. */
  readonly Wq: number;
  /** Mean number present. */
  readonly L: number;
  /** Mean time from arrival to departure. */
  readonly W: number;
  /** The probability that nobody is present. */
  readonly p0: number;
};

/** The stationary measures of M/M/c. With no arrivals at all, they are those of one who came. */
export function erlangC({ lambda, mu, servers }: Servers): WaitingMeasures {
  const load = lambda / mu;
  if (servers === 0 && lambda === 0) return { stable: true, pWait: 1, Lq: 0, Wq: Infinity, L: 0, W: Infinity, p0: 1 };
  if (load >= servers) return { stable: false, pWait: 1, Lq: Infinity, Wq: Infinity, L: Infinity, W: Infinity, p0: 0 };

  const blocking = erlangB(load, servers);
  const spare = servers - load;
  const pWait = (servers * blocking) / (spare + load * blocking);
  const Wq = pWait / mu / spare;
  const Lq = (pWait * load) / spare;
  return { stable: true, pWait, Lq, Wq, L: Lq + load, W: Wq + 1 / mu, p0: probabilityOfNobody(load, servers) };
}

/** 1 / (Σ_{j<c} aʲ/j! + aᶜ/c! · c/(c−a)), scaled as it grows so that it does not overflow. */
function probabilityOfNobody(load: number, servers: number): number {
  let term = 1;
  let sum = 0;
  let scale = 1;
  for (let j = 0; j < servers && term > sum * 1e-18; j += 1) {
    sum += term;
    term *= load / (j + 1);
    if (sum > 1e250) {
      sum *= 1e-250;
      term *= 1e-250;
      scale *= 1e-250;
    }
    if (scale === 0) return 0;
  }
  return scale / (sum + (term * servers) / (servers - load));
}
