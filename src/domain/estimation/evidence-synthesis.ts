/**
 * Several estimates of the same number put together, behind a gate: the triangulator of Fellows, Corcoran and McIntyre (JMIR Public Health
 * and Surveillance, 2024), worked out by quadrature. On the log scale an estimate is y ~ N(η, s/c) with a confidence c; η ~ N(θ, τ); τ is
 * half-Cauchy; θ has a normal prior from an elicited median and 75 % point. Administrative counts come in only as lower bounds.
 */

export type SynthesisEstimate = {
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** From 0 to 1: how far the estimate's own interval is trusted. */
  readonly confidence: number;
};

export type SynthesisRequest = {
  readonly estimates: readonly SynthesisEstimate[];
  readonly prior: { readonly median: number; readonly upperQuartile: number };
  /** The number is at least this; null where nothing says so. */
  readonly atLeast: number | null;
};

/** How an estimate stands against the others: the chance, from both sides, of as far a disagreement. */
export type SynthesisConflict = { readonly id: string; readonly p: number };

export type Synthesis =
  | {
      readonly outcome: 'pooled';
      readonly mean: number;
      readonly median: number;
      readonly interval: readonly [number, number];
      readonly conflicts: readonly SynthesisConflict[];
      readonly unexplained: number;
    }
  /** The estimates contradict each other more than their own intervals allow: they are not pooled. */
  | {
      readonly outcome: 'in-conflict';
      readonly because: 'conflict' | 'unexplained';
      readonly conflicts: readonly SynthesisConflict[];
      readonly unexplained: number;
    }
  | { readonly outcome: 'too-few' };

/** An estimate that stands against the others with a smaller chance than this is in conflict with them. */
export const conflictLimit = 0.05;
/** The share of the variation that the estimates' own intervals do not explain, above which nothing is pooled. */
export const unexplainedLimit = 0.3;

/** Puts estimates together, unless they are in conflict. Two at least. */
export function synthesise(request: SynthesisRequest): Synthesis {
  const { estimates } = request;
  if (estimates.length < 2) return { outcome: 'too-few' };
  const conflicts = estimates.map(({ id }, index) => ({ id, p: conflictOf(request, index) }));
  const unexplained = unexplainedShare(estimates);
  if (conflicts.some(({ p }) => p < conflictLimit)) return { outcome: 'in-conflict', because: 'conflict', conflicts, unexplained };
  if (unexplained > unexplainedLimit) return { outcome: 'in-conflict', because: 'unexplained', conflicts, unexplained };
  const { mean, quantile } = posterior(request);
  return { outcome: 'pooled', mean, median: quantile(0.5), interval: [quantile(0.025), quantile(0.975)], conflicts, unexplained };
}

export type SynthesisPosterior = { readonly mean: number; readonly quantile: (share: number) => number };

/** The distribution of the number itself, by a grid over θ and τ. No gate stands before it: `synthesise` has one. */
export function posterior({ estimates, prior, atLeast }: SynthesisRequest): SynthesisPosterior {
  const logs = estimates.map(onLogScale);
  const priorMean = Math.log(prior.median);
  const priorSpread = Math.max((Math.log(prior.upperQuartile) - priorMean) / 0.6744897501960817, 1e-9);
  const spreads = tauGrid(logs.map(({ y }) => y));
  const floor = atLeast === null ? -Infinity : Math.log(atLeast);
  const middles = [priorMean, ...logs.map(({ y }) => y)];
  const reach = 8 * Math.max(priorSpread, ...logs.map(({ spread }) => spread));
  const from = Math.max(Math.min(...middles) - reach, floor);
  const to = Math.max(Math.max(...middles) + reach, from + 1e-6);
  const points = 4000;
  const step = (to - from) / points;
  const thetas = Array.from({ length: points }, (_, index) => from + (index + 0.5) * step);
  const lnDensity = thetas.map((theta) => {
    const lnPrior = -0.5 * ((theta - priorMean) / priorSpread) ** 2;
    let sum = 0;
    for (const { tau, weight } of spreads) {
      let ln = lnPrior;
      for (const { y, spread } of logs) {
        const variance = spread ** 2 + tau ** 2;
        ln += -0.5 * Math.log(variance) - 0.5 * ((y - theta) ** 2 / variance);
      }
      sum += weight * Math.exp(ln);
    }
    return sum;
  });
  const total = lnDensity.reduce((sum, density) => sum + density, 0);
  const mean = thetas.reduce((sum, theta, index) => sum + (Math.exp(theta) * (lnDensity[index] ?? 0)) / total, 0);
  return {
    mean,
    quantile(share) {
      let sum = 0;
      for (const [index, density] of lnDensity.entries()) {
        const next = sum + density / total;
        if (next >= share) return Math.exp((thetas[index] ?? to) + step * ((share - sum) / (next - sum) - 0.5));
        sum = next;
      }
      return Math.exp(to);
    },
  };
}

type LogEstimate = { readonly y: number; readonly spread: number };

/** The interval is taken to be one of 95 %. */
function onLogScale({ value, low, high, confidence }: SynthesisEstimate): LogEstimate {
  const spread = (Math.log(high) - Math.log(low)) / (2 * 1.959963984540054);
  return { y: Math.log(value), spread: Math.max(spread, 1e-9) / confidence };
}

/** A grid of τ by shares of its half-Cauchy distribution, with the scale of the reference: a hundredth of the spread of the estimates. */
function tauGrid(ys: readonly number[]): readonly { readonly tau: number; readonly weight: number }[] {
  const middle = ys.reduce((sum, y) => sum + y, 0) / ys.length;
  const spread = Math.sqrt(ys.reduce((sum, y) => sum + (y - middle) ** 2, 0) / Math.max(1, ys.length - 1));
  const scale = Math.max(0.01 * spread, 1e-9);
  const points = 400;
  return Array.from({ length: points }, (_, index) => ({
    tau: scale * Math.tan((Math.PI / 2) * ((index + 0.5) / points)),
    weight: 1 / points,
  }));
}

/** One estimate against all others without the prior's word: 2·min{P(smaller), P(larger)}, with normal errors of both. */
function conflictOf({ estimates }: SynthesisRequest, left: number): number {
  const own = estimates[left];
  if (!own) return 1;
  const { y, spread } = onLogScale(own);
  const others = estimates.filter((_, index) => index !== left).map(onLogScale);
  const weights = others.map((other) => 1 / other.spread ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = others.reduce((sum, other, index) => sum + (weights[index] ?? 0) * other.y, 0) / total;
  const z = Math.abs(y - middle) / Math.sqrt(spread ** 2 + 1 / total);
  return Math.min(1, 2 * upperTail(z));
}

/** Higgins and Thompson's I²: the share of the variation that the estimates' own intervals do not explain. */
function unexplainedShare(estimates: readonly SynthesisEstimate[]): number {
  const logs = estimates.map(onLogScale);
  const weights = logs.map(({ spread }) => 1 / spread ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = logs.reduce((sum, { y }, index) => sum + (weights[index] ?? 0) * y, 0) / total;
  const q = logs.reduce((sum, { y }, index) => sum + (weights[index] ?? 0) * (y - middle) ** 2, 0);
  return q <= 0 ? 0 : Math.max(0, (q - (logs.length - 1)) / q);
}

/** P(Z > z) of the standard normal distribution for z ≥ 0: Abramowitz and Stegun 26.2.17, right to 1e-7. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
