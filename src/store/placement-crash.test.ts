/** What was acknowledged is kept, and no place is held twice, though the program or the database is killed in the middle of the race. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { testFolder } from '../../test/folder.ts';
import { askForPlace, prepareRace, racePlaces, raceWomen, standing } from '../../test/race.ts';
import { danishDay, moment } from '../domain/time.ts';
import { openDatabase } from './database.ts';
import { startEmbeddedServer } from './embedded-server.ts';
import { applicationRole, migrate } from './migrate.ts';

const project = process.cwd();
const today = danishDay(moment(new Date().toISOString()));

describe('the program killed in the middle', () => {
  const program = join(project, 'dist', 'test', 'race-process.js');
  beforeAll(() =>
    build({
      entryPoints: [join(project, 'test', 'race-process.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    }),
  );

  /** Runs it until it has said so many lines, and kills it then; all it says when it is never killed. */
  const run = async (host: string, database: string, killAfter: number): Promise<readonly string[]> => {
    const child: ChildProcess = spawn(process.execPath, [program, host, database], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.split('\n').length - 1 >= killAfter) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.once('close', resolve));
    return said.split('\n').filter(Boolean);
  };

  test('and started again keeps every place it had said was held, and holds none twice', async () => {
    const { db, owner, applicationConfig } = await testDatabase();
    await prepareRace(db, owner);
    const [host, database] = [applicationConfig.host ?? '', applicationConfig.database ?? ''];

    const acknowledged = await run(host, database, 4);
    expect(acknowledged.length).toBeGreaterThanOrEqual(4);
    expect(acknowledged.length).toBeLessThan(racePlaces);
    const after = await standing(owner);
    expect(after.held).toEqual(expect.arrayContaining([...acknowledged]));
    expect(after.twice).toBe(0);

    const again = await run(host, database, Infinity);
    const end = await standing(owner);
    expect(end.twice).toBe(0);
    expect(end.held).toHaveLength(racePlaces);
    expect([...again].toSorted()).toEqual(end.held);
    expect(end.held).toEqual(expect.arrayContaining([...acknowledged]));
  });
});

describe('the database killed in the middle', () => {
  const before = process.env.SAMLOB_HOME;
  beforeAll(() => {
    process.env.SAMLOB_HOME = testFolder();
  });
  afterAll(() => {
    if (before === undefined) delete process.env.SAMLOB_HOME;
    else process.env.SAMLOB_HOME = before;
  });

  test('and started again keeps every place that was said to be held, and holds none twice', async () => {
    const start = (): ReturnType<typeof startEmbeddedServer> => startEmbeddedServer({ project, name: 'nedbrud' });
    const first = await start();
    await migrate(first.owner, join(project, 'src', 'store', 'migrations'), null);
    const connection = { host: first.owner.host ?? '', user: applicationRole, database: 'postgres' };
    const [db, owner] = [openDatabase(connection, { size: 8 }), openDatabase(first.owner, { size: 1 })];
    await prepareRace(db, owner);

    const acknowledged: string[] = [];
    const pid = postmaster(first.owner.host ?? '');
    let killed = false;
    const ask = async (index: number): Promise<void> => {
      const outcome = await askForPlace(db, index, today);
      if (outcome.outcome !== 'held') return;
      acknowledged.push(outcome.stay);
      if (acknowledged.length < 4 || killed) return;
      killed = true;
      process.kill(pid, 'SIGKILL');
    };
    const asked = await Promise.allSettled(Array.from({ length: raceWomen }, (_, index) => ask(index)));
    await Promise.allSettled([db.destroy(), owner.destroy()]);
    expect(killed).toBe(true);
    expect(asked.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    const said = [...acknowledged];

    // Its children see within seconds that it is gone.
    const second = await startWhenGone(start);
    const [dbAgain, ownerAgain] = [openDatabase(connection, { size: 8 }), openDatabase(second.owner, { size: 1 })];
    const after = await standing(ownerAgain);
    expect(after.held).toEqual(expect.arrayContaining(said));
    expect(after.twice).toBe(0);

    await Promise.all(Array.from({ length: raceWomen }, (_, index) => askForPlace(dbAgain, index, today)));
    const end = await standing(ownerAgain);
    expect(end.twice).toBe(0);
    expect(end.held).toHaveLength(racePlaces);
    expect(end.held).toEqual(expect.arrayContaining(said));
    await Promise.all([dbAgain.destroy(), ownerAgain.destroy()]);
    await expect.poll(() => second.stop()).toBe('stopped');
  });

  function postmaster(socket: string): number {
    const file = join(dirname(socket), 'data', 'postmaster.pid');
    if (!existsSync(file)) throw new Error('the server did not say which process it is');
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  }

  async function startWhenGone(start: () => ReturnType<typeof startEmbeddedServer>): ReturnType<typeof startEmbeddedServer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const server = await start();
        if (server.started) return server;
      } catch (error) {
        if (attempt >= 30) throw error;
      }
      await new Promise((resume) => setTimeout(resume, 500));
    }
  }
});
