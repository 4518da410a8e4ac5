/** Delimited text (da: CSV): `,` or `;`, quotes allowed, each field with the line and column that it stands on. */
import { problemAt, type TableProblem } from './table-problem.ts';

/** A field and where it begins: line 1 is the first of the file, column 1 the first field of the line. */
export type Field = { readonly text: string; readonly line: number; readonly column: number };

/** The separator of a header: `;` when it has one outside quotes, else `,`. */
function separatorOf(text: string): ',' | ';' {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  return header.replaceAll(/"[^"]*"/g, '').includes(';') ? ';' : ',';
}

/** Reads the lines that hold something. A quoted field may hold separators, doubled quotes and line breaks. */
export function readDelimited(given: string): { readonly rows: readonly (readonly Field[])[] } | { readonly problem: TableProblem } {
  const text = given.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const rows: Field[][] = [];
  let row: Field[] = [];
  let line = 1;
  let at = 0;
  while (at <= text.length) {
    const began = { line, column: row.length + 1 };
    let field = '';
    const quoted = /^[ \t]*"/.exec(text.slice(at, at + 80));
    if (quoted) {
      at += quoted[0].length;
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
      const rest = /^[^,;\r\n]*/.exec(text.slice(at, at + 200))?.[0] ?? '';
      if (rest.trim() !== '') return { problem: problemAt(began, 'after-quote', { text: rest.trim() }) };
      at += rest.length;
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
    if (row.some((entry) => entry.text !== '')) rows.push(row);
    row = [];
  }
  return { rows };
}

/** A whole number of persons, or null. */
export function wholeNumber(text: string): number | null {
  if (!/^\d+$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}
