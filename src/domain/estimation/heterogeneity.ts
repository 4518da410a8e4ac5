/**
 * What the number would be if persons differ in how easily they are seen (the models M_th of Rivest and Baillargeon 2007, J. Statistical
 * Software 19:5): log-linear, with columns in how many lists a person is on. The counts cannot choose among the laws: with three lists
 * all fit the same and give very different numbers. So they are a sensitivity, never an estimate.
 */
import { margin, sizeOf } from './overlap-table.ts';
import { factor, mostSteps, smallStep, solve } from './poisson-regression.ts';

/** `chao`: a lower bound; `poisson`, `darroch`, `gamma`: persons differ by such a law, each longer-tailed than the one before. */
export const heterogeneityLaws = ['chao', 'poisson', 'darroch', 'gamma'] as const;
export type HeterogeneityLaw = (typeof heterogeneityLaws)[number];

/** Null where it does not exist. */
export type HeterogeneityAnswer = { readonly law: HeterogeneityLaw; readonly estimate: number | null; readonly deviance: number | null };

/** From three lists with persons on; none from fewer, where nothing can be told of it. */
export function heterogeneitySensitivity(lists: number, counts: readonly number[]): readonly HeterogeneityAnswer[] {
  const hasEmpty = Array.from({ length: lists }, (_, list) => margin(counts, 1 << list)).includes(0);
  if (lists < 3 || hasEmpty) return [];
  return heterogeneityLaws.map((law) => ({ law, ...fitLaw(law, lists, counts) }));
}

/** The columns beside those of the lists, for a person on so many lists. */
function columnsOf(law: HeterogeneityLaw, lists: number, times: number): readonly number[] {
  switch (law) {
    case 'chao':
      return Array.from({ length: lists - 2 }, (_, at) => Number(times === at + 3));
    case 'poisson':
      return [2 ** times - 1];
    case 'darroch':
      return [(times * times) / 2];
    case 'gamma':
      return [Math.log(3.5) - Math.log(3.5 + times)];
  }
}

function fitLaw(law: HeterogeneityLaw, lists: number, counts: readonly number[]): Omit<HeterogeneityAnswer, 'law'> {
  const none = { estimate: null, deviance: null };
  const cells = counts.slice(1).map((count, at) => {
    const cell = at + 1;
    return { count, row: [1, ...Array.from({ length: lists }, (_, list) => (cell >> list) & 1), ...columnsOf(law, lists, sizeOf(cell))] };
  });
  const p = cells[0]?.row.length ?? 0;
  const means = cells.map(({ count }) => count + 0.5);
  let working = cells.map(({ count }, at) => (means[at] ?? 0) * Math.log(means[at] ?? 1) + count - (means[at] ?? 0));
  let coefficients = new Float64Array(p);
  let deviance = Infinity;
  for (let round = 0; round < mostSteps; round += 1) {
    const [information, step] = [new Float64Array(p * p), new Float64Array(p)];
    for (const [at, { row }] of cells.entries())
      for (let i = 0; i < p; i += 1) {
        step[i] = (step[i] ?? 0) + (row[i] ?? 0) * (working[at] ?? 0);
        for (let j = 0; j <= i; j += 1)
          information[i * p + j] = (information[i * p + j] ?? 0) + (means[at] ?? 0) * (row[i] ?? 0) * (row[j] ?? 0);
      }
    if (!factor(information, p)) return none;
    solve(information, step, p);
    if (!step.every(Number.isFinite)) return none;
    let share = 1;
    for (let halving = 0; halving < 30; halving += 1) {
      const next = coefficients.map((value, j) => value + share * (step[j] ?? 0));
      const reached = devianceOf(cells, next, means);
      share /= 2;
      if (reached > deviance + 1e-9 * (1 + deviance)) continue;
      [coefficients, deviance] = [next, reached];
      break;
    }
    working = cells.map(({ count }, at) => count - (means[at] ?? 0));
    if (round > 0 && Math.max(...step.map(Math.abs)) < smallStep) {
      const seen = counts.reduce((sum, count) => sum + count, 0);
      const estimate = seen + Math.exp(coefficients[0] ?? 0);
      return Number.isFinite(estimate) && means.every((mean) => mean > 1e-7) ? { estimate, deviance } : none;
    }
  }
  return none;
}

/** Sets the means, and gives twice the likelihood lost. */
function devianceOf(
  cells: readonly { readonly count: number; readonly row: readonly number[] }[],
  coefficients: Float64Array,
  means: number[],
): number {
  let deviance = 0;
  for (const [at, { count, row }] of cells.entries()) {
    const logMean = row.reduce((sum, value, j) => sum + value * (coefficients[j] ?? 0), 0);
    const mean = Math.exp(logMean);
    means[at] = mean;
    deviance += 2 * ((count > 0 ? count * (Math.log(count) - logMean) : 0) - (count - mean));
  }
  return deviance;
}
