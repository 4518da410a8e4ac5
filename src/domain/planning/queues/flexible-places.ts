/**
 * Places that open after a lead time and close by a rule, exactly: one unit with places that always stand and places that open by need. The same
 * rules as the simulation's, with times that are exponential: arrivals at λ, stays ending at μ, patience at θ, each opening at α, each wait before
 * a closing at δ. Women present and flexible places open are the whole state: what is being opened follows from them, because what is not
 * needed any more is called off. Opening and closing at different levels is a hysteresis: it keeps places from opening and closing all the time.
 */
import { type Chain, chainAfter, chainFrom, mostSettledStates, settledChain, type Step } from './markov-chain.ts';

/** When places are opened: as many as wait, once so many wait; or as many as are wanting, once at most so many open places are free. */
export type OpeningRule = { readonly waiting: number } | { readonly freeAtMost: number };

export type FlexibleUnit = {
  readonly lambda: number;
  readonly mu: number;
  readonly theta: number;
  /** Standing places. */
  readonly servers: number;
  readonly flexible: number;
  readonly alpha: number;
  readonly openWhen: OpeningRule;
  /** A flexible place closes when at least so many places are free, after a wait of mean 1/δ; at once when δ is null. */
  readonly closeAtFree: number;
  readonly delta: number | null;
  /** Women who can wait at a time; more are turned away. */
  readonly waiting: number;
};

export type FlexibleMeasures = {
  readonly inHouse: number;
  readonly waiting: number;
  /** The probability that an arrival is turned away, and that she finds no place free. */
  readonly turnedAway: number;
  readonly pWait: number;
  /** Those who give up waiting, per unit of time. */
  readonly givingUp: number;
  /** Flexible places that are open, and that are being opened, on average. */
  readonly open: number;
  readonly opening: number;
  /** The share of the time in which any flexible place is open, and in which `k` are: `openShares[k]`. */
  readonly shareOpen: number;
  readonly openShares: readonly number[];
  /** Flexible places opened per unit of time. */
  readonly openings: number;
};

export type FlexibleOutcome =
  | ({ readonly outcome: 'worked-out' } & FlexibleMeasures)
  | { readonly outcome: 'too-many-states'; readonly most: number }
  | { readonly outcome: 'too-much-work'; readonly states: number; readonly jumps: number };

type State = { readonly present: number; readonly open: number };

/** In the long run. */
export function flexibleUnit(unit: FlexibleUnit): FlexibleOutcome {
  const built = build(unit, mostSettledStates);
  if (!built) return { outcome: 'too-many-states', most: mostSettledStates };
  return { outcome: 'worked-out', ...measured(unit, built.states, settledChain(built.chain)) };
}

const mostStates = 20_000;

/** At a time t from the opening day, empty; and, on average over the time until then (`until`). */
export function flexibleUnitAt(
  unit: FlexibleUnit,
  t: number,
):
  | Exclude<FlexibleOutcome, { outcome: 'worked-out' }>
  | { readonly outcome: 'worked-out'; readonly at: FlexibleMeasures; readonly until: FlexibleMeasures } {
  const built = build(unit, mostStates);
  if (!built) return { outcome: 'too-many-states', most: mostStates };
  const after = chainAfter(built.chain, t);
  if (after.outcome !== 'worked-out') return after;
  const average = t === 0 ? after.at : after.spent.map((time) => time / t);
  return { outcome: 'worked-out', at: measured(unit, built.states, after.at), until: measured(unit, built.states, average) };
}

function build(unit: FlexibleUnit, most: number): { readonly chain: Chain; readonly states: readonly State[] } | null {
  const width = unit.flexible + 1;
  return chainFrom(
    { present: 0, open: 0 },
    ({ present, open }) => present * width + open,
    (state) => stepsFrom(unit, state),
    most,
  );
}

function stepsFrom(unit: FlexibleUnit, { present, open }: State): readonly Step<State>[] {
  const { lambda, mu, theta, servers, alpha, delta, waiting } = unit;
  const places = servers + open;
  const inHouse = Math.min(present, places);
  const steps: Step<State>[] = [
    { to: settled(unit, { present: present - 1, open }), rate: inHouse * mu + (present - inHouse) * theta },
    { to: settled(unit, { present, open: open + 1 }), rate: beingOpened(unit, present, open) * alpha },
  ];
  if (present < places + waiting) steps.push({ to: settled(unit, { present: present + 1, open }), rate: lambda });
  if (delta !== null && isClosing(unit, { present, open })) steps.push({ to: { present, open: open - 1 }, rate: delta });
  return steps;
}

/** Places close at once where they do not wait before it. */
function settled(unit: FlexibleUnit, state: State): State {
  let { open } = state;
  if (unit.delta === null) while (isClosing(unit, { ...state, open })) open -= 1;
  return { present: state.present, open };
}

function isClosing({ servers, closeAtFree }: FlexibleUnit, { present, open }: State): boolean {
  return open > 0 && servers + open - present >= closeAtFree;
}

function beingOpened({ servers, flexible, openWhen }: FlexibleUnit, present: number, open: number): number {
  const free = Math.max(servers + open - present, 0);
  const waiting = Math.max(present - servers - open, 0);
  const wanted = 'waiting' in openWhen ? (waiting >= openWhen.waiting ? waiting : 0) : openWhen.freeAtMost + 1 - free;
  return Math.max(0, Math.min(wanted, flexible - open));
}

function measured(unit: FlexibleUnit, states: readonly State[], shares: Float64Array): FlexibleMeasures {
  const { servers, flexible, theta, alpha } = unit;
  const openShares = Array.from({ length: flexible + 1 }, () => 0);
  let [inHouse, waiting, turnedAway, pWait, opening] = [0, 0, 0, 0, 0];
  for (const [index, { present, open }] of states.entries()) {
    const share = shares[index] ?? 0;
    const places = servers + open;
    inHouse += share * Math.min(present, places);
    waiting += share * Math.max(present - places, 0);
    if (present >= places + unit.waiting) turnedAway += share;
    if (present >= places) pWait += share;
    opening += share * beingOpened(unit, present, open);
    openShares[open] = (openShares[open] ?? 0) + share;
  }
  const open = openShares.reduce((sum, share, count) => sum + share * count, 0);
  const shareOpen = openShares.slice(1).reduce((sum, share) => sum + share, 0);
  return {
    inHouse,
    waiting,
    turnedAway,
    pWait,
    givingUp: waiting * theta,
    open,
    opening,
    shareOpen,
    openShares,
    openings: opening * alpha,
  };
}
