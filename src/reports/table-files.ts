/**
 * Tables as files (da: filer med tal), one way for all: CSV that Danish Excel opens right, Excel, and JSON. What the table is stands above it
 * or on a sheet of its own. A hidden value is a type of its own: in a cell it is the word, in JSON an object, never 0 and never empty (0035).
 */
import { hiddenValue } from '../domain/disclosure/publishable.ts';
import { danishCsv } from './danish-csv.ts';

export const tableFileTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableFileType = keyof typeof tableFileTypes;

/** A value that is not shown. */
export const hidden = { suppressed: true } as const;
export type Hidden = typeof hidden;

export type FileCell = string | number | boolean | Hidden;

/** What a reader must know of the file: term and text. */
export type FileAbout = readonly (readonly [term: string, text: string | number])[];

export type FileSheet = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly (readonly FileCell[])[] };

export type TableFile = {
  readonly about: FileAbout;
  /** The name of the sheet that says what the file is. */
  readonly aboutName: string;
  /** The first one is the table itself; CSV holds that alone. */
  readonly sheets: readonly [FileSheet, ...FileSheet[]];
  /** What is written as JSON. */
  readonly json: unknown;
};

export async function tableFile(type: TableFileType, { about, aboutName, sheets, json }: TableFile): Promise<string | Uint8Array> {
  switch (type) {
    case 'csv':
      return danishCsv(
        about,
        sheets[0].head,
        sheets[0].rows.map((row) => row.map(shown)),
      );
    case 'json':
      return `${JSON.stringify(json, null, 2)}\n`;
    case 'xlsx':
      return (await import('./workbook.ts')).workbook([
        ...sheets.map(({ name, head, rows }) => ({ name, head, rows: rows.map((row) => row.map(shown)) })),
        { name: aboutName, head: ['hvad', 'tekst'], rows: about },
      ]);
  }
}

function shown(cell: FileCell): string | number | boolean {
  return typeof cell === 'object' ? hiddenValue : cell;
}
