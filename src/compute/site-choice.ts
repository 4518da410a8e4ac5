/** Sets of sites across the estimates of need, beside the server: in a thread of its own. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { compareSites, type SiteComparison, type SiteQuestion } from '../domain/planning/lab/site-question.ts';

const builtProgram = fileURLToPath(new URL('./site-choice-worker.js', import.meta.url));

/** Where no thread is built, it is worked out on this one. */
export async function compareSitesBeside(question: SiteQuestion, program = builtProgram): Promise<SiteComparison> {
  if (!existsSync(program)) return compareSites(question);
  const worker = new Worker(program, { workerData: question });
  try {
    return await new Promise<SiteComparison>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread of a site choice ended before its work was done')));
    });
  } finally {
    await worker.terminate();
  }
}
