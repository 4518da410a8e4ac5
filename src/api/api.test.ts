import { describe, expect, test } from 'vitest';
import { testWeb } from '../../test/web.ts';
import type { ReportJson } from '../reports/json.ts';

const web = await testWeb();

type Answered = { readonly status: number; readonly media: string; readonly json: Readonly<Record<string, unknown>> };
type Client = (method: 'GET' | 'PUT', path: string, body?: object) => Promise<Answered>;

/** Someone who logs in on the pages and then asks the API with the same cookie. */
async function client(user: string | null): Promise<Client> {
  const login = user === null ? null : await (await web.as(null)).post('/log-ind', { person: user });
  const cookies = Object.fromEntries((login?.response.cookies ?? []).map(({ name, value }) => [name, value]));
  return async (method, path, body) => {
    const response = await web.app.inject({ method, url: `/api${path}`, cookies, ...(body === undefined ? {} : { payload: body }) });
    return {
      status: response.statusCode,
      media: String(response.headers['content-type']),
      json: response.json<Readonly<Record<string, unknown>>>(),
    };
  };
}

const odense = '/calls/2019-gravide/answers/0461';
type ListedCall = {
  readonly status: string;
  readonly answered: unknown[];
  readonly answers: { answer: { municipality: string }; version: number }[];
};

async function listed(ask: Client): Promise<ListedCall> {
  const { status, json } = await ask('GET', '/calls');
  expect(status).toBe(200);
  const [call] = (json as { calls: ListedCall[] }).calls;
  if (!call) throw new Error('no call is listed');
  return call;
}

async function versionOf(ask: Client): Promise<number> {
  return (await listed(ask)).answers.find(({ answer }) => answer.municipality === '0461')?.version ?? 0;
}

function body(version: number | null, years: readonly number[] = [5, 4, 3], residential: readonly number[] = [1, 1, 1]): object {
  const counts = (given: readonly number[]): object => ({ years: given, total: given.reduce((sum, count) => sum + count, 0) });
  return { version, answeredBy: 'Ulla Thorsager', counts: { any: counts(years), residential: counts(residential) } };
}

