/** Builds the browser's files with Vite and the program with esbuild, when a source is newer than the last build. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { project } from './project.mjs';

const stamp = join(project, 'dist', 'built');
const watched = ['src', 'package-lock.json', 'vite.config.mjs', 'script/build.mjs'];

/** In a process of its own: Vite sets NODE_ENV to production for the whole process it runs in. */
export function buildWhenStale() {
  const newest = newestSource();
  if (existsSync(stamp) && Number(readFileSync(stamp, 'utf8')) >= newest) return false;
  const built = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
  if (built.status !== 0) {
    console.error('The build failed; the reason stands above.');
    process.exit(1);
  }
  return true;
}

async function build() {
  const newest = newestSource();
  const [vite, esbuild] = await Promise.all([import('vite'), import('esbuild')]);
  await vite.build({ root: project, configFile: join(project, 'vite.config.mjs'), logLevel: 'error' });
  await esbuild.build({
    entryPoints: {
      main: join(project, 'src', 'main.ts'),
      // A thread is started from a file of its own, which stands beside the program.
      'simulation-worker': join(project, 'src', 'compute', 'simulation-worker.ts'),
      'release-worker': join(project, 'src', 'compute', 'release-worker.ts'),
      'estimation-worker': join(project, 'src', 'compute', 'estimation-worker.ts'),
      'site-choice-worker': join(project, 'src', 'compute', 'site-choice-worker.ts'),
      'study-worker': join(project, 'src', 'compute', 'study-worker.ts'),
      'study-block-worker': join(project, 'src', 'compute', 'study-block-worker.ts'),
    },
    outdir: join(project, 'dist', 'server'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    plugins: [reactAsInProduction],
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'error',
  });
  writeFileSync(stamp, String(newest));
}

/**
 * React is built in, as it is in production: its other edition checks each element as it is made, and a page of forty units takes four times
 * as long. Node picks the edition by NODE_ENV, and that is not set in a demonstration.
 */
const reactAsInProduction = {
  name: 'react as in production',
  setup({ onResolve }) {
    const { resolve } = createRequire(import.meta.url);
    onResolve({ filter: /^react(-dom)?(\/|$)/ }, ({ path }) => ({ path: resolve(path) }));
  },
};

function newestSource() {
  return Math.max(...watched.map((path) => newestIn(join(project, path))));
}

function newestIn(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
