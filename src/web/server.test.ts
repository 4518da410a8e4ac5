import { describe, expect, test } from 'vitest';
import { testWeb } from '../../test/web.ts';
import { personas } from '../demo/personas.ts';
import { roles } from '../domain/trail.ts';
import { releaseMemory } from '../compute/remembered-release.ts';
import { holdPlaces } from '../store/placement-index.ts';
import { documentLimit } from '../access/document-limit.ts';
import { loginLimit } from './limits.ts';
import { buildServer } from './server.ts';

const web = await testWeb();

describe('a route', () => {
  test('that names no permission does not start', async () => {
    const app = await buildServer({
      db: web.database.db,
      places: holdPlaces(web.database.db),
      trials: releaseMemory(),
      now: () => '' as never,
      newId: () => '',
      assets: { styles: [], scripts: [] },
      assetFolder: null,
      project: '',
      country: null,
      demo: true,
      secure: false,
      extra: [],
    });

    expect(() => app.get('/uden', async () => 'ingen adgang nævnt')).toThrow(/names no permission/);
    expect(() => app.get('/med', { config: { permission: 'trace:read' } }, async () => 'ok')).not.toThrow();
  });
});

describe('login', () => {
  test('shows a persona for every role but the operator, who has the command line', async () => {
    const shown = (await (await web.as(null)).get('/log-ind')).$('button[name="person"]');

    expect(shown.length).toBe(personas.length);
    expect(roles.filter((role) => !personas.some((persona) => persona.role === role))).toEqual(['operator']);
  });

  test('comes before every page that is not public, and leads back to it', async () => {
    const { status, location } = await (await web.as(null)).get('/spor?foer=7');

    expect(status).toBe(303);
    expect(location).toBe('/log-ind?til=%2Fspor%3Ffoer%3D7');
  });

  test.each(['https://example.org/', '//example.org', '/\\example.org'])('never sends anyone to another site: %s', async (til) => {
    const { location } = await (await web.as(null)).post('/log-ind', { person: 'databeskyttelse', til });
    expect(location).toBe('/spor');
  });

  test.each(['/%09/evil.example', '/%0A/evil.example', '/.//evil.example'])('and a change of language neither: %s', async (til) => {
    const { status, location } = await (await web.as(null)).get(`/sprog/da?til=${til}`);
    expect([status, location]).toEqual([303, '/']);
  });

  test('keeps a session until logout, and the cookie is of no use afterwards', async () => {
    const visitor = await web.as('databeskyttelse');
    expect((await visitor.get('/spor')).status).toBe(200);

    await visitor.post('/log-ud');

    expect((await visitor.get('/spor')).status).toBe(303);
  });

  test('is not looked up for the built files, which are the same for everyone', async () => {
    const { response } = await (await web.as(null)).post('/log-ind', { person: 'sekretaer' });
    const cookies = Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));
    const asked: string[] = [];
    const { app } = await web.restarted();
    app.addHook('preHandler', async (request) => {
      asked.push(request.actor === null ? 'nobody' : request.actor.user);
    });

    await app.inject({ url: '/assets/samlob.css', cookies });
    await app.inject({ url: '/findes-ikke', cookies });

    expect(asked).toEqual(['nobody', 'sekretaer']);
  });

  test('stores only a digest of the cookie’s secret', async () => {
    const { response } = await (await web.as(null)).post('/log-ind', { person: 'sekretaer' });
    const secret = response.cookies.find(({ name }) => name === 'samlob_session')?.value ?? '';
    const digests = await web.database.owner.selectFrom('session').select('digest').execute();

    expect(secret.length).toBeGreaterThan(40);
    expect(digests.some(({ digest }) => digest === secret)).toBe(false);
  });
});

