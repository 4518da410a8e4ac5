import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';

const web = await testWeb();
const decider = await web.as('visitator');

const ticked = (page: Visit): readonly string[] =>
  page
    .$('input[name=behov]:checked')
    .toArray()
    .map((box) => page.$(box).attr('value') ?? '');

test('a search begins from what the concern says, with its words and its source, and can be changed', async () => {
  const page = await decider.get('/forloeb/maja/plads');
  expect(ticked(page)).toContain('accepts-active-use');
  const note = page.$('.her-needs').text();
  expect(note).toMatch(/Modtager ved aktivt brug fra bekymringen \d+\. \S+ \d{4} \(.+\): «Bruger stoffer og alkohol»/s);
  const department = await web.as('familieraadgiver');
  expect((await department.get('/forloeb/ukendt/plads')).$('.her-needs').text()).toContain('Forløbet siger intet, der peger på et behov.');
  const box = page.$('input[name=behov][value=accepts-active-use]');
  expect(page.$(`#${box.attr('aria-describedby') ?? 'none'}`).text()).toContain('fra bekymringen');

  const without = await decider.get('/forloeb/maja/plads?soeg=ja&behov=step-free');
  expect(ticked(without)).toEqual(['step-free']);
  // What somebody has unticked is said to be left out, and never to be chosen.
  expect(page.$('.her-needs').text()).not.toContain('Valgt fra i denne søgning');
  const said = without.$('.her-needs').text();
  expect(said).not.toContain('Valgt på forhånd');
  expect(said).toMatch(/Valgt fra i denne søgning, selv om forløbet peger på det:.*«Bruger stoffer og alkohol»/s);
});

test('what is only mentioned is asked about and never ticked, and the form of the waiting list proposes the same', async () => {
  const freja = await decider.get('/forloeb/freja/plads');
  expect(ticked(freja)).not.toContain('accepts-active-use');
  expect(freja.$('.her-needs').text()).toMatch(/Nævnt, men ikke valgt.*fra bekymringen .*«Fortæller om et forbrug af alkohol»/s);
  const list = await decider.get('/forloeb/maja/venteliste');
  expect(ticked(list)).toContain('accepts-active-use');
  expect(list.$('main').text()).toContain('«Bruger stoffer og alkohol»');
});

test('a criterion that is met proposes what its reason says, with its words', async () => {
  const alma = await decider.get('/forloeb/alma/plads');
  expect(ticked(alma)).toContain('accepts-active-use');
  expect(alma.$('.her-needs').text()).toMatch(/Valgt på forhånd.*fra målgruppens kriterier .*«Dagligt brug af stoffer»/s);
});

test('who is asked to come is a need of the form and not of her pathway, also when the search is asked once more', async () => {
  const address = '/forloeb/maja/plads?soeg=ja&partner=mand&boern=2';
  const hint = (page: Visit, property: string): string =>
    page.$(`#${page.$(`input[name=behov][value=${property}]`).attr('aria-describedby') ?? 'none'}`).text();
  for (const more of ['', '&behov=partner&behov=other-children']) {
    const page = await decider.get(`${address}${more}`);
    expect(ticked(page)).toEqual(['partner', 'other-children']);
    for (const property of ['partner', 'other-children']) {
      expect(hint(page, property)).toBe('følger af, hvem der kommer');
    }
    expect(page.text).not.toMatch(/fra forløbet: hun vil være nær/);
  }
  // Where she has said it herself, her pathway tells it.
  const karen = await (await web.as('koordinator')).get('/forloeb/karen/plads');
  expect([karen.status, hint(karen, 'other-children')]).toEqual([200, 'fra forløbet: hun vil være nær sit barn']);
});

test('what follows a denial in its sentence is asked about and not ticked, until it is written without one', async () => {
  const clinic = await web.as('behandler');
  const write = (tekst: string): Promise<Visit> =>
    clinic.post('/forloeb/freja/haendelse', { slags: 'note', tekst, happened: '2026-11-22' });
  const search = async (): Promise<Visit> => (await (await web.restarted()).as('visitator')).get('/forloeb/freja/plads');
  expect((await write('Hun ryger ikke og får metadon')).status).toBe(303);
  const doubted = await search();
  expect(ticked(doubted)).not.toContain('substitution-treatment');
  expect(doubted.$('.her-needs').text()).toMatch(/Nævnt, men ikke valgt.*«får metadon»/s);
  expect((await write('Hun ryger og får metadon')).status).toBe(303);
  expect(ticked(await search())).toContain('substitution-treatment');
});
