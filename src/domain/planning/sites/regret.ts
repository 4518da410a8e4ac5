/**
 * Sites for several estimates of need at once. The regret (da: fortrydelse) of a set under an estimate is how much worse it is than the best set
 * for that estimate. The set whose largest regret is least is right for one who does not know which estimate is (Savage 1951); with a chance for each
 * estimate there is also the set that is best on the average. Exact: all sets are gone through.
 */
import { chooseSites } from './choose-sites.ts';
import { stepsOfAll, visitSets } from './enumerate.ts';
import { costsOf, mostSteps } from './shortlist.ts';
import type { GoOn, TravelProblem } from './site-problem.ts';

export type SiteEstimate = {
  readonly name: string;
  readonly weights: readonly number[];
  /** How likely the estimate is held to be; null where nobody says it. Chances need not add up to 1. */
  readonly chance: number | null;
};

/** One question under several estimates; `open` from so many sites to so many. */
export type RegretProblem = Pick<TravelProblem, 'minutes' | 'objective' | 'within' | 'volume'> & {
  readonly estimates: readonly SiteEstimate[];
  readonly open: { readonly least: number; readonly most: number };
};

/** A set by estimate: null where so many sites cannot keep the volumes under it. */
export type SetRegret = {
  readonly open: readonly number[];
  readonly values: readonly (number | null)[];
  readonly regrets: readonly (number | null)[];
  /** Estimates under which it cannot be, and the largest regret under the others. */
  readonly impossible: number;
  readonly worst: number;
  /** The average of the values by the chances; null where one is missing, or where the set cannot be under an estimate that has a chance. */
  readonly average: number | null;
};

export type RegretAnswer =
  | {
      readonly outcome: 'compared';
      /** The best set of each estimate and what it regrets under the others; null where no set can be. */
      readonly best: readonly (SetRegret | null)[];
      /** The set with the least of the largest regrets; of those that are possible under most estimates. */
      readonly leastRegret: SetRegret;
      readonly bestOnAverage: SetRegret | null;
    }
  | { readonly outcome: 'infeasible' | 'too-many-sets' | 'stopped' };

export function leastRegret(problem: RegretProblem, goOn: GoOn = () => true): RegretAnswer {
  const { estimates, open, minutes } = problem;
  const sizes = Array.from({ length: open.most - open.least + 1 }, (_, more) => open.least + more);
  const sites = minutes[0]?.length ?? 0;
  const steps = sizes.reduce((sum, size) => sum + stepsOfAll({ ...costsOf(oneOf(problem, 0)), sites }, size), 0);
  if (steps * estimates.length > mostSteps) return { outcome: 'too-many-sets' };

  const best = estimates.map((_, estimate) => bestFor(problem, estimate, sizes, goOn));
  if (best.includes('stopped')) return { outcome: 'stopped' };
  const known = best.map((each) => (each === 'stopped' ? null : each));
  if (known.every((each) => each === null)) return { outcome: 'infeasible' };

  // What each set regrets at least, and costs on the average at least, if everybody could go to the nearest.
  const candidates = sizes.flatMap((size) => boundsOf(problem, size, known));
  const byRegret = candidates.toSorted((one, other) => one.impossible - other.impossible || one.regret - other.regret);
  let least: SetRegret | null = null;
  for (const candidate of byRegret) {
    if (least && (candidate.impossible > least.impossible || candidate.regret > least.worst + unseen)) break;
    if (!goOn()) return { outcome: 'stopped' };
    const set = setRegret(problem, candidate.open, known);
    if (!least || set.impossible < least.impossible || set.worst < least.worst - unseen) least = set;
  }
  let bestOnAverage: SetRegret | null = null;
  for (const candidate of candidates
    .filter(({ average }) => average !== null)
    .toSorted((one, other) => (one.average ?? 0) - (other.average ?? 0))) {
    if (bestOnAverage?.average !== null && bestOnAverage && better(problem, bestOnAverage.average) <= (candidate.average ?? 0) + unseen)
      break;
    if (!goOn()) return { outcome: 'stopped' };
    const set = setRegret(problem, candidate.open, known);
    if (set.average === null) continue;
    if (!bestOnAverage || better(problem, set.average) < better(problem, bestOnAverage.average ?? Infinity) - unseen) bestOnAverage = set;
  }
  if (!least) return { outcome: 'infeasible' };
  return {
    outcome: 'compared',
    best: known.map((each) => each && setRegret(problem, each.open, known)),
    leastRegret: least,
    bestOnAverage,
  };
}

