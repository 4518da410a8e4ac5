/** The tables that `samlob sites` reads: minutes, weights, and what holds for each site of its own. What is wrong is said with file, line and column. */
import type { SiteTerms } from '../domain/planning/sites/site-problem.ts';
import { type Cell, type FileProblem, problemAt, type TableFile } from './table-file.ts';

export type SiteTables = {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly minutes: readonly (readonly number[])[];
  readonly estimates: readonly { readonly name: string; readonly weights: readonly number[] }[];
};

/** More than this is no number of minutes, women or kroner, and sums of it would not be exact. */
const largest = 1e12;

/** NaN when it is not a plain number from 0 to 10¹². */
export function numberIn(text: string): number {
  const value = plainNumber(text);
  return value <= largest ? value : NaN;
}

/** NaN when it is not written as a number of 0 or more. */
function plainNumber(text: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
  return value >= 0 ? value : NaN;
}

/** The number of a cell, with a decimal point or comma; or what is wrong: «minutes must be …, and «x» is given». */
function read(file: string, cell: Cell, what: string): number | FileProblem {
  const { text } = cell;
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(text))
    return problemAt(file, cell, `“${text}” can be read as thousands or as decimals: write it without a mark for thousands.`);
  const value = plainNumber(/^\+?\d*,\d+$/.test(text) ? text.replace(',', '.') : text);
  if (value <= largest) return value;
  const wanted = Number.isFinite(value) ? '10¹² or less' : 'a number, 0 or more';
  return problemAt(file, cell, `${what} must be ${wanted}, and “${text}” is given.`);
}

/** The two tables of the same places of residence. */
export function siteTables(minutes: TableFile, weights: TableFile): SiteTables | FileProblem {
  const [idColumn, ...siteColumns] = minutes.header;
  if (idColumn?.text !== 'id') return problemAt(minutes.file, idColumn ?? nowhere, 'the first column must be called id.');
  if (siteColumns.length === 0) return problemAt(minutes.file, idColumn, 'there must be a column for each site.');
  const unnamed = siteColumns.find(({ text }) => text === '');
  if (unnamed) return problemAt(minutes.file, unnamed, 'the site has no name.');
  const [idOfWeight, ...weightColumns] = weights.header;
  if (idOfWeight?.text !== 'id' || weightColumns.length === 0 || (weightColumns.length === 1 && weightColumns[0]?.text !== 'weight'))
    return problemAt(weights.file, idOfWeight ?? nowhere, 'the columns must be id and weight.');
  const twiceNamed = repeated(weightColumns);
  if (twiceNamed) return problemAt(weights.file, twiceNamed, `${twiceNamed.text} stands there twice.`);
  const twice = repeated(siteColumns) ?? repeated(minutes.rows.flatMap((row) => row.slice(0, 1)));
  if (twice) return problemAt(minutes.file, twice, `${twice.text} stands there twice.`);
  const twiceWeighed = repeated(weights.rows.flatMap((row) => row.slice(0, 1)));
  if (twiceWeighed) return problemAt(weights.file, twiceWeighed, `${twiceWeighed.text} stands there twice.`);
  if (minutes.rows.length === 0) return problemAt(minutes.file, idColumn, 'there is no line below the header.');

  const nameless = [...minutes.rows, ...weights.rows].flatMap((row) => row.slice(0, 1)).find(({ text }) => text === '');
  if (nameless) return problemAt(minutes.rows.some(([id]) => id === nameless) ? minutes.file : weights.file, nameless, 'the id is empty.');

  const ids = minutes.rows.map(([id]) => id?.text ?? '');
  const weightsOf = new Map<string, readonly number[]>();
  for (const [id = nowhere, ...cells] of weights.rows) {
    if (!ids.includes(id.text)) return problemAt(weights.file, id, `“${id.text}” does not stand in ${minutes.file}.`);
    const numbers = numbersOf(weights.file, cells, 'a weight');
    if ('problem' in numbers) return numbers;
    weightsOf.set(id.text, numbers);
  }
  const table: (readonly number[])[] = [];
  for (const [id = nowhere, ...cells] of minutes.rows) {
    if (!weightsOf.has(id.text)) return problemAt(minutes.file, id, `“${id.text}” has no weight in ${weights.file}.`);
    const numbers = numbersOf(minutes.file, cells, 'minutes');
    if ('problem' in numbers) return numbers;
    table.push(numbers);
  }
  const estimates = weightColumns.map(({ text }, column) => ({
    name: text,
    weights: ids.map((id) => weightsOf.get(id)?.[column] ?? 0),
  }));
  // Over nobody no mean way is shorter than another, and nothing can be regretted.
  const empty = estimates.findIndex((estimate) => estimate.weights.every((weight) => weight === 0));
  if (empty >= 0)
    return problemAt(
      weights.file,
      weightColumns[empty] ?? nowhere,
      `“${estimates[empty]?.name}” has no weight above 0, so there is nobody to choose sites for.`,
    );
  return { ids, names: siteColumns.map(({ text }) => text), minutes: table, estimates };
}

function numbersOf(file: string, cells: readonly Cell[], what: string): readonly number[] | FileProblem {
  const numbers: number[] = [];
  for (const cell of cells) {
    const value = read(file, cell, what);
    if (typeof value !== 'number') return value;
    numbers.push(value);
  }
  return numbers;
}

const columns = { fixed: 'fixed', 'min-volume': 'least', capacity: 'most' } as const satisfies Readonly<Record<string, keyof SiteTerms>>;

/**
 * What holds for each site: a line for each, with `site` and any of `fixed`, `min-volume` and `capacity`. An empty cell says nothing of its own:
 * `usual` holds.
 */
export function siteTerms(
  { file, header, rows }: TableFile,
  names: readonly string[],
  usual: { readonly least: number; readonly most: number },
): SiteTerms | FileProblem {
  const [first = nowhere, ...asked] = header;
  const unknown = asked.find(({ text }) => !Object.hasOwn(columns, text)) ?? (first.text === 'site' && asked.length > 0 ? null : first);
  if (unknown) return problemAt(file, unknown, `the columns must be site and any of ${Object.keys(columns).join(', ')}.`);
  const twice = repeated(header) ?? repeated(rows.flatMap((row) => row.slice(0, 1)));
  if (twice) return problemAt(file, twice, `${twice.text} stands there twice.`);
  const terms = { fixed: names.map(() => 0), least: names.map(() => usual.least), most: names.map(() => usual.most) };
  for (const [site = nowhere, ...cells] of rows) {
    const at = names.indexOf(site.text);
    if (at < 0) return problemAt(file, site, `“${site.text}” is no site of the minutes.`);
    for (const [index, cell] of cells.entries()) {
      if (cell.text === '') continue;
      const name = asked[index]?.text ?? '';
      const value = read(file, cell, name);
      if (typeof value !== 'number') return value;
      for (const [column, term] of Object.entries(columns)) if (column === name) terms[term][at] = value;
    }
    if ((terms.least[at] ?? 0) > (terms.most[at] ?? Infinity))
      return problemAt(file, site, `“${site.text}” has a least volume above its capacity.`);
  }
  const missing = names.find((name) => !rows.some(([site]) => site?.text === name));
  return missing === undefined ? terms : problemAt(file, first, `the site “${missing}” has no line.`);
}

const nowhere: Cell = { text: '', line: 1, column: 1 };

function repeated(cells: readonly Cell[]): Cell | undefined {
  const seen = new Set<string>();
  return cells.find(({ text }) => seen.size === seen.add(text).size);
}
