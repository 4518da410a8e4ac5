/** The search among log-linear models: all of them up to five lists, forward from independence beyond. */
import { allModels, independence, type Model } from './hierarchical-model.ts';
import { fitterOf, type ModelFit, type Tally, tally } from './log-linear.ts';
import { pairsOf } from './overlap-table.ts';

export type ModelCriterion = 'aic' | 'bic';

/** Every model that was tried. `complete` is false when there were too many to try all. */
export type Search = { readonly complete: boolean; readonly fits: readonly ModelFit[] };

/** Fits all models of up to five lists; else those that a forward search by AIC and one by BIC come past. */
export function searchModels(lists: number, counts: readonly number[]): Search {
  const models = allModels(lists);
  const of = tally(counts);
  if (models) return { complete: true, fits: models.map((model) => fitterOf(model)(of)) };
  const fits = new Map<string, ModelFit>();
  for (const criterion of ['aic', 'bic'] as const) forward(lists, of, criterion, fits);
  return { complete: false, fits: [...fits.values()] };
}

/** The model with the least criterion among those that exist; null when none does. */
export function bestFit(fits: readonly ModelFit[], criterion: ModelCriterion): ModelFit | null {
  let best: ModelFit | null = null;
  for (const fit of fits) if (fit.status === 'ok' && (fit[criterion] ?? Infinity) < (best?.[criterion] ?? Infinity)) best = fit;
  return best;
}

/** Adds the pair that lowers the criterion most, until none does. */
function forward(lists: number, of: Tally, criterion: ModelCriterion, fits: Map<string, ModelFit>): void {
  const fitOnce = (model: Model): ModelFit => {
    const fit = fits.get(model.terms.join()) ?? fitterOf(model)(of);
    fits.set(model.terms.join(), fit);
    return fit;
  };
  let current = fitOnce(independence(lists));
  for (;;) {
    const { terms } = current.model;
    const further = pairsOf(lists).filter((pair) => !terms.includes(pair));
    const next = bestFit(
      further.map((pair) => fitOnce({ lists, terms: [...terms, pair].toSorted((a, b) => a - b) })),
      criterion,
    );
    if (!next || (next[criterion] ?? Infinity) >= (current[criterion] ?? Infinity)) return;
    current = next;
  }
}
