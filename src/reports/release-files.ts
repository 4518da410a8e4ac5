/** A release as a file: each with what it is and on what terms. */
import { type Dimension, totalCode } from '../domain/disclosure/dimension.ts';
import { namesOf } from '../domain/disclosure/count-table.ts';
import type { Publishable, ReleasedTable } from '../domain/disclosure/publishable.ts';
import { regionIds, regionKey } from '../domain/geography/regions.ts';
import { type FileAbout, hidden, tableFile, type TableFileType } from './table-files.ts';

export type ReleaseFile = {
  readonly release: Publishable<ReleasedTable>;
  readonly about: FileAbout;
  /** The name of the first dimension's code: a municipality, a region, the country. */
  readonly nameOf: (code: string) => string;
};

export function releaseFile(type: TableFileType, { release, about, nameOf }: ReleaseFile): Promise<string | Uint8Array> {
  const cells = cellsOf(release);
  const names = release.table.layout.dimensions.map(columnOf);
  const rows = cells.map(({ dims, value }) => {
    const codes = Object.values(dims);
    return [...codes, nameOf(codes[0] ?? ''), value ?? hidden, value === null];
  });
  const named = (dims: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.values(dims).map((code, at) => [names[at] ?? '', code]));
  return tableFile(type, {
    about,
    aboutName: 'Om tabellen',
    sheets: [{ name: 'Tabel', head: [...names, 'navn', 'værdi', 'skjult'], rows }],
    json: { about: Object.fromEntries(about), cells: cells.map(({ dims, value }) => ({ dims: named(dims), published: value ?? hidden })) },
  });
}

/** A column is named by what it holds: a table by region has no municipality in it, and one by municipality has regions too. */
function columnOf({ name, codes }: Dimension): string {
  if (name !== 'kommune') return name;
  const isRegion = (code: string): boolean => code === totalCode || regionIds.some((id) => regionKey(id) === code);
  return codes.every(isRegion) ? 'region' : 'sted';
}

/** The cells that the release has, with their codes. */
function cellsOf({
  table,
  beside,
}: ReleasedTable): readonly { readonly dims: Readonly<Record<string, string>>; readonly value: number | null }[] {
  const absent = new Set(beside.absent);
  return table.published.flatMap((value, cell) => (absent.has(cell) ? [] : [{ dims: namesOf(table.layout, cell), value }]));
}
