/**
 * Searches and bookings over HTTP at a tenth and at a hundred times the simulated Denmark: a database of that size and two processes of the
 * program. First those who search alone, then those who hold places alone, so that it is known what one search and one booking costs; then all
 * of them together; then one booking at a time, so that it is known which of its requests costs what. The one who asks, PostgreSQL and the program share the machine: what each was given of it is printed beside.
 */
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadDemoWhenNew } from '../src/demo/load.ts';
import { asId, type Id } from '../src/domain/id.ts';
import { danishDay, moment, type Moment } from '../src/domain/time.ts';
import { openDatabase } from '../src/store/database.ts';
import { startEmbeddedServer } from '../src/store/embedded-server.ts';
import { applicationRole, migrate } from '../src/store/migrate.ts';
import { drawWhenNew } from '../src/store/figure-rebuild.ts';
import { createDatabase } from '../src/store/open.ts';
import { refoldWhenNew } from '../src/store/pathway-rebuild.ts';
import { bigCountry } from './country/big-country.ts';
import { fill } from './country/fill.ts';
import { searchedPathways } from './country/pathways.ts';
import { table } from './table.ts';
import { type Asked, drive, type Reached } from './visitors/drive.ts';
import { type From, get, login } from './visitors/forms.ts';
import { bookingInStages, type Stage } from './visitors/stages.ts';
import { memoryOf, type Program, started, stopped, type Work, workBetween, workSoFar } from './visitors/programs.ts';

const project = process.cwd();
const now = (): Moment => moment(new Date().toISOString());
const [searchers, bookers, bookingsASecond] = [8, 4, 10];
/** Seconds that a measure takes; fewer to see that it works. */
const seconds = Number(process.env.BENCH_SECONDS ?? 20);
const sizes = (process.env.BENCH_PLACES ?? '2000,20000')
  .split(',')
  .map((places) => ({ places: Number(places), stays: Number(places) * 10 }));

const server = await startEmbeddedServer({ project, name: 'bench-load', settings: { max_connections: '200' } });
const growth: (readonly string[])[] = [];
try {
  for (const size of sizes) growth.push(await measured(size));
  table(
    'Growth',
    [
      'places and stays',
      'searches a second together',
      'search: ms of processor',
      'booking: ms of processor',
      'first search',
      'memory of each process',
    ],
    growth,
  );
} finally {
  await server.stop();
}

