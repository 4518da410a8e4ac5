/**
 * `npm run proof`: every property test with cases not drawn before, its seed printed, and protection against the attacker that was written
 * a second time on 10,000 random tables, with a line for each hundred and their sum at the end.
 *
 * `npm run proof -- --from 2500 --tables 2500` runs that part of the tables alone. With the same SAMLOB_SEED the parts are those of one run
 * of the whole, so that it can be done in pieces, or taken up again where it was stopped.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installWhenMissing, project, requireNode } from './project.mjs';

requireNode();
const { from, tables } = asked();
installWhenMissing();
const seed = process.env.SAMLOB_SEED ?? String(randomInt(2 ** 31));
console.log(`SAMLOB_SEED=${seed}`);
const folder = mkdtempSync(join(tmpdir(), 'samlob-proof-'));
const report = join(folder, 'report.json');
const what = from === null ? ['src', 'test'] : ['src/domain/disclosure/protect-table.test.ts', '-t', 'random tables'];
const { status } = spawnSync(
  join(project, 'node_modules', '.bin', 'vitest'),
  ['run', ...what, '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`],
  {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, SAMLOB_PROOF: String(tables), SAMLOB_PROOF_FROM: String(from ?? 0), SAMLOB_SEED: seed },
  },
);
const isProven = sum() && status === 0;
rmSync(folder, { recursive: true, force: true });
console.log(`SAMLOB_SEED=${seed}`);
process.exit(isProven ? 0 : 1);

/** The numbers of the command line; ends with usage where they are none. */
function asked() {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string' }, tables: { type: 'string', default: '10000' } } });
    const first = values.from === undefined ? null : Number(values.from);
    const many = Number(values.tables);
    if (Number.isInteger(many) && many > 0 && (first === null || (Number.isInteger(first / 100) && first >= 0)))
      return { from: first, tables: many };
  } catch {
    // An option that is not known is answered like a number that is none.
  }
  console.error('usage: npm run proof [-- [--from 0|100|200|…] [--tables 10000]]');
  process.exit(2);
}

/** Prints what became of the tables; gives whether all that were asked for were proven. */
function sum() {
  let tests;
  try {
    tests = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap((file) => file.assertionResults);
  } catch {
    console.log('FAILED: the proof did not run to its end');
    return false;
  }
  const tallies = tests.flatMap(({ meta }) => (meta?.proof ? [meta.proof] : []));
  const total = (name) => tallies.reduce((before, tally) => before + tally[name], 0);
  const [published, refused] = [total('published'), total('refused')];
  const opened = tests.filter((one) => one.status === 'failed' && one.fullName.includes('random tables'));
  for (const { fullName } of opened) console.log(`FAILED: ${fullName}`);
  console.log(
    `${published + refused} of ${tables} random tables from number ${from ?? 0} on: ${published} published and opened by no attacker, ` +
      `${refused} refused, because the whole rule cannot be kept; ${opened.length} parts with an opened table`,
  );
  return published + refused === tables;
}
