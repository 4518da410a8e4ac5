import { test } from 'vitest';
import { logInAs, testBrowser, accessibilityFaults } from '../test/browser.ts';
import { testSite } from '../test/site.ts';
const site = await testSite();
const browser = await testBrowser();
test('shots', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await logInAs(context, site.address, 'visitator');
  const shot = async (name: string, path?: string) => {
    if (path) await page.goto(site.address + path);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: true });
    }
    console.info(name, await accessibilityFaults(page), await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await shot('national', '/pladser');
  await shot('find', '/forloeb/alma/plads');
  await page.click('form[action$="/hold"] button');
  await page.waitForSelector('[data-awake]');
  await page.waitForTimeout(1500);
  await shot('held');
  await page.goto(site.address + '/forloeb/alma'); await shot('pathway');
  await page.goto(site.address + '/forloeb/alma/plads');
  await page.selectOption('#hjemmel', '');
  await page.click('form[action$="/bekraeft"] button');
  await shot('confirm-missing');
  await page.selectOption('#hjemmel', 'SEL-107-2-2');
  await page.click('form[action$="/bekraeft"] button');
  await shot('confirmed');
  const c2 = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const p2 = await logInAs(c2, site.address, 'leder');
  await p2.goto(site.address + '/pladser/afdeling/fjordhuset-strand');
  await p2.screenshot({ path: '/tmp/shots/unit-1440.png', fullPage: true });
  await p2.setViewportSize({ width: 390, height: 900 });
  await p2.screenshot({ path: '/tmp/shots/unit-390.png', fullPage: true });
  console.info('unit', await accessibilityFaults(p2));
});
