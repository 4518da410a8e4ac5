/** A thread that works out blocks of a simulation: told the scenario and the seed when it starts, and then which block. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { type Block, simulateBlock } from '../domain/planning/simulation/simulate.ts';

export type WorkerData = { readonly scenario: Scenario; readonly seed: number };
export type BlockAsked = Pick<Block, 'first' | 'count'>;

const { scenario, seed } = workerData as WorkerData;

parentPort?.on('message', ({ first, count }: BlockAsked) => {
  const block = simulateBlock(scenario, seed, first, count);
  parentPort?.postMessage(block, [block.rows.buffer as ArrayBuffer]);
});
