/**
 * Published values for queues and sites that lie beside the project, where they lie there. Tests against them are registered only then;
 * the tests beside the code prove it without them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.cwd(), '../shared/reference');

/** The text of a file of reference values; `null`, and a line that says so, when it is not there. */
export function referenceText(name: string): string | null {
  const path = join(folder, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.log(`Not registered: the comparison with ${name}, which is not beside the project.`);
  return null;
}
