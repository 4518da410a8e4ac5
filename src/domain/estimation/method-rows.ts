/** What one method finds in a table: on counts that are known, and where some are intervals. */
import { type Bootstrap, bootstrapBestBic, type BootstrapProgress, bootstrapStepwise } from './bootstrap.ts';
import { type EstimateMethod, type EstimateRequest, gridFor } from './estimate-request.ts';
import type { EstimateRow } from './estimate-row.ts';
import { frequenciesOf } from './frequency-table.ts';
import { graphRows, type GraphTerms, type PriorAnswer } from './graph-row.ts';
import { bootstrapStepwiseWithin } from './interval-bootstrap.ts';
import { intervalRows, spanRows } from './interval-rows.ts';
import { likeliestTable } from './likeliest-table.ts';
import { logLinearRows, sparseRow } from './log-linear-rows.ts';
import type { ModelFit } from './log-linear.ts';
import { searchModels } from './model-search.ts';
import { type OverlapTable, seenIn } from './overlap-table.ts';
import { remark } from './remark.ts';
import { repeatCountRows } from './repeat-counts.ts';
import { coverageRows } from './sample-coverage.ts';
import { exactPosterior } from './two-list-posterior.ts';
import { chapman, lincolnPetersen, twoListsOf } from './two-lists.ts';

/** `infinite`: the share of the tables drawn again without an estimate. `massNearEdge`: of the posterior of graph averaging. */
export type Found = {
  readonly rows: readonly EstimateRow[];
  readonly fits?: readonly ModelFit[];
  readonly infinite?: number | null;
  readonly massNearEdge?: number | null;
  readonly priors?: readonly PriorAnswer[];
};

/** Where some counts are intervals: how many of the tables they allow are tried by methods that need whole counts. */
const mostTables = { 'two-list': 2000, coverage: 5000, sparse: 500, dga: 64 } as const;

/** One method on counts that are known. */
export function fromCounts(
  method: EstimateMethod,
  lists: readonly string[],
  counts: readonly number[],
  request: EstimateRequest,
  bootstrap: Bootstrap | null,
  progress: BootstrapProgress,
): Found {
  const many = lists.length;
  switch (method) {
    case 'two-list': {
      const posterior = exactPosterior(twoListsOf(counts));
      return { rows: [...twoListRows(counts), ...(posterior ? [posterior] : [])] };
    }
    case 'loglinear': {
      const search = searchModels(many, counts);
      const rows = logLinearRows(lists, counts, search);
      if (!bootstrap) return { rows, fits: search.fits };
      const { row, infinite } = bootstrapBestBic(counts, search, bootstrap, progress);
      return { rows: [...rows, row], fits: search.fits, infinite };
    }
    case 'sparse': {
      const row = sparseRow(lists, counts, request.p);
      if (!bootstrap) return { rows: [row] };
      const again = bootstrapStepwise(many, counts, request.p, bootstrap, progress);
      return { rows: [row, again.row], infinite: again.infinite };
    }
    case 'dga':
      return graphRows(many, counts, graphTerms(many, counts, request));
    case 'coverage':
      return { rows: [...coverageRows(many, counts, bootstrap), ...repeatCountRows(frequenciesOf(counts, many), many)] };
  }
}

/** One method where some counts are intervals. */
export function fromIntervals(
  method: EstimateMethod,
  table: OverlapTable,
  request: EstimateRequest,
  bootstrap: Bootstrap | null,
  progress: BootstrapProgress,
): Found {
  const { lists, cells } = table;
  const many = lists.length;
  switch (method) {
    case 'two-list':
      return { rows: spanRows(cells, mostTables[method], twoListRows) };
    case 'loglinear':
      return intervalRows(table, bootstrap, progress);
    case 'sparse': {
      const rows = spanRows(cells, mostTables[method], (counts) => [sparseRow(lists, counts, request.p)]);
      if (!bootstrap) return { rows };
      const again = bootstrapStepwiseWithin(cells, request.p, bootstrap, progress);
      return { rows: [...rows, again.row], infinite: again.infinite };
    }
    case 'dga': {
      const likeliest = likeliestTable(cells);
      const { rows: middle, massNearEdge, priors } = graphRows(many, likeliest, graphTerms(many, likeliest, request));
      const saidOfPriors = middle.flatMap(({ remarks }) =>
        remarks.filter(({ code }) => code === 'other-prior' || code === 'prior-decides'),
      );
      const open = request.grid === null ? 'always' : 'never';
      let isCut = middle.length > 1;
      const spanned = spanRows(cells, mostTables[method], (counts) => {
        const found = graphRows(many, counts, { ...graphTerms(many, counts, request), open, beside: [] });
        isCut ||= found.isCut;
        return found.rows;
      });
      // The grid is looked beyond in every table as soon as it cuts one of them off.
      const rows = spanned
        .filter((row) => isCut || row.method !== 'dga-open')
        .map((row) => {
          const remarks = isCut ? row.remarks : row.remarks.filter(({ code }) => code !== 'grid-cuts');
          return row.method === 'dga' ? { ...row, remarks: [...remarks, ...saidOfPriors] } : { ...row, remarks };
        });
      return { rows, massNearEdge, priors };
    }
    case 'coverage':
      return {
        rows: spanRows(cells, mostTables[method], (counts) => [
          ...coverageRows(many, counts, null, remark('no-interval-hidden')),
          ...repeatCountRows(frequenciesOf(counts, many), many),
        ]),
      };
  }
}

function graphTerms(lists: number, counts: readonly number[], request: EstimateRequest): GraphTerms {
  return {
    most: gridFor(request, seenIn(counts)),
    open: request.grid === null ? 'where-cut' : 'never',
    delta: request.delta ?? 2 ** -lists,
  };
}

function twoListRows(counts: readonly number[]): readonly EstimateRow[] {
  const lists = twoListsOf(counts);
  return [lincolnPetersen(lists), chapman(lists)];
}
