/** How long a new user waits: the first start from a fresh clone (packages, build, database, demo) and the second. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlob-bench-'));
chmodSync(folder, 0o755);
const clone = join(folder, 'samlob');
execFileSync('git', ['clone', '--quiet', process.cwd(), clone]);

const first = await secondsToServe();
const second = await secondsToServe();
table(
  'Start (fresh clone, packages from the registry or npm’s cache)',
  ['what', 'seconds', 'aim'],
  [
    ['first start', first.toFixed(1), 'under 240'],
    ['second start', second.toFixed(1), 'under 5'],
  ],
);
rmSync(folder, { recursive: true, force: true });

async function secondsToServe(): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, SAMLOB_HOME: join(folder, 'home'), PORT: '0' },
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Stop: Ctrl+C')) resolve();
    });
    child.once('exit', () => reject(new Error(`npm start ended:\n${said}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  await ended(child);
  return seconds;
}

async function ended(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid) process.kill(-child.pid, 'SIGTERM');
  await gone;
}
