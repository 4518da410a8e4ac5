/** The supervision registers a house, its leader opens a unit in it, and after a restart the municipality finds the unit and holds a place. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, danishDay, moment } from '../src/domain/time.ts';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();
const today = danishDay(moment(new Date().toISOString()));
const house = 'Havnehuset (opdigtet)';

async function as(user: string, width = 1440): Promise<Page> {
  return logInAs(await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true }), site.address, user);
}

async function leaderOf(name: string): Promise<string> {
  const row = await site.database.owner
    .selectFrom('app_user')
    .select('id')
    .where('name', '=', name as never)
    .executeTakeFirstOrThrow();
  return row.id;
}

test('a house that is registered on a page takes a woman the same day, also after a restart', async () => {
  const supervision = await as('tilsyn');
  await supervision.goto(`${site.address}/pladser`);
  await supervision.getByRole('link', { name: 'Døgntilbud', exact: true }).click();
  await supervision.getByRole('link', { name: 'Opret døgntilbud' }).click();
  await supervision.getByRole('button', { name: 'Gem' }).press('Enter');
  await supervision.waitForSelector('#fejl');
  expect(await supervision.evaluate('document.activeElement.id')).toBe('fejl');
  expect(await accessibilityFaults(supervision)).toEqual([]);
  await supervision.getByLabel('Navn', { exact: true }).fill(house);
  await supervision.getByLabel('Privat').check();
  await supervision.getByLabel('Driftsherrens navn').fill('Fonden Havnehuset (opdigtet)');
  await supervision.getByLabel('Kommune', { exact: true }).selectOption({ label: 'Aalborg' });
  await supervision.getByLabel('Vej og nummer').fill('Opdigtet Kaj 1');
  await supervision.getByLabel('By', { exact: true }).fill('Aalborg');
  await supervision.getByLabel('Telefon').fill('00000155');
  await supervision.getByLabel('Lederens navn').fill('Tove Lyngsø');
  await supervision.getByRole('button', { name: 'Gem' }).click();
  expect(await supervision.locator('h1').innerText()).toBe(house);
  expect(await accessibilityFaults(supervision)).toEqual([]);

  const leader = await as(await leaderOf('Tove Lyngsø'), 390);
  await leader.goto(`${site.address}/pladser`);
  await leader.getByRole('link', { name: 'Vores døgntilbud' }).click();
  await leader.getByRole('link', { name: 'Opret afdeling' }).click();
  expect(await accessibilityFaults(leader)).toEqual([]);
  await leader.getByLabel('Afdelingens navn').fill('Kajen');
  await leader.getByLabel('Antal pladser fra begyndelsen').fill('2');
  for (const has of ['Mor og barn', 'Skærmede rammer']) await leader.getByLabel(has).check();
  await leader.getByRole('button', { name: 'Gem' }).click();
  expect(await leader.locator('h1').innerText()).toContain('Kajen');
  expect(await leader.locator('.supply-places').innerText()).toContain('Plads 2');
  expect(await accessibilityFaults(leader)).toEqual([]);

  await site.restart();
  const decider = await as('visitator');
  await decider.goto(
    `${site.address}/forloeb/alma/plads?soeg=ja&ankomst=${addDays(today, 2)}&naetter=30&behov=shielded&behov=mother-and-baby`,
  );
  const card = decider.locator(`.unit-card:has(h3:has-text("${house}, Kajen"))`);
  await card.getByRole('button', { name: /Hold pladsen/ }).click();
  expect(await decider.locator('main').innerText()).toContain('holdes til');

  const again = await as(await leaderOf('Tove Lyngsø'));
  await again.goto(`${site.address}/pladser`);
  expect(await again.locator('main').innerText()).toContain('Alma');
});
