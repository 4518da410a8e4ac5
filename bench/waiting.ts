/**
 * The round of the waiting list at the demonstration's size and at ten and forty times it: what is free is offered to each in turn, and the round is made
 * again when nothing is free, as it is nearly always. Processor seconds of the program and of its PostgreSQL connection, and how they grow.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { loadDemoWhenNew } from '../src/demo/load.ts';
import { waitingWomen } from '../src/demo/waiting-women.ts';
import { asId } from '../src/domain/id.ts';
import { sheAlone } from '../src/domain/placement/needs.ts';
import { addDays, addMinutes, danishDay, moment, startOfDanishDay } from '../src/domain/time.ts';
import { openDatabase } from '../src/store/database.ts';
import { startEmbeddedServer } from '../src/store/embedded-server.ts';
import { applicationRole, migrate } from '../src/store/migrate.ts';
import type { Transaction } from '../src/store/database.ts';
import { createDatabase } from '../src/store/open.ts';
import { importPathways } from '../src/store/pathway-import.ts';
import { importRequests } from '../src/store/placement-waiting-import.ts';
import { goThroughTheList } from '../src/store/placement-waiting-round.ts';
import { table } from './table.ts';
import { workBetween, workSoFar } from './visitors/programs.ts';

const project = process.cwd();
const today = danishDay(moment(new Date().toISOString()));
const times = (process.env.BENCH_TIMES ?? '1,10,40').split(',').map(Number);
/** Seven invented women and five of the simulated country. */
const onTheDemonstrationsList = 12;
const server = await startEmbeddedServer({ project, name: 'bench-waiting' });
try {
  const rows: (readonly string[])[] = [];
  for (const size of times) rows.push(await measured(size));
  table(
    'The round of the waiting list',
    [
      'times the demonstration',
      'on the list',
      'first round: processor s (program + database)',
      'nothing free: processor s',
      'ms for each who waits',
    ],
    rows,
  );
} finally {
  await server.stop();
}

/** A country of the demonstration with so many times its list, its first round, and the round after it. */
async function measured(size: number): Promise<readonly string[]> {
  const name = `waiting_${randomUUID().slice(0, 8)}`;
  await createDatabase(server.owner, name);
  const owner = { ...server.owner, database: name };
  await migrate(owner, join(project, 'src', 'store', 'migrations'), null);
  await loadDemoWhenNew(owner, today);
  const asOwner = openDatabase(owner);
  const db = openDatabase({ host: server.owner.host ?? '', user: applicationRole, database: name }, { size: 2 });
  const watcher = new pg.Client(server.owner);
  await watcher.connect();
  try {
    await asOwner.transaction().execute((tx) => moreWaiting(tx, size));
    const backend = Number((await watcher.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid);
    const first = await spent(backend, () => goThroughTheList(db));
    const second = await spent(backend, () => goThroughTheList(db));
    return [
      String(size),
      String(second.waiting),
      `${first.program.toFixed(2)} + ${first.database.toFixed(2)}`,
      `${second.program.toFixed(2)} + ${second.database.toFixed(2)}`,
      (((second.program + second.database) * 1000) / Math.max(1, second.waiting)).toFixed(1),
    ];
  } finally {
    await db.destroy();
    await asOwner.destroy();
    await watcher.query(`drop database if exists ${watcher.escapeIdentifier(name)} with (force)`);
    await watcher.end();
  }
}

type Spent = { readonly waiting: number; readonly program: number; readonly database: number };

async function spent(backend: number, round: () => Promise<number>): Promise<Spent> {
  const before = workSoFar([], backend);
  const waiting = await round();
  const { generator, database } = workBetween(before, workSoFar([], backend));
  return { waiting, program: generator / 1000, database: database / 1000 };
}

/** Women as those of the demonstration, so many times; each wishes a unit that is soon full, two, or any within reach. */
async function moreWaiting(tx: Transaction, size: number): Promise<void> {
  const women = waitingWomen(today);
  const more = Array.from({ length: size * onTheDemonstrationsList }, (_, index) => {
    const one = women[index % women.length];
    if (!one) throw new Error('the demonstration has nobody who waits');
    return { ...one, id: asId<'pathway'>(`${one.id}-${index}`) };
  });
  await importPathways(tx, more);
  await importRequests(
    tx,
    more.map(({ id }, index) => ({
      id: asId<'request'>(`pladsoenske-${id}`),
      pathway: id,
      askedAt: addMinutes(startOfDanishDay(addDays(today, -1 - (index % 60))), 10 * 60 + index),
      wish: {
        units: [['fjordhuset-klit'], ['lyngborg-lyng', 'sundgaarden-sund'], []][index % 3]?.map((unit) => asId<'unit'>(unit)) ?? [],
        needs: [],
        reach: null,
        party: sheAlone,
        earliest: today,
        nights: 120,
      },
    })),
    today,
  );
}
