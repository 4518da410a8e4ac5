/** The thread in which an analysis of the hidden number is run: tells how much of the drawing is done, and at last the report. */
import { parentPort, workerData } from 'node:worker_threads';
import type { EstimateReport } from '../domain/estimation/estimate-report.ts';
import type { EstimateRequest } from '../domain/estimation/estimate-request.ts';
import { estimateFrom } from '../domain/estimation/estimates.ts';
import type { OverlapTable } from '../domain/estimation/overlap-table.ts';

export type EstimationData = { readonly table: OverlapTable; readonly request: EstimateRequest };
export type EstimationMessage = { readonly done: number; readonly all: number } | { readonly report: EstimateReport };

const tell = (message: EstimationMessage): void => parentPort?.postMessage(message);
const { table, request } = workerData as EstimationData;
tell({ report: estimateFrom(table, request, (done, all) => tell({ done, all })) });
