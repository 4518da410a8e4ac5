/** Figures as files: CSV, JSON and Excel, each row with all that a figure carries. A suppressed value is written so, never as nothing or 0. */
import type { FigureRow } from './figure-rows.ts';

export const figureFileTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FigureFileType = keyof typeof figureFileTypes;

/** Whether a file holds counts as they are, or protected ones. Neither is a release: that is made in the ledger alone (decision 0017). */
export type FigureProtection = 'internal' | 'protected';

/** What all rows of a file share. */
export type FigureFileAbout = {
  readonly title: string;
  readonly definition: string;
  readonly origin: string;
  readonly inForce: string;
  readonly protection: FigureProtection;
};

const protectionTexts: Readonly<Record<FigureProtection, string>> = {
  internal: 'Internt brug. Små tal er ikke skjult, og filen må ikke gives videre eller offentliggøres.',
  protected: 'Små tal er skjult. Filen er ikke en udgivelse: det, der offentliggøres, går gennem registeret over udgivelser.',
};

const columns = ['id', 'value', 'suppressed', 'place', 'period', 'part', 'asOf', 'edition', 'source', 'definition'] as const;
type Cell = string | number | boolean;

export async function figureFile(type: FigureFileType, about: FigureFileAbout, rows: readonly FigureRow[]): Promise<string | Uint8Array> {
  switch (type) {
    case 'csv':
      return `${[...aboutLines(about, rows).map(([what, text]) => writtenCell(`# ${what}: ${text}`)), columns.join(','), ...rows.map((row) => cellsOf(row).map(writtenCell).join(','))].join('\r\n')}\r\n`;
    case 'json':
      return `${JSON.stringify({ about: { ...about, protectionSays: protectionTexts[about.protection] }, figures: rows }, null, 2)}\n`;
    case 'xlsx':
      return (await import('./workbook.ts')).workbook([
        { name: 'Tal', head: columns, rows: rows.map(cellsOf) },
        {
          name: 'Om tallene',
          head: ['hvad', 'tekst'],
          rows: aboutLines(about, rows),
        },
      ]);
  }
}

/** What stands above the rows, or on a sheet of its own: all that is needed to know what the numbers are. */
function aboutLines(about: FigureFileAbout, rows: readonly FigureRow[]): readonly (readonly [what: string, text: string])[] {
  const [first] = rows;
  const periods = [...new Set(rows.map(({ period }) => period))].toSorted();
  return [
    ['Opgørelse', about.title],
    ['Definition', about.definition],
    ['Defineret af', about.origin],
    ['Gælder fra', about.inForce],
    ['Udgave', first?.edition ?? ''],
    ['Kilde', first?.source ?? ''],
    ['Periode', periods.length > 1 ? `${periods[0] ?? ''}–${periods.at(-1) ?? ''}` : (periods[0] ?? '')],
    ['Opgjort pr.', first?.at ?? first?.asOf ?? ''],
    ['Beskyttelse', protectionTexts[about.protection]],
    ['Skjulte værdier', 'suppressed er TRUE, og value er tom: tallet er hverken nul eller mangler.'],
  ];
}

function cellsOf({ id, value, place, period, part = '', asOf, edition, source, definition }: FigureRow): readonly Cell[] {
  const shown = typeof value === 'number';
  return [id, shown ? value : '', !shown, place, period, part, asOf, edition, source, definition];
}

/** A cell of a CSV file: quoted where it must be; what a spreadsheet would take for a formula is made text. */
export function writtenCell(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
