/** An analysis that is kept: what was asked, of which table, by which edition of the methods, so that it can be run again to the same digits. */
import { concluded } from './answer.ts';
import type { Verdict } from './conclusion.ts';
import type { EstimateReport, Findings } from './estimate-report.ts';
import { type EstimateMethod, type EstimateRequest, estimateMethods } from './estimate-request.ts';
import type { OverlapTable } from './overlap-table.ts';
import { remarksIn } from './former-remarks.ts';
import { remark } from './remark.ts';

/** Raised when a method gives other digits than before. */
export const methodEdition = 'mørketal/2026-11-26h';

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
  return { methods: estimateMethods, p: 0.02, delta: null, grid: null, models: false, bootstrap: { replicates, seed } };
}

/** A report as it is written down: what is not finite has no number. Two runs are the same when these are the same text. */
export function writtenReport(report: EstimateReport): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value));
}

/** A report as it was kept: the first edition of the methods wrote its remarks as English sentences, under the name `warnings`. */
export type KeptReport = Omit<EstimateReport, 'methods' | 'leftOut' | 'conclusion'> & {
  readonly methods: readonly (EstimateReport['methods'][number] | (Omit<EstimateReport['methods'][number], 'remarks'> & Sentences))[];
  readonly leftOut: readonly { readonly method: EstimateMethod; readonly reason: EstimateReport['leftOut'][number]['reason'] | string }[];
  readonly conclusion: Verdict;
};
type Sentences = { readonly warnings: readonly string[] };

/** The report as it is read now: sentences are codes again, and the answer is said in the words of now. What the gates decided stays. */
export function readReport({ methods, leftOut, conclusion, ...rest }: KeptReport): EstimateReport {
  const findings: Findings = {
    ...rest,
    methods: methods.map((row) => {
      if ('remarks' in row) return row;
      const { warnings, ...numbers } = row;
      return { ...numbers, remarks: warnings.flatMap(remarksIn) };
    }),
    leftOut: leftOut.map(({ method, reason }) => ({
      method,
      reason: typeof reason === 'string' ? (remarksIn(reason)[0] ?? remark('as-written', { text: reason })) : reason,
    })),
  };
  return { ...findings, conclusion: concluded(findings, conclusion) };
}

/** The table as one text, from which its fingerprint is made. */
export function writtenTable({ lists, cells }: OverlapTable): string {
  return JSON.stringify([lists, cells.map(({ low, high }) => [low, high])]);
}
