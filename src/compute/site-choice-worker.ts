/** A thread that compares sets of sites across the estimates of need, tells the answer, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { compareSites, type SiteQuestion } from '../domain/planning/lab/site-question.ts';

parentPort?.postMessage(compareSites(workerData as SiteQuestion));
