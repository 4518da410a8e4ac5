/**
 * `samlob simulate SCENARIO.json --tornado` and `--layers N`: what the assumptions do. Each alone, pulled to the ends of its range in the same
 * replications; or all together, drawn over their ranges, with what they do and what chance does shown apart.
 */
import { simulateOnAllCores } from '../compute/simulate.ts';
import { assumptionWord, pulled } from '../domain/planning/lab/check-basis.ts';
import { withLever } from '../domain/planning/lab/levers.ts';
import { differenceOf, type Estimated, fractionOf, labMeasures, measuredOf } from '../domain/planning/lab/paired.ts';
import { outerDraws, type SummedDraw, summedDraw, twoLayers } from '../domain/planning/lab/two-layers.ts';
import type { Rows } from '../domain/planning/simulation/measures.ts';
import { simulationEdition } from '../domain/planning/simulation/run.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import type { AnswerForm } from './answer-form.ts';
import { danishCsv } from '../reports/danish-csv.ts';
import { measureName, rangeOf } from './measure-names.ts';

export type AssumptionsEffort = { readonly seed: number; readonly replications: number; readonly threads: number | null };

/** A scenario and what its answer is headed by: its title, or its file where it has none. */
export type NamedScenario = { readonly scenario: Scenario; readonly name: string };

async function rowsOf(scenario: Scenario, { seed, replications, threads }: AssumptionsEffort): Promise<Rows> {
  const effort = { seed, replications, precision: null };
  return (await simulateOnAllCores(scenario, effort, () => 'go on', threads === null ? {} : { threads })).rows;
}

/** Numbers that are kept of every replication of every draw. */
export const numbersOfDraw = labMeasures.length;

function aboutOf(name: string, { seed, replications }: AssumptionsEffort): Readonly<Record<string, string | number>> {
  return { scenario: name, edition: simulationEdition, seed, replications };
}

/** Each assumption that has a range, at both ends of it: how much every measure changes, in pairs of replications. */
export async function tornado({ scenario, name }: NamedScenario, effort: AssumptionsEffort, form: AnswerForm): Promise<string> {
  const rows = await rowsOf(scenario, effort);
  const measures = labMeasures.flatMap((measure) => {
    const fraction = fractionOf(scenario, rows, measure);
    const value = measuredOf(fraction, measure);
    return value ? [{ of: measure, measure: measureName(measure), fraction, value }] : [];
  });
  const pulls: {
    readonly assumption: string;
    readonly at: number;
    readonly source: string;
    readonly effects: readonly { readonly measure: string; readonly effect: Estimated | null }[];
  }[] = [];
  for (const { lever, range } of pulled(scenario))
    for (const at of range) {
      const other = withLever(scenario, lever, at);
      const theirs = await rowsOf(other, effort);
      const effects = measures.map(({ of, measure, fraction }) => ({
        measure,
        effect: differenceOf(fractionOf(other, theirs, of), fraction),
      }));
      pulls.push({ assumption: lever, at, source: scenario.basis?.[lever]?.source ?? assumptionWord, effects });
    }
  const about = aboutOf(name, effort);
  const base = measures.map(({ measure, value }) => ({ measure, ...value }));
  switch (form) {
    case 'json':
      return `${JSON.stringify({ ...about, base, pulls })}\n`;
    case 'csv':
      return danishCsv(
        Object.entries({ ...about, interval: '95 % around the mean, given so many replications' }),
        ['kind', 'assumption', 'at', 'source', 'measure', 'value', 'low', 'high'],
        [
          ...base.map(({ measure, mean, interval }) => ['level', '', '', '', measure, mean, ...interval]),
          ...pulls.flatMap(({ assumption, at, source, effects }) =>
            effects.map(({ measure, effect }) => [
              'effect',
              assumption,
              at,
              source,
              measure,
              effect?.mean,
              effect?.interval[0],
              effect?.interval[1],
            ]),
          ),
        ],
      );
    case 'lines':
      return [
        `seed ${effort.seed}, ${effort.replications} replications; no more than one assumption is pulled at a time\n`,
        ...measures.flatMap(({ measure, value }) => [
          `${measure}  ${shown(value.mean)}\n`,
          ...pulls
            .map(({ assumption, at, effects }) => ({
              assumption,
              at,
              effect: effects.find((one) => one.measure === measure)?.effect ?? null,
            }))
            .toSorted((one, other) => Math.abs(other.effect?.mean ?? 0) - Math.abs(one.effect?.mean ?? 0))
            .map(
              ({ assumption, at, effect }) =>
                `  ${`${assumption} = ${at}`.padEnd(40)}${effect ? `${effect.mean > 0 ? '+' : ''}${shown(effect.mean)} (${shown(effect.interval[0])} to ${shown(effect.interval[1])})` : '-'}\n`,
            ),
        ]),
      ].join('');
  }
}

/** All assumptions that have a range drawn over it so many times: the two layers of each measure. */
export async function layers(
  { scenario, name }: NamedScenario,
  draws: number,
  effort: AssumptionsEffort,
  form: AnswerForm,
): Promise<string> {
  // Of each draw only what it is summed to is kept: the rows of all would fill the memory.
  const summed: (readonly (SummedDraw | null)[])[] = [];
  for (const { scenario: one, seed } of outerDraws(scenario, effort.seed, draws)) {
    const rows = await rowsOf(one, { ...effort, seed });
    summed.push(labMeasures.map((measure) => summedDraw(fractionOf(one, rows, measure))));
  }
  const measures = labMeasures.flatMap((measure, index) => {
    const both = twoLayers(
      summed.map((draw) => draw[index] ?? null),
      rangeOf(measure),
    );
    return both ? [{ measure: measureName(measure), ...both }] : [];
  });
  const about = { ...aboutOf(name, effort), draws };
  switch (form) {
    case 'json':
      return `${JSON.stringify({ ...about, measures })}\n`;
    case 'csv':
      return danishCsv(
        Object.entries({
          ...about,
          layers: '“assumptions” is what the assumptions do to the mean, “chance” what chance does around it, “both” single periods',
        }),
        ['measure', 'layer', 'mean', 'p5', 'p25', 'p50', 'p75', 'p95'],
        measures.flatMap(({ measure, mean, ...spreads }) =>
          (['assumptions', 'chance', 'both'] as const).map((layer) => [measure, layer, mean, ...spreads[layer]]),
        ),
      );
    case 'lines':
      return [
        `seed ${effort.seed}, ${draws} draws of the assumptions with ${effort.replications} replications each; 5 and 95 %\n`,
        ...measures.map(
          ({ measure, mean, assumptions, chance }) =>
            `${measure.padEnd(28)}${shown(mean).padEnd(10)}  assumptions ${shown(assumptions[0])} to ${shown(assumptions[4])}; chance ${shown(chance[0])} to ${shown(chance[4])}\n`,
        ),
      ].join('');
  }
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}
