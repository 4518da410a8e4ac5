/** The answers of planning: worked out in a thread when first asked for, one after the other, and kept. A page and its documents take what is there. */
import { simulateOnAllCores } from '../../compute/simulate.ts';
import { runStudy } from '../../compute/study.ts';
import { documentedEstimates, positionFile } from '../../domain/planning/lab/position-scenarios.ts';
import { withLever } from '../../domain/planning/lab/levers.ts';
import type { Sensitivity } from '../../domain/planning/lab/study.ts';
import type { SensitivityAnswer } from '../../domain/planning/lab/study-answer.ts';
import { type NeedAnswer, needAnswer } from '../../domain/planning/proposals/answer.ts';
import { demandsOf } from '../../domain/planning/proposals/need-estimates.ts';
import { assumed, type PositionId } from '../../domain/planning/proposals/positions.ts';
import { rowShape } from '../../domain/planning/simulation/replication-row.ts';
import type { Simulated } from '../../domain/planning/simulation/run.ts';
import type { Scenario, StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import { within } from '../soon.ts';
import { type Asked, keptWork } from './kept-work.ts';

/** Enough for the second digit that the page shows. */
export const replications = 300;
export const placesAskedFor = { least: assumed.firstPlaces, most: 40 } as const;

/** Which assumptions weigh most, with one estimate and its middle. */
export type Weighed = { readonly study: Sensitivity; readonly answer: SensitivityAnswer };

export type WorkedPlan = {
  readonly scenario: Scenario;
  readonly estimates: readonly StatedEstimate[];
  /** One for each estimate. */
  readonly answers: readonly NeedAnswer[];
  /** Of the estimate in the middle and of the highest; none where no assumption has a range, or there is no unit. */
  readonly weighed: readonly Weighed[];
};

export type PlanAnswers = {
  /** `places` is a whole number within `placesAskedFor`; `title` is written in the file. */
  readonly position: (position: PositionId, places: number, title: string) => Asked<WorkedPlan>;
  /** The same key must be the same scenario for ever: a version is. Null where it is more than a page can wait for. */
  readonly scenario: (key: string, scenario: Scenario) => Asked<WorkedPlan> | null;
};

/** An answer of a few seconds each: who comes last of so many waits some minutes, and a queue that is longer helps nobody. */
const bounds = { kept: 200, pending: 16 } as const;
/** A page or a document waits so many milliseconds for an answer that is nearly there. */
const shortWait = 1_500;
/** Women in one replication, and numbers that are kept of all: more is the command line's work. */
const [mostWomen, mostNumbers] = [4_000, 2_000_000];

/** What is there in a moment; `working` is in the queue or under way, `busy` is not yet in the queue. */
export async function soonWorked(asked: Asked<WorkedPlan>): Promise<WorkedPlan | 'working' | 'busy'> {
  return asked.outcome === 'busy' ? 'busy' : ((await within(asked.work, shortWait)) ?? 'working');
}

export function keptAnswers(): PlanAnswers {
  const work = keptWork<WorkedPlan>(bounds);
  const ask = (key: string, scenario: Scenario, estimates: readonly StatedEstimate[]): Asked<WorkedPlan> =>
    work(key, () => workOut(scenario, estimates));
  return {
    position: (position, places, title) => ask(`${position} ${places}`, positionFile(position, title, places), documentedEstimates),
    scenario: (key, scenario) => {
      const estimates = scenario.estimates?.length ? scenario.estimates : documentedEstimates;
      const women = Math.max(...estimates.map(({ to }) => to)) * scenario.years;
      const numbers = rowShape(scenario.sites.length, scenario.years).length * replications;
      return women > mostWomen || numbers > mostNumbers ? null : ask(`saved ${key}`, scenario, estimates);
    },
  };
}

function simulated(scenario: Scenario): Promise<Simulated> {
  return simulateOnAllCores(scenario, { seed: 1, replications, precision: null }, () => 'go on', { threads: 1 });
}

async function workOut(scenario: Scenario, estimates: readonly StatedEstimate[]): Promise<WorkedPlan> {
  const { sites, accepts, dispersion } = scenario;
  const proposal = { sites: sites.map(({ id }) => id), accepts, dispersion };
  const answers: NeedAnswer[] = [];
  for (const estimate of estimates) {
    const [least, middle, most] = demandsOf(estimate).map((demand) => withLever(scenario, 'arrivalsPerYear', demand)) as [
      Scenario,
      Scenario,
      Scenario,
    ];
    answers.push(needAnswer(estimate, proposal, [await simulated(least), await simulated(middle), await simulated(most)]));
  }
  return { scenario, estimates, answers, weighed: await weighedOf(scenario, estimates) };
}

/**
 * The estimate in the middle of those that are stated, and the highest: what nobody feels where few come can decide where many do, so that one of them
 * does not answer for the other. Of two in the middle it is the higher, where more hangs on the assumptions, so that a low estimate that is added takes
 * nothing away; of two estimates it is both.
 */
async function weighedOf(scenario: Scenario, estimates: readonly StatedEstimate[]): Promise<readonly Weighed[]> {
  if (scenario.sites.length === 0) return [];
  const inOrder = estimates.toSorted((one, other) => one.from + one.to - other.from - other.to);
  const asked = new Set([inOrder[inOrder.length === 2 ? 0 : Math.floor(inOrder.length / 2)], inOrder.at(-1)]);
  const weighed: Weighed[] = [];
  for (const estimate of asked) {
    if (!estimate) continue;
    const proposal = { title: scenario.title ?? '', from: '', scenario };
    const study: Sensitivity = { kind: 'sensitivity', proposal, estimate, effort: { seed: 1, points: 1, most: replications } };
    // One thread for all of its scenarios; it is never stopped.
    const answer = await runStudy(study, () => undefined, { threads: 1 }).answer;
    if (answer?.kind === 'sensitivity' && answer.pulls.length > 0) weighed.push({ study, answer });
  }
  return weighed;
}
