/**
 * Searches and bookings over HTTP at a hundred times the simulated Denmark: a database of that size, two processes of the program, and for a
 * bounded time people who search and people who hold places. Prints what was reached together, and what each process holds.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import pg from 'pg';
import { chanceOf } from '../src/demo/random.ts';
import { loadDemoWhenNew } from '../src/demo/load.ts';
import { asId, type Id } from '../src/domain/id.ts';
import { danishDay, moment, type Moment } from '../src/domain/time.ts';
import { openDatabase } from '../src/store/database.ts';
import { startEmbeddedServer } from '../src/store/embedded-server.ts';
import { applicationRole, migrate } from '../src/store/migrate.ts';
import { createDatabase } from '../src/store/open.ts';
import { searchedPathways } from './country/pathways.ts';
import { bigCountry, someSearch } from './country/big-country.ts';
import { fill } from './country/fill.ts';
import { table } from './table.ts';

const project = process.cwd();
const now = (): Moment => moment(new Date().toISOString());
const size = { places: Number(process.env.BENCH_PLACES ?? 20_000), stays: Number(process.env.BENCH_STAYS ?? 200_000) };
const seconds = 20;
const [searchers, bookers] = [8, 3];
const mostRequests = 20_000;

const server = await startEmbeddedServer({ project, name: 'bench-load', settings: { max_connections: '200' } });
const name = `load_${randomUUID().slice(0, 8)}`;
const processes: Process[] = [];
try {
  await createDatabase(server.owner, name);
  const owner = { ...server.owner, database: name };
  await migrate(owner, join(project, 'src', 'store', 'migrations'), null);
  await loadDemoWhenNew(owner, danishDay(now()));
  const country = bigCountry({ seed: 1, ...size, at: now() });
  const filling = await clocked(async () => {
    const client = new pg.Client(owner);
    await client.connect();
    await fill(client, country.candidates, 'kom-0851');
    await client.end();
  });
  const db = openDatabase({ host: server.owner.host ?? '', user: applicationRole, database: name }, { size: 2 });
  const pathways = await searchedPathways(db, searchers + bookers * 4);
  await db.destroy();

  for (const _ of [1, 2])
    processes.push(await started(`postgresql://postgres@/${name}?host=${encodeURIComponent(server.owner.host ?? '')}`));
  const cookies = await Promise.all(processes.map(({ address }) => login(address)));
  const before = await Promise.all(processes.map(({ address }, index) => warmed(address, cookies[index] ?? '')));
  const idle = processes.map(memoryOf);
  const pages = await pagesOf(processes[0]?.address ?? '', cookies[0] ?? '', country.candidates[0]?.unit.id ?? '');

  const workedBefore = processes.map(workOf);
  const reached = await drive(cookies, pathways);
  const worked = processes.reduce((sum, one, index) => sum + workOf(one) - (workedBefore[index] ?? 0), 0);
  table(
    `${country.places} places in ${country.candidates.length} units, ${country.stays} stays (filled in ${(filling / 1000).toFixed(0)} s); two processes, ${searchers} who search and ${bookers} who hold, ${(reached.lasted / 1000).toFixed(0)} s`,
    ['what', 'a second', 'median ms', 'p95 ms', 'p99 ms', 'aim'],
    [
      ['searches answered with a page', perSecond(reached.searches, reached.lasted), ...percentiles(reached.searches), '100 a second'],
      ['places held', perSecond(reached.holds, reached.lasted), ...percentiles(reached.holds), '10 a second'],
      ['holds that somebody else had been faster to', perSecond(reached.beaten, reached.lasted), ...percentiles(reached.beaten), ''],
    ],
  );
  table(
    'Beside it',
    ['what', 'figure'],
    [
      ['a held place was still offered by the other process in its next page', `${reached.stale} of ${reached.checked}`],
      ['answers that were neither', String(reached.odd)],
      [
        'of the two processors’ time, the share that the two processes were given',
        `${((100 * worked) / (2 * reached.lasted)).toFixed(0)} %`,
      ],
      ...processes.map((one, index) => [
        `memory of process ${index + 1}, after the first search and after the load`,
        `${idle[index] ?? 0} and ${memoryOf(one)} MB`,
      ]),
      ['the first search of a process', before.map((time) => `${time.toFixed(0)} ms`).join(', ')],
      ...pages,
    ],
  );
} finally {
  for (const one of processes) await stopped(one.child);
  await dropped(name);
  await server.stop();
}

type Process = { readonly child: ChildProcess; readonly address: string };
type Reached = {
  readonly searches: number[];
  readonly holds: number[];
  readonly beaten: number[];
  stale: number;
  checked: number;
  odd: number;
  lasted: number;
};

/** Everybody asks again as soon as they are answered, until the time or the requests are used up. */
async function drive(cookies: readonly string[], pathways: readonly Id<'pathway'>[]): Promise<Reached> {
  const reached: Reached = { searches: [], holds: [], beaten: [], stale: 0, checked: 0, odd: 0, lasted: 0 };
  const began = performance.now();
  let requests = 0;
  const goesOn = (): boolean => performance.now() - began < seconds * 1000 && (requests += 1) <= mostRequests;
  const on = (index: number): { readonly address: string; readonly cookie: string } => ({
    address: processes[index % processes.length]?.address ?? '',
    cookie: cookies[index % cookies.length] ?? '',
  });
  const search = async (index: number): Promise<void> => {
    const chance = chanceOf(`searcher ${index}`);
    while (goesOn()) {
      const started = performance.now();
      const { status } = await get(on(index), searchPath(pathways[index] ?? asId<'pathway'>(''), chance));
      if (status === 200) reached.searches.push(performance.now() - started);
      else reached.odd += 1;
    }
  };
  const book = async (index: number): Promise<void> => {
    const chance = chanceOf(`booker ${index}`);
    for (let turn = 0; goesOn(); turn += 1) {
      const pathway = pathways[searchers + index * 4 + (turn % 4)] ?? asId<'pathway'>('');
      const path = searchPath(pathway, chance);
      const found = load((await get(on(index), path)).body);
      const form = found('form[action$="/hold"]').first();
      if (form.length === 0) continue;
      const fields = new URLSearchParams(form.serializeArray().map(({ name: field, value }): [string, string] => [field, value]));
      // The page asks whether she has said yes where her pathway does not know it: here she has.
      fields.set('sagt-ja', 'yes');
      const started = performance.now();
      const held = await post(on(index), `/forloeb/${pathway}/plads/hold`, fields);
      const took = performance.now() - started;
      if (held.status === 303) reached.holds.push(took);
      else if (held.status === 409) reached.beaten.push(took);
      else reached.odd += 1;
      if (held.status !== 303) continue;
      const elsewhere = load((await get(on(index + 1), `/forloeb/${pathways[index] ?? ''}/plads?${path.split('?')[1] ?? ''}`)).body);
      reached.checked += 1;
      if (elsewhere(`input[name="plads"][value="${fields.get('plads') ?? ''}"]`).length > 0) reached.stale += 1;
      const action = load((await get(on(index), `/forloeb/${pathway}/plads`)).body)('form[action$="/slip"]').attr('action');
      if (action) await post(on(index), action, new URLSearchParams());
    }
  };
  await Promise.all([
    ...Array.from({ length: searchers }, (_, index) => search(index)),
    ...Array.from({ length: bookers }, (_, index) => book(index)),
  ]);
  reached.lasted = performance.now() - began;
  return reached;
}

