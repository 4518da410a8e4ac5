/** The search among log-linear models: all of them up to five lists, forward from independence beyond. */
import { allModels, independence, type Model } from './hierarchical-model.ts';
import { fitterOf, type ModelFit, tally } from './log-linear.ts';
import { pairsOf } from './overlap-table.ts';

export type ModelCriterion = 'aic' | 'bic';

/** Every model that was tried. `complete` is false when there were too many to try all. */
export type Search = { readonly complete: boolean; readonly fits: readonly ModelFit[] };

/** Fits all models of up to five lists; else those that a forward search by AIC and one by BIC come past. */
export function searchModels(lists: number, counts: readonly number[]): Search {
  const of = tally(counts);
  return searchBy(lists, (model) => fitterOf(model)(of));
}

/** The same search, with what fits a model. */
export function searchBy(lists: number, fit: (model: Model) => ModelFit): Search {
  const models = allModels(lists);
  if (models) return { complete: true, fits: models.map(fit) };
  const fits = new Map<string, ModelFit>();
  for (const criterion of ['aic', 'bic'] as const) forward(lists, fit, criterion, fits);
  return { complete: false, fits: [...fits.values()] };
}

/** Criteria nearer to each other than this are the same: where lists share nobody, many models say the same of the counts. */
const tie = 1e-7;

/** The model with the least criterion among those that exist, the first of those that share it; null when none does. */
export function bestFit<Fit extends ModelFit>(fits: readonly Fit[], criterion: ModelCriterion): Fit | null {
  let best: Fit | null = null;
  for (const fit of fits) if (fit.status === 'ok' && (fit[criterion] ?? Infinity) < (best?.[criterion] ?? Infinity) - tie) best = fit;
  return best;
}

/** So many of the models that exist, those with the least BIC, in the order of the search. */
export function topFits<Fit extends ModelFit>(fits: readonly Fit[], most: number): readonly Fit[] {
  const ranked = fits.filter(({ status }) => status === 'ok').toSorted((a, b) => (a.bic ?? Infinity) - (b.bic ?? Infinity));
  const top = new Set(ranked.slice(0, most));
  return fits.filter((fit) => top.has(fit));
}

/** Adds the pair that lowers the criterion most, until none does. */
function forward(lists: number, fitOf: (model: Model) => ModelFit, criterion: ModelCriterion, fits: Map<string, ModelFit>): void {
  const fitOnce = (model: Model): ModelFit => {
    const fit = fits.get(model.terms.join()) ?? fitOf(model);
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
