/** A release as a file: CSV, JSON and Excel, each with what it is and on what terms. A hidden value is a word of its own, never nothing or 0. */
import { namesOf } from '../domain/disclosure/count-table.ts';
import { hiddenValue, type Publishable, type ReleasedTable } from '../domain/disclosure/publishable.ts';

export const releaseFileTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type ReleaseFileType = keyof typeof releaseFileTypes;

/** What a reader must know of the file: term and text. */
export type ReleaseFileAbout = readonly (readonly [term: string, text: string])[];

export type ReleaseFile = {
  readonly release: Publishable<ReleasedTable>;
  readonly about: ReleaseFileAbout;
  /** The name of the first dimension's code: a municipality, a region, the country. */
  readonly nameOf: (code: string) => string;
};

export async function releaseFile(type: ReleaseFileType, { release, about, nameOf }: ReleaseFile): Promise<string | Uint8Array> {
  const cells = cellsOf(release);
  const names = release.table.layout.dimensions.map(({ name }) => name);
  const head = [...names, 'navn', 'værdi', 'skjult'];
  const rows = cells.map(({ dims, value }) => [
    ...Object.values(dims),
    nameOf(Object.values(dims)[0] ?? ''),
    value ?? hiddenValue,
    value === null,
  ]);
  switch (type) {
    case 'csv': {
      // What the file is stands in every row: a row that is copied out takes it along.
      const lines = rows.map((row) => [...row, ...about.map(([, text]) => text)].map(written).join(','));
      return `${[[...head, ...about.map(([term]) => term)].map(written).join(','), ...lines].join('\r\n')}\r\n`;
    }
    case 'json':
      return `${JSON.stringify({ about: Object.fromEntries(about), cells: cells.map(({ dims, value }) => ({ dims, published: value ?? { suppressed: true } })) }, null, 2)}\n`;
    case 'xlsx':
      return (await import('./workbook.ts')).workbook([
        { name: 'Tabel', head, rows },
        { name: 'Om tabellen', head: ['hvad', 'tekst'], rows: about },
      ]);
  }
}

/** The cells that the release has, with their codes. */
function cellsOf({
  table,
  beside,
}: ReleasedTable): readonly { readonly dims: Readonly<Record<string, string>>; readonly value: number | null }[] {
  const absent = new Set(beside.absent);
  return table.published.flatMap((value, cell) => (absent.has(cell) ? [] : [{ dims: namesOf(table.layout, cell), value }]));
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
function written(cell: string | number | boolean): string {
  if (typeof cell !== 'string') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
