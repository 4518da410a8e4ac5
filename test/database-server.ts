/** Before all tests: a real PostgreSQL for them alone, with one migrated database that each test file copies. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from '../src/store/embedded-server.ts';
import { migrate } from '../src/store/migrate.ts';
import { createDatabase } from '../src/store/open.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testServer: { readonly host: string; readonly template: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = process.cwd();
  const migrations = join(root, 'src', 'store', 'migrations');
  const server = await startEmbeddedServer({
    project: root,
    name: 'test',
    // The test server's data need not survive a power cut. The tests of crashes start servers of their own.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '500' },
  });
  const template = `template_${digestOf(migrations)}`;
  await dropStale(server.owner, template);
  await createDatabase(server.owner, template);
  await migrate({ ...server.owner, database: template }, migrations, null);
  project.provide('testServer', { host: server.owner.host ?? '', template });
  return async () => {
    await server.stop();
  };
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).toSorted()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Drops templates of earlier migrations and databases that a killed run left behind. */
async function dropStale(owner: pg.ClientConfig, current: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database d where (datname like 'template\\_%' and datname <> $1 or datname like 'test\\_%')
       and not exists (select from pg_stat_activity a where a.datname = d.datname)`,
    [current],
  );
  for (const { datname } of rows) await client.query(`drop database if exists ${client.escapeIdentifier(datname)}`);
  await client.end();
}
