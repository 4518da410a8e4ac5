/** Figures as files: CSV, JSON and Excel, each row with all that a figure carries. A suppressed value is written so, never as nothing or 0. */
import type { FigureRow } from './figure-rows.ts';

export const figureFileTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FigureFileType = keyof typeof figureFileTypes;

/** What all rows of a file share. */
export type FigureFileAbout = { readonly title: string; readonly definition: string; readonly origin: string; readonly inForce: string };

const columns = ['id', 'value', 'suppressed', 'place', 'period', 'part', 'asOf', 'edition', 'source', 'definition'] as const;
type Cell = string | number | boolean;

export async function figureFile(type: FigureFileType, about: FigureFileAbout, rows: readonly FigureRow[]): Promise<string | Uint8Array> {
  switch (type) {
    case 'csv':
      return `${[columns.join(','), ...rows.map((row) => cellsOf(row).map(writtenCell).join(','))].join('\r\n')}\r\n`;
    case 'json':
      return `${JSON.stringify({ about, figures: rows }, null, 2)}\n`;
    case 'xlsx':
      return (await import('./workbook.ts')).workbook([
        { name: 'Tal', head: columns, rows: rows.map(cellsOf) },
        {
          name: 'Om tallene',
          head: ['hvad', 'tekst'],
          rows: [
            ['Opgørelse', about.title],
            ['Definition', about.definition],
            ['Defineret af', about.origin],
            ['Gælder fra', about.inForce],
            ['Skjulte værdier', 'suppressed er TRUE, og value er tom: tallet er hverken nul eller mangler.'],
          ],
        },
      ]);
  }
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
