/** A JSON file whose every value remembers where it stands. */
import { readFile } from 'node:fs/promises';
import { type JsonText, readJsonText } from '../schema/json-text.ts';
import { fileFault } from './file-fault.ts';
import type { FileProblem } from './table-file.ts';

/** UTF-8, one JSON value. */
export async function readJsonFile(file: string): Promise<JsonText | FileProblem> {
  try {
    return readJsonText(file, new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch (error) {
    return { problem: `${file}: ${fileFault(error)}.` };
  }
}
