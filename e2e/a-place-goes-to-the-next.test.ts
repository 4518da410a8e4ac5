/** The waiting list, as two municipalities and a unit live it: a place is let go, offered, accepted, refused, and offered elsewhere. */
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';
import { waitingWomen } from '../src/demo/waiting-women.ts';
import { danishDay, moment } from '../src/domain/time.ts';
import { importPathways } from '../src/store/pathway-import.ts';

const site = await testSite();
const browser = await testBrowser();
const strand = 'Fjordhuset (opdigtet), Strand';
await importPathways(
  site.database.owner,
  waitingWomen(danishDay(moment(new Date().toISOString()))).filter(({ id }) => id === 'venter-olga'),
);

async function main(page: Page): Promise<string> {
  return ((await page.textContent('main')) ?? '').replaceAll(/\s+/g, ' ');
}

test('one lets a place go, the next is offered it with a countdown and accepts; the unit refuses with a reason, and she is offered another', async () => {
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext({ locale: 'da-DK', bypassCSP: true })));
  const [one, two, three] = contexts;
  if (!one || !two || !three) throw new Error('three browsers were opened');
  const aalborg = await logInAs(one, site.address, 'visitator');
  const odense = await logInAs(two, site.address, 'kommune-odense');
  const leader = await logInAs(three, site.address, 'leder');

  // Aalborg holds the last place.
  await aalborg.goto(`${site.address}/forloeb/alma/plads`);
  await aalborg.click(`.unit-card:has(h3:has-text("${strand}")) form button`);
  await aalborg.waitForSelector('[role=timer]');

  // Odense puts Olga on the list for it, and for another unit after it.
  const hers = `${site.address}/forloeb/venter-olga/venteliste`;
  await odense.goto(hers);
  await odense.selectOption('[name=oenske-1]', 'fjordhuset-strand');
  await odense.selectOption('[name=oenske-2]', 'engbuen-eng');
  await odense.check('[name=svar-liste][value=not-asked]');
  await odense.click('form button.button-primary');
  const offeredElsewhere = await main(odense);
  expect(offeredElsewhere).toContain('Hun har et tilbud om en plads');
  // Engen is free, so that is offered at once; the team would rather wait for Strand.
  expect(offeredElsewhere).toContain('Engbuen (opdigtet), Engen');
  await odense.click('summary:has-text("Lad tilbuddet gå videre")');
  await odense.selectOption('[name=grund-videre]', 'other-unit-suits-her');
  await odense.click('details[open] button');
  expect(await main(odense)).toContain(`er nr. 1 af 1 til ${strand}`);

  // The leader sees who waits, by an initial, and how urgent she is.
  await leader.goto(`${site.address}/venteliste/afdeling/fjordhuset-strand`);
  expect(await main(leader)).toMatch(/1 af 1 · O\..*haster meget/);
  expect(await main(leader)).not.toContain('Olga');

  // Aalborg lets it go, and Odense's work list shows the offer.
  await aalborg.click('summary:has-text("Skal hun ikke have pladsen?")');
  await aalborg.click('button:has-text("Giv pladsen fri")');
  await odense.goto(`${site.address}/arbejde`);
  await odense.waitForSelector('[role=timer]');
  expect(await main(odense)).toContain(`Olga (opdigtet): ${strand}`);
  expect(await accessibilityFaults(odense)).toEqual([]);
  await leader.goto(`${site.address}/venteliste/afdeling/fjordhuset-strand`);
  await leader.waitForSelector('[role=timer]');
  expect(await main(leader)).toContain('O.: svar fra hendes team senest');

  await odense.click(`a:has-text("Olga (opdigtet): ${strand}")`);
  expect(await accessibilityFaults(odense)).toEqual([]);
  await odense.click('text=Ja, hold pladsen til hende');
  await odense.waitForSelector('[role=timer]');
  expect(await main(odense)).toMatch(
    /Pladsen holdes\. Kommunens visitator skal bekræfte pladsen senest \S+dag .*kl\. \d\d\.\d\d\. Bekræftes den ikke inden da/,
  );

  // A day and a night have passed, so that Engen may be asked again.
  await sql`update placement_request_event set recorded = recorded - interval '25 hours'`.execute(site.database.owner);
  // The unit says no on the card of her stay, with a reason; the next unit is asked for her.
  await leader.goto(`${site.address}/pladser/afdeling/fjordhuset-strand`);
  const card = leader.locator('article:has(h3:has-text("Olga"))');
  for (const summary of await card.locator('summary').all()) await summary.click();
  await card.locator('[name=grund]').selectOption('staffing');
  await card.locator('form[action$="/afvis/se"] button').click();
  // What follows is read before it is saved.
  expect(await main(leader)).toContain('Intet er gemt');
  await leader.click('main form[action$="/afvis"] button');
  await odense.goto(hers);
  const refused = await main(odense);
  expect(refused).toContain('Fjordhuset (opdigtet), Strand sagde nej: Bemandingen rækker ikke');
  expect(refused).toContain('En afdeling har sagt nej');
  expect(refused).toContain('Engbuen (opdigtet), Engen. Fra');

  await site.restart();
  await odense.goto(hers);
  const after = await main(odense);
  expect(after).toContain('Fjordhuset (opdigtet), Strand sagde nej: Bemandingen rækker ikke');
  expect(after).toContain('Afdelingen har sagt nej');
  expect(after).toContain('Hun har et tilbud om en plads');
  await odense.goto(`${site.address}/arbejde`);
  expect(await main(odense)).toContain('Olga (opdigtet): Engbuen (opdigtet), Engen');
  await Promise.all(contexts.map((context) => context.close()));
}, 120_000);
