/** A big comparison: the planner sees how far it is and its first numbers, stops it, begins it again, and again after a restart in the middle. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();
/** Long enough for a machine that has much else to do. */
const patience = { timeout: 120_000 };

test('a big comparison shows how far it is and its first numbers, is stopped, and is begun again after the server was', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const planner = await logInAs(context, site.address, 'planlaegger');
  await planner.goto(`${site.address}/planlaegning/sammenlign`);
  await planner.check('input[name="forslag"][value="regionerne-2023"]');
  await planner.selectOption('#noejagtighed', '0.5');
  await planner.fill('#startnummer', '77');
  await planner.click('text=Regn ud');
  await planner.waitForURL('**/beregninger/**', patience);
  const address = planner.url();
  expect(await planner.textContent('[data-live="progress"]')).toMatch(/^\d+ % af det højst nødvendige er regnet|^Begynder/);

  // The first numbers stand there while the rest is worked out, and the page is answered meanwhile.
  await firstNumbers(planner);
  expect(await planner.getAttribute('progress', 'max')).toBe('100');
  expect(await planner.textContent('[data-live="partial"]')).toContain('6–8 kvinder om året');
  expect(await accessibilityFaults(planner)).toEqual([]);
  const other = await context.newPage();
  await other.goto(`${site.address}/planlaegning/scenarier`, patience);
  expect(await other.textContent('h1')).toBe('Scenarier');
  await other.close();

  await planner.click('form[action$="/stop"] button');
  await planner.waitForSelector('text=Beregningen er standset. Intet er gemt.', patience);
  expect(await planner.textContent('main')).toContain('Sofie Brandtoft har standset den. Intet halvt resultat er gemt.');
  expect(await planner.locator('.lab-estimate').count()).toBe(0);

  await planner.click('text=Begynd igen');
  await firstNumbers(planner);

  // The server goes down in the middle: nothing half is kept, and she is told why it is not under way.
  await site.restart();
  await planner.goto(address, patience);
  expect(await planner.textContent('main')).toMatch(/Beregningen er ikke i gang: .*Intet halvt resultat er gemt/);
  expect(await planner.locator('.lab-estimate').count()).toBe(0);
  await planner.click('text=Begynd igen');
  await planner.waitForSelector('[data-live="progress"]', patience);
  await firstNumbers(planner);
  await planner.click('form[action$="/stop"] button');
  await planner.waitForSelector('text=Begynd igen', patience);
  await context.close();
});

async function firstNumbers(page: Page): Promise<void> {
  await page.waitForSelector('[data-live="partial"] .lab-estimate', patience);
}
