/** `samlob simulate … --estimates`: what each proposal would give under each estimate of need, in sentences and as a table. */
import { basename } from 'node:path';
import { simulateOnAllCores } from '../compute/simulate.ts';
import { type DemandSpan, type NeedAnswer, needAnswer } from '../domain/planning/proposals/answer.ts';
import { meanForThree } from '../domain/planning/proposals/carried-units.ts';
import { demandsOf, type NeedEstimate } from '../domain/planning/proposals/need-estimates.ts';
import { assumed, type PositionId, positionIds, positions, positionScenario } from '../domain/planning/proposals/positions.ts';
import { type Effort, type Simulated, simulationEdition } from '../domain/planning/simulation/run.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { type CommandContext, type ExitCode, exitCodes } from './command.ts';
import { readScenarioFile } from './scenario-file.ts';

export type AnswersAsked = {
  readonly estimates: readonly NeedEstimate[];
  readonly positions: readonly PositionId[];
  readonly places: number;
};

/** The sentence of a word that names no position; null where each names one. */
export function unknownPosition(named: readonly string[]): string | null {
  const unknown = named.find((name) => !positionIds.some((id) => id === name));
  return unknown === undefined ? null : `There is no position “${unknown}”. Known: ${positionIds.join(', ')}.`;
}

/** A sentence when it means nothing; each name must be of a position. */
export function readAnswersAsked(estimates: string, named: readonly string[], places: string | undefined): AnswersAsked | string {
  const needs: NeedEstimate[] = [];
  for (const part of estimates.split(',')) {
    const [, from = '', to = from] = /^\s*(\d+(?:\.\d+)?)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?\s*$/.exec(part) ?? [];
    if (from === '' || Number(from) > Number(to) || Number(to) > 1e5)
      return `--estimates must be such as 6-8,16-30, and “${part}” is given.`;
    needs.push({ from: Number(from), to: Number(to) });
  }
  const wanted = /^\d{1,4}$/.test(places ?? '0') ? Number(places ?? assumed.placesOfUnit) : NaN;
  if (!(Number.isInteger(wanted) && wanted >= assumed.firstPlaces && wanted <= 1_000))
    return `--places must be a whole number from ${assumed.firstPlaces} to 1000, and “${places}” is given.`;
  return { estimates: needs, positions: positionIds.filter((id) => named.includes(id)), places: wanted };
}

export async function answerProposals(
  { estimates, positions: asked, places }: AnswersAsked,
  files: readonly string[],
  { effort, threads, json }: { readonly effort: Effort; readonly threads: number | null; readonly json: boolean },
  context: CommandContext,
): Promise<ExitCode> {
  const proposals: { readonly name: string; readonly scenario: Scenario }[] = [];
  for (const file of files) {
    const scenario = await readScenarioFile(file, context);
    if (!scenario) return exitCodes.badInput;
    proposals.push({ name: scenario.title ?? basename(file, '.json'), scenario });
  }
  for (const id of asked) proposals.push({ name: id, scenario: positionScenario(positions[id], { demand: 0, places }) });

  const answers: {
    readonly proposal: string;
    readonly estimate: NeedEstimate;
    readonly answer: NeedAnswer;
    readonly dispersion: number | null;
  }[] = [];
  for (const { name, scenario } of proposals)
    for (const estimate of estimates) {
      const run = (demand: number): Promise<Simulated> =>
        simulateOnAllCores({ ...scenario, arrivalsPerYear: demand }, effort, () => 'go on', threads === null ? {} : { threads });
      const [least, middle, most] = demandsOf(estimate);
      const runs = [await run(least), await run(middle), await run(most)] as const;
      const { accepts, dispersion } = scenario;
      const answer = needAnswer(estimate, { sites: scenario.sites.map(({ id }) => id), accepts, dispersion }, runs);
      answers.push({ proposal: name, estimate, answer, dispersion: dispersion ?? null });
    }
  context.write(
    json
      ? `${JSON.stringify({ edition: simulationEdition, seed: effort.seed, replications: effort.replications, answers: answers.map(({ proposal, estimate, answer: { neverAdmitted, ...answer } }) => ({ proposal, estimate, ...answer, shareNeverAdmitted: neverAdmitted })) })}\n`
      : [
          ...proposals.flatMap(({ name }) => [
            `${name}\n`,
            ...answers
              .filter(({ proposal }) => proposal === name)
              .map(({ estimate, answer, dispersion }) => `  ${sentenceOf(estimate, answer, dispersion)}\n`),
          ]),
          `seed ${effort.seed}, ${effort.replications} replications at each end and the middle of every estimate; they are kept apart and never averaged\n`,
        ].join(''),
  );
  return exitCodes.done;
}

/** «16–30 women a year can sustain 3–5 units that each reach three admissions in nine years of ten …». */
function sentenceOf({ from, to }: NeedEstimate, answer: NeedAnswer, dispersion: number | null): string {
  const { accepts, units, sustained, equalShareWithThree, neverAdmitted, weeksLost } = answer;
  const carries = `${span({ from, to }, 1)} women a year can sustain ${sustained.to === 0 ? 'no unit that reaches' : `${span(sustained, 0)} ${sustained.to === 1 ? 'unit that reaches' : 'units that each reach'}`} three admissions in nine years of ten (that takes ${meanForThree(dispersion).toFixed(1)} a year).`;
  if (units.length === 0) return `${carries} Here there is no unit: nobody is admitted.`;
  const all = (of: (unit: NeedAnswer['units'][number]) => DemandSpan): DemandSpan => ({
    from: Math.min(...units.map((unit) => of(unit).from)),
    to: Math.max(...units.map((unit) => of(unit).to)),
  });
  const each = units.length === 1 ? 'The one unit here' : `Each of the ${units.length} units here`;
  const equal = units.length === 1 || !equalShareWithThree ? '' : ` (sharing alike: in ${percent(equalShareWithThree)})`;
  const weeks = weeksLost ? `, and those admitted lose ${span(weeksLost, 1)} weeks of pregnancy waiting` : '';
  return `${carries} ${each} gets ${span(
    all(({ mean }) => mean),
    1,
  )} a year and reaches three in ${percent(all(({ withThree }) => withThree))} of the years${equal}; ${percent(neverAdmitted)} of ${accepts < 1 ? 'those who accept a place' : 'the women'} are never admitted${weeks}.`;
}

function span({ from, to }: DemandSpan, decimals: number): string {
  const [low, high] = [from, to].map((value) => String(Number(value.toFixed(decimals))));
  return low === high ? `${low}` : `${low}–${high}`;
}

/** As the page writes it: below one in a hundred is not nothing, and above ninety-nine is not all. */
function percent({ from, to }: DemandSpan): string {
  const isLittle = (share: number): boolean => share > 0 && share < 0.01;
  const isMuch = (share: number): boolean => share > 0.99 && share < 1;
  if (from < 0.01 && isLittle(to)) return 'under 1 %';
  if (isMuch(from)) return 'over 99 %';
  if (isMuch(to)) return `${isLittle(from) ? 0 : Math.round(100 * from)} to over 99 %`;
  if (isLittle(from)) return `0–${Math.round(100 * to)} %`;
  return `${span({ from: 100 * from, to: 100 * to }, 0)} %`;
}
