/**
 * Overlap table (da: overlapstabel): how many persons were on exactly these lists and no others, for every combination of lists.
 * A count may be known only as an interval: `1-4` where a small count is hidden, `0-25` where 25 is an upper bound (left-censored). `1 til 4`
 * says the same: a spreadsheet makes a day of the other.
 */
import { type Field, mostPersons, readDelimited, ungrouped, ungroupedCommas, wholeNumber } from './delimited-text.ts';
import { problemAt, type TableProblem } from './table-problem.ts';

/** A count, or the interval it lies in, both ends included. */
export type CellCount = { readonly low: number; readonly high: number };

export type OverlapTable = {
  /** The names of the lists, in the order of the header. */
  readonly lists: readonly string[];
  /** By combination: bit i is set when the persons are on list i. Cell 0, nobody's list, is unseen and always 0 here. */
  readonly cells: readonly CellCount[];
};

/** More lists than this cannot be written as a model such as `[12,3]`. */
export const mostLists = 9;

/** What the last column may be called. */
const countNames: readonly string[] = ['count', 'antal'];

/** `notGiven`: the combinations that have no line. Their count is taken as 0, which is not the same as being told so. */
type Read = { readonly outcome: 'read'; readonly table: OverlapTable; readonly notGiven: readonly number[] };
/** `problems`: all that were found, at most `mostProblems`, in the order of the file; `problem` is the first of them. */
type Refused = { readonly outcome: 'refused'; readonly problem: TableProblem; readonly problems: readonly TableProblem[] };

/** Whoever mends a table is told of so many faults at once; where there are so many, there may be more. */
export const mostProblems = 10;

/** Reads one column per list with 0 or 1, then `count` (or `antal`). Published tables leave out combinations of nobody: those without a line are told. */
export function readOverlapTable(text: string): Read | Refused {
  const read = readDelimited(text);
  if ('problem' in read) return refused(read.problem);
  const [header, ...rows] = read.rows;
  if (!header) return refused(problemAt({ line: 1, column: 1 }, 'empty'));
  const problem = headerProblem(header);
  if (problem) return refused(problem);

  const [first] = rows;
  if (!first) return refused(problemAt({ line: (header[0]?.line ?? 1) + 1, column: 1 }, 'no-lines'));

  const lists = header.slice(0, -1).map((field) => field.text);
  const cells: CellCount[] = Array.from({ length: 2 ** lists.length }, () => ({ low: 0, high: 0 }));
  const seenOn = new Map<number, number>();
  const problems: TableProblem[] = [];
  let persons = 0;
  for (const row of rows) {
    const line = readRow(row, lists.length, read.separator);
    if ('problems' in line) {
      problems.push(...line.problems);
      continue;
    }
    const { combination, count } = line;
    const { line: at } = row[0] ?? { line: 1 };
    const earlier = seenOn.get(combination);
    if (earlier !== undefined) {
      problems.push(problemAt({ line: at, column: 1 }, 'twice', { line: earlier }));
      continue;
    }
    seenOn.set(combination, at);
    cells[combination] = count;
    persons += count.high;
    if (persons > mostPersons) {
      problems.push(problemAt({ line: at, column: lists.length + 1 }, 'many-persons', { most: mostPersons }));
      break;
    }
  }
  const [wrong, ...more] = problems;
  if (wrong) return refused(wrong, ...more);
  const notGiven = cells.flatMap((_, combination) => (combination === 0 || seenOn.has(combination) ? [] : [combination]));
  return { outcome: 'read', table: { lists, cells }, notGiven };
}

/** The lists of a combination by name: `A+B`. */
export function combinationName(lists: readonly string[], combination: number): string {
  return lists.filter((_, list) => (combination >> list) & 1).join('+');
}

/** The first of the combinations that have no line, by name, and how many more there are: of nine lists they can be five hundred. */
export function namesOfMissing(
  lists: readonly string[],
  notGiven: readonly number[],
  most = 8,
): { readonly names: readonly string[]; readonly more: number } {
  const names = notGiven.slice(0, most).map((combination) => combinationName(lists, combination));
  return { names, more: notGiven.length - names.length };
}

function refused(problem: TableProblem, ...more: readonly TableProblem[]): Refused {
  return { outcome: 'refused', problem, problems: [problem, ...more].slice(0, mostProblems) };
}

function headerProblem(header: readonly Field[]): TableProblem | null {
  const last = header.at(-1);
  if (!last) return problemAt({ line: 1, column: 1 }, 'empty');
  if (!countNames.includes(last.text.toLowerCase())) return problemAt(last, 'last-column', { name: last.text });
  if (header.length < 2) return problemAt(last, 'no-list');
  if (header.length - 1 > mostLists) return problemAt(last, 'many-lists', { lists: header.length - 1, most: mostLists });
  for (const [index, field] of header.entries()) {
    if (field.text === '') return problemAt(field, 'no-name');
    if (header.findIndex(({ text }) => text === field.text) < index) return problemAt(field, 'same-name', { name: field.text });
  }
  return null;
}

type Row = { readonly combination: number; readonly count: CellCount } | { readonly problems: readonly TableProblem[] };

