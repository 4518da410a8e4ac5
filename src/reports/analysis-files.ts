/** An analysis of the hidden number as a file: CSV, JSON and Excel, each with what is needed to understand it and to run it again. */
import { type Analysis, writtenReport } from '../domain/estimation/analysis.ts';
import { reportInWords, type WordedReport } from '../domain/estimation/report-words.ts';
import { tableFile, type TableFileType } from './table-files.ts';

export type AnalysisFile = Analysis & { readonly digest: string; readonly recorded: string; readonly byName: string };

type Cell = string | number;
const columns = ['method', 'model', 'estimate', 'low', 'high', 'level', 'aic', 'bic', 'status', 'warnings'] as const;

export function analysisFile(type: TableFileType, analysis: AnalysisFile): Promise<string | Uint8Array> {
  const report = reportInWords(analysis.report);
  const about = aboutOf(analysis, report);
  const finite = JSON.parse(writtenReport(analysis.report)) as Analysis['report'];
  return tableFile(type, {
    about,
    aboutName: 'Om analysen',
    sheets: [
      { name: 'Metoder', head: columns, rows: rowsOf(report) },
      { name: 'Tabellen', head: [...analysis.table.lists, 'count'], rows: tableOf(analysis) },
    ],
    json: { about: Object.fromEntries(about), table: analysis.table, ...reportInWords(finite) },
  });
}

function rowsOf({ methods }: WordedReport): readonly (readonly Cell[])[] {
  const shown = (value: number | null): Cell => (value === null || !Number.isFinite(value) ? '' : value);
  return methods.map(({ method, model, estimate, interval: [low, high], level, aic, bic, status, warnings }) => [
    method,
    model ?? '',
    shown(estimate),
    shown(low),
    shown(high),
    level,
    shown(aic),
    shown(bic),
    status,
    warnings.join(' '),
  ]);
}

function tableOf({ table: { lists, cells } }: Analysis): readonly (readonly Cell[])[] {
  return cells
    .slice(1)
    .map(({ low, high }, at) => [...lists.map((_, list) => ((at + 1) >> list) & 1), low === high ? low : `${low}-${high}`]);
}

function aboutOf({ title, digest, edition, seed, replicates, recorded, byName }: AnalysisFile, report: WordedReport) {
  const { observed, spread, conclusion } = report;
  return [
    ['title', title],
    ['observed', typeof observed === 'number' ? observed : observed.join('-')],
    ['conclusion', conclusion.status],
    ['conclusionText', conclusion.text],
    ['spreadLow', spread.min ?? ''],
    ['spreadHigh', spread.max ?? ''],
    ['tableSha256', digest],
    ['methodEdition', edition],
    ['seed', seed],
    ['replicates', replicates],
    ['recorded', recorded],
    ['by', byName],
  ] as const satisfies readonly (readonly [string, Cell])[];
}
