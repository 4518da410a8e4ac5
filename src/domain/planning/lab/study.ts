/**
 * A study (da: beregning): a question to the simulation that is kept with its answer, so that the same question next year gives the same digits.
 * Either proposals beside each other under each estimate of need, or the assumptions of one proposal pulled one at a time.
 */
import { simulationEdition } from '../simulation/run.ts';
import type { Scenario, StatedEstimate } from '../simulation/scenario.ts';
import { pulled } from './check-basis.ts';
import { type LeverId, withLever } from './levers.ts';

/** Other when the simulation gives other digits than before for the same question. */
export const modelEdition = `planlægning/${simulationEdition}`;

export const mostProposals = 5;

/** How long to go on: until every share is known within so many points (half the width of its interval), or so many replications are done. */
export type StudyEffort = { readonly seed: number; readonly points: number; readonly most: number };

export type Comparison = {
  readonly kind: 'comparison';
  /** The first is the one that the others are compared with. */
  readonly proposals: readonly StudyProposal[];
  readonly estimates: readonly StatedEstimate[];
  readonly effort: StudyEffort;
};

/** Each assumption over its range with everything else as it is (da: følsomhed). */
export type Sensitivity = {
  readonly kind: 'sensitivity';
  readonly proposal: StudyProposal;
  /** The women a year are the middle of it, and its ends are pulled too. */
  readonly estimate: StatedEstimate;
  readonly effort: StudyEffort;
};

/** What is proposed, and where it was taken from: a saved scenario and its version, or a position of the documents. */
export type StudyProposal = { readonly title: string; readonly from: string; readonly scenario: Scenario };

export type Study = Comparison | Sensitivity;

export const demandPoints = ['low', 'middle', 'high'] as const;
export type DemandPoint = (typeof demandPoints)[number];

/** One scenario to simulate, and what it is for. */
export type ComparisonCell = {
  readonly proposal: number;
  readonly estimate: number;
  readonly point: DemandPoint;
  readonly scenario: Scenario;
};
export type SensitivityCell = { readonly lever: LeverId | null; readonly end: 'low' | 'high'; readonly scenario: Scenario };

export function demandAt({ from, to }: StatedEstimate, point: DemandPoint): number {
  switch (point) {
    case 'low':
      return from;
    case 'middle':
      return (from + to) / 2;
    case 'high':
      return to;
  }
}

/** Every proposal at the ends and the middle of every estimate. */
export function comparisonCells({ proposals, estimates }: Comparison): readonly ComparisonCell[] {
  return proposals.flatMap(({ scenario }, proposal) =>
    estimates.flatMap((stated, estimate) =>
      demandPoints.map((point) => ({
        proposal,
        estimate,
        point,
        scenario: withLever(scenario, 'arrivalsPerYear', demandAt(stated, point)),
      })),
    ),
  );
}

/** The proposal as it is (no lever), then each lever at both ends of its range. */
export function sensitivityCells(study: Sensitivity): readonly SensitivityCell[] {
  const base = baseOf(study);
  return [
    { lever: null, end: 'low', scenario: base },
    ...leversOf(study).flatMap(({ lever, range }) =>
      (['low', 'high'] as const).map((end) => ({ lever, end, scenario: withLever(base, lever, end === 'low' ? range[0] : range[1]) })),
    ),
  ];
}

/** What is pulled: the estimate of need itself from its lowest to its highest, then what has a range in the scenario. */
export function leversOf({
  proposal,
  estimate,
}: Sensitivity): readonly { readonly lever: LeverId; readonly range: readonly [number, number] }[] {
  const others = pulled(proposal.scenario).filter(({ lever }) => lever !== 'arrivalsPerYear');
  return estimate.from < estimate.to ? [{ lever: 'arrivalsPerYear', range: [estimate.from, estimate.to] }, ...others] : others;
}

function baseOf({ proposal, estimate }: Sensitivity): Scenario {
  return withLever(proposal.scenario, 'arrivalsPerYear', demandAt(estimate, 'middle'));
}

/** The scenarios that a study simulates, in the order of its cells. */
export function scenariosOf(study: Study): readonly Scenario[] {
  return (study.kind === 'comparison' ? comparisonCells(study) : sensitivityCells(study)).map(({ scenario }) => scenario);
}

/** Estimates of several scenarios, each once, in the order in which they are met. */
export function estimatesOf(scenarios: readonly Scenario[]): readonly StatedEstimate[] {
  const found = new Map<string, StatedEstimate>();
  for (const { estimates = [] } of scenarios)
    for (const stated of estimates) {
      const key = `${stated.name} ${stated.from} ${stated.to}`;
      if (!found.has(key)) found.set(key, stated);
    }
  return [...found.values()];
}
