import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testWeb } from '../../test/web.ts';

const web = await testWeb();

/** Every word that the pages' sources could read from an address: what routes declare, and what they read by name. */
const names: readonly string[] = [
  ...new Set(
    readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .flatMap((file) => {
        const source = readFileSync(join(import.meta.dirname, file), 'utf8');
        const declared = [...source.matchAll(/(?:Querystring: |Query = )\{([^}]*)\}/g)].flatMap(([, fields = '']) => [
          ...fields.matchAll(/(\w+)\??:/g),
        ]);
        const read = [...source.matchAll(/\bquery\.(\w+)/g), ...source.matchAll(/\.(?:text|all)\('([\w-]+)'\)/g)];
        return [...declared, ...read].map(([, name = '']) => name);
      }),
  ),
].toSorted();

/** Where much is read from the address, and where a word given twice broke the page before. */
const addresses = [
  '/',
  '/tal',
  '/tal/afstand',
  '/tal/moerketal/skema',
  '/tal/moerketal/skema.csv',
  '/tal/opgoerelser/decided-any',
  '/planlaegning/scenarier/nyt',
  '/planlaegning/sammenlign',
  '/pladser/uger',
  '/udmeldinger/2019-gravide/rapport/syddanmark',
] as const;

test('an address that gives every word twice breaks no page', { timeout: 60_000 }, async () => {
  const planner = await web.as('planlaegger');
  const twice = names.flatMap((name) => [`${name}=a`, `${name}=b`]).join('&');
  expect(names).toEqual(expect.arrayContaining(['hvis', 'lister', 'aar', 'fra', 'behov', 'udgave']));
  for (const address of addresses) {
    const { status } = await planner.get(`${address}?${twice}`);
    expect([address, status < 500]).toEqual([address, true]);
  }
});

test('of what is asked twice the first counts; what is ticked among several is kept', async () => {
  const planner = await web.as('planlaegger');
  const { $, status } = await planner.get('/tal/moerketal/skema?lister=Syd;Nord&lister=B&hvis=Regionen&hvis=Kommunen');
  expect([status, $('input[name="hvis"]').attr('value')]).toEqual([200, 'Regionen']);
  const needs = (await planner.get('/pladser/uger?fra=2026-11-23&behov=shielded&behov=other-children')).$('input[name="behov"][checked]');
  expect(needs.length).toBe(2);
});
