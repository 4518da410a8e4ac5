/** The answers of planning: worked out in a thread when first asked for, and kept. There are few: a position and a number of places. */
import { simulateOnAllCores } from '../../compute/simulate.ts';
import { type EstimateAnswer, estimateAnswer } from '../../domain/planning/proposals/answer.ts';
import { demandsOf, needEstimateIds, needEstimates } from '../../domain/planning/proposals/need-estimates.ts';
import { assumed, type PositionId, positions, positionScenario } from '../../domain/planning/proposals/positions.ts';
import type { Simulated } from '../../domain/planning/simulation/run.ts';

/** Enough for the second digit that the page shows. */
export const replications = 300;
export const placesAskedFor = { least: assumed.firstPlaces, most: 40 } as const;

export type PlanAnswers = (position: PositionId, places: number) => Promise<readonly EstimateAnswer[]>;

/** `places` is a whole number within `placesAskedFor`. Who asks for the same at the same time waits for the same work. */
export function keptAnswers(): PlanAnswers {
  const kept = new Map<string, Promise<readonly EstimateAnswer[]>>();
  return (position, places) => {
    const key = `${position} ${places}`;
    const there = kept.get(key);
    if (there) return there;
    const answers = workOut(position, places);
    kept.set(key, answers);
    // What failed is tried again by the next who asks.
    answers.catch(() => kept.delete(key));
    return answers;
  };
}

async function workOut(id: PositionId, places: number): Promise<readonly EstimateAnswer[]> {
  const position = positions[id];
  const simulated = (demand: number): Promise<Simulated> =>
    simulateOnAllCores(positionScenario(position, { demand, places }), { seed: 1, replications, precision: null }, () => 'go on', {
      threads: 1,
    });
  const answers: EstimateAnswer[] = [];
  for (const estimate of needEstimateIds) {
    const [least, middle, most] = demandsOf(needEstimates[estimate]);
    answers.push(estimateAnswer(estimate, position, [await simulated(least), await simulated(middle), await simulated(most)]));
  }
  return answers;
}
