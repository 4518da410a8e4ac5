/** A report as the command line and the programming interface write it: every remark in English, under the name `warnings`. */
import type { EstimateRow } from './estimate-row.ts';
import type { EstimateReport } from './estimate-report.ts';
import type { EstimateMethod } from './estimate-request.ts';
import { remarkText } from './remark.ts';

export type WordedRow = Omit<EstimateRow, 'remarks'> & { readonly warnings: readonly string[] };
export type WordedReport = Omit<EstimateReport, 'methods' | 'leftOut'> & {
  readonly methods: readonly WordedRow[];
  readonly leftOut: readonly { readonly method: EstimateMethod; readonly reason: string }[];
};

/** The report with its remarks in words. */
export function reportInWords({ lists, observed, methods, leftOut, ...rest }: EstimateReport): WordedReport {
  return {
    lists,
    observed,
    methods: methods.map(({ remarks, ...row }) => ({ ...row, warnings: remarks.map(remarkText) })),
    ...rest,
    leftOut: leftOut.map(({ method, reason }) => ({ method, reason: remarkText(reason) })),
  };
}
