/** The planner rests a scenario on the register's figures, runs it again the year after with newer ones, and publishes it to those who do not plan. */
import { expect, test } from 'vitest';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';
import { moment } from '../src/domain/time.ts';

let now = moment('2026-11-26T09:00:00Z');
const site = await testSite(() => now);
const browser = await testBrowser();
const register = `${site.address}/planlaegning/efterspoergsel`;

test('a scenario is run again with next year’s figures, is published, and an approver is led to it from the menu', async () => {
  const size = { width: 390, height: 844 };
  const planning = await browser.newContext({ viewport: size, bypassCSP: true });
  const planner = await logInAs(planning, site.address, 'planlaegger');
  await planner.goto(register);
  await planner.selectOption('form[action$="/nyt"] select', 'proevehandling');
  await planner.click('text=Åbn et nyt scenarie med skønnet');
  await planner.fill('#titel', 'Odense med registrets tal');
  // Nothing of the form is pushed sideways on a telephone.
  for (const frame of await planner.locator('.scenario-form .table-frame').all())
    expect(await frame.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(1);
  expect(await planner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibilityFaults(planner)).toEqual([]);
  const first = await planner.inputValue('#skoen-3-kilde');
  expect(first).toContain('2023–2025');
  await planner.click('text=Gem scenariet');
  const scenario = planner.url();
  await planning.close();

  now = moment('2027-02-01T09:00:00Z');
  await site.restart();
  const later = await browser.newContext({ viewport: size, bypassCSP: true });
  const again = await logInAs(later, site.address, 'planlaegger');
  await again.goto(register);
  await again.selectOption('form[action$="/ny-version"] select', { label: 'Odense med registrets tal' });
  await again.click('text=Åbn den næste version med skønnet');
  // The newer figure has taken the row of the older, and none was added.
  expect(await again.inputValue('#skoen-3-kilde')).toContain('2024–2026');
  expect(await again.inputValue('#skoen-4-navn')).toBe('');
  await again.click('text=Gem scenariet');
  expect(again.url()).toBe(scenario);
  const text = await again.textContent('main');
  expect(text).toContain('Version 2');
  expect(text).toContain('2024–2026');

  await again.click('a.button:has-text("Offentliggør")');
  expect(await again.textContent('main')).toContain('Hvem ser det så?');
  await again.click('button:has-text("Offentliggør scenariet")');
  expect(again.url()).toBe(scenario);
  await later.close();

  await site.restart();
  const reading = await browser.newContext({ javaScriptEnabled: false });
  const approver = await logInAs(reading, site.address, 'godkender');
  await approver.click('nav.sections >> text=Scenarier');
  // The demonstration's own and this one.
  expect(await approver.locator('main .plan-list a').count()).toBe(2);
  await approver.click('text=Odense med registrets tal');
  await expect
    .poll(
      async () => {
        await approver.reload();
        return approver.textContent('main');
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toContain('Sådan gik det, og sådan siger modellen');
  expect(await approver.textContent('.plan-estimates')).toContain('Registret: Visiteret til en døgnbehandlingsindsats: ');
  expect(await approver.locator('a[href$=".pdf"]').count()).toBe(1);
  await reading.close();
});
