/** Tables of counts from CSV files: the inner cells with their counts, or all cells as they were published. */
import type { PublishedTable } from '../domain/disclosure/attackers.ts';
import {
  cellAt,
  codesOf,
  type CountTable,
  isInnerCell,
  type Layout,
  layoutOf,
  namesOf,
  sizeOf,
  tableOf,
} from '../domain/disclosure/count-table.ts';
import { type Dimension, makeDimension, totalCode } from '../domain/disclosure/dimension.ts';
import type { Hierarchy } from './hierarchy-file.ts';
import { type Cell, type FileProblem, problemAt, type TableFile } from './table-file.ts';

/** More than this is a mistake in the hierarchy or in what is asked. */
const mostCells = 200_000;

/** Beyond this the solver’s tolerance would no longer be far less than one. */
const mostWomen = 999_999_999;

/** Columns that hold a number about a cell and are no dimension. */
const countColumns = ['count', 'freq'];

/** The counts of a table's inner cells. A cell that is not named is zero. */
export function readCounts(table: TableFile, hierarchy: Hierarchy): CountTable | FileProblem {
  const column = table.header.findIndex(({ text }) => countColumns.includes(text));
  const [first] = table.header;
  if (column < 0 || !first) return problemAt(table.file, first ?? noCell, 'there is no column “count” (or “freq”).');
  const other = table.header.findIndex(({ text }, index) => index !== column && countColumns.includes(text));
  if (other >= 0)
    return problemAt(table.file, table.header[other] ?? noCell, 'both “count” and “freq” are there; only one of them is the count.');
  const read = readLayout(table, hierarchy, [column], new Set());
  if ('problem' in read) return read;
  const { layout, columns } = read;
  const counts = new Map<number, number>();
  const givenIn = new Map<number, number>();
  for (const row of table.rows) {
    const number = row[column] ?? noCell;
    const wrong = wrongCount(number.text);
    if (wrong !== null) return problemAt(table.file, number, `${wrong}.`);
    const place = placeOf(table, layout, columns, row, hierarchy);
    if (typeof place !== 'number') return place;
    if (!isInnerCell(layout, place)) {
      const sum = row[columns.find((_, index) => !isInner(layout, codesOf(layout, place), index)) ?? 0] ?? noCell;
      return problemAt(table.file, sum, `“${sum.text}” is a sum; only inner cells are given, and the sums are added up here.`);
    }
    const before = givenIn.get(place);
    if (before !== undefined) return problemAt(table.file, row[0] ?? noCell, givenBefore(layout, place, before));
    givenIn.set(place, number.line);
    counts.set(place, Number(number.text));
  }
  return tableOf(layout, counts);
}

/**
 * A published table: every cell, sums too, with a number or «.» in the column `published`. Where it was rounded, every number is a multiple
 * of `base` and nothing is hidden.
 */
export function readPublished(table: TableFile, hierarchy: Hierarchy, base: number | null = null): PublishedTable | FileProblem {
  const column = table.header.findIndex(({ text }) => text === 'published');
  const [first] = table.header;
  if (column < 0 || !first) return problemAt(table.file, first ?? noCell, 'there is no column “published”.');
  const beside = table.header.flatMap(({ text }, index) => (countColumns.includes(text) ? [index] : []));
  const read = readLayout(table, hierarchy, [column, ...beside], new Set([totalCode]));
  if ('problem' in read) return read;
  const { layout, columns } = read;
  const published = new Map<number, number | null>();
  const standsAt = new Map<number, Cell>();
  for (const row of table.rows) {
    const value = row[column] ?? noCell;
    const notCount = value.text === '.' ? null : wrongCount(value.text);
    if (notCount !== null) return problemAt(table.file, value, `${notCount}, and not “.” either.`);
    if (base !== null && value.text === '.')
      return problemAt(table.file, value, 'a table that was rounded (--base) hides nothing: “.” is no multiple.');
    if (base !== null && Number(value.text) % base !== 0)
      return problemAt(table.file, value, `“${value.text}” is no multiple of ${base}, which --base says that every number was rounded to.`);
    const place = placeOf(table, layout, columns, row, hierarchy);
    if (typeof place !== 'number') return place;
    const before = standsAt.get(place);
    if (before) return problemAt(table.file, row[0] ?? noCell, givenBefore(layout, place, before.line));
    published.set(place, value.text === '.' ? null : Number(value.text));
    standsAt.set(place, value);
  }
  const missing = Array.from({ length: layout.size }, (_, cell) => cell).find((cell) => !published.has(cell));
  if (missing !== undefined)
    return problemAt(
      table.file,
      { ...noCell, line: (table.rows.at(-1)?.[0]?.line ?? 1) + 1 },
      `the cell ${written(layout, missing)} is missing.`,
    );
  const wrong = brokenSum(layout, published);
  if (wrong)
    return problemAt(
      table.file,
      standsAt.get(wrong.whole) ?? noCell,
      `${written(layout, wrong.whole)} is printed as ${published.get(wrong.whole) ?? 0}, and what is printed of its parts adds up to ${wrong.parts}.`,
    );
  return { layout, published: Array.from({ length: layout.size }, (_, cell) => published.get(cell) ?? null) };
}

