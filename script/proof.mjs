/** `npm run proof [tables]`: protection against the attacker that was written a second time, on 10,000 random tables. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installWhenMissing, project, requireNode } from './project.mjs';

requireNode();
installWhenMissing();
const tables = process.argv[2] ?? '10000';
const { status } = spawnSync(
  join(project, 'node_modules', '.bin', 'vitest'),
  ['run', 'src/domain/disclosure/protect-table.test.ts', '--reporter=verbose'],
  { cwd: project, stdio: 'inherit', env: { ...process.env, SAMLOB_PROOF: tables } },
);
process.exit(status ?? 1);
