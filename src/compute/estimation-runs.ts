/** The analyses that this server is running now. What is done is saved by the one who asked; a run that a restart cuts off leaves nothing. */
import type { EstimateRequest } from '../domain/estimation/estimate-request.ts';
import type { OverlapTable } from '../domain/estimation/overlap-table.ts';
import { type Estimated, estimateBeside } from './estimation.ts';

export type EstimationRun = {
  readonly title: string;
  /** What it was asked, so that one who cancels has it again. */
  readonly table: OverlapTable;
  readonly request: EstimateRequest;
  /** The organisation that may see it. */
  readonly organisation: string;
  /** Of the persons drawn again; null while others are in front. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly cancel: () => void;
  /** Ends after what was done with the answer, and never fails: what went wrong is an answer too. */
  readonly ended: Promise<Estimated | { readonly outcome: 'failed' }>;
};

export type EstimationRuns = {
  get(id: string): EstimationRun | null;
  /** Starts a run, or gives the one with this id. `save` is called with its answer. */
  start(id: string, what: NewRun): EstimationRun;
};

export type NewRun = Pick<EstimationRun, 'title' | 'organisation' | 'table' | 'request'> & {
  readonly seconds: number;
  readonly save: (answer: Estimated) => Promise<void>;
};

/** The runs of one server; forgotten `keptFor` milliseconds after they end, so that whoever looks can be told how. */
export function estimationRuns(keptFor = 600_000): EstimationRuns {
  const runs = new Map<string, EstimationRun>();
  return {
    get: (id) => runs.get(id) ?? null,
    start(id, { title, organisation, table, request, seconds, save }) {
      const known = runs.get(id);
      if (known) return known;
      const abort = new AbortController();
      const show = (progress: EstimationRun['progress']): void => {
        const run = runs.get(id);
        if (run) runs.set(id, { ...run, progress });
      };
      const answered = estimateBeside(table, request, {
        seconds,
        signal: abort.signal,
        onProgress: (done, all) => show({ done, all }),
      });
      const ended = answered
        .then(async (answer) => {
          await save(answer);
          return answer;
        })
        .catch((error: unknown) => {
          process.stderr.write(`an analysis failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
          return { outcome: 'failed' } as const;
        });
      const run: EstimationRun = { title, organisation, table, request, progress: null, cancel: () => abort.abort(), ended };
      runs.set(id, run);
      void ended.then(() => setTimeout(() => runs.delete(id), keptFor).unref());
      return run;
    },
  };
}
