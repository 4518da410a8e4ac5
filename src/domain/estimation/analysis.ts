/** An analysis that is kept: what was asked, of which table, by which edition of the methods, so that it can be run again to the same digits. */
import { type EstimateMethod, type EstimateReport, type EstimateRequest, estimateMethods } from './estimates.ts';
import type { OverlapTable } from './overlap-table.ts';
import { remark } from './remark.ts';

/** Raised when a method gives other digits than before. */
export const methodEdition = 'mørketal/2026-11-26b';

/** What an analysis is run with besides its table. */
export type AnalysisTerms = { readonly seed: number; readonly replicates: number };

/** Analysis (da: analyse) of the hidden number. */
export type Analysis = AnalysisTerms & {
  readonly title: string;
  readonly table: OverlapTable;
  readonly edition: string;
  readonly report: EstimateReport;
};

/** What is asked of the methods. */
export function requestFor({ seed, replicates }: AnalysisTerms): EstimateRequest {
  return { methods: estimateMethods, p: 0.02, delta: null, grid: { timesSeen: 10 }, models: false, bootstrap: { replicates, seed } };
}

/** A report as it is written down: what is not finite has no number. Two runs are the same when these are the same text. */
export function writtenReport(report: EstimateReport): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value));
}

/** A report as it was kept: the first edition of the methods wrote its remarks as English sentences, under the name `warnings`. */
export type KeptReport = Omit<EstimateReport, 'methods' | 'leftOut'> & {
  readonly methods: readonly (EstimateReport['methods'][number] | (Omit<EstimateReport['methods'][number], 'remarks'> & Sentences))[];
  readonly leftOut: readonly { readonly method: EstimateMethod; readonly reason: EstimateReport['leftOut'][number]['reason'] | string }[];
};
type Sentences = { readonly warnings: readonly string[] };

/** The report as it is read now. */
export function readReport({ methods, leftOut, ...rest }: KeptReport): EstimateReport {
  const written = (text: string) => remark('as-written', { text });
  return {
    ...rest,
    methods: methods.map((row) => {
      if ('remarks' in row) return row;
      const { warnings, ...numbers } = row;
      return { ...numbers, remarks: warnings.map(written) };
    }),
    leftOut: leftOut.map(({ method, reason }) => ({ method, reason: typeof reason === 'string' ? written(reason) : reason })),
  };
}

/** The table as one text, from which its fingerprint is made. */
export function writtenTable({ lists, cells }: OverlapTable): string {
  return JSON.stringify([lists, cells.map(({ low, high }) => [low, high])]);
}
