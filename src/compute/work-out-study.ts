/** A study worked out round by round, wherever the blocks of replications come from. */
import { blocksOfRound, gatherStudy, isPreciseEnough, roundsOf, type StudyBlock } from '../domain/planning/lab/study-rounds.ts';
import { scenariosOf, type Study } from '../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../domain/planning/lab/study-answer.ts';
import { type Block, simulateBlock } from '../domain/planning/simulation/simulate.ts';

/** Blocks done of at most so many, and the newest answer: null until the first round is over. */
export type StudyProgress = { readonly done: number; readonly total: number; readonly answer: StudyAnswer | null };

/** Works out blocks in any order and gives each back as it comes. */
export type BlockSource = (blocks: readonly StudyBlock[], take: (cell: number, block: Block) => void) => Promise<void>;

/** Told after each block. Null as answer when it was told to stop. */
export async function workOutStudy(
  study: Study,
  source: BlockSource,
  tell: (progress: StudyProgress) => 'go on' | 'stop',
): Promise<StudyAnswer | null> {
  const ends = roundsOf(study.effort);
  const total = ends.reduce((sum, _, round) => sum + blocksOfRound(study, round).length, 0);
  const gathering = gatherStudy(study);
  let done = 0;
  let answer: StudyAnswer | null = null;
  let stopped = false;
  for (const [round, end] of ends.entries()) {
    await source(blocksOfRound(study, round), (cell, block) => {
      if (stopped) return;
      gathering.add(cell, block);
      done += 1;
      stopped = tell({ done, total, answer }) === 'stop';
    });
    if (stopped) return null;
    answer = gathering.answer(end);
    if (tell({ done, total, answer }) === 'stop') return null;
    if (isPreciseEnough(study.effort, answer)) return answer;
  }
  return answer;
}

/** Blocks on this thread, one after the other, letting others in between. */
export function blocksHere(study: Study): BlockSource {
  const scenarios = scenariosOf(study);
  return async (blocks, take) => {
    for (const { cell, first, count } of blocks) {
      const scenario = scenarios[cell];
      if (!scenario) throw new Error(`a study has no cell ${cell}`);
      take(cell, simulateBlock(scenario, study.effort.seed, first, count));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
}
