/** From the hold to the discharge, as the municipality and two units live it: in two browsers, and after the server was started again. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { confirmPlace, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';
import { addDays, danishDay, moment } from '../src/domain/time.ts';

const site = await testSite();
const browser = await testBrowser();
const find = `${site.address}/forloeb/alma/plads`;
const unit = (id: string): string => `${site.address}/pladser/afdeling/${id}`;
const today = danishDay(moment(new Date().toISOString()));
const visit = (): Promise<BrowserContext> => browser.newContext({ viewport: { width: 1440, height: 1000 } });

/** Opens the form whose summary says this, inside a part of the page. */
async function unfold(page: Page, part: string, summary: string): Promise<string> {
  const details = `${part} details:has(> summary:text-is("${summary}"))`;
  if ((await page.getAttribute(details, 'open')) === null) await page.click(`${details} > summary`);
  return details;
}

/** Says yes to what is asked once before she is written as come. */
async function answerYes(page: Page): Promise<void> {
  while ((await page.textContent('h1'))?.startsWith('Før')) await page.click('form[action$="/indskriv"] button.button-primary');
}

const card = (name: string): string => `article:has(h3:has-text("${name}"))`;

describe('a stay goes on', () => {
  test('longer after the birth, with nights away, to another unit, and the municipality and both units see the same after a restart', async () => {
    const [ours, theirs] = [await visit(), await visit()];
    const municipality = await logInAs(ours, site.address, 'visitator');
    const leader = await logInAs(theirs, site.address, 'leder');

    // She comes to Strand today.
    await municipality.goto(`${find}?soeg=ja&ankomst=${today}&naetter=30`);
    await municipality.click('.unit-card:has(h3:has-text("Fjordhuset (opdigtet), Strand")) form button');
    await confirmPlace(municipality);
    expect(await municipality.textContent('main')).toContain('Bekræftet');
    await leader.goto(unit('fjordhuset-strand'));
    await leader.click(`${card('Alma')} button:text-is("Indskriv")`);
    await answerYes(leader);
    await leader.goto(unit('fjordhuset-strand'));
    expect(await leader.textContent(card('Alma'))).toContain('Indskrevet');

    // The municipality extends the stay, and the unit sees the new day.
    const later = addDays(today, 45);
    await municipality.goto(find);
    const departure = await unfold(municipality, 'main', 'Forlæng eller forkort opholdet');
    await municipality.fill(`${departure} input[name=rejser]`, later);
    await municipality.fill(`${departure} input[name=hvorfor]`, 'Barnet er født');
    await municipality.click(`${departure} button`);
    expect(await municipality.textContent('main')).toContain('Opholdet er ændret: hun rejser');
    await leader.goto(unit('fjordhuset-strand'));
    expect(await leader.textContent(card('Alma'))).toContain('45 nætter');

    // She is away two nights, and the place is kept.
    const leave = await unfold(leader, card('Alma'), 'Skriv orlov');
    await leader.selectOption(`${leave} select[name=grund]`, 'family');
    await leader.click(`${leave} button`);
    expect(await leader.textContent('main')).toContain('med pladsen som deres: Alma');
    await municipality.goto(find);
    expect(await municipality.textContent('main')).toContain('På orlov til');

    await site.restart();
    await leader.goto(unit('fjordhuset-strand'));
    expect(await leader.textContent('main')).toContain('med pladsen som deres: Alma');
    await leader.click(`${card('Alma')} button:text-is("Hun er tilbage i dag")`);
    expect(await leader.textContent('main')).not.toContain('med pladsen som deres: Alma');

    // A place is held in the other unit while she lives here; the day she comes there is the day she leaves here.
    await municipality.goto(`${find}?soeg=ja&ankomst=${today}&naetter=30`);
    await unfold(municipality, 'main', 'Flyt hende til en anden afdeling');
    await municipality.click('.unit-card:has(h3:has-text("Fjordhuset (opdigtet), Klit")) form button');
    expect(await municipality.textContent('main')).toContain('Hvad siger hun til at flytte?');
    await municipality.check('input[name="sagt-ja"][value=yes]');
    await municipality.click('main form button');
    expect(await municipality.textContent('main')).toContain('Næste plads: flytning til en anden afdeling');
    // What speaks against the place is asked, and stands with the confirmation.
    await confirmPlace(municipality);
    expect(await municipality.textContent('main')).toContain('Kryds af ved det, der taler imod pladsen');
    for (const doubt of await municipality.locator('input[name=forbehold]').all()) await doubt.check();
    await confirmPlace(municipality);
    await leader.goto(unit('fjordhuset-klit'));
    expect(await leader.textContent(card('Alma'))).toContain('Når hun indskrives her, udskrives hun derfra samme dag');
    await leader.click(`${card('Alma')} button:text-is("Indskriv")`);
    await answerYes(leader);

    await site.restart();
    await leader.goto(unit('fjordhuset-klit'));
    expect(await leader.textContent(card('Alma'))).toContain('Indskrevet');
    await leader.goto(unit('fjordhuset-strand'));
    expect(await leader.textContent(card('Alma'))).toContain('Udskrevet');
    await municipality.goto(`${site.address}/forloeb/alma`);
    const told = (await municipality.textContent('main')) ?? '';
    expect(told).toContain('Udskrevet til: en anden afdeling, Fjordhuset (opdigtet), Klit');
    expect(told).toContain('Kom samme dag fra Fjordhuset (opdigtet), Strand');
    const { rows } = await sql<{ status: string }>`select status from stay where pathway = 'alma' order by recorded`.execute(
      site.database.owner,
    );
    expect(rows.map(({ status }) => status)).toEqual(['discharged', 'admitted']);
    await Promise.all([ours.close(), theirs.close()]);
  });
});
