/** Lines `mun=M01<R1` from a file, or given directly, separated by «;»: the code M01 of the dimension mun is a part of R1. */
import { readFile } from 'node:fs/promises';
import type { HierarchyLine } from '../domain/disclosure/dimension.ts';
import { fileFault } from './file-fault.ts';
import type { FileProblem } from './table-file.ts';

export type Hierarchy = { readonly file: string; readonly lines: readonly HierarchyLine[] };

/** Empty lines and lines that begin with «#» are passed over. */
export async function readHierarchy(given: string): Promise<Hierarchy | FileProblem> {
  const isText = given.includes('=') && given.includes('<');
  let text = given;
  if (!isText) {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(given));
    } catch (error) {
      return { problem: `${given}: ${fileFault(error)}.` };
    }
  }
  const file = isText ? '--hierarchy' : given;
  const lines: HierarchyLine[] = [];
  for (const [index, whole] of text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .split(isText ? /[;\n]/ : '\n')
    .entries()) {
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, dimension, code, parent] = /^([^=]+)=(.+)<([^<]+)$/.exec(line) ?? [];
    const column = whole.length - whole.trimStart().length + 1;
    if (dimension === undefined || code === undefined || parent === undefined)
      return { problem: `${file}:${index + 1}:${column}: “${line}” is not a line such as mun=M01<R1.` };
    lines.push({ dimension: dimension.trim(), code: code.trim(), parent: parent.trim(), line: index + 1, column });
  }
  return { file, lines };
}