/** A printed sum that its printed parts exceed, or do not add up to though none of them is hidden. */
function brokenSum(
  { sums }: Layout,
  published: ReadonlyMap<number, number | null>,
): { readonly whole: number; readonly parts: number } | null {
  for (const { whole, parts } of sums) {
    const total = published.get(whole) ?? null;
    if (total === null) continue;
    const printed = parts.reduce((sum, part) => sum + (published.get(part) ?? 0), 0);
    const isHidden = parts.some((part) => (published.get(part) ?? null) === null);
    if (printed > total || (!isHidden && printed !== total)) return { whole, parts: printed };
  }
  return null;
}

/**
 * The true counts of a published table, in the order of its layout. They must be those it was made from: as printed, or no further
 * than `reach` from it where it was rounded.
 */
export function readTruth(
  table: TableFile,
  hierarchy: Hierarchy,
  { layout, published }: PublishedTable,
  reach = 0,
): readonly number[] | FileProblem {
  const truth = readCounts(table, hierarchy);
  if ('problem' in truth) return truth;
  const names = layout.dimensions.map(({ name }) => truth.layout.dimensions.findIndex((dimension) => dimension.name === name));
  if (names.includes(-1) || names.length !== truth.layout.dimensions.length)
    return problemAt(table.file, table.header[0] ?? noCell, 'the dimensions are not those of the published table.');
  const counts = new Map<number, number>();
  for (const [cell, count] of truth.counts.entries()) {
    if (!isInnerCell(truth.layout, cell) || count === 0) continue;
    const codes = codesOf(truth.layout, cell);
    const place = layout.dimensions.map((dimension, index) => {
      const of = truth.layout.dimensions[names[index] ?? 0];
      return dimension.codes.indexOf(of?.codes[codes[names[index] ?? 0] ?? 0] ?? '');
    });
    if (place.includes(-1)) return problemAt(table.file, noCell, `the cell ${written(truth.layout, cell)} is not in the published table.`);
    counts.set(cellAt(layout, place), count);
  }
  const all = tableOf(layout, counts).counts;
  const wrong = all.findIndex((count, cell) => Math.abs(count - (published[cell] ?? count)) > reach);
  if (wrong >= 0)
    return problemAt(
      table.file,
      noCell,
      `the counts are not those of the published table: ${written(layout, wrong)} is ${all[wrong] ?? 0} here, and published as ${published[wrong] ?? '.'}.`,
    );
  return all;
}

/** What is wrong with a count as it is written, without the stop at the end; `null` where nothing is. */
function wrongCount(text: string): string | null {
  if (text === '') return 'the count is empty';
  if (!/^\d+$/.test(text)) return `“${text}” is not a whole number from 0`;
  return Number(text) > mostWomen ? `“${text}” is more than ${mostWomen}, the most that a cell can hold here` : null;
}

function givenBefore(layout: Layout, cell: number, line: number): string {
  return `the cell ${written(layout, cell)} has been given before, in line ${line}.`;
}

/** A cell in words, such as «mun=M01, year=Total». */
export function written(layout: Layout, cell: number): string {
  return Object.entries(namesOf(layout, cell))
    .map(([name, code]) => `${name}=${code}`)
    .join(', ');
}

