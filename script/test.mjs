/**
 * `npm test`: installs what is missing (the browser too), then checks types, lint and format, builds, and runs every test.
 * Each step counts as a test. Nothing passes by being skipped: a skipped test is a failed run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { installWhenMissing, project, requireNode } from './project.mjs';

requireNode();
installWhenMissing();
const browser = findBrowser();

let passed = 0;
let failed = 0;
const bin = (name) => join(project, 'node_modules', '.bin', name);

step('types', bin('tsc'), ['-b']);
step('lint', process.execPath, [join(project, 'script', 'lint.mjs')]);
step('format', bin('oxfmt'), ['--check', 'src', 'test', 'e2e', 'bench', 'script', 'bin', 'lint']);
step('build', process.execPath, [join(project, 'script', 'build.mjs')]);
tests();

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function step(name, command, args) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: project, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status === 0) passed += 1;
  else failed += 1;
}

function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'samlob-test-'));
  const report = join(folder, 'report.json');
  const { status } = spawnSync(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
    {
      cwd: project,
      stdio: 'inherit',
      env: { ...process.env, SAMLOB_BROWSER: browser },
    },
  );
  let outcome;
  try {
    outcome = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log('FAILED: the tests did not run to their end');
    failed += 1;
    return;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const skipped = outcome.numTotalTests - outcome.numPassedTests - outcome.numFailedTests;
  if (skipped > 0) console.log(`FAILED: ${skipped} tests were skipped; a skipped test proves nothing`);
  // A test file that could not be loaded fails the run without failing a test.
  const unseen = status !== 0 && outcome.numFailedTests === 0 && skipped === 0 ? 1 : 0;
  passed += outcome.numPassedTests;
  failed += outcome.numFailedTests + skipped + unseen;
}
