/** Where no unit can take her: what the municipality reads of what would help, and of waiting. */
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const decider = await web.as('visitator');
const noHelp = 'At vente hjælper hende ikke';

function search(needs: readonly string[]): Promise<Visit> {
  const asked = ['soeg=ja', `ankomst=${danishDay(now())}`, 'laengde=naetter', 'naetter=90', ...needs.map((need) => `behov=${need}`)];
  return decider.get(`/forloeb/alma/plads?${asked.join('&')}`);
}

function able({ $ }: Visit): number {
  return $('.unit-card:contains("Kan komme")').length;
}

test('names the needs that could make a place possible, each with a search that finds it, and whose judgement it is', async () => {
  const page = await search(['partner', 'other-children', 'shielded']);
  const lines = page.$('.would-help li').toArray();
  const text = lines.map((line) => page.$(line).text());
  expect(text.some((line) => line.startsWith('Hvis hendes andre børn ikke bor med') && line.includes('hendes eget valg'))).toBe(true);
  expect(text.some((line) => line.startsWith('Hvis skærmede rammer kunne undværes') && line.includes('faglig vurdering'))).toBe(true);
  for (const line of lines) {
    const then = await decider.get(page.$(line).find('a').attr('href') ?? '');
    expect(then.status).toBe(200);
    expect(then.$('.would-help').length).toBe(0);
    expect(able(then)).toBeGreaterThan(0);
  }
});

test('asks the same in the search it leads to, also where needs begin with the birth, and never to do without what the law gives her', async () => {
  const needs = ['partner', 'other-children', 'shielded', 'mother-and-baby', 'detention-possible'].map((need) => `behov=${need}`);
  const page = await decider.get(
    `/forloeb/alma/plads?${['soeg=ja', `ankomst=${danishDay(now())}`, 'laengde=foedsel', 'uger=8', ...needs].join('&')}`,
  );
  expect(able(page)).toBe(0);
  const lines = page.$('.would-help li').toArray();
  const words = page.$('main').text();
  expect(words).toMatch(/fra forløbet: kontrakt skal tilbydes/);
  for (const line of lines) {
    expect(page.$(line).text()).not.toContain('tilbageholdelse');
    const then = await decider.get(page.$(line).find('a').attr('href') ?? '');
    expect([then.status, then.$('.would-help').length]).toEqual([200, 0]);
    expect(able(then)).toBeGreaterThan(0);
  }
  // Without the two that nothing is without, one line is left to follow.
  const fewer = await decider.get(
    `/forloeb/alma/plads?${['soeg=ja', `ankomst=${danishDay(now())}`, 'laengde=foedsel', 'uger=8', 'behov=shielded', 'behov=other-children', 'behov=mother-and-baby'].join('&')}`,
  );
  const left = fewer.$('.would-help li').toArray();
  expect(left.length).toBeGreaterThan(0);
  for (const line of left) expect(able(await decider.get(fewer.$(line).find('a').attr('href') ?? ''))).toBeGreaterThan(0);
});

test('says that waiting does not help where no unit can ever take her, and offers the list where it can', async () => {
  const never = await search(['partner', 'other-children', 'shielded']);
  expect(never.text).toContain(noHelp);
  expect(never.$('a[href^="/forloeb/alma/venteliste"]').length).toBe(0);
  const some = await search(['step-free']);
  expect(some.text).not.toContain(noHelp);
  expect(some.$('a[href^="/forloeb/alma/venteliste"]').length).toBe(1);
  expect(some.$('.would-help').length).toBe(0);
});
