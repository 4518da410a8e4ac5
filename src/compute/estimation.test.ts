import { join } from 'node:path';
import { expect, test } from 'vitest';
import { threadPrograms } from '../../test/thread-programs.ts';
import { hepatitis, unitedKingdom } from '../../test/overlaps.ts';
import { requestFor, writtenReport } from '../domain/estimation/analysis.ts';
import { estimateFrom } from '../domain/estimation/estimates.ts';
import type { OverlapTable } from '../domain/estimation/overlap-table.ts';
import { estimateBeside } from './estimation.ts';
import { estimationRuns } from './estimation-runs.ts';

const folder = threadPrograms('estimation-worker');
const program = join(folder, 'estimation-worker.js');

const tableOf = (counts: readonly number[]): OverlapTable => ({
  lists: Array.from({ length: Math.log2(counts.length) }, (_, list) => `list ${list + 1}`),
  cells: counts.map((count) => ({ low: count, high: count })),
});
const long = { table: tableOf(unitedKingdom), request: requestFor({ seed: 1, replicates: 200_000 }) };

test('a thread gives the same digits as this one, and tells how far it is', async () => {
  const request = requestFor({ seed: 5, replicates: 60 });
  const told: number[] = [];
  const answer = await estimateBeside(tableOf(hepatitis), request, {
    seconds: 60,
    program,
    onProgress: (done, all) => told.push(done / all),
  });
  expect(answer.outcome === 'done' && writtenReport(answer.report)).toBe(writtenReport(estimateFrom(tableOf(hepatitis), request)));
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.length).toBe(6);
});

test('what takes too long is stopped, and what is not wanted, also while it waits', async () => {
  expect(await estimateBeside(long.table, long.request, { seconds: 0.5, program })).toEqual({ outcome: 'took-too-long' });
  const abort = new AbortController();
  const running = estimateBeside(long.table, long.request, { seconds: 60, program, signal: abort.signal, onProgress: () => abort.abort() });
  const waiting = estimateBeside(long.table, long.request, { seconds: 60, program, signal: abort.signal });
  expect([await running, await waiting]).toEqual([{ outcome: 'stopped' }, { outcome: 'stopped' }]);
});

test('a run is told how it ended, and one that cannot be saved has failed', async () => {
  const runs = estimationRuns();
  const what = { title: 'A', organisation: 'o', table: tableOf(hepatitis), request: requestFor({ seed: 5, replicates: 1 }), seconds: 60 };
  const saved: string[] = [];
  const save = (answer: { readonly outcome: string }): Promise<void> => Promise.resolve(void saved.push(answer.outcome));
  const one = runs.start('1', { ...what, save });
  expect(runs.start('1', { ...what, save })).toBe(runs.get('1'));
  expect((await one.ended).outcome).toBe('done');
  expect(saved).toEqual(['done']);
  const failing = runs.start('2', { ...what, save: () => Promise.reject(new Error('the store is away')) });
  expect((await failing.ended).outcome).toBe('failed');
  const cancelled = runs.start('3', { ...what, save });
  cancelled.cancel();
  expect((await cancelled.ended).outcome).toBe('stopped');
});
