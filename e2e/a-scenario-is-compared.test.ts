/** The planner changes a proposal, shares and compares it; a secretariat reads the same numbers after a restart. */
import { expect, test } from 'vitest';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();

test('a scenario is saved and compared, and another who may read it sees the result after a restart', async () => {
  const [planning, reading] = [await browser.newContext({ bypassCSP: true }), await browser.newContext({ javaScriptEnabled: false })];
  const planner = await logInAs(planning, site.address, 'planlaegger');
  await planner.goto(`${site.address}/planlaegning/scenarier`);
  await planner.click('text=Pladser ved familieambulatorierne, åbnet efter behov');
  await planner.fill('#titel', 'Flere pladser i syd');
  await planner.fill('#behov-2', '10');
  await planner.fill('#note', 'Odense får flere');
  await planner.click('text=Gem scenariet');
  expect(await planner.textContent('h1')).toBe('Flere pladser i syd');
  expect(await accessibilityFaults(planner)).toEqual([]);

  await planner.click('text=Del med dem, der planlægger');
  expect(await planner.textContent('main')).toContain('ser scenariet, alle dets versioner');

  await planner.click('text=Sammenlign med andre');
  await planner.check('input[value="proevehandling"]');
  await planner.selectOption('#noejagtighed', '2');
  await planner.click('text=Regn ud');
  await planner.waitForSelector('text=Sådan er det regnet', { timeout: 60_000 });
  const numbers = await planner.textContent('.lab-estimate');
  expect(numbers).toContain('6–8 kvinder om året');
  expect(await accessibilityFaults(planner)).toEqual([]);
  const address = planner.url();

  await site.restart();
  const reader = await logInAs(reading, site.address, 'sekretaer');
  await reader.goto(`${site.address}/planlaegning/scenarier`);
  await reader.click('text=Flere pladser i syd');
  expect(await reader.textContent('main')).toContain('Odense får flere');
  await reader.goto(address);
  expect(await reader.textContent('.lab-estimate')).toBe(numbers);
  await Promise.all([planning.close(), reading.close()]);
});

test('the page that a politician reads fits a telephone, and says what the numbers rest on', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const page = await logInAs(context, site.address, 'sekretaer');
  await page.goto(`${site.address}/planlaegning?loesning=regionerne-2023`);
  await page.waitForSelector('text=Svaret under hvert skøn', { timeout: 60_000 });
  // The answer is read without scrolling, and nothing has to be pushed sideways to be seen but a table.
  const lead = await page.locator('.plan-lead .say').first().boundingBox();
  expect((lead?.y ?? 900) + (lead?.height ?? 900)).toBeLessThan(844);
  for (const picture of await page.locator('.plan-panel svg').all()) expect((await picture.boundingBox())?.width ?? 999).toBeLessThan(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const text = await page.textContent('main');
  for (const said of ['Ansvar', 'Finansiering', 'Frivillighed', 'antagelse', 'Siden afgør dem ikke']) expect(text).toContain(said);
  const table = page.locator('.plan .table-frame').first();
  expect(await table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(1);
  // On paper it is two sides.
  const printed = Buffer.from(await page.pdf({ format: 'A4', margin: { top: '14mm', bottom: '14mm', left: '14mm', right: '14mm' } }));
  expect(printed.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  await context.close();
});

test('while numbers are worked out the keyboard stays where it is, and the tables are read on a telephone without being pushed sideways', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const page = await logInAs(context, site.address, 'planlaegger');
  await page.goto(`${site.address}/planlaegning/sammenlign`);
  await page.selectOption('#noejagtighed', '2');
  await page.fill('#startnummer', '390');
  await page.click('text=Regn ud');
  const stop = page.locator('form[action$="/stop"] button');
  await stop.focus();
  const told = (): Promise<string | null> => page.textContent('[data-live="progress"]');
  const before = await told();
  await page.waitForFunction((text) => document.querySelector('[data-live="progress"]')?.textContent !== text, before, { timeout: 60_000 });
  // What told how far it was has changed, and the button is the same one, with the keyboard on it; or the answer came, and she stands at its beginning.
  if ((await stop.count()) > 0) expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.waitForSelector('text=Sådan er det regnet', { timeout: 120_000 });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('indhold');
  for (const frame of await page.locator('.compared .table-frame').all())
    expect(await frame.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibilityFaults(page)).toEqual([]);
  await context.close();
});
