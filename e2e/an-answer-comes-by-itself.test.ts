/** The planner saves a scenario and does nothing: the answer takes the place of what was waited for, and the receipt of the save stays. */
import { expect, test } from 'vitest';
import { logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();
const patience = { timeout: 120_000 };

test('the answer of a scenario that was just saved comes by itself, and nothing says that it is still worked out', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const planner = await logInAs(context, site.address, 'planlaegger');
  await planner.goto(`${site.address}/planlaegning/scenarier/nyt?fra=kommunerne-2025`);
  await planner.fill('#titel', 'Svaret kommer selv');
  await planner.click('text=Gem scenariet');
  await planner.waitForSelector('[data-waiting]', patience);
  expect(await planner.evaluate(() => document.activeElement?.id)).toBe('kvittering');
  await planner.waitForSelector('.plan-lead', patience);
  expect(await planner.locator('[data-waiting]').count()).toBe(0);
  const text = await planner.textContent('main');
  expect(text).not.toContain('Svaret regnes ud');
  expect(text).not.toContain('Vis svaret');
  // She stays where she was put: at the receipt, on top of the page.
  expect(await planner.locator('main > .receipt + .head').count()).toBe(1);
  expect(await planner.evaluate(() => document.activeElement?.id)).toBe('kvittering');
  expect(await planner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
});
