/** A release as a file: each with what it is and on what terms. */
import { namesOf } from '../domain/disclosure/count-table.ts';
import type { Publishable, ReleasedTable } from '../domain/disclosure/publishable.ts';
import { type FileAbout, hidden, tableFile, type TableFileType } from './table-files.ts';

export type ReleaseFile = {
  readonly release: Publishable<ReleasedTable>;
  readonly about: FileAbout;
  /** The name of the first dimension's code: a municipality, a region, the country. */
  readonly nameOf: (code: string) => string;
};

export function releaseFile(type: TableFileType, { release, about, nameOf }: ReleaseFile): Promise<string | Uint8Array> {
  const cells = cellsOf(release);
  const names = release.table.layout.dimensions.map(({ name }) => name);
  const rows = cells.map(({ dims, value }) => {
    const codes = Object.values(dims);
    return [...codes, nameOf(codes[0] ?? ''), value ?? hidden, value === null];
  });
  return tableFile(type, {
    about,
    aboutName: 'Om tabellen',
    sheets: [{ name: 'Tabel', head: [...names, 'navn', 'værdi', 'skjult'], rows }],
    json: { about: Object.fromEntries(about), cells: cells.map(({ dims, value }) => ({ dims, published: value ?? hidden })) },
  });
}

/** The cells that the release has, with their codes. */
function cellsOf({
  table,
  beside,
}: ReleasedTable): readonly { readonly dims: Readonly<Record<string, string>>; readonly value: number | null }[] {
  const absent = new Set(beside.absent);
  return table.published.flatMap((value, cell) => (absent.has(cell) ? [] : [{ dims: namesOf(table.layout, cell), value }]));
}
