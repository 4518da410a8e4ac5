/** Reads the table of pathway costs (da: udgiftstabel) from its cells: four columns in any order, named in Danish or in English. */
import type { CostLine } from './pathway-costs.ts';

/** A cell with the place it stands at, as the one who reads the file counts. */
export type CostCell = { readonly text: string; readonly line: number; readonly column: number };

/** The sentences in English; what stands in braces comes from the problem. */
export const costProblemSentences = {
  columns: 'the columns must be pathway, from, to, per_year.',
  fields: 'the line has {fields} cells and the header 4.',
  'no-name': 'the pathway has no name.',
  empty: 'the cell is empty.',
  'not-a-number': '“{text}” is not a number.',
  thousands: '“{text}” can be read as thousands or as decimals: write it without a mark for thousands.',
  backwards: 'the interval ends before it begins.',
} as const satisfies Readonly<Record<string, string>>;

export type CostProblemCode = keyof typeof costProblemSentences;

/** What is wrong with a table of costs, and where. */
export type CostProblem = {
  readonly line: number;
  readonly column: number;
  readonly code: CostProblemCode;
  readonly about: Readonly<Record<string, string | number>>;
  readonly sentence: string;
};

export type ReadCostLines =
  | { readonly outcome: 'read'; readonly lines: readonly CostLine[] }
  /** Everything that is wrong with the lines, in the order of the file. */
  | { readonly outcome: 'refused'; readonly problems: readonly CostProblem[] };

const columns: readonly (readonly string[])[] = [
  ['pathway', 'forløb'],
  ['from', 'fra'],
  ['to', 'til'],
  ['per_year', 'pr_år'],
];

/** The first row names the columns. No row at all, or the header alone, is an empty table. */
export function costLines([header, ...rows]: readonly (readonly CostCell[])[]): ReadCostLines {
  if (!header) return { outcome: 'read', lines: [] };
  const at = columns.map((names) => header.findIndex(({ text }) => names.includes(text.toLowerCase())));
  if (at.includes(-1) || header.length !== columns.length) {
    const unknown = header.find(({ text }) => !columns.some((names) => names.includes(text.toLowerCase())));
    return { outcome: 'refused', problems: [problemAt(unknown ?? header[0] ?? nowhere, 'columns')] };
  }
  const read = rows.map((row) => lineOf(row, at));
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
  return problems.length > 0
    ? { outcome: 'refused', problems }
    : { outcome: 'read', lines: read.flatMap((one) => ('line' in one ? [one.line] : [])) };
}

const nowhere: CostCell = { text: '', line: 1, column: 1 };

function lineOf(
  row: readonly CostCell[],
  at: readonly number[],
): { readonly line: CostLine } | { readonly problems: readonly CostProblem[] } {
  if (row.length !== columns.length) return { problems: unevenRow(row, at) };
  const [pathway = nowhere, ...numbers] = at.map((column) => row[column] ?? nowhere);
  const problems = [
    ...(pathway.text === '' ? [problemAt(pathway, 'no-name')] : []),
    ...numbers.flatMap((cell, index) => problemsInNumber(cell, index === 2)),
  ];
  const [from = NaN, to = NaN, perYear = NaN] = numbers.map(({ text }, index) => (index === 2 ? amountIn(text) : numberIn(text)));
  if (from >= to) problems.push(problemAt(numbers[1] ?? nowhere, 'backwards'));
  return problems.length > 0 ? { problems } : { line: { pathway: pathway.text, from, to, perYear } };
}

/** Which cell is missing or too many is not known, so of the others only what cannot be right in its column is named, beside how many they are. */
function unevenRow(row: readonly CostCell[], at: readonly number[]): readonly CostProblem[] {
  const [pathway, ...numbers] = at.map((column) => row[column]);
  return [
    problemAt(row.at(-1) ?? nowhere, 'fields', { fields: row.length }),
    ...(pathway?.text === '' ? [problemAt(pathway, 'no-name')] : []),
    ...numbers.flatMap((cell) => (cell ? problemsInNumber(cell, false) : [])),
  ];
}

/** Amounts alone are written with marks for thousands; nobody writes one with three decimals. */
function problemsInNumber(cell: CostCell, isAmount: boolean): readonly CostProblem[] {
  if (cell.text === '') return [problemAt(cell, 'empty')];
  if (isAmount && /^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/.test(cell.text)) return [problemAt(cell, 'thousands', { text: cell.text })];
  return Number.isFinite(isAmount ? amountIn(cell.text) : numberIn(cell.text))
    ? []
    : [problemAt(cell, 'not-a-number', { text: cell.text })];
}

/** As money is written: with a space between thousands («150 000»), or with one mark for thousands and the other for decimals («150.000,00»). */
function amountIn(text: string): number {
  const isSpaced = /^[+-]?\d{1,3}([ \u00A0\u2009\u202F]\d{3})+([.,]\d+)?$/.test(text);
  const isMarked = /^[+-]?\d{1,3}((\.\d{3})+,|(,\d{3})+\.)\d+$/.test(text);
  if (isSpaced) return numberIn(text.replaceAll(/\s/g, ''));
  return numberIn(isMarked ? text.replaceAll(/[.,](?=.*[.,])/g, '') : text);
}

/** With a decimal point or comma; NaN when it is not a plain finite number. */
function numberIn(text: string): number {
  return /^[+-]?(\d+[.,]?\d*|[.,]\d+)$/.test(text) ? Number(text.replace(',', '.')) : NaN;
}

function problemAt({ line, column }: CostCell, code: CostProblemCode, about: CostProblem['about'] = {}): CostProblem {
  const sentence = costProblemSentences[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(about[name] ?? ''));
  return { line, column, code, about, sentence };
}