/** What sums of minutes round to. */
const unseen = 1e-9;

/** So that less is better whatever the objective. */
function better({ objective }: RegretProblem, value: number): number {
  return objective === 'coverage' ? -value : value;
}

function oneOf({ estimates, ...problem }: RegretProblem, estimate: number): Omit<TravelProblem, 'open'> {
  return { ...problem, weights: estimates[estimate]?.weights ?? [] };
}

type Best = { readonly open: readonly number[]; readonly value: number };

function bestFor(problem: RegretProblem, estimate: number, sizes: readonly number[], goOn: GoOn): Best | null | 'stopped' {
  let best: Best | null = null;
  for (const open of sizes) {
    const answer = chooseSites({ ...oneOf(problem, estimate), open }, goOn);
    if (answer.outcome === 'infeasible') continue;
    if (answer.outcome === 'not-found' || !answer.optimal) return 'stopped';
    if (!best || better(problem, answer.objective) < better(problem, best.value)) best = { open: answer.open, value: answer.objective };
  }
  return best;
}

/** The value of a set under an estimate, with everybody where the volumes allow; null where they cannot be kept. */
function valueOf(problem: RegretProblem, open: readonly number[], estimate: number): number | null {
  const minutes = problem.minutes.map((row) => open.map((site) => row[site] ?? 0));
  const answer = chooseSites({ ...oneOf(problem, estimate), minutes, open: open.length });
  return answer.outcome === 'chosen' ? answer.objective : null;
}

function setRegret(problem: RegretProblem, open: readonly number[], best: readonly (Best | null)[]): SetRegret {
  const values = problem.estimates.map((_, estimate) => valueOf(problem, open, estimate));
  const regrets = values.map((value, estimate) => {
    const least = best[estimate];
    return value === null || !least ? null : Math.max(0, better(problem, value) - better(problem, least.value));
  });
  return {
    open,
    values,
    regrets,
    impossible: values.filter((value) => value === null).length,
    worst: Math.max(0, ...regrets.filter((regret) => regret !== null)),
    average: averageOf(problem, values),
  };
}

function averageOf({ estimates }: RegretProblem, values: readonly (number | null)[]): number | null {
  let [sum, all] = [0, 0];
  for (const [index, { chance }] of estimates.entries()) {
    const value = values[index] ?? null;
    if (chance === null || (chance > 0 && value === null)) return null;
    sum += chance * (value ?? 0);
    all += chance;
  }
  return all > 0 ? sum / all : null;
}

type Bound = { readonly open: readonly number[]; readonly impossible: number; readonly regret: number; readonly average: number | null };

/** Every set of one size with what it is at least, `better` turned so that less is better. */
function boundsOf(problem: RegretProblem, size: number, best: readonly (Best | null)[]): readonly Bound[] {
  const { estimates, minutes, objective, within, volume } = problem;
  const totals = estimates.map(({ weights }) => weights.reduce((sum, weight) => sum + weight, 0));
  const canBe = totals.map((total) => size * volume.least <= total * (1 + 1e-9) && size * volume.most >= total * (1 - 1e-9));
  const impossible = canBe.filter((possible) => !possible).length;
  const bounds: Bound[] = [];
  const table = costsOf({ ...oneOf(problem, 0), objective: 'median' });
  visitSets({ ...table, cost: new Float64Array(table.cost.length) }, size, Infinity, (open) => {
    const nearest = minutes.map((row) => open.reduce((least, site) => Math.min(least, row[site] ?? 0), Infinity));
    const values = estimates.map(({ weights }, index) => {
      if (!canBe[index]) return null;
      if (objective === 'centre') return nearest.reduce((most, each) => Math.max(most, each), 0);
      const sum = nearest.reduce(
        (total, each, row) => total + (weights[row] ?? 0) * (objective === 'coverage' ? (each <= within ? 1 : 0) : each),
        0,
      );
      return sum / (totals[index] ?? 1);
    });
    const regret = values.reduce<number>((worst, value, index) => {
      const least = best[index];
      return value === null || !least ? worst : Math.max(worst, better(problem, value) - better(problem, least.value));
    }, 0);
    const average = averageOf(problem, values);
    bounds.push({ open: [...open], impossible, regret, average: average === null ? null : better(problem, average) });
    return Infinity;
  });
  return bounds;
}
