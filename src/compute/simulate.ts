/** A simulation on all cores: threads take block after block, and what comes is put in order, so their number changes no digit. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { blocksOf, type Effort, gather, type Simulated } from '../domain/planning/simulation/run.ts';
import type { Rows } from '../domain/planning/simulation/measures.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { type Block, simulateBlock } from '../domain/planning/simulation/simulate.ts';
import type { WorkerData } from './simulation-worker.ts';

/** Told replications done of all after each block, and what there is up to now when it asks; can stop the work. */
export type SimulationProgress = (done: number, total: number, soFar: () => Simulated) => 'go on' | 'stop';

export type SimulationThreads = {
  /** How many at most; as many as the machine has cores when it is not said. 0 works on this thread, letting others in between blocks. */
  readonly threads?: number;
  /** The built program of the thread; the one beside this file when it is not said. Where there is none, the work is done on this thread. */
  readonly program?: string;
  /** The first replications of the same scenario, seed and edition, to go on from. */
  readonly already?: Rows;
};

const builtProgram = fileURLToPath(new URL('./simulation-worker.js', import.meta.url));

/** Simulates until all replications are done, the asked precision is there, or `onProgress` stops it. The scenario must be without faults. */
export async function simulateOnAllCores(
  scenario: Scenario,
  effort: Effort,
  onProgress: SimulationProgress = () => 'go on',
  { threads = availableParallelism(), program = builtProgram, already }: SimulationThreads = {},
): Promise<Simulated> {
  const blocks = blocksOf(effort, already?.count ?? 0);
  const gathering = gather(scenario, effort, already ?? null);
  const known = gathering.done();
  if (known) return known;
  let done = already?.count ?? 0;
  const take = (block: Block): Simulated | 'go on' => {
    done += block.count;
    const answer = gathering.add(block);
    if (answer !== 'go on') return answer;
    const soFar = (): Simulated => gathering.soFar('stopped');
    return onProgress(done, effort.replications, soFar) === 'stop' ? soFar() : 'go on';
  };

  if (threads === 0 || !existsSync(program)) {
    for (const { first, count } of blocks) {
      const answer = take(simulateBlock(scenario, effort.seed, first, count));
      if (answer !== 'go on') return answer;
      await new Promise((resolve) => setImmediate(resolve));
    }
    return gathering.soFar('stopped');
  }

  const data: WorkerData = { scenario, seed: effort.seed };
  const workers = Array.from({ length: Math.min(threads, blocks.length) }, () => new Worker(program, { workerData: data }));
  try {
    return await new Promise<Simulated>((resolve, reject) => {
      if (blocks.length === 0) resolve(gathering.soFar('stopped'));
      let next = 0;
      let answered = false;
      for (const worker of workers) {
        const ask = (): void => {
          if (next < blocks.length) worker.postMessage(blocks[next]);
          next += 1;
        };
        worker.on('message', (block: Block) => {
          if (answered) return;
          try {
            const answer = take(block);
            answered = answer !== 'go on';
            if (answer === 'go on') ask();
            else resolve(answer);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error('a thread of the simulation ended before its work was done')));
        ask();
      }
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
