/** The server's time and weight of pages, with the simulated Denmark at size 10: the five heaviest of every page a persona opens first. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { loadDemoWhenNew } from '../src/demo/load.ts';
import { personas } from '../src/demo/personas.ts';
import { danishDay, moment } from '../src/domain/time.ts';
import { openDatabase } from '../src/store/database.ts';
import { startEmbeddedServer } from '../src/store/embedded-server.ts';
import { releaseMemory } from '../src/compute/remembered-release.ts';
import { holdPlaces } from '../src/store/placement-index.ts';
import { applicationRole, migrate } from '../src/store/migrate.ts';
import { createDatabase } from '../src/store/open.ts';
import { builtAssets } from '../src/web/assets.ts';
import { buildServer } from '../src/web/server.ts';
import { table } from './table.ts';

const project = process.cwd();
const size = 10;
const rounds = 25;
const now = (): ReturnType<typeof moment> => moment(new Date().toISOString());

const server = await startEmbeddedServer({ project, name: 'bench', settings: { fsync: 'off' } });
const name = `bench_${randomUUID().slice(0, 8)}`;
await createDatabase(server.owner, name);
const owner = { ...server.owner, database: name };
await migrate(owner, join(project, 'src', 'store', 'migrations'), null);
const began = performance.now();
await loadDemoWhenNew(owner, danishDay(now()), { seed: 1, size });
const loaded = (performance.now() - began) / 1000;
const db = openDatabase({ host: server.owner.host ?? '', user: applicationRole, database: name });
const assetFolder = join(project, 'dist', 'client');
const assets = builtAssets(assetFolder);
const places = holdPlaces(db);
const app = await buildServer({
  db,
  places,
  trials: releaseMemory(),
  now,
  newId: randomUUID,
  assets,
  assetFolder,
  project,
  country: null,
  demo: true,
  secure: false,
  extra: [],
});

type Measured = {
  readonly path: string;
  readonly who: string;
  readonly median: number;
  readonly slowest: number;
  readonly html: number;
  readonly islands: number;
  readonly scripts: number;
};
const measured: Measured[] = [];
for (const { id, role } of personas) {
  const login = await app.inject({
    method: 'POST',
    url: '/log-ind',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `person=${id}`,
  });
  const cookies = Object.fromEntries(login.cookies.map(({ name: cookie, value }) => [cookie, value]));
  const first = await app.inject({ url: login.headers.location ?? '/', cookies });
  const $ = load(first.body);
  const sections = $('nav.sections a')
    .toArray()
    .flatMap((link) => $(link).attr('href') ?? []);
  const inside = $('main a[href^="/"]')
    .toArray()
    .flatMap((link) => $(link).attr('href') ?? [])
    .slice(0, 2);
  const extra =
    id === 'sekretaer'
      ? ['/udmeldinger/2019-gravide', '/udmeldinger/2019-gravide/rapport/syddanmark?udgave=intern']
      : id === 'visitator'
        ? ['/forloeb/alma/plads']
        : [];
  for (const path of new Set([...sections, ...inside, ...extra])) {
    if (measured.some((one) => one.path === path && one.who === role)) continue;
    const times: number[] = [];
    let body = '';
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      ({ body } = await app.inject({ url: path, cookies }));
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    measured.push({
      path,
      who: role,
      median: times[Math.floor(rounds / 2)] ?? 0,
      slowest: times.at(-1) ?? 0,
      html: gzipSync(body).length,
      islands: load(body)('[data-island]').length,
      scripts: load(body)('script').length,
    });
  }
}
measured.sort((a, b) => b.median - a.median);

const withoutIsland = measured.filter(({ islands }) => islands === 0);
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const weight = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(assetFolder, file.replace('/assets/', '')))).length, 0);
table(
  `The five heaviest of ${measured.length} pages (Denmark at size ${size}, loaded in ${loaded.toFixed(1)} s; ${rounds} requests each, one at a time)`,
  ['page', 'as', 'median ms', 'slowest ms', 'html kB gz'],
  measured.slice(0, 5).map(({ path, who, median, slowest, html }) => [path, who, median.toFixed(1), slowest.toFixed(1), kilobytes(html)]),
);
table(
  'Page weight',
  ['what', 'kB gz'],
  [
    ['stylesheet, every page, kept by the browser', kilobytes(weight(assets.styles))],
    ['script on pages without an island', kilobytes(withoutIsland.some(({ scripts }) => scripts > 0) ? weight(assets.scripts) : 0)],
    ['script on pages with an island, kept by the browser', kilobytes(weight(assets.scripts))],
  ],
);

await app.close();
await db.destroy();
await server.stop();
