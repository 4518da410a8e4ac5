import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testFolder } from '../../test/folder.ts';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';

const home = testFolder();
const clone = join(testFolder(0o700), 'klon');
const before = process.env.SAMLOB_HOME;

beforeAll(() => {
  process.env.SAMLOB_HOME = home;
});
afterAll(() => {
  if (before === undefined) delete process.env.SAMLOB_HOME;
  else process.env.SAMLOB_HOME = before;
});

const start = (name: string): Promise<EmbeddedServer> => startEmbeddedServer({ project: clone, name });

async function ask<Row extends pg.QueryResultRow>(server: EmbeddedServer, text: string): Promise<readonly Row[]> {
  const client = new pg.Client(server.owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function pidOf(server: EmbeddedServer): number {
  const socket = server.owner.host ?? '';
  return Number(readFileSync(join(dirname(socket), 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded PostgreSQL', () => {
  test('starts for a clone in a closed folder, on a socket that only its owner can reach, and keeps its data between starts', async () => {
    const first = await start('a');
    await ask(first, `create table kept as select 'er her' as text`);

    expect(first.started).toBe(true);
    expect(statSync(first.owner.host ?? '').mode & 0o777).toBe(0o700);
    expect(await first.stop()).toBe('stopped');

    const second = await start('a');
    expect(await ask(second, 'select text from kept')).toEqual([{ text: 'er her' }]);
    expect(await second.stop()).toBe('stopped');
  });

  test('listens on no address of the network', async () => {
    const server = await start('a');
    expect(await ask(server, `select current_setting('listen_addresses') as addresses`)).toEqual([{ addresses: '' }]);
    await server.stop();
  });

  test('is found again by a second process, which never stops it', async () => {
    const owner = await start('b');
    const visitor = await start('b');

    expect(visitor.started).toBe(false);
    expect(await visitor.stop()).toBe('left running');
    expect(await ask(owner, 'select 1 as one')).toEqual([{ one: 1 }]);
    await owner.stop();
  });

  test('is left running by the one who started it while somebody else is connected', async () => {
    const server = await start('c');
    const guest = new pg.Client(server.owner);
    await guest.connect();

    expect(await server.stop()).toBe('left running');
    await guest.end();
    await expect.poll(() => server.stop()).toBe('stopped');
  });

  test('comes back with everything that was acknowledged after it was killed in the middle of its work', async () => {
    const server = await start('d');
    await ask(server, 'create table booked (number int primary key)');
    const acknowledged: number[] = [];
    const client = new pg.Client(server.owner);
    client.on('error', () => undefined);
    await client.connect();
    const writing = (async () => {
      for (let number = 0; ; number += 1) {
        await client.query('insert into booked values ($1)', [number]);
        acknowledged.push(number);
      }
    })().catch(() => 'cut off');
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20);

    process.kill(pidOf(server), 'SIGKILL');
    expect(await writing).toBe('cut off');

    const again = await start('d');
    const kept = (await ask<{ number: number }>(again, 'select number from booked')).map(({ number }) => number);
    expect(again.started).toBe(true);
    expect(acknowledged.filter((number) => !kept.includes(number))).toEqual([]);
    await again.stop();
  });

  test('is started once when two processes ask for it at the same moment', async () => {
    const both = await Promise.all([start('e'), start('e')]);

    expect(both.map(({ started }) => started).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
    expect(new Set(both.map(pidOf)).size).toBe(1);
    for (const server of both.toSorted((a, b) => Number(a.started) - Number(b.started))) await server.stop();
  });

  test('says what to do when the path is too long for a socket', async () => {
    process.env.SAMLOB_HOME = join(home, 'x'.repeat(80));
    await expect(start('f')).rejects.toThrow(/Set SAMLOB_HOME to a folder with a shorter path/);
    process.env.SAMLOB_HOME = home;
  });

  test('runs as an ordinary user, also when root starts it', async () => {
    const server = await start('g');
    const user = execFileSync('ps', ['-o', 'user=', '-p', String(pidOf(server))], { encoding: 'utf8' }).trim();
    expect(user).not.toBe('root');
    await server.stop();
  });
});
