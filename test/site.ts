/** The whole program on a database of its own with the demonstration in it, as a person meets it: in a browser, over HTTP. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { api } from '../src/api/api.ts';
import { loadDemoWhenNew } from '../src/demo/load.ts';
import { danishDay, moment, type Moment } from '../src/domain/time.ts';
import { builtAssets } from '../src/web/assets.ts';
import { releaseMemory } from '../src/compute/remembered-release.ts';
import { holdPlaces } from '../src/store/placement-index.ts';
import { buildServer } from '../src/web/server.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export type Site = {
  readonly address: string;
  readonly database: TestDatabase;
  readonly app: FastifyInstance;
  /** Ends the server and starts another on the same database and address, as after a restart. */
  restart(): Promise<void>;
};

/** `now`: another clock, for what happens next year. */
export async function testSite(now: () => Moment = () => moment(new Date().toISOString())): Promise<Site> {
  const database = await testDatabase();
  await loadDemoWhenNew(database.ownerConfig, danishDay(now()), null, now());
  const project = process.cwd();
  const assetFolder = join(project, 'dist', 'client');
  const trials = releaseMemory();
  const build = (): Promise<FastifyInstance> =>
    buildServer({
      db: database.db,
      places: holdPlaces(database.db),
      trials,
      now,
      newId: randomUUID,
      assets: builtAssets(assetFolder),
      assetFolder,
      project,
      country: null,
      demo: true,
      secure: false,
      extra: [api({ db: database.db, now, trials })],
    });
  let app = await build();
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  afterAll(() => app.close());
  return {
    address,
    database,
    get app() {
      return app;
    },
    async restart() {
      await app.close();
      app = await build();
      await app.listen({ host: '127.0.0.1', port: Number(new URL(address).port) });
    },
  };
}
