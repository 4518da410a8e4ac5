/** `npm start` as a new user types it: in a copy of the project, in a closed folder, with a home of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testFolder } from './folder.ts';

const project = process.cwd();
const home = testFolder();
const clone = join(testFolder(0o700), 'samlob');
const environment = { ...process.env, SAMLOB_HOME: home, PORT: '0', NODE_ENV: '' };
const running: ChildProcess[] = [];

for (const file of execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: project, encoding: 'utf8' }).split('\n')) {
  if (!file) continue;
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  cpSync(join(project, file), join(clone, file));
}
symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'));

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  execFileSync('pkill', ['-INT', '-f', `^${home}/`]);
});

type Started = { readonly child: ChildProcess; readonly address: string; readonly said: string; readonly seconds: number };

async function start(): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, ['script/start.mjs'], { cwd: clone, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  await expect.poll(() => said, { timeout: 100_000, interval: 20 }).toMatch(/Stop: Ctrl\+C/);
  const address = /http:\/\/\S+/.exec(said)?.[0] ?? '';
  return { child, address, said, seconds: (performance.now() - began) / 1000 };
}

describe('npm start', () => {
  test('serves, prints address and logins, is found again after a crash, and ends on request', async () => {
    const first = await start();
    expect(first.said).toMatch(/Demonstration: loaded/);
    expect(first.said).toMatch(/Mette Lindeskov/);
    expect((await fetch(`${first.address}/log-ind`)).status).toBe(200);

    first.child.kill('SIGKILL');
    const second = await start();
    expect(second.said).toMatch(/found running, and left running when Samløb stops/);
    expect(second.said).toMatch(/Demonstration: already there/);
    expect(await (await fetch(`${second.address}/log-ind`)).text()).toContain('Mette Lindeskov');

    const ended = new Promise((resolve) => second.child.once('exit', resolve));
    second.child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
