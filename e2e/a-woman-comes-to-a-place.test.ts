/** A referral becomes a place: each step on a page by the role whose step it is, with script and without, and read again after a restart. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { confirmPlace, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const browser = await testBrowser();

describe.each([
  { withScript: true, way: 'with script' },
  { withScript: false, way: 'without script' },
])('a woman comes to a place, $way', async ({ withScript }) => {
  const site = await testSite();
  const contexts: BrowserContext[] = [];

  async function as(user: string): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: withScript });
    contexts.push(context);
    return logInAs(context, site.address, user);
  }

  /** Opens a page of her pathway by the text of its link, as a person would. */
  async function open(page: Page, name: string, action: string): Promise<void> {
    await page.goto(`${site.address}/forloeb`);
    await page.click(`main a:text-is("${name}")`);
    await page.click(`main a:text-is("${action}") >> nth=0`);
  }

  const heading = (page: Page): Promise<string> => page.innerText('h1');
  const main = (page: Page): Promise<string> => page.innerText('main');

  test('from the doctor’s referral to the day she is admitted', async () => {
    const doctor = await as('laege');
    await doctor.goto(`${site.address}/forloeb/ny`);
    await doctor.click('main button:text-is("Opret forløbet")');
    expect(await main(doctor)).toContain('Hvad skal hun kaldes');
    expect(await doctor.locator('.form-error-message').count()).toBeGreaterThan(0);

    await doctor.fill('input[name="kaldenavn"]', 'Sofia (opdigtet)');
    await doctor.selectOption('select[name="kommune"]', '0851');
    await doctor.fill('textarea[name="bekymring"]', 'Bruger alkohol dagligt og har ikke noget sted at bo.');
    await doctor.fill('input[name="termin"]', '2027-04-15');
    await doctor.check('input[name="behandling"][value="alcohol"]');
    for (const party of ['family-clinic', 'substance-treatment', 'family-department', 'municipality'])
      await doctor.check(`input[name="parter"][value="${party}"]`);
    await doctor.check('input[name="deles-fordi"][value="notice-of-concern"]');
    await doctor.click('main button:text-is("Opret forløbet")');
    expect(await heading(doctor)).toBe('Sofia (opdigtet)');

    const midwife = await as('jordemoder');
    await open(midwife, 'Sofia (opdigtet)', 'Besvar målgruppens kriterier');
    const criteria = ['pregnant-harmful-use', 'social-problems', 'not-held-outpatient', 'needs-residential'];
    for (const criterion of criteria) {
      await midwife.check(`input[name="svar-${criterion}"][value="met"]`);
      await midwife.fill(`input[name="grund-${criterion}"]`, 'Vurderet ved samtale');
    }
    await midwife.check('input[name="svar-profits-from-outpatient"][value="not-met"]');
    await midwife.fill('input[name="grund-profits-from-outpatient"]', 'Kan ikke holde aftalerne');
    await midwife.click('main button:text-is("Gem")');
    await open(midwife, 'Sofia (opdigtet)', 'Vurder indsatsniveau');
    await midwife.check('input[name="niveau"][value="residential"]');
    await midwife.fill('textarea[name="grund"]', 'Har brug for ro og et sted at bo');
    await midwife.click('main button:text-is("Gem")');
    await open(midwife, 'Sofia (opdigtet)', 'Giv tilbud');
    await midwife.check('input[name="niveau"][value="residential"]');
    await midwife.fill('textarea[name="hvad"]', 'Ophold på et døgntilbud nær Aalborg');
    await midwife.click('main button:text-is("Gem")');
    await open(midwife, 'Sofia (opdigtet)', 'Spørg hende, og notér hendes svar');
    await midwife.check('input[name="svar"][value="accepted"]');
    await midwife.fill('textarea[name="ord"]', 'Ja. Jeg vil gerne have ro.');
    await midwife.click('main button:text-is("Gem")');

    const decider = await as('visitator');
    await open(decider, 'Sofia (opdigtet)', 'Træf afgørelse om indsats');
    await decider.check('input[name="niveau"][value="residential"]');
    await decider.check('input[name="hjemmel"][value="SUL-141"]');
    await decider.fill('textarea[name="grund"]', 'Behandlingen kræver døgnophold');
    await decider.click('main button:text-is("Gem")');
    await open(decider, 'Sofia (opdigtet)', 'Find og hold en plads');
    expect(await heading(decider)).toBe('Find plads til Sofia (opdigtet)');
    expect(await main(decider)).toContain('Kan komme');
    await decider.click('main button:text-is("Hold pladsen i 30 minutter") >> nth=0');
    expect(await main(decider)).toMatch(/holdes til (\d+\. \S+ \d{4} )?kl\. \d\d\.\d\d/i);

    await site.restart();

    const leader = await as('leder');
    await leader.click('main a:text-is("Fjordhuset (opdigtet), Strand") >> nth=0');
    expect(await main(leader)).toContain('Sofia (opdigtet)');
    expect(await main(leader)).toMatch(/holdes til kl\. \d\d\.\d\d/i);

    await decider.reload();
    // Nothing is asked that goes with an answer she has not given.
    expect(await decider.locator('select[name="svar-plads-grund"]').isVisible()).toBe(false);
    await decider.check('input[name="svar-plads"][value="no"]');
    expect(await decider.locator('select[name="svar-plads-grund"]').isVisible()).toBe(true);
    await confirmPlace(decider);
    expect(await main(decider)).toContain('Pladsen er bekræftet');

    await leader.reload();
    expect(await main(leader)).toContain('skal tilbydes hende, før opholdet begynder, og er ikke tilbudt');
    await leader.click('main button:text-is("Indskriv") >> nth=0');
    expect(await heading(leader)).toBe('Før Sofia (opdigtet) indskrives');
    await leader.click('main a:text-is("Nej, gå tilbage")');

    await open(decider, 'Sofia (opdigtet)', 'Tilbyd kontrakt om tilbageholdelse med forudgående samtykke');
    await decider.check('input[name="svar"][value="considering"]');
    await decider.click('main button:text-is("Gem")');

    await leader.reload();
    expect(await main(leader)).toContain('Kontrakt om tilbageholdelse med forudgående samtykke er tilbudt hende.');
    await leader.click('main button:text-is("Indskriv") >> nth=0');
    expect(await main(leader)).toContain('Hun er indskrevet.');
    expect(await main(leader)).toMatch(/Indskrevet/i);

    await midwife.goto(`${site.address}/forloeb`);
    await midwife.click('main a:text-is("Sofia (opdigtet)")');
    const timeline = await main(midwife);
    for (const told of [
      'Henvist af',
      'Døgn tilbudt',
      'Hendes svar: Ja',
      'sundhedsloven § 141',
      'Plads holdt',
      'Plads bekræftet',
      'Indskrevet',
    ])
      expect(timeline).toContain(told);
    for (const context of contexts) await context.close();
  });
});
