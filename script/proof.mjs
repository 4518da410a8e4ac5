/**
 * `npm run proof [tables]`: every property test with cases not drawn before, its seed printed, and protection against the attacker that
 * was written a second time on 10,000 random tables.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { installWhenMissing, project, requireNode } from './project.mjs';

requireNode();
installWhenMissing();
const tables = process.argv[2] ?? '10000';
const seed = process.env.SAMLOB_SEED ?? String(randomInt(2 ** 31));
console.log(`SAMLOB_SEED=${seed}`);
const { status } = spawnSync(join(project, 'node_modules', '.bin', 'vitest'), ['run', 'src', 'test', '--reporter=default'], {
  cwd: project,
  stdio: 'inherit',
  env: { ...process.env, SAMLOB_PROOF: tables, SAMLOB_SEED: seed },
});
console.log(`SAMLOB_SEED=${seed}`);
process.exit(status ?? 1);
