/** The programs of threads, built as `npm start` builds them, into a folder of the test that asks: each under its own name with `.js`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

/** The folder; the programs are in it before the first test, and it is gone after the last. */
export function threadPrograms(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'samlob-threads-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    await build({
      entryPoints: Object.fromEntries(names.map((name) => [name, join(import.meta.dirname, '..', 'src', 'compute', `${name}.ts`)])),
      outdir: folder,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      logLevel: 'error',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes beside a thread's program one that does its work and is killed when it is given its `turn`th piece. */
export function dyingProgram(folder: string, name: string, turn: number): string {
  const program = join(folder, `dying-${name}.js`);
  writeFileSync(
    program,
    `import { parentPort } from 'node:worker_threads';
await import('./${name}.js');
let given = 0;
parentPort.on('message', () => { given += 1; if (given === ${turn}) process.exit(0); });
`,
  );
  return program;
}
