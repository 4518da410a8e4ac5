/**
 * What the number would be if persons differ in how easily they are seen (the models M_th of Rivest and Baillargeon 2007, J. Statistical
 * Software 19:5): log-linear, with columns in how many lists a person is on. The counts cannot choose among the laws: with three lists
 * all fit the same and give very different numbers. So they are a sensitivity, never an estimate.
 */
import { margin, sizeOf } from './overlap-table.ts';
import { factor, mostSteps, smallStep, solve } from './poisson-regression.ts';

/** `chao`: a lower bound where the others are not below it; `poisson`, `darroch`, `gamma`: persons differ by such a law, each longer-tailed than the one before. */
export const heterogeneityLaws = ['chao', 'poisson', 'darroch', 'gamma'] as const;
export type HeterogeneityLaw = (typeof heterogeneityLaws)[number];

/** Null where it does not exist. */
export type HeterogeneityAnswer = { readonly law: HeterogeneityLaw; readonly estimate: number | null; readonly deviance: number | null };

/** From three lists with persons on; none from fewer, where nothing can be told of it. */
export function heterogeneitySensitivity(lists: number, counts: readonly number[]): readonly HeterogeneityAnswer[] {
  const hasEmpty = Array.from({ length: lists }, (_, list) => margin(counts, 1 << list)).includes(0);
  if (lists < 3 || hasEmpty) return [];
  return heterogeneityLaws.map((law) => ({
    law,
    ...answerOf(law === 'chao' ? fitChao(lists, counts) : fitLaw(columnOf(law), lists, counts)),
  }));
}

/** Whether Chao's number may be called a lower bound: it is there, and no other law gives fewer. */
export function isLowerBound(answers: readonly HeterogeneityAnswer[]): boolean {
  const bound = answers.find(({ law }) => law === 'chao')?.estimate ?? null;
  return bound !== null && answers.every(({ estimate }) => estimate === null || estimate >= bound * (1 - 1e-6));
}

/**
 * Chao's model has an increment max(times − k, 0) for each k from 2. One that is negative says that those found often are fewer than
 * lists that do not depend on each other give, which differing persons cannot cause: the first such is taken out and the rest fitted again,
 * as in Rcapture. An increment that only touches combinations with nobody in them falls without end, and counts as negative.
 */
function fitChao(lists: number, counts: readonly number[]): Fitted {
  const highest = counts.reduce((most, count, cell) => (count > 0 ? Math.max(most, sizeOf(cell)) : most), 0);
  let from = Array.from({ length: lists - 2 }, (_, at) => at + 2);
  for (;;) {
    const held = from.filter((k) => k < highest);
    const hasEmpty = held.length < from.length;
    const { increments, ...answer } = fitLaw((times) => held.map((k) => Math.max(times - k, 0)), lists, counts, hasEmpty ? highest : lists);
    const negative = increments.findIndex((value) => value < 0);
    if (negative < 0 && !hasEmpty) return { ...answer, increments };
    const out = negative < 0 ? from[held.length] : held[negative];
    from = from.filter((k) => k !== out);
  }
}

/** The column beside those of the lists, for a person on so many lists. */
function columnOf(law: Exclude<HeterogeneityLaw, 'chao'>): Columns {
  switch (law) {
    case 'poisson':
      return (times) => [2 ** times - 1];
    case 'darroch':
      return (times) => [(times * times) / 2];
    case 'gamma':
      return (times) => [Math.log(3.5) - Math.log(3.5 + times)];
  }
}

function answerOf({ estimate, deviance }: Fitted): Omit<HeterogeneityAnswer, 'law'> {
  return { estimate, deviance };
}

type Columns = (times: number) => readonly number[];
/** `increments`: the coefficients of the columns beside those of the lists. */
type Fitted = Omit<HeterogeneityAnswer, 'law'> & { readonly increments: readonly number[] };

/** Of the combinations of at most so many lists. */
function fitLaw(columns: Columns, lists: number, counts: readonly number[], mostTimes = lists): Fitted {
  const none = { estimate: null, deviance: null, increments: [] };
  const cells = counts.slice(1).flatMap((count, at) => {
    const cell = at + 1;
    if (sizeOf(cell) > mostTimes) return [];
    return [{ count, row: [1, ...Array.from({ length: lists }, (_, list) => (cell >> list) & 1), ...columns(sizeOf(cell))] }];
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
      const increments = Array.from(coefficients).slice(1 + lists);
      return Number.isFinite(estimate) && means.every((mean) => mean > 1e-7) ? { estimate, deviance, increments } : none;
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
