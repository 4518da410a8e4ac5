import { expect, test } from 'vitest';
import { testWeb } from '../../test/web.ts';
import { cprSentence } from '../domain/numbers/cpr-sentence.ts';

const web = await testWeb();
const id = '5d0f1c52-8f0b-4b52-9c7e-0a52f7c2a777';
const body = {
  title: 'Hepatitis',
  table: 'P,Q,E,count\n0,0,1,63\n0,1,0,55\n0,1,1,18\n1,0,0,69\n1,0,1,17\n1,1,0,21\n1,1,1,28\n',
  seed: 3,
  replicates: 20,
};

async function ask(user: string, method: 'GET' | 'PUT', path: string, payload?: object, app = web.app) {
  const login = await (await web.as(null)).post('/log-ind', { person: user });
  const cookies = Object.fromEntries(login.response.cookies.map(({ name, value }) => [name, value]));
  const response = await app.inject({ method, url: `/api${path}`, cookies, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, json: response.json<Record<string, unknown>>() };
}

test('an analysis is run once under its id, read after a restart, and seen on the page and only where it was made', async () => {
  const first = await ask('planlaegger', 'PUT', `/analyses/${id}`, body);
  expect([first.status, first.json['seed'], first.json['lists']]).toEqual([200, 3, ['P', 'Q', 'E']]);
  expect(first.json['methods']).toContainEqual(expect.objectContaining({ method: 'best-bic', status: 'ok', model: '[12,13,23]' }));
  expect((await ask('planlaegger', 'PUT', `/analyses/${id}`, body)).json).toEqual(first.json);
  expect((await ask('planlaegger', 'PUT', `/analyses/${id}`, { ...body, seed: 4 })).status).toBe(409);
  const { app } = await web.restarted();
  expect((await ask('planlaegger', 'GET', `/analyses/${id}`, undefined, app)).json).toEqual(first.json);
  expect((await ask('planlaegger', 'GET', '/analyses')).json).toMatchObject({
    analyses: [{ id, conclusion: { gate: 'open', range: { low: 271, undecided: true } } }],
  });
  expect((await (await web.as('planlaegger')).get(`/tal/moerketal/${id}`)).text).toContain('Listerne kan ikke afgøre det: fra 271');
  expect((await ask('sekretaer', 'GET', `/analyses/${id}`)).status).toBe(404);
  expect((await ask('sekretaer', 'PUT', `/analyses/${id}`, body)).status).toBe(409);
  expect((await ask('jordemoder', 'GET', '/analyses')).status).toBe(403);
});

test('a table that cannot be read is refused with its line and column, and an id that is no UUID', async () => {
  const { status, json } = await ask('planlaegger', 'PUT', `/analyses/${id.replace('777', '778')}`, {
    ...body,
    table: 'A,B,count\n1,0,x\n',
  });
  expect([status, json['problem']]).toEqual([422, { line: 2, column: 3, sentence: '“x” is not a count such as 7, 1-4 or 0-25.' }]);
  const mine = await ask('planlaegger', 'PUT', '/analyses/mine', body);
  expect([mine.status, mine.json['errors']]).toEqual([
    422,
    [{ pointer: '/params/analysis', detail: 'The id is a UUID in small letters.' }],
  ]);
  const many = await ask('planlaegger', 'PUT', '/analyses/mine', { ...body, table: 'A,B,count\n1,0,x\n2,1,7\n1,1,-1\n' });
  expect([many.status, many.json['errors']]).toEqual([
    422,
    [
      { pointer: '/params/analysis', detail: 'The id is a UUID in small letters.' },
      { pointer: '/body/table', detail: 'line 2, column 3: “x” is not a count such as 7, 1-4 or 0-25.' },
      { pointer: '/body/table', detail: 'line 3, column 1: “2” is neither 0 nor 1.' },
      { pointer: '/body/table', detail: 'line 4, column 3: “-1” is not a count such as 7, 1-4 or 0-25.' },
    ],
  ]);
  const comma = await ask('planlaegger', 'PUT', `/analyses/${id.replace('777', '781')}`, { ...body, table: 'A;B;antal\n1;0;1,200\n' });
  expect([comma.status, comma.json['problem']]).toEqual([
    422,
    {
      line: 2,
      column: 3,
      sentence: '“1,200” has a comma in it: write 1200 if its thousands are meant. A count of persons has no decimals.',
    },
  ]);
  const missing = await ask('planlaegger', 'PUT', `/analyses/${id.replace('777', '779')}`, { ...body, table: 'A,B,count\n1,0,9\n0,1,9\n' });
  expect([missing.status, missing.json['detail']]).toEqual([
    422,
    'No line is given for A+B. Write 0 if nobody is there, or an interval such as 0-4.',
  ]);
});

test('an analysis says that it is internal and who may read it, alone and in the list', async () => {
  const internal = { internal: true, mayRead: { da: expect.stringContaining('må ikke offentliggøres') as unknown } };
  expect((await ask('planlaegger', 'GET', `/analyses/${id}`)).json).toMatchObject(internal);
  expect((await ask('planlaegger', 'GET', '/analyses')).json).toMatchObject({ analyses: [internal] });
});

test('a text that could hold a CPR number is refused with the sentence of the forms and its field, and nothing is kept or told of the number', async () => {
  const other = id.replace('777', '780');
  const { status, json } = await ask('planlaegger', 'PUT', `/analyses/${other}`, { ...body, title: 'Om 610695-4002 og de andre' });
  expect([status, json['type']]).toEqual([422, 'urn:samlob:problem:holds-cpr-number']);
  const where = 'Om ••••••-•••• og de andre';
  expect(json['fields']).toEqual([{ pointer: '/body/title', sentence: { da: cprSentence(where, 'da'), en: cprSentence(where, 'en') } }]);
  expect(json['errors']).toEqual([{ pointer: '/body/title', detail: cprSentence(where, 'en') }]);
  expect(JSON.stringify(json)).not.toContain('4002');
  expect((await ask('planlaegger', 'GET', `/analyses/${other}`)).status).toBe(404);
});
