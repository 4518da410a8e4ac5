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

test('says that waiting does not help where no unit can ever take her, and offers the list where it can', async () => {
  const never = await search(['partner', 'other-children', 'shielded']);
  expect(never.text).toContain(noHelp);
  expect(never.$('a[href^="/forloeb/alma/venteliste"]').length).toBe(0);
  const some = await search(['step-free']);
  expect(some.text).not.toContain(noHelp);
  expect(some.$('a[href^="/forloeb/alma/venteliste"]').length).toBe(1);
  expect(some.$('.would-help').length).toBe(0);
});
