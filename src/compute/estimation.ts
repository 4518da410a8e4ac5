/** An analysis of the hidden number beside the server: in a thread of its own, one at a time, stopped when it takes too long. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { estimateFrom, type EstimateReport, type EstimateRequest } from '../domain/estimation/estimates.ts';
import type { OverlapTable } from '../domain/estimation/overlap-table.ts';
import type { EstimationData } from './estimation-worker.ts';

export type Estimated = { readonly outcome: 'done'; readonly report: EstimateReport } | { readonly outcome: 'took-too-long' };

const builtProgram = fileURLToPath(new URL('./estimation-worker.js', import.meta.url));
let turn: Promise<unknown> = Promise.resolve();

/** Runs when those before it are done. `seconds` is counted from its own start. Where no thread is built, it runs on this one. */
export function estimateBeside(table: OverlapTable, request: EstimateRequest, seconds: number, program = builtProgram): Promise<Estimated> {
  const mine = turn.then(() => runOne({ table, request }, seconds, program));
  turn = mine.catch(() => undefined);
  return mine;
}

async function runOne(data: EstimationData, seconds: number, program: string): Promise<Estimated> {
  if (!existsSync(program)) return { outcome: 'done', report: estimateFrom(data.table, data.request) };
  const worker = new Worker(program, { workerData: data });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Estimated>((resolve, reject) => {
      timer = setTimeout(() => resolve({ outcome: 'took-too-long' }), 1000 * seconds);
      worker.on('message', (report: EstimateReport) => resolve({ outcome: 'done', report }));
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread of an analysis ended before its work was done')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
