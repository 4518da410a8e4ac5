/** A thread that works out blocks of a study: told the study when it starts, and then which block. */
import { parentPort, workerData } from 'node:worker_threads';
import type { StudyBlock } from '../domain/planning/lab/study-rounds.ts';
import { scenariosOf, type Study } from '../domain/planning/lab/study.ts';
import { type Block, simulateBlock } from '../domain/planning/simulation/simulate.ts';

export type StudyBlockDone = { readonly cell: number; readonly block: Block };

const { study } = workerData as { readonly study: Study };
const scenarios = scenariosOf(study);

parentPort?.on('message', ({ cell, first, count }: StudyBlock) => {
  const scenario = scenarios[cell];
  if (!scenario) throw new Error(`a study has no cell ${cell}`);
  const block = simulateBlock(scenario, study.effort.seed, first, count);
  parentPort?.postMessage({ cell, block } satisfies StudyBlockDone, [block.rows.buffer as ArrayBuffer]);
});
