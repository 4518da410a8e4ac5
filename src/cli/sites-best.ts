/** The best sets of sites in order, and simulated anew with the same women: what cannot be told apart is said. */
import { simulateOnAllCores } from '../compute/simulate.ts';
import { fractionOf, labMeasures } from '../domain/planning/lab/paired.ts';
import type { Rows } from '../domain/planning/simulation/measures.ts';
import { simulationEdition } from '../domain/planning/simulation/run.ts';
import { ranked } from '../domain/planning/simulation/ranking.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { bestSets } from '../domain/planning/sites/shortlist.ts';
import { type CommandContext, type ExitCode, exitCodes } from './command.ts';
import { measureName } from './measure-names.ts';
import { readScenarioFile } from './scenario-file.ts';
import { refused, type SeveralAsked, tooMany, write } from './sites-several.ts';

export async function answerBest(asked: SeveralAsked, context: CommandContext): Promise<ExitCode> {
  const { further, names, json } = asked;
  const [{ weights } = { weights: [] }] = asked.estimates;
  const list = bestSets({ ...asked, weights }, further.best ?? 1);
  if (list.outcome === 'not-for-centre') return refused(context, '--best is for median and coverage: the longest way is no sum.');
  if (list.outcome === 'too-many-sets') return refused(context, tooMany);
  const sets =
    list.outcome === 'listed'
      ? list.sets.map(({ open, value }) => ({ open: open.map((site) => names[site] ?? ''), objective: value }))
      : [];
  if (further.scenario === null || list.outcome === 'infeasible') {
    write(context, json, { status: list.outcome === 'listed' ? 'optimal' : 'infeasible', sets }, () =>
      sets.map(({ open, objective }) => `${objective.toFixed(4).padEnd(12)}${open.join(' ')}\n`).join(''),
    );
    return exitCodes.done;
  }
  const scenario = await readScenarioFile(further.scenario, context);
  if (!scenario) return exitCodes.badInput;
  const [pattern] = scenario.sites;
  if (!pattern) return refused(context, `${further.scenario}: sites is empty: the first site is the pattern of those that are opened.`);
  const effort = { edition: simulationEdition, seed: further.seed, replications: further.replications, precision: null };
  const simulated: { readonly proposal: Scenario; readonly rows: Rows }[] = [];
  for (const { open } of list.sets) {
    const proposal = atSites(scenario, asked, open);
    const { rows } = await simulateOnAllCores(proposal, effort);
    simulated.push({ proposal, rows });
  }
  const measures = labMeasures.flatMap((measure) => {
    const fractions = simulated.map(({ proposal, rows }) => fractionOf(proposal, rows, measure));
    if (fractions.every((fraction) => fraction === null)) return [];
    const { outcome, proposals } = ranked(fractions, moreIsBetter.some((name) => name === measure) ? 'more' : 'less');
    return [
      {
        measure: measureName(measure),
        outcome,
        ranking: proposals.map(({ index, value, difference, isApart }) => ({ open: sets[index]?.open ?? [], value, difference, isApart })),
      },
    ];
  });
  write(context, json, { edition: simulationEdition, seed: further.seed, replications: further.replications, sets, measures }, () =>
    measures
      .map(
        ({ measure, outcome, ranking }) =>
          `${measure}: ${outcomeWords[outcome]}\n${ranking
            .map(({ open, value, difference, isApart }) => {
              const from = difference
                ? `  ${signed(difference.mean)} (${signed(difference.interval[0])} to ${signed(difference.interval[1])})${isApart ? '' : '  cannot be told apart'}`
                : '';
              return `  ${(value ? String(Number(value.mean.toPrecision(5))) : '-').padEnd(10)}${open.join(' ')}${from}\n`;
            })
            .join('')}`,
      )
      .join(''),
  );
  return exitCodes.done;
}

const moreIsBetter = ['admissions-a-year', 'unit-years-with-three', 'occupancy'];
const outcomeWords = {
  'one-is-best': 'one is best',
  'cannot-be-told-apart': 'the first cannot be told apart from all others',
  'nothing-to-compare': 'nothing to compare',
} as const;

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${Number(value.toPrecision(4))}`;
}

/** The scenario with these sites, each like its first, and the women where the weights are. */
function atSites(scenario: Scenario, { ids, names, minutes, estimates }: SeveralAsked, open: readonly number[]): Scenario {
  const [pattern] = scenario.sites;
  const [{ weights } = { weights: [] }] = estimates;
  return {
    ...scenario,
    areas: ids.map((id, row) => ({
      id,
      weight: weights[row] ?? 0,
      minutes: Object.fromEntries(open.map((site) => [names[site] ?? '', minutes[row]?.[site] ?? 0])),
    })),
    sites: pattern ? open.map((site) => ({ ...pattern, id: names[site] ?? '' })) : [],
  };
}
