/** The thread in which an analysis of the hidden number is run. */
import { parentPort, workerData } from 'node:worker_threads';
import { estimateFrom, type EstimateRequest } from '../domain/estimation/estimates.ts';
import type { OverlapTable } from '../domain/estimation/overlap-table.ts';

export type EstimationData = { readonly table: OverlapTable; readonly request: EstimateRequest };

const { table, request } = workerData as EstimationData;
parentPort?.postMessage(estimateFrom(table, request));
