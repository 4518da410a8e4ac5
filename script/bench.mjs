/** `npm run bench [name…]`: bundles each file of `bench/` and runs it; each prints one table. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installWhenMissing, project, requireNode } from './project.mjs';

requireNode();
installWhenMissing();
const { buildWhenStale } = await import('./build.mjs');
buildWhenStale();
const { build } = await import('esbuild');

const wanted = process.argv.slice(2);
const known = readdirSync(join(project, 'bench'))
  .filter((file) => file.endsWith('.ts') && file !== 'table.ts')
  .map((file) => file.slice(0, -3));
const unknown = wanted.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`There is no measure “${unknown}”. Known: ${known.join(', ')}; without a name all of them are taken.`);
  process.exit(2);
}
const names = known.filter((name) => wanted.length === 0 || wanted.includes(name));
await build({
  entryPoints: names.map((name) => join(project, 'bench', `${name}.ts`)),
  outdir: join(project, 'dist', 'bench'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  jsx: 'automatic',
  logLevel: 'error',
});
let failed = 0;
for (const name of names) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(project, 'dist', 'bench', `${name}.js`)], {
    cwd: project,
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