describe('every page', () => {
  test('is refused with a reason to a role that may not see it', async () => {
    const { status, text } = await (await web.as('sekretaer')).get('/spor');

    expect(status).toBe(403);
    expect(text).toContain('Sporet læses af databeskyttelsesrådgiveren.');
  });

  test('carries no script where there is no island', async () => {
    const { $ } = await (await web.as('databeskyttelse')).get('/spor');
    expect($('script').length).toBe(0);
  });

  test('shows only the sections that the role works with', async () => {
    const { $ } = await (await web.as('databeskyttelse')).get('/spor');
    expect(
      $('nav.sections a')
        .map((_, link) => $(link).text())
        .get(),
    ).toEqual(['Pladser', 'Sporet']);
  });

  test('changes language and comes back', async () => {
    const visitor = await web.as('databeskyttelse');
    const { location } = await visitor.get('/sprog/en?til=/spor');
    expect(location).toBe('/spor');

    const { $ } = await visitor.get('/spor');
    expect($('html').attr('lang')).toBe('en');
    expect($('h1').text()).toBe('The trace');
  });

  test.each(['/forloeb/%00', '/pladser/afdeling/%00', '/forloeb/maja%00/haendelse', '/api/%00'])(
    'whose address holds NUL does not exist: %s',
    async (path) => {
      expect((await (await web.as('jordemoder')).get(path)).status).toBe(404);
    },
  );

  test('says it when a text is too long, and saves nothing of it', async () => {
    const { status, text } = await (await web.as(null)).post('/log-ind', { person: 'a'.repeat(5001) });

    expect([status, text]).toEqual([422, expect.stringContaining('højst 5000 tegn')]);
  });

  test('that does not exist says so', async () => {
    const { status, $ } = await (await web.as('sekretaer')).get('/findes-ikke');
    expect([status, $('h1').text()]).toEqual([404, 'Siden findes ikke']);
  });
});

describe('a limit', () => {
  test('stops endless tries at a login with a page that says when to try again', async () => {
    const { app } = await web.restarted();
    const tries = await Promise.all(
      Array.from({ length: loginLimit.max }, () => app.inject({ method: 'POST', url: '/log-ind', remoteAddress: '192.0.2.7' })),
    );
    expect(new Set(tries.map(({ statusCode }) => statusCode))).toEqual(new Set([303]));

    const refused = await app.inject({ method: 'POST', url: '/log-ind', remoteAddress: '192.0.2.7' });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toContain('prøv igen om et minut');

    const elsewhere = await app.inject({ method: 'POST', url: '/log-ind', remoteAddress: '192.0.2.8' });
    expect(elsewhere.statusCode).toBe(303);
  });

  test('counts documents by who asks, and other pages not at all', async () => {
    const restarted = await web.restarted();
    const [secretary, agency] = [await restarted.as('sekretaer'), await restarted.as('styrelse')];
    const report = '/udmeldinger/findes-ikke/rapport/danmark.pdf';
    for (let count = 0; count < documentLimit.max; count += 1) await secretary.get(report);

    expect((await secretary.get(report)).status).toBe(429);
    expect((await agency.get(report)).status).toBe(404);
    expect((await secretary.get('/udmeldinger')).status).toBe(200);
    // The API counts them too.
    const api = '/api/calls/findes-ikke/reports/danmark';
    for (let count = 0; count < documentLimit.max; count += 1) await agency.get(api);
    expect((await agency.get(api)).status).toBe(429);
  });
});

describe('a form from another site', () => {
  test.each([{ origin: 'https://example.org' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'noget andet' }])(
    'is turned away: %o',
    async (headers) => {
      const { statusCode } = await web.app.inject({
        method: 'POST',
        url: '/log-ind',
        headers: { host: 'localhost', ...headers } as Record<string, string>,
      });
      expect(statusCode).toBe(403);
    },
  );

  test('is let in when it is our own', async () => {
    const { statusCode } = await web.app.inject({
      method: 'POST',
      url: '/log-ud',
      headers: { host: 'localhost', origin: 'http://localhost' },
    });
    expect(statusCode).toBe(303);
  });
});