const noCell: Cell = { text: '', line: 1, column: 1 };

type ReadLayout = { readonly layout: Layout; readonly columns: readonly number[] };

function readLayout(
  table: TableFile,
  { file, lines }: Hierarchy,
  counted: readonly number[],
  passedOver: ReadonlySet<string>,
): ReadLayout | FileProblem {
  const named = table.header.flatMap((cell, index) => (counted.includes(index) ? [] : [{ cell, index }]));
  const double = named.find(({ cell }, at) => named.some((other, place) => place < at && other.cell.text === cell.text));
  if (double) return problemAt(table.file, double.cell, `the column “${double.cell.text}” stands twice.`);
  if (named.length === 0) return problemAt(table.file, table.header[0] ?? noCell, 'there is no dimension beside the count.');
  const unknown = lines.find(({ dimension }) => !named.some(({ cell }) => cell.text === dimension));
  if (unknown) return problemAt(file, { text: '', ...unknown }, `the table has no column “${unknown.dimension}”.`);

  const dimensions: Dimension[] = [];
  const columns: number[] = [];
  for (const { cell, index } of named) {
    if (isLevelOfAnother(table, lines, named, cell.text, index)) continue;
    const codes = [...new Set(table.rows.map((row) => row[index]?.text ?? ''))].filter((code) => !passedOver.has(code));
    const made = makeDimension(
      cell.text,
      codes,
      lines.filter(({ dimension }) => dimension === cell.text),
    );
    if (made.outcome === 'refused') {
      const why = made.reason === 'circle' ? `“${made.at.code}” is a part of itself.` : `${totalCode} has no parent.`;
      return problemAt(file, { text: '', ...made.at }, why);
    }
    dimensions.push(made.dimension);
    columns.push(index);
  }
  const bare = dimensions.findIndex(({ codes }) => codes.length === 1);
  if (bare >= 0)
    return problemAt(
      table.file,
      table.header[columns[bare] ?? 0] ?? noCell,
      `“${dimensions[bare]?.name ?? ''}” has no codes: the file has no lines beneath the header, and no hierarchy names any.`,
    );
  if (sizeOf(dimensions) > mostCells)
    return problemAt(table.file, table.header[0] ?? noCell, `the table would have ${sizeOf(dimensions)} cells; ${mostCells} is the most.`);
  return { layout: layoutOf(dimensions), columns };
}

/** Whether a column only repeats a level of another's hierarchy, such as the region beside the municipality. */
function isLevelOfAnother(
  table: TableFile,
  lines: Hierarchy['lines'],
  named: readonly { readonly cell: Cell; readonly index: number }[],
  name: string,
  index: number,
): boolean {
  if (table.rows.length === 0 || lines.some(({ dimension }) => dimension === name)) return false;
  return named.some(({ cell, index: other }) => {
    const parents = lines.filter(({ dimension }) => dimension === cell.text);
    const lies = (code: string, above: string, depth = 0): boolean =>
      depth <= parents.length &&
      parents.some((line) => line.code === code && (line.parent === above || lies(line.parent, above, depth + 1)));
    return other !== index && parents.length > 0 && table.rows.every((row) => lies(row[other]?.text ?? '', row[index]?.text ?? ''));
  });
}

function placeOf(
  table: TableFile,
  layout: Layout,
  columns: readonly number[],
  row: readonly Cell[],
  hierarchy: Hierarchy,
): number | FileProblem {
  const places: number[] = [];
  for (const [index, dimension] of layout.dimensions.entries()) {
    const cell = row[columns[index] ?? 0] ?? noCell;
    const place = dimension.codes.indexOf(cell.text);
    if (place < 0 || cell.text === '')
      return problemAt(
        table.file,
        cell,
        cell.text === '' ? 'the code is empty.' : `“${cell.text}” stands in no line of ${hierarchy.file}.`,
      );
    places.push(place);
  }
  return cellAt(layout, places);
}

function isInner(layout: Layout, codes: readonly number[], index: number): boolean {
  const code = codes[index] ?? 0;
  const inner = layout.dimensions[index]?.inner[code];
  return code > 0 && inner?.length === 1 && inner[0] === code;
}