function searchPath(pathway: Id<'pathway'>, chance: ReturnType<typeof chanceOf>): string {
  const { needs, nights } = someSearch(chance, now());
  const length = Math.round((Date.parse(nights.departure) - Date.parse(nights.arrival)) / 86_400_000);
  const query = new URLSearchParams([
    ['soeg', 'ja'],
    ['ankomst', nights.arrival],
    ['naetter', String(length)],
    ...needs.map(({ property }): [string, string] => ['behov', property]),
  ]);
  return `/forloeb/${pathway}/plads?${query.toString()}`;
}

type From = { readonly address: string; readonly cookie: string };

async function get({ address, cookie }: From, path: string): Promise<{ readonly status: number; readonly body: string }> {
  const response = await fetch(`${address}${path}`, { headers: { cookie }, redirect: 'manual' });
  return { status: response.status, body: await response.text() };
}

async function post({ address, cookie }: From, path: string, body: URLSearchParams): Promise<{ readonly status: number }> {
  const response = await fetch(`${address}${path}`, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
  await response.text();
  return { status: response.status };
}

async function login(address: string): Promise<string> {
  const response = await fetch(`${address}/log-ind`, {
    method: 'POST',
    body: new URLSearchParams({ person: 'visitator' }),
    redirect: 'manual',
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function warmed(address: string, cookie: string): Promise<number> {
  return clocked(async () => void (await get({ address, cookie }, '/forloeb/alma/plads')));
}

async function pagesOf(address: string, cookie: string, unit: string): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const [what, path] of [
    ['all units for two years', '/pladser/kalender'],
    ['one unit day by day for two years', `/pladser/afdeling/${unit}/kalender?naetter=90&behov=mother-and-baby`],
    ['the country’s places', '/pladser'],
  ] as const) {
    let page = { status: 0, body: '' };
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) times.push(await clocked(async () => void (page = await get({ address, cookie }, path))));
    times.sort((one, other) => one - other);
    rows.push([
      `page: ${what}`,
      `${page.status}, median ${(times[2] ?? 0).toFixed(0)} ms, slowest ${(times[4] ?? 0).toFixed(0)} ms, ${Math.round(page.body.length / 1000)} kB`,
    ]);
  }
  return rows;
}

/** A process of the program as it is run in production, on a port of its own. */
async function started(url: string): Promise<Process> {
  const main = join(project, 'dist', 'server', 'main.js');
  const serve = `const { serve } = await import(${JSON.stringify(`file://${main}`)}); await serve({ project: process.cwd(), environment: process.env });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', serve], {
    cwd: project,
    env: { ...process.env, DATABASE_URL: url, SAMLOB_DEMO: '1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /Samløb {2}(http:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the program ended:\n${said}`)));
  });
  return { child, address };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

async function dropped(database: string): Promise<void> {
  const client = new pg.Client({ ...server.owner, database: 'postgres' });
  await client.connect();
  await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
  await client.end();
}

/** Megabytes that a process holds in memory. */
function memoryOf({ child }: Process): number {
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
}

/** Milliseconds of the processor that a process has had; the kernel counts in hundredths of a second. */
function workOf({ child }: Process): number {
  const fields =
    readFileSync(`/proc/${child.pid ?? 0}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function clocked(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function perSecond(times: readonly number[], lasted: number): string {
  return ((times.length * 1000) / lasted).toFixed(1);
}

function percentiles(times: readonly number[]): readonly string[] {
  const sorted = times.toSorted((one, other) => one - other);
  return [0.5, 0.95, 0.99].map((share) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0));
}
