/**
 * Stepwise search for sparse lists (Chan, Silverman and Vincent 2021, JASA 116:1297-1306): from independence, the pair of lists whose
 * overlap fits worst is added while its probability is below the limit and the model with it still exists.
 */
import type { Interval } from './estimate-row.ts';
import { normal975, poissonTails } from './gamma.ts';
import { independence, type Model } from './hierarchical-model.ts';
import { type Fitter, fitterOf, type ModelFit, tally } from './log-linear.ts';
import { margin, pairsOf } from './overlap-table.ts';

/** Searches with the limit `p`, usually 0.02. */
export function stepwise(lists: number, counts: readonly number[], p: number): ModelFit {
  return stepwiseSearch(lists, p)(counts);
}

/** The search for one table after another of so many lists; what is worked out for a model is kept. */
export function stepwiseSearch(lists: number, p: number): (counts: readonly number[]) => ModelFit {
  const fitters = new Map<string, Fitter>();
  const fitterFor = (model: Model): Fitter => {
    const key = model.terms.join();
    const fitter = fitters.get(key) ?? fitterOf(model);
    fitters.set(key, fitter);
    return fitter;
  };
  return (counts) => search(lists, p, counts, fitterFor);
}

function search(lists: number, p: number, counts: readonly number[], fitterFor: (model: Model) => Fitter): ModelFit {
  const of = tally(counts);
  let current = fitterFor(independence(lists))(of);
  while (current.status === 'ok') {
    const { terms } = current.model;
    const candidates = pairsOf(lists)
      .filter((pair) => !terms.includes(pair) && lists > 2)
      .map((pair) => ({ pair, probability: surprise(of.margins[pair] ?? 0, margin(current.means ?? [], pair)) }))
      .filter(({ probability }) => probability < p)
      .toSorted((a, b) => a.probability - b.probability);
    let next: ModelFit | null = null;
    for (const { pair } of candidates) {
      const fit = fitterFor({ lists, terms: [...terms, pair].toSorted((a, b) => a - b) })(of);
      if (fit.status === 'ok') {
        next = fit;
        break;
      }
    }
    if (!next) return current;
    current = next;
  }
  return current;
}

/** How improbable an overlap so small or so large is under the mean that the model expects. */
function surprise(overlap: number, mean: number): number {
  const { atMost, atLeast } = poissonTails(overlap, mean);
  return Math.min(atMost, atLeast);
}

/** Seen + exp(ln unseen ± 1.96 standard errors): the interval of SparseMSE for a model that was found this way. */
export function logNormalInterval({ logUnseen }: ModelFit, seen: number): Interval {
  if (!logUnseen) return [seen, null];
  const end = (z: number): number => seen + Math.exp(logUnseen.value + z * logUnseen.error);
  const upper = end(normal975);
  return [end(-normal975), Number.isFinite(upper) ? upper : null];
}
