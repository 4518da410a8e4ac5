/** A transfer between two facilities, as the house she leaves and the house she comes to live it: in two browsers, and after a restart. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { confirmPlace, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';
import { danishDay, moment } from '../src/domain/time.ts';

const site = await testSite();
const browser = await testBrowser();
const find = `${site.address}/forloeb/alma/plads`;
const unit = (id: string): string => `${site.address}/pladser/afdeling/${id}`;
const today = danishDay(moment(new Date().toISOString()));
const visit = (): Promise<BrowserContext> => browser.newContext({ viewport: { width: 1440, height: 1000 } });
const card = (name: string): string => `article:has(h3:has-text("${name}"))`;

/** Says yes to what is asked once before she is written as come. */
async function answerYes(page: Page): Promise<void> {
  while ((await page.textContent('h1'))?.startsWith('Før')) await page.click('form[action$="/indskriv"] button.button-primary');
}

/** The first unit of another house that can take her, and somebody who leads it. */
async function receivingUnit(municipality: Page): Promise<string> {
  const cards = municipality.locator('.unit-card:has(form button):not(:has(h3:has-text("Fjordhuset")))');
  const address = (await cards.first().locator('h3 a').getAttribute('href')) ?? '';
  const id = decodeURIComponent(address.split('/').at(-1) ?? '');
  const { owner } = site.database;
  await sql`insert into organisation (id, name, kind, facility)
    select 'modtager', facility.name, 'facility', facility.id from facility join unit on unit.facility = facility.id
     where unit.id = ${id}`.execute(owner);
  await sql`insert into app_user (id, name, role, organisation, persona) values ('leder-modtager', 'Bente Lindvig', 'unit-leader', 'modtager', 99)`.execute(
    owner,
  );
  return id;
}

test('she leaves one house and comes to another on the same day, in one act that both read alike, also after a restart', async () => {
  const [ours, sending, receiving] = [await visit(), await visit(), await visit()];
  const municipality = await logInAs(ours, site.address, 'visitator');
  const sender = await logInAs(sending, site.address, 'leder');

  // She lives in Strand.
  await municipality.goto(`${find}?soeg=ja&ankomst=${today}&naetter=30`);
  await municipality.click('.unit-card:has(h3:has-text("Fjordhuset (opdigtet), Strand")) form button');
  // As it was decided nothing is to be ticked about basis and payer; another basis brings the question with it.
  const decided = await municipality.inputValue('select[name=hjemmel]');
  expect(await municipality.isVisible('input[name=kontrolleret]')).toBe(false);
  await municipality.selectOption('select[name=hjemmel]', 'BL-32-1-6');
  expect(await municipality.isVisible('input[name=kontrolleret]')).toBe(true);
  await municipality.selectOption('select[name=hjemmel]', decided);
  expect(await municipality.isVisible('input[name=kontrolleret]')).toBe(false);
  await confirmPlace(municipality);
  await sender.goto(unit('fjordhuset-strand'));
  await sender.click(`${card('Alma')} button:text-is("Indskriv")`);
  await answerYes(sender);

  // The municipality holds a place in another house while she lives here.
  await municipality.goto(`${find}?soeg=ja&ankomst=${today}&naetter=30`);
  const others = 'details:has(> summary:text-is("Flyt hende til en anden afdeling"))';
  if ((await municipality.getAttribute(others, 'open')) === null) await municipality.click(`${others} > summary`);
  const house = await receivingUnit(municipality);
  await municipality.click(`.unit-card:has(a[href="/pladser/afdeling/${house}"]) form button`);
  // Nobody has asked her about moving: her yes was to the house she lives in.
  expect(await municipality.textContent('main')).toContain('Hvad siger hun til at flytte?');
  await municipality.check('input[name="sagt-ja"][value=yes]');
  await municipality.click('form[action$="/hold"] button.button-primary');
  expect(await municipality.textContent('main')).toContain('Næste plads: flytning til en anden afdeling');
  await confirmPlace(municipality);
  // The other house lacks what her pathway points to: nothing is confirmed before each thing that speaks against it is ticked.
  expect(await municipality.textContent('main')).toContain('Kryds af ved det, der taler imod pladsen');
  expect(await municipality.textContent('main')).not.toContain('Er det rigtigt?');
  for (const doubt of await municipality.locator('input[name=forbehold]').all()) await doubt.check();
  await confirmPlace(municipality);

  // Who receives her sees that she comes from elsewhere; until then she is written where she is.
  const receiver = await logInAs(receiving, site.address, 'leder-modtager');
  await receiver.goto(unit(house));
  expect(await receiver.textContent(card('Alma'))).toContain('Når hun indskrives her, udskrives hun derfra samme dag');
  await sender.reload();
  expect(await sender.textContent(card('Alma'))).toContain('Indskrevet');
  await receiver.click(`${card('Alma')} button:text-is("Indskriv")`);
  await answerYes(receiver);

  await site.restart();
  await receiver.goto(unit(house));
  expect(await receiver.textContent(card('Alma'))).toContain('Indskrevet');
  await sender.goto(unit('fjordhuset-strand'));
  expect(await sender.textContent(card('Alma'))).toContain('Udskrevet');
  expect(await sender.locator(`${card('Alma')} form`).count()).toBe(0);
  // The house she left takes no part in her pathway any more; the one she came to does.
  expect((await sender.goto(`${site.address}/forloeb/alma`))?.status()).toBe(404);
  await receiver.goto(`${site.address}/forloeb/alma`);
  expect(await receiver.textContent('main')).toContain('Kom samme dag fra Fjordhuset (opdigtet), Strand');
  const { rows } = await sql<{ status: string; arrival: string; departure: string }>`select status, arrival, departure from stay
    where pathway = 'alma' order by recorded`.execute(site.database.owner);
  expect(rows).toMatchObject([
    { status: 'discharged', departure: today },
    { status: 'admitted', arrival: today },
  ]);
  await Promise.all([ours.close(), sending.close(), receiving.close()]);
});