describe('whoever asks the API', () => {
  test.each(['/calls', '/calls/2019-gravide/reports/danmark'])(
    'without a login is told so as a problem, and not sent to a page: %s',
    async (path) => {
      const { status, media, json } = await (await client(null))('GET', path);
      expect([status, media]).toEqual([401, 'application/problem+json']);
      expect(json).toEqual({ type: 'about:blank', title: 'Unauthorized', status: 401, detail: 'Log ind først.' });
    },
  );

  test('without the permission is told the reason', async () => {
    const { status, json } = await (await client('databeskyttelse'))('GET', '/calls');
    expect([status, json.detail]).toEqual([403, 'Udmeldinger læses af dem, der svarer, samler, godkender og vurderer.']);
    const reader = await client('planlaegger');
    expect((await reader('PUT', odense, body(null))).status).toBe(403);
  });

  test('for an address that is not there gets a problem', async () => {
    const { status, media } = await (await client('styrelse'))('GET', '/findes-ikke');
    expect([status, media]).toEqual([404, 'application/problem+json']);
  });

  test('is told of every fault of a question at once, each with its place', async () => {
    const { status, media, json } = await (
      await client('sekretaer')
    )('GET', '/units/fjordhuset-klit/calendar?nights=0&needs=partner,sauna,610695-4002');
    expect([status, media]).toEqual([422, 'application/problem+json']);
    const errors = json.errors as { pointer: string; detail: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/querystring/nights', '/querystring/needs', '/querystring/needs']);
    expect(errors[1]?.detail).toMatch(/^“sauna” is none of: /);
    expect(JSON.stringify(json)).not.toContain('4002');
    const other = await (await client('sekretaer'))('GET', '/units/fjordhuset-klit/calendar?odd=1&nights=12345');
    expect([other.status, (other.json.errors as { pointer: string }[]).map(({ pointer }) => pointer).toSorted()]).toEqual([
      400,
      ['/querystring/nights', '/querystring/odd'],
    ]);
  });

  test('finds the shape of the faults in the description, under every address that takes a body or a question', async () => {
    const { json } = await (await client(null))('GET', '/openapi.json');
    type Described = {
      readonly responses: Readonly<Record<string, unknown>>;
      readonly parameters?: unknown;
      readonly requestBody?: unknown;
    };
    const paths = json.paths as Readonly<Record<string, Readonly<Record<string, Described>>>>;
    const asked = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .filter((one) => one.parameters ?? one.requestBody);
    expect(asked.length).toBe(6);
    for (const { responses } of asked) expect(JSON.stringify(responses['400'])).toContain('A JSON pointer into the request');
    for (const path of ['/api/calls/{call}/answers/{municipality}', '/api/analyses/{analysis}'])
      expect(JSON.stringify(paths[path]?.['put']?.responses['422'])).toMatch(/"errors".*"fields"/);
  });

  test('from another site is turned away', async () => {
    const { statusCode, headers } = await web.app.inject({
      method: 'PUT',
      url: `/api${odense}`,
      headers: { origin: 'https://example.org' },
    });
    expect([statusCode, headers['content-type']]).toEqual([403, 'application/problem+json']);
  });

  test('reads its description without a login, in OpenAPI 3.1, with every address', async () => {
    const { status, json } = await (await client(null))('GET', '/openapi.json');
    expect([status, json.openapi]).toEqual([200, '3.1.0']);
    expect(Object.keys(json.paths as object)).toEqual([
      '/api/calls',
      '/api/calls/{call}/reports/{place}',
      '/api/calls/{call}/answers/{municipality}',
      '/api/units/{unit}/calendar',
      '/api/analyses',
      '/api/analyses/{analysis}',
      '/api/numbers/years/{place}',
    ]);
  });
});

describe('the calls', () => {
  test.each([
    ['kommune-odense', 1],
    ['sekretaer', 22],
    ['styrelse', 98],
    ['planlaegger', 0],
  ])('show %s %i answers, and who has answered', async (user, answers) => {
    const call = await listed(await client(user));
    expect([call.status, call.answered.length, call.answers.length]).toEqual(['answered', 98, answers]);
  });
});

describe('an answer', () => {
  test('is saved by its municipality with the next version, and stands in the report at once', async () => {
    const ask = await client('kommune-odense');
    const version = await versionOf(ask);

    expect(await ask('PUT', odense, body(version))).toMatchObject({ status: 200, json: { version: version + 1 } });

    const { json } = await (await client('sekretaer'))('GET', '/calls/2019-gravide/reports/syddanmark?edition=internal');
    const { figures } = json as unknown as ReportJson;
    expect(figures.find(({ id }) => id === '2019-gravide/any/2017/0461')?.value).toBe(5);
  });

  test('is not saved over one that somebody gave meanwhile, which is shown', async () => {
    const ask = await client('kommune-odense');
    const version = await versionOf(ask);

    const { status, json } = await ask('PUT', odense, body(version - 1));

    expect([status, json.type]).toEqual([409, 'urn:samlob:problem:changed-meanwhile']);
    expect(json.theirs).toMatchObject({ version, answer: { municipality: '0461', answeredBy: 'Ulla Thorsager' } });
  });

  test('is refused with all its problems, in both languages', async () => {
    const ask = await client('kommune-odense');
    const { status, json } = await ask('PUT', odense, body(await versionOf(ask), [-1, 2, 3], [0, 3, 0]));

    expect([status, json.type]).toEqual([422, 'urn:samlob:problem:answer-refused']);
    expect(json.problems).toEqual([
      {
        problem: { where: { question: 'any', year: 2017 }, code: 'negative', written: '-1' },
        sentence: {
          da: 'Behandling i alt, 2017: «-1» er mindre end 0. Skriv 0, hvis der ingen var.',
          en: 'Treatment in all, 2017: “-1” is less than 0. Write 0 if there were none.',
        },
      },
      {
        problem: { where: { question: 'residential', year: 2018 }, code: 'residential-exceeds-any', residential: 3, any: 2 },
        sentence: { da: expect.stringContaining('kun 2 til behandling i alt') as unknown, en: expect.any(String) as unknown },
      },
    ]);
    expect(json.errors).toEqual([
      { pointer: '/body/counts/any/years/0', detail: 'Treatment in all, 2017: “-1” is less than 0. Write 0 if there were none.' },
      { pointer: '/body/counts/residential/years/1', detail: expect.stringContaining('only 2 to treatment in all') as unknown },
    ]);
  });

  test('with more years than the call asks about is refused, rather than read in part', async () => {
    const { status, json } = await (await client('kommune-odense'))('PUT', odense, body(1, [1, 1, 1, 0]));
    expect([status, JSON.stringify(json.problems)]).toEqual([422, expect.stringContaining('too-many-years')]);
    expect((json.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(['/body/counts/any/years']);
  });

  test('that does not fit the schema is refused with the place', async () => {
    const { status, media, json } = await (await client('kommune-odense'))('PUT', odense, { ...body(1), answeredBy: 7 });
    expect([status, media]).toEqual([400, 'application/problem+json']);
    expect(json.errors).toEqual([{ pointer: '/body/answeredBy', detail: 'must be string' }]);
  });

  test('that does not fit in many places is refused once, with every place: in path and body, and a number that could be a CPR number', async () => {
    const sent = {
      version: 0,
      counts: { any: { years: ['a', 1, 'b'], total: 1.5, 'o/d': 1 }, residential: { years: [1, 1, 1] } },
      answeredBy: 'Ulla 610695-4002',
      '610695-4002': 1,
    };
    const { status, json } = await (await client('kommune-odense'))('PUT', '/calls/2019-gravide/answers/odense', sent);
    expect(status).toBe(400);
    expect(json.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/params/municipality', detail: 'must match pattern "^[0-9]{4}$"' },
        { pointer: '/body', detail: 'is not known here' },
        { pointer: '/body', detail: expect.stringContaining('looks like a CPR number: “••••••-••••”') as unknown },
        { pointer: '/body/version', detail: 'must be >= 1, or must be null' },
        { pointer: '/body/counts/any/years/0', detail: 'must be integer' },
        { pointer: '/body/counts/any/years/2', detail: 'must be integer' },
        { pointer: '/body/counts/any/total', detail: 'must be integer' },
        { pointer: '/body/counts/any/o~1d', detail: 'is not known here' },
        { pointer: '/body/counts/residential/total', detail: 'is missing' },
        { pointer: '/body/answeredBy', detail: expect.stringContaining('looks like a CPR number') as unknown },
      ]),
    );
    expect((json.errors as unknown[]).length).toBe(10);
    expect(JSON.stringify(json)).not.toContain('4002');
  });

  test.each([
    [50, /^The request does not fit the schema\.$/],
    [51, / 1 more fault is not named\.$/],
    [70, / 20 more faults are not named\.$/],
    [10_000, /^The request does not fit the schema\. More faults are not named\.$/],
  ])('with %i faults names fifty at most, and says how many more there are where they are counted to the end', async (faults, detail) => {
    // The first fault is that there are too many years.
    const years = Array.from({ length: faults - 1 }, () => 'a');
    const { status, json } = await (
      await client('kommune-odense')
    )('PUT', odense, {
      version: 1,
      answeredBy: 'Ulla',
      counts: { any: { years, total: 0 }, residential: { years: [], total: 0 } },
    });
    expect([status, (json.errors as unknown[]).length]).toEqual([400, 50]);
    expect(json.detail).toMatch(detail);
  });

  test('for another municipality is refused, and for one or a call that is not there not found', async () => {
    const ask = await client('kommune-odense');
    expect((await ask('PUT', '/calls/2019-gravide/answers/0851', body(1))).status).toBe(403);
    expect((await ask('PUT', '/calls/2019-gravide/answers/0000', body(1))).status).toBe(404);
    expect((await ask('PUT', '/calls/1999/answers/0461', body(1))).status).toBe(404);
  });

  test('is refused when the call takes no more of them', async () => {
    const ask = await client('kommune-odense');
    const version = await versionOf(ask);
    await web.database.owner.updateTable('call').set({ status: 'validated' }).execute();
    const { status, json } = await ask('PUT', odense, body(version));
    await web.database.owner.updateTable('call').set({ status: 'answered' }).execute();
    expect([status, json.type, json.callStatus]).toEqual([409, 'urn:samlob:problem:call-takes-no-answers', 'validated']);
  });
});

describe('a report', () => {
  test('is public unless the internal edition is asked for, which only those who may read it get', async () => {
    const south = await client('sekretaer');
    const published = (await south('GET', '/calls/2019-gravide/reports/syddanmark')).json as unknown as ReportJson;
    expect(published.report.edition).toBe('public');
    expect(published.figures.some(({ value }) => typeof value !== 'number')).toBe(true);

    const refused = await south('GET', '/calls/2019-gravide/reports/nordjylland?edition=internal');
    expect([refused.status, refused.json.detail]).toEqual([403, expect.stringContaining('sin egen region')]);
    expect((await (await client('styrelse'))('GET', '/calls/2019-gravide/reports/danmark?edition=internal')).status).toBe(200);
  });

  test('of a call or a region of another year is not found, and of a region that never was a bad request', async () => {
    const ask = await client('styrelse');
    expect((await ask('GET', '/calls/1999/reports/danmark')).status).toBe(404);
    expect((await ask('GET', '/calls/2019-gravide/reports/oestdanmark')).status).toBe(404);
    expect((await ask('GET', '/calls/2019-gravide/reports/atlantis')).status).toBe(400);
  });

  test('is not released to the public before the call is reported, with the reason in words', async () => {
    const { status, json } = await (await client('planlaegger'))('GET', '/calls/2019-gravide/reports/danmark');
    expect([status, json.type]).toEqual([409, 'urn:samlob:problem:report-not-released']);
    expect(json.reasons).toEqual([
      {
        reason: { reason: 'not-reported' },
        sentence: {
          da: expect.stringContaining('ikke afrapporteret endnu') as unknown,
          en: expect.stringContaining('not reported yet') as unknown,
        },
      },
    ]);
  });
});
