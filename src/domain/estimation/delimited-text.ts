/** Delimited text (da: CSV): `,`, `;` or tabs, quotes allowed, each field with the line and column that it stands on. */
import { problemAt, type TableProblem } from './table-problem.ts';

/** A field and where it begins: line 1 is the first of the file, column 1 the first field of the line. */
export type Field = { readonly text: string; readonly line: number; readonly column: number };

/** A line above the header that only people read, as a spreadsheet may have quoted it, or that names the separator. */
const isRemark = /^\s*"?#|^sep=.?$/;

/** The separator of a header: the first of `;`, tab (cells copied out of a spreadsheet) and `,` that it has outside quotes. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const header = text.split(/\r?\n|\r/).find((line) => line.trim() !== '' && !isRemark.test(line)) ?? '';
  const plain = header.replaceAll(/"[^"]*"/g, '');
  return ([';', '\t'] as const).find((separator) => plain.includes(separator)) ?? ',';
}

/** Reads the lines that hold something; those above the header that begin with `#` or name the separator are passed over. A quoted field may hold separators, doubled quotes and line breaks. */
export function readDelimited(
  given: string,
): { readonly rows: readonly (readonly Field[])[]; readonly separator: ',' | ';' | '\t' } | { readonly problem: TableProblem } {
  const text = given.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const blank = separator === '\t' ? / / : /[ \t]/;
  const rows: Field[][] = [];
  let row: Field[] = [];
  let line = 1;
  let at = 0;
  while (at <= text.length) {
    const began = { line, column: row.length + 1 };
    let field = '';
    let opens = at;
    while (blank.test(text[opens] ?? '')) opens += 1;
    if (text[opens] === '"') {
      at = opens + 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return { problem: problemAt(began, 'open-quote') };
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
      line += field.split('\n').length - 1;
      let ends = at;
      while (ends < text.length && text[ends] !== separator && text[ends] !== '\n' && text[ends] !== '\r') ends += 1;
      const rest = text.slice(at, ends).trim();
      if (rest !== '') return { problem: problemAt(began, 'after-quote', { text: rest }) };
      at = ends;
    } else {
      const start = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
      field = text.slice(start, at);
    }
    row.push({ text: field.trim(), ...began });
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n' || text[at - 1] === '\r') line += 1;
    if (text[at] === '\n') at += 1;
    else if (at >= text.length) at += 1;
    const isForPeople = rows.length === 0 && /^#|^sep=.?$/.test(row[0]?.text ?? '');
    if (!isForPeople && row.some((entry) => entry.text !== '')) rows.push(row);
    row = [];
  }
  return { rows, separator };
}

/** A whole number of persons, or null; one with more digits than can be counted on is infinite. */
export function wholeNumber(text: string): number | null {
  if (!/^\d+$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : Infinity;
}

/** The text with its numbers as digits alone where they are written in groups of three: `1.200` and `1 200` become `1200`. A comma is none: it may begin decimals. */
export function ungrouped(text: string): string {
  return text.replaceAll(/(?<![\d.])\d{1,3}(?:([. \u00a0\u202f'’])\d{3})(?:\1\d{3})*(?![\d.])/g, (number) => number.replaceAll(/\D/g, ''));
}

/** The same where the groups are parted by commas, `1,200`: what may as well be a number with decimals, so that it is asked about and not taken. */
export function ungroupedCommas(text: string): string {
  return text.replaceAll(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,])/g, (number) => number.replaceAll(',', ''));
}

/** More than everybody who lives: what is larger is a slip, and the sums of such counts lose their last digits. */
export const mostPersons = 10_000_000_000;
