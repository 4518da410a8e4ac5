/** The names of the built files, read from what the build wrote beside them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets } from './context.ts';

type Manifest = Readonly<Record<string, { readonly file: string; readonly css?: readonly string[] }>>;

/** Throws when the build has not been run: then nothing can be served. */
export function builtAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const style = manifest['src/web/ui/samlob.css'];
  const script = manifest['src/web/islands/client.tsx'];
  if (!style || !script) throw new Error(`the build in ${folder} is not whole`);
  return { styles: [`/assets/${style.file}`], scripts: [`/assets/${script.file}`] };
}
