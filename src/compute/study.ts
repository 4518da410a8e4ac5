/** A study beside the server: in a thread of its own, which has others work out blocks where there are cores. Nothing of it is done in the server's. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Study } from '../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../domain/planning/lab/study-answer.ts';
import type { StudyData, StudyNews } from './study-worker.ts';
import { blocksHere, type StudyProgress, workOutStudy } from './work-out-study.ts';

export type RunningStudy = {
  /** Null when it was stopped. */
  readonly answer: Promise<StudyAnswer | null>;
  readonly stop: () => void;
};

export type StudyThreads = {
  /** Threads for blocks; all cores but one when it is not said, which is the server's. */
  readonly threads?: number;
  /** The built program of the thread. Where there is none, the work is done on this thread, letting others in between blocks. */
  readonly program?: string;
};

const builtProgram = fileURLToPath(new URL('./study-worker.js', import.meta.url));

/** The scenarios must be without faults. */
export function runStudy(
  study: Study,
  onProgress: (progress: StudyProgress) => void,
  { threads = availableParallelism() - 1, program = builtProgram }: StudyThreads = {},
): RunningStudy {
  if (!existsSync(program)) {
    let stopped = false;
    const answer = workOutStudy(study, blocksHere(study), (progress) => {
      onProgress(progress);
      return stopped ? 'stop' : 'go on';
    });
    return { answer, stop: () => void (stopped = true) };
  }
  const data: StudyData = { study, threads };
  const worker = new Worker(program, { workerData: data });
  let stop = (): void => undefined;
  const working = new Promise<StudyAnswer | null>((resolve, reject) => {
    stop = () => resolve(null);
    worker.on('message', (news: StudyNews) => {
      if ('answer' in news) resolve(news.answer);
      else onProgress(news.progress);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread of a study ended before its work was done')));
  });
  return { answer: untilOver(worker, working), stop: () => stop() };
}

async function untilOver<Result>(worker: Worker, working: Promise<Result>): Promise<Result> {
  try {
    return await working;
  } finally {
    await worker.terminate();
  }
}
