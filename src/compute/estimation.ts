/** An analysis of the hidden number beside the server: in a thread of its own, one at a time, stopped when it takes too long or is not wanted. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { EstimateReport } from '../domain/estimation/estimate-report.ts';
import type { EstimateRequest } from '../domain/estimation/estimate-request.ts';
import { estimateFrom } from '../domain/estimation/estimates.ts';
import type { OverlapTable } from '../domain/estimation/overlap-table.ts';
import type { EstimationData, EstimationMessage } from './estimation-worker.ts';

export type Estimated =
  | { readonly outcome: 'done'; readonly report: EstimateReport }
  | { readonly outcome: 'took-too-long' }
  | { readonly outcome: 'stopped' };

export type EstimationEffort = {
  /** Counted from its own start. */
  readonly seconds: number;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
  /** The built program of the thread; the one beside this file when it is not said. Where there is none, the work is done on this thread. */
  readonly program?: string;
};

const builtProgram = fileURLToPath(new URL('./estimation-worker.js', import.meta.url));
let turn: Promise<unknown> = Promise.resolve();

/** Runs when those before it are done. */
export function estimateBeside(table: OverlapTable, request: EstimateRequest, effort: EstimationEffort): Promise<Estimated> {
  const mine = turn.then(() => runOne({ table, request }, effort));
  turn = mine.catch(() => undefined);
  return mine;
}

async function runOne(
  data: EstimationData,
  { seconds, onProgress = () => undefined, signal, program = builtProgram }: EstimationEffort,
): Promise<Estimated> {
  if (signal?.aborted) return { outcome: 'stopped' };
  if (!existsSync(program)) return { outcome: 'done', report: estimateFrom(data.table, data.request, onProgress) };
  const worker = new Worker(program, { workerData: data });
  let timer: NodeJS.Timeout | undefined;
  let stop = (): void => undefined;
  try {
    return await new Promise<Estimated>((resolve, reject) => {
      stop = () => resolve({ outcome: 'stopped' });
      signal?.addEventListener('abort', stop);
      timer = setTimeout(() => resolve({ outcome: 'took-too-long' }), 1000 * seconds);
      worker.on('message', (message: EstimationMessage) => {
        if ('report' in message) resolve({ outcome: 'done', report: message.report });
        else onProgress(message.done, message.all);
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread of an analysis ended before its work was done')));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    clearTimeout(timer);
    await worker.terminate();
  }
}
