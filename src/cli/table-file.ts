/** A table from a CSV file: UTF-8, «,», «;» or tabs, quotes allowed. Each cell remembers where it stands, so that an error can say it. */
import { readFile } from 'node:fs/promises';
import { fileFault } from './file-fault.ts';

export type Cell = { readonly text: string; readonly line: number; readonly column: number };
export type TableFile = { readonly file: string; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };
/** What is wrong with a file, in one sentence that begins with file, line and column. */
export type FileProblem = { readonly problem: string };

/** Every row has as many cells as the header. Empty lines are passed over. */
export async function readTableFile(file: string): Promise<TableFile | FileProblem> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    return { problem: `${file}: ${fileFault(error)}.` };
  }
  const lines = cellsOf(file, text);
  if ('problem' in lines) return lines;
  const [header, ...rows] = lines.filter((cells) => cells.length > 1 || cells[0]?.text !== '');
  if (!header) return { problem: `${file}:1:1: the file is empty.` };
  for (const cells of rows) {
    const last = cells.at(-1);
    if (cells.length !== header.length && last)
      return { problem: `${file}:${last.line}:${last.column}: the line has ${cells.length} cells and the header ${header.length}.` };
  }
  return { file, header, rows };
}

export function problemAt(file: string, { line, column }: Cell, sentence: string): FileProblem {
  return { problem: `${file}:${line}:${column}: ${sentence}` };
}

/** What the first line has most of separates: «,», «;» or a tab. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const timesIn = (mark: string): number => first.split(mark).length;
  return [',', ';', '\t'].toSorted((a, b) => timesIn(b) - timesIn(a))[0] ?? ',';
}

function cellsOf(file: string, whole: string): readonly (readonly Cell[])[] | FileProblem {
  // A line ends as Windows, Unix or the oldest Macs have it.
  const text = whole
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .normalize('NFC');
  const separator = separatorOf(text);
  const lines: Cell[][] = [[]];
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at <= text.length;) {
    const start = { line, column: at - lineStart + 1 };
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) return problemAt(file, { text: '', ...start }, 'a quote is opened and not closed.');
        if (text[at] === '\n') [line, lineStart] = [line + 1, at + 1];
        cell += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else while (at < text.length && text[at] !== separator && text[at] !== '\n') cell += text[at++];
    lines.at(-1)?.push({ text: cell.trim(), ...start });
    if (at < text.length && text[at] !== separator && text[at] !== '\n')
      return problemAt(file, { text: '', line, column: at - lineStart + 1 }, 'something stands after a closed quote.');
    if (text[at] === '\n') {
      [line, lineStart] = [line + 1, at + 1];
      lines.push([]);
    }
    at += 1;
  }
  return lines;
}
