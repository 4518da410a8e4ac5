/** The rounds of a study: first a few hundred replications of every scenario, then more, until the asked precision is there. */
import { type Rows, rowsOf } from '../simulation/measures.ts';
import { rowShape } from '../simulation/replication-row.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { type Block, replicationsInBlock } from '../simulation/simulate.ts';
import { scenariosOf, type Study, type StudyEffort } from './study.ts';
import { type StudyAnswer, studyAnswer } from './study-answer.ts';

/** The first results come after so many; each round ends at three times as many as the one before. */
export const firstRound = 300;
const growth = 3;

/** A block of replications of one scenario of the study. */
export type StudyBlock = { readonly cell: number; readonly first: number; readonly count: number };

/** How many replications each round ends at. */
export function roundsOf({ most }: StudyEffort): readonly number[] {
  const ends: number[] = [];
  for (let end = firstRound; end < most; end *= growth) ends.push(end);
  return [...ends, most];
}

/** The blocks that a round adds to every scenario. */
export function blocksOfRound(study: Study, round: number): readonly StudyBlock[] {
  const ends = roundsOf(study.effort);
  const [from, to] = [ends[round - 1] ?? 0, ends[round] ?? 0];
  const count = Math.ceil((to - from) / replicationsInBlock);
  return scenariosOf(study).flatMap((_, cell) =>
    Array.from({ length: count }, (_block, index) => {
      const first = from + index * replicationsInBlock;
      return { cell, first, count: Math.min(replicationsInBlock, to - first) };
    }),
  );
}

/** Where the replications of a study are gathered, whoever worked them out and in whatever order. */
export type StudyGathering = {
  readonly add: (cell: number, block: Block) => void;
  /** The answer of all replications below `count`, which must all have been added. */
  readonly answer: (count: number) => StudyAnswer;
};

export function gatherStudy(study: Study): StudyGathering {
  const scenarios = scenariosOf(study);
  let room = 0;
  let cells: readonly Float64Array[] = scenarios.map(() => new Float64Array(0));
  const makeRoom = (count: number): void => {
    if (count <= room) return;
    room = roundsOf(study.effort).find((end) => end >= count) ?? count;
    cells = cells.map((before, cell) => {
      const rows = new Float64Array(room * lengthOf(scenarios[cell]));
      rows.set(before);
      return rows;
    });
  };
  return {
    add(cell, { first, count, rows }) {
      makeRoom(first + count);
      cells[cell]?.set(rows, first * lengthOf(scenarios[cell]));
    },
    answer: (count) =>
      studyAnswer(
        study,
        scenarios.map((scenario, cell): Rows =>
          rowsOf(scenario, count, (cells[cell] ?? new Float64Array()).subarray(0, count * lengthOf(scenario))),
        ),
      ),
  };
}

export function isPreciseEnough({ points }: StudyEffort, { widest }: StudyAnswer): boolean {
  return widest <= points;
}

function lengthOf(scenario: Scenario | undefined): number {
  return scenario ? rowShape(scenario.sites.length, scenario.years).length : 0;
}
