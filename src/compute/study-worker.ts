/** The thread of a study: gathers, sums up, and tells; blocks it works out itself, or has other threads do where there are cores for them. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Study } from '../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../domain/planning/lab/study-answer.ts';
import type { StudyBlockDone } from './study-block-worker.ts';
import { type BlockSource, blocksHere, type StudyProgress, workOutStudy } from './work-out-study.ts';

/** `threads`: how many others may work out blocks; 0 and 1 are none but this one. */
export type StudyData = { readonly study: Study; readonly threads: number };
export type StudyNews = { readonly progress: StudyProgress } | { readonly answer: StudyAnswer };

const { study, threads } = workerData as StudyData;
const program = fileURLToPath(new URL('./study-block-worker.js', import.meta.url));
/** Told so often at most, besides when there is a new answer. */
const tellEveryMs = 200;

function tell(news: StudyNews): void {
  parentPort?.postMessage(news);
}

function blocksInThreads(): { readonly source: BlockSource; readonly end: () => Promise<unknown> } {
  // A thread may be killed at any time, also between two rounds: the round under way fails, or else the next one.
  let failure: Error | null = null;
  let giveUp: (error: Error) => void = () => undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    giveUp(failure);
  };
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(program, { workerData: { study } });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('a thread of a study ended before its work was done')));
    return worker;
  });
  const source: BlockSource = (blocks, take) =>
    new Promise((resolve, reject) => {
      giveUp = reject;
      if (failure) return reject(failure);
      let [next, done] = [0, 0];
      for (const worker of workers) {
        worker.removeAllListeners('message');
        const ask = (): void => {
          if (next < blocks.length) worker.postMessage(blocks[next]);
          next += 1;
        };
        worker.on('message', ({ cell, block }: StudyBlockDone) => {
          take(cell, block);
          done += 1;
          if (done === blocks.length) resolve();
          else ask();
        });
        ask();
      }
    });
  return { source, end: () => Promise.all(workers.map((worker) => worker.terminate())) };
}

const { source, end } =
  threads > 1 && existsSync(program) ? blocksInThreads() : { source: blocksHere(study), end: () => Promise.resolve() };
let told = 0;
let newest: StudyAnswer | null = null;
const answer = await workOutStudy(study, source, (progress) => {
  const now = performance.now();
  if (now - told >= tellEveryMs || progress.answer !== newest) {
    told = now;
    newest = progress.answer;
    tell({ progress });
  }
  return 'go on';
});
if (answer) tell({ answer });
await end();