/** All that is wrong with a line is told, field by field. */
function readRow(row: readonly Field[], lists: number, separator: string): Row {
  const last = row.at(-1);
  if (!last || row.length !== lists + 1) {
    const { line } = row[0] ?? { line: 1 };
    const split = separator === ',' ? splitCount(row, lists) : null;
    if (split) return { problems: [split] };
    return {
      problems: [problemAt({ line, column: Math.min(row.length, lists + 1) }, 'fields', { fields: row.length, expected: lists + 1 })],
    };
  }
  const marks = row.slice(0, -1);
  const problems = marks.flatMap((field) =>
    field.text === '0' || field.text === '1' ? [] : [problemAt(field, 'not-a-mark', { text: field.text })],
  );
  const combination = marks.reduce((bits, { text }, index) => (text === '1' ? bits | (1 << index) : bits), 0);
  const isUnseen = combination === 0 && problems.length === 0;
  const count = readCount(last.text);
  if (isUnseen) {
    const unknown = last.text === '' || last.text === 'NA' || (count && count.high === 0);
    return unknown ? { combination, count: { low: 0, high: 0 } } : { problems: [problemAt(last, 'unseen')] };
  }
  if (count) return problems.length === 0 ? { combination, count } : { problems };
  return { problems: [...problems, countProblem(last)] };
}

/** A count such as `1,200` that the commas between the fields have parted: the marks are whole, and what stands after them is a number in groups of three. */
function splitCount(row: readonly Field[], lists: number): TableProblem | null {
  const [marks, [first, ...rest]] = [row.slice(0, lists), row.slice(lists)];
  if (!first || rest.length === 0 || !marks.every(({ text }) => text === '0' || text === '1')) return null;
  const text = [first, ...rest].map((field) => field.text).join(',');
  const plain = ungroupedCommas(text);
  return readCount(plain) && !plain.includes(',')
    ? problemAt(first, 'comma-splits', { fields: row.length, expected: lists + 1, text, plain })
    : null;
}

function countProblem(last: Field): TableProblem {
  const text = unquoted(last.text);
  const plain = ungrouped(text);
  if (plain !== text && readCount(plain)) return problemAt(last, 'separated-thousands', { text: last.text, plain });
  const whole = ungroupedCommas(text);
  if (whole !== text && readCount(whole)) return problemAt(last, 'comma-thousands', { text: last.text, plain: whole });
  const high = mostBelow(text);
  if (high !== null) return problemAt(last, 'only-a-bound', { text: last.text, high });
  if (looksLikeDate.test(last.text) || beginsWithMonth.test(last.text)) return problemAt(last, 'a-date', { text: last.text });
  return last.text === '' ? problemAt(last, 'no-count') : problemAt(last, 'not-a-count', { text: last.text });
}

/** What a spreadsheet makes of `1-4` when the column is not text: a day. */
const looksLikeDate = /^\d{1,4}[-./ ]+(?:[a-zæøå]{3,9}\.?|\d{1,2}[-./ ]+\d{2,4})(?:[-./ ]+\d{2,4})?$/i;

/** The same in the order of the United States, `Jan-04`. */
const beginsWithMonth = /^(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zæøå]*\.?[-./ ]+\d{1,4}(?:[-./, ]+\d{2,4})?$/i;

/** The quotes that sentences about intervals are written with, as here: «1-4». */
const quoted = /^(?:«(.*)»|»(.*)«|“(.*)”|”(.*)”|„(.*)“|"(.*)"|'(.*)'|’(.*)’)$/;

function unquoted(written: string): string {
  const inside = quoted.exec(written)?.slice(1);
  return (inside?.find((inner) => inner !== undefined) ?? written).trim();
}

/** A hidden small count as others print it: `<5`, `‹5›`, `≤4`, `under 5`, `højst 4`. */
const below = /^(?:(<|‹|under|below|mindre end|færre end|less than|fewer than)|(?:<=|≤|=<|højst|at most))\s*(\d{1,9})\s*[›>]?$/i;

/** The largest count that a written bound leaves; null where none is written, or nobody is left and it should say 0. */
function mostBelow(text: string): number | null {
  const [, strictly, bound] = below.exec(text) ?? [];
  const high = Number(bound) - (strictly === undefined ? 0 : 1);
  return high >= 1 ? high : null;
}

function readCount(written: string): CellCount | null {
  const text = unquoted(written);
  const interval = /^(\d+)\s*(?:[-–]|\btil\b|\bto\b)\s*(\d+)$/i.exec(text);
  const low = wholeNumber(interval?.[1] ?? text);
  const high = wholeNumber(interval?.[2] ?? text);
  return low === null || high === null || low > high ? null : { low, high };
}

/** A table as the text that it is read from, every combination with its line. */
export function overlapTableText({ lists, cells }: OverlapTable): string {
  const head = [...lists.map((name) => `"${name.replaceAll('"', '""')}"`), 'count'];
  const lines = cells
    .slice(1)
    .map(({ low, high }, at) => [...lists.map((_, list) => ((at + 1) >> list) & 1), low === high ? low : `${low}-${high}`]);
  return `${[head, ...lines].map((line) => line.join(',')).join('\n')}\n`;
}

/** The counts when every one is known exactly; null when some is an interval. */
export function exactCounts({ cells }: OverlapTable): readonly number[] | null {
  return cells.every(({ low, high }) => low === high) ? cells.map(({ low }) => low) : null;
}

/** How many persons are on a list at all. */
export function seenIn(counts: readonly number[]): number {
  return counts.reduce((sum, count, cell) => (cell === 0 ? sum : sum + count), 0);
}

/** How many persons are on all the lists of a combination (and perhaps on others): its margin. */
export function margin(counts: readonly number[], combination: number): number {
  return counts.reduce((sum, count, cell) => ((cell & combination) === combination ? sum + count : sum), 0);
}

/** All combinations of two of the lists. */
export function pairsOf(lists: number): readonly number[] {
  const pairs: number[] = [];
  for (let first = 0; first < lists; first += 1)
    for (let second = first + 1; second < lists; second += 1) pairs.push((1 << first) | (1 << second));
  return pairs;
}

/** How many lists a combination holds. */
export function sizeOf(combination: number): number {
  let size = 0;
  for (let rest = combination; rest > 0; rest &= rest - 1) size += 1;
  return size;
}
