/** A report as JSON: every figure with its definition and source, and the tables as they are printed. */
import type { InternalReport, PublicReport } from '../domain/call/report-document.ts';
import { type FigureValue } from '../domain/numbers/figure.ts';

/** One figure, flat, so that it can be read as a row. `edition` is the edition of the definition. */
export type ReportJsonFigure = {
  readonly id: string;
  readonly value: FigureValue;
  readonly definition: string;
  readonly edition: string;
  readonly source: string;
  readonly period: string;
  readonly asOf: string;
  readonly place: string;
};

/** One table as it is printed: texts all of it, since a hidden number is no number. */
export type ReportJsonTable = {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
};

/** The whole document. */
export type ReportJson = {
  readonly report: {
    readonly call: string;
    readonly region: string;
    readonly edition: 'internal' | 'public';
    readonly asOf: string;
    readonly isDraft: boolean;
    readonly title: string;
  };
  readonly figures: readonly ReportJsonFigure[];
  readonly tables: readonly ReportJsonTable[];
};

/** Writes a report as JSON. */
export function reportJson(report: InternalReport | PublicReport): ReportJson {
  const { call, place, edition, asOf, isDraft, title, figures, blocks } = report;
  return {
    report: { call, region: place, edition, asOf, isDraft, title },
    figures: figures.map(({ id, value, definition, source, period, asOf: day, place: of }) => ({
      id,
      value,
      definition: definition.text,
      edition: definition.edition,
      source,
      period,
      asOf: day,
      place: of,
    })),
    tables: blocks.flatMap((block) =>
      block.type === 'table'
        ? [
            {
              id: block.id,
              caption: block.caption,
              columns: [block.headColumn, ...block.columns.map((column) => column.title)],
              rows: block.rows.map(({ head, cells }) => [head, ...cells]),
              notes: block.notes,
            },
          ]
        : [],
    ),
  };
}
