/** A leader closes a place for a week on a page, and the municipality's search for that week says so, also after the server is restarted. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, danishDay, moment } from '../src/domain/time.ts';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();
const today = danishDay(moment(new Date().toISOString()));
const upkeep = '/pladser/afdeling/fjordhuset-strand/drift';
const reason = 'nyt gulv i badet';

async function as(user: string): Promise<Page> {
  return logInAs(await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true }), site.address, user);
}

/** What the search says of Strand for a week that begins so many days from today. */
async function strandIn(page: Page, days: number): Promise<string> {
  await page.goto(`${site.address}/forloeb/alma/plads?soeg=ja&ankomst=${addDays(today, days)}&naetter=7`);
  return page.locator('.unit-card:has(h3:has-text("Fjordhuset (opdigtet), Strand"))').innerText();
}

test('a week’s closure of a place is told before it is saved, found by the search with its reason, and lifted again', async () => {
  const [leader, decider] = [await as('leder'), await as('visitator')];
  expect(await strandIn(decider, 10)).not.toContain(reason);

  await leader.goto(`${site.address}${upkeep}`);
  await leader.getByRole('link', { name: 'Luk i en periode: Plads 4' }).click();
  await leader.getByLabel('Fra og med').fill(addDays(today, 10));
  await leader.getByLabel('Åben igen').fill(addDays(today, 17));
  await leader.getByLabel('Årsag').selectOption({ label: 'Ombygning eller vedligehold' });
  await leader.getByLabel('Uddyb').fill(reason);
  await leader.getByRole('button', { name: 'Gem' }).click();
  expect(await leader.locator('main').innerText()).toContain('Ingen ophold eller reservationer falder i perioden.');
  expect(await accessibilityFaults(leader)).toEqual([]);
  expect(await strandIn(decider, 10)).not.toContain(reason);

  await leader.getByRole('button', { name: 'Ja, gem' }).click();
  expect(await leader.locator('main').innerText()).toContain(reason);
  expect(await strandIn(decider, 10)).toContain(`Plads 4 er lukket`);
  await site.restart();
  expect(await strandIn(await as('visitator'), 10)).toContain(reason);
  expect(await strandIn(await as('visitator'), 20)).not.toContain(reason);

  const again = await as('leder');
  await again.goto(`${site.address}${upkeep}`);
  await again.getByRole('link', { name: 'Ophæv lukningen' }).click();
  await again.getByRole('button', { name: 'Gem' }).click();
  expect(await strandIn(await as('visitator'), 10)).not.toContain(reason);
});

test('a closure that a stay falls in names her to the unit, and marks her place for her municipality', async () => {
  const [leader, decider] = [await as('leder'), await as('visitator')];
  await decider.goto(`${site.address}/forloeb/alma/plads?soeg=ja&ankomst=${addDays(today, 1)}&naetter=60`);
  const strand = decider.locator('.unit-card:has(h3:has-text("Fjordhuset (opdigtet), Strand"))');
  await strand.getByRole('button', { name: /Hold pladsen/ }).click();

  await leader.goto(`${site.address}${upkeep}/lukning`);
  await leader.getByLabel('Fra og med').fill(addDays(today, 20));
  await leader.getByLabel('Årsag').selectOption({ label: 'Skade på bygningen' });
  await leader.getByLabel('Uddyb').fill('vand i kælderen');
  await leader.getByRole('button', { name: 'Gem' }).click();
  expect(await leader.locator('main').innerText()).toMatch(/Alma \(opdigtet\), Plads 4/);
  await leader.getByRole('button', { name: 'Ja, gem' }).click();

  await decider.goto(`${site.address}/forloeb/alma/plads`);
  const page = await decider.locator('main').innerText();
  // While it is not confirmed yet, what speaks against the place stands with the form that confirms it.
  expect(page).toContain('Se på dette, før du bekræfter');
  expect(page).toContain('vand i kælderen');
  expect(await accessibilityFaults(decider)).toEqual([]);
});

test('a property taken from the place of one who lives there is shown first, is saved, and marks her for both after a restart', async () => {
  await site.database.owner
    .updateTable('stay')
    .set({ needs: JSON.stringify([{ property: 'shielded', why: 'chosen' }]) as never })
    .where('id', '=', 'ophold-bodil' as never)
    .execute();
  const leader = await as('leder');
  await leader.goto(`${site.address}${upkeep}`);
  await leader.getByRole('link', { name: 'Ret egenskaber: Plads 2' }).click();
  await leader.getByLabel('Skærmede rammer').uncheck();
  await leader.getByRole('button', { name: 'Gem' }).click();
  expect(await leader.locator('main').innerText()).toMatch(
    /Bodil \(opdigtet\), Plads 2.*Pladsen har ikke det, hun har brug for \(skærmede rammer\)/,
  );
  expect(await accessibilityFaults(leader)).toEqual([]);
  await leader.getByRole('button', { name: 'Ja, gem' }).click();
  expect(await leader.locator('main').innerText()).toContain('Ét ophold er markeret og skal flyttes.');
  expect(await accessibilityFaults(leader)).toEqual([]);

  await site.restart();
  const again = await as('leder');
  await again.goto(`${site.address}/arbejde`);
  await again.getByRole('listitem').filter({ hasText: 'Pladsen til Bodil' }).getByRole('link', { name: 'Se opholdet' }).click();
  expect(await again.locator('article:has(#ophold-ophold-bodil)').innerText()).toContain('(skærmede rammer)');

  await again.goto(`${site.address}${upkeep}/egenskaber?plads=fjordhuset-strand-2`);
  await again.getByLabel('Skærmede rammer').check();
  await again.getByRole('button', { name: 'Gem' }).click();
  await again.goto(`${site.address}/arbejde`);
  expect(await again.locator('main').innerText()).not.toContain('(skærmede rammer)');
});

test('a form that is wrong takes the keyboard to what is wrong, and from there to each field', async () => {
  const leader = await as('leder');
  await leader.goto(`${site.address}${upkeep}/lukning`);
  await leader.getByLabel('Fra og med').fill('');
  await leader.getByRole('button', { name: 'Gem' }).press('Enter');
  await leader.waitForSelector('#fejl');
  expect(await leader.evaluate('document.activeElement.id')).toBe('fejl');
  await leader.keyboard.press('Tab');
  await leader.keyboard.press('Enter');
  expect(await leader.evaluate('document.activeElement.id')).toBe('fra');
  expect(await accessibilityFaults(leader)).toEqual([]);
});
