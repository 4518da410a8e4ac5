/** Pages without a browser: requests into the server, as one of the demo's people. */
import { randomUUID } from 'node:crypto';
import { type CheerioAPI, load } from 'cheerio';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { api } from '../src/api/api.ts';
import { loadDemoWhenNew } from '../src/demo/load.ts';
import { danishDay, moment, type Moment } from '../src/domain/time.ts';
import { releaseMemory } from '../src/compute/remembered-release.ts';
import { holdPlaces } from '../src/store/placement-index.ts';
import { buildServer } from '../src/web/server.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export type Visitor = {
  get(path: string): Promise<Visit>;
  /** Sends a form; a field with several values is sent several times. */
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Visit>;
  /** Sends a form with a file in the field `fil`, and other fields with their text. */
  upload(path: string, name: string, content: string, fields?: Readonly<Record<string, string>>): Promise<Visit>;
};

export type Visit = {
  readonly status: number;
  readonly location: string;
  readonly $: CheerioAPI;
  readonly text: string;
  readonly response: LightMyRequestResponse;
};

export type TestWeb = {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  as(user: string | null): Promise<Visitor>;
  /** Another server on the same database, as after a restart. */
  restarted(): Promise<TestWeb>;
};

/** The server with the demonstration in a database of its own; `now` stands still unless it is given. */
export async function testWeb(now: () => Moment = () => moment('2026-11-22T09:00:00Z')): Promise<TestWeb> {
  const database = await testDatabase();
  await loadDemoWhenNew(database.ownerConfig, danishDay(now()), null, now());
  return served(database, now);
}

async function served(database: TestDatabase, now: () => Moment): Promise<TestWeb> {
  const [places, trials] = [holdPlaces(database.db), releaseMemory()];
  const app = await buildServer({
    db: database.db,
    places,
    trials,
    now,
    newId: randomUUID,
    assets: { styles: ['/assets/samlob.css'], scripts: ['/assets/islands.js'] },
    assetFolder: null,
    project: process.cwd(),
    country: null,
    demo: true,
    secure: false,
    extra: [api({ db: database.db, now, trials })],
  });
  return { app, database, as: (user) => visitor(app, user), restarted: () => served(database, now) };
}

async function visitor(app: FastifyInstance, user: string | null): Promise<Visitor> {
  const cookies = new Map<string, string>();
  const send = async (
    method: 'GET' | 'POST',
    path: string,
    body?: string,
    contentType = 'application/x-www-form-urlencoded',
  ): Promise<Visit> => {
    const response = await app.inject({
      method,
      url: path,
      cookies: Object.fromEntries(cookies),
      ...(body === undefined ? {} : { payload: body, headers: { 'content-type': contentType } }),
    });
    for (const { name, value } of response.cookies) cookies.set(name, value);
    const $ = load(response.body);
    return {
      status: response.statusCode,
      location: response.headers.location ?? '',
      $,
      text: $('main').text().replaceAll(/\s+/g, ' ').trim(),
      response,
    };
  };
  const post: Visitor['post'] = (path, fields = {}) =>
    send(
      'POST',
      path,
      new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
      ).toString(),
    );
  if (user !== null) {
    const { status, location } = await post('/log-ind', { person: user });
    if (status !== 303 || location === '/log-ind') throw new Error(`«${user}» could not log in`);
  }
  const upload: Visitor['upload'] = (path, name, content, fields = {}) =>
    send(
      'POST',
      path,
      [
        ...Object.entries(fields).map(([field, text]) => `--graense\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`),
        `--graense\r\nContent-Disposition: form-data; name="fil"; filename="${name}"\r\n\r\n${content}\r\n--graense--\r\n`,
      ].join(''),
      'multipart/form-data; boundary=graense',
    );
  return { get: (path) => send('GET', path), post, upload };
}