/** Measures a country of a size and prints it; gives the row for the table of growth. */
async function measured(size: { readonly places: number; readonly stays: number }): Promise<readonly string[]> {
  const name = `load_${randomUUID().slice(0, 8)}`;
  const programs: Program[] = [];
  const watcher = new pg.Client(server.owner);
  await watcher.connect();
  try {
    const country = bigCountry({ seed: 1, ...size, at: now() });
    const pathways = await filled(name, country.candidates);
    const backend = Number((await watcher.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid);
    for (const _ of [1, 2])
      programs.push(await started(project, `postgresql://postgres@/${name}?host=${encodeURIComponent(server.owner.host ?? '')}`));
    const from: readonly From[] = await Promise.all(programs.map(async ({ address }) => ({ address, cookie: await login(address) })));
    const first = await Promise.all(from.map((who) => clocked(() => get(who, '/forloeb/alma/plads'))));
    const idle = programs.map(memoryOf);
    const pages = await pagesOf(from[0] ?? { address: '', cookie: '' }, country.candidates[0]?.unit.id ?? '');

    const asked: Asked = { from, ...pathways, seconds, bookings: bookingsASecond };
    const work = async (what: Asked): Promise<{ readonly reached: Reached; readonly work: Work }> => {
      const before = workSoFar(programs, backend);
      const reached = await drive(what);
      return { reached, work: workBetween(before, workSoFar(programs, backend)) };
    };
    await drive({ ...asked, seconds: 3 });
    const searching = await work({ ...asked, seconds: seconds / 2, bookings: 0 });
    // As many as can be, so that there are enough to divide by.
    const booking = await work({ ...asked, seconds: seconds / 2, searching: [], bookings: 1000 });
    const together = await work(asked);
    const faults: string[] = [];
    const stages = await bookingInStages(
      from[0] ?? { address: '', cookie: '' },
      pathways.booking.flat(),
      Math.max(4, Math.round(seconds)),
      () => workSoFar(programs, backend),
      (fault) => faults.push(fault),
    );

    printReached(
      `${country.places} places in ${country.candidates.length} units, ${country.stays} stays: two processes, ${searchers} who search and ${bookers} who hold`,
      together.reached,
    );
    const costs = [costOf(searching.work, searching.reached.searches.length), costOf(booking.work, booking.reached.holds.length)] as const;
    printWork(costs, together.work, together.reached);
    printStages(stages);
    table(
      'Beside it',
      ['what', 'figure'],
      [
        [
          'a held place was still offered by the other process in its very next page',
          `${together.reached.stale} of ${together.reached.checked}`,
        ],
        [
          'two pressed at the same moment for the same place, and both were given it',
          `${together.reached.bothHeld} of ${together.reached.races}`,
        ],
        ...programs.map((one, index) => [
          `memory of process ${index + 1}, after the first search and after the load`,
          `${idle[index] ?? 0} and ${memoryOf(one)} MB`,
        ]),
        ['the first search of a process', first.map((time) => `${time.toFixed(0)} ms`).join(', ')],
        ...pages,
        ...faults.map((said) => ['went wrong one at a time', said]),
        ...[...together.reached.refused, ...booking.reached.refused].map(([said, times]) => [`refused: ${said}`, String(times)]),
        ...[searching, booking, together]
          .flatMap(({ reached }) => [...reached.odd])
          .map(([said, times]) => [`went wrong: ${said}`, String(times)]),
      ],
    );
    const memory = programs.map((one) => `${memoryOf(one)} MB`).join(', ');
    const slowestFirst = `${Math.max(...first).toFixed(0)} ms`;
    const [ofSearch, ofBooking] = costs.map(({ application, database }) => `${(application + database).toFixed(1)}`);
    return [
      `${country.places} and ${country.stays}`,
      perSecond(together.reached.searches, together.reached.lasted),
      ofSearch ?? '',
      ofBooking ?? '',
      slowestFirst,
      memory,
    ];
  } finally {
    for (const one of programs) await stopped(one);
    await watcher.query(`drop database if exists ${watcher.escapeIdentifier(name)} with (force)`);
    await watcher.end();
  }
}

/** A database with the country in it, and the pathways that are searched and booked for. */
async function filled(name: string, candidates: Parameters<typeof fill>[1]): Promise<Pick<Asked, 'searching' | 'booking'>> {
  await createDatabase(server.owner, name);
  const owner = { ...server.owner, database: name };
  await migrate(owner, join(project, 'src', 'store', 'migrations'), null);
  await loadDemoWhenNew(owner, danishDay(now()));
  await addUp(owner);
  const client = new pg.Client(owner);
  await client.connect();
  await fill(client, candidates, 'kom-0851');
  await client.end();
  const db = openDatabase({ host: server.owner.host ?? '', user: applicationRole, database: name }, { size: 2 });
  const pathways: readonly Id<'pathway'>[] = await searchedPathways(db, searchers + bookers * 8);
  await db.destroy();
  const booking = Array.from({ length: bookers }, (_, index) => pathways.slice(searchers + index * 8, searchers + index * 8 + 8));
  return { searching: pathways.slice(0, searchers), booking };
}

/** What a program that starts adds up anew is added up before the country is filled in: its pathways have no facts, and each would be looked at. */
async function addUp(owner: pg.ClientConfig): Promise<void> {
  const db = openDatabase(owner, { size: 1 });
  await refoldWhenNew(db);
  await drawWhenNew(db);
  await db.destroy();
}

function printReached(title: string, reached: Reached): void {
  const row = (what: string, times: readonly number[], aim = ''): readonly string[] => [
    what,
    perSecond(times, reached.lasted),
    ...percentiles(times),
    aim,
  ];
  table(
    `${title}, ${(reached.lasted / 1000).toFixed(0)} s`,
    ['what', 'a second', 'median ms', 'p95 ms', 'p99 ms', 'aim'],
    [
      row('searches answered with a page', reached.searches, '100 a second'),
      row('places held, her yes answered', reached.holds, '10 a second'),
      row('holds that somebody else had been faster to', reached.beaten),
      row('holds released', reached.released),
      row('holds confirmed, with the question where it differs', reached.confirmed),
      row('confirmations withdrawn', reached.withdrawn),
      ['pages that those who book looked at', ((reached.looked * 1000) / reached.lasted).toFixed(1), '', '', '', ''],
    ],
  );
}

/** Milliseconds of processor for each. */
function costOf(work: Work, times: number): Work {
  const each = (all: number): number => (times === 0 ? 0 : all / times);
  return { application: each(work.application), database: each(work.database), generator: each(work.generator) };
}

function printWork([search, booking]: readonly [Work, Work], together: Work, { lasted }: Reached): void {
  const all = availableParallelism() * lasted;
  const row = (what: string, of: keyof Work): readonly string[] => [
    what,
    search[of].toFixed(1),
    booking[of].toFixed(1),
    `${((100 * together[of]) / all).toFixed(0)} %`,
  ];
  table(
    `Processor: milliseconds for one search, and for one booking with the pages around it; the share of ${availableParallelism()} processors while all were at it`,
    ['who', 'search ms', 'booking ms', 'share'],
    [row('the two processes of the program', 'application'), row('PostgreSQL', 'database'), row('the one who asks', 'generator')],
  );
}

function printStages(stages: readonly Stage[]): void {
  const each = (all: number, { times }: Stage): string => (all / times).toFixed(1);
  table(
    'One booking at a time, request by request: milliseconds of processor, with what the two processes read again because of it',
    ['request', 'times', 'program ms', 'PostgreSQL ms', 'thousand characters'],
    stages.map((stage) => [
      stage.what,
      String(stage.times),
      each(stage.work.application, stage),
      each(stage.work.database, stage),
      each(stage.characters / 1000, stage),
    ]),
  );
}

async function pagesOf(who: From, unit: string): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const [what, path] of [
    ['all units for two years', '/pladser/kalender'],
    ['one unit day by day for two years', `/pladser/afdeling/${asId<'unit'>(unit)}/kalender?naetter=90&behov=mother-and-baby`],
    ['the country’s places', '/pladser'],
  ] as const) {
    let page = { status: 0, body: '' };
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) times.push(await clocked(async () => void (page = await get(who, path))));
    times.sort((one, other) => one - other);
    rows.push([
      `page: ${what}`,
      `${page.status}, median ${(times[2] ?? 0).toFixed(0)} ms, slowest ${(times[4] ?? 0).toFixed(0)} ms, ${Math.round(page.body.length / 1000)} kB`,
    ]);
  }
  return rows;
}

async function clocked(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function perSecond(times: readonly number[], lasted: number): string {
  return ((times.length * 1000) / lasted).toFixed(1);
}

function percentiles(times: readonly number[]): readonly string[] {
  if (times.length === 0) return ['', '', ''];
  const sorted = times.toSorted((one, other) => one - other);
  return [0.5, 0.95, 0.99].map((share) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0));
}
