/** A unit is reminded, confirms from the link in the message without a login, and the municipality sees it: also after a restart. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { asId } from '../src/domain/id.ts';
import { addMinutes, danishDay, startOfDanishDay } from '../src/domain/time.ts';
import { mailboxFolder } from '../src/jobs/mailbox.ts';
import { nudgeDueUnits } from '../src/jobs/nudge-units.ts';
import { sendDueReminders } from '../src/jobs/send-reminders.ts';
import { databaseNow } from '../src/store/database.ts';
import { logInAs, testBrowser } from '../test/browser.ts';
import { testFolder } from '../test/folder.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();
const mailbox = join(testFolder(0o700), 'mailbox');
const noon = addMinutes(startOfDanishDay(danishDay(await databaseNow(site.database.db))), 12 * 60);

/** The link in the message to a receiver about one of the units: the house is reminded of each of them in a message of its own. */
function linkSentTo(address: string, unit: string): string {
  const bodies = readdirSync(mailbox)
    .map((file) => readFileSync(join(mailbox, file), 'utf8'))
    .filter((email) => email.includes(`<${address}>`))
    .map((email) => Buffer.from(email.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8'));
  const body = bodies.find((text) => text.includes(unit)) ?? '';
  return /https?:\/\/\S+\/kapacitet\/\S+/.exec(body)?.[0] ?? '';
}

test('a reminder is sent, its link confirms without a login, and the municipality sees when and by whom after a restart', async () => {
  await sql`update unit set confirmed_at = null, confirmed_by = null where facility = 'fjordhuset'`.execute(site.database.owner);
  const tell = (sentence: string): never => {
    throw new Error(sentence);
  };
  const work = { db: site.database.db, now: () => noon, tell };
  const written = await nudgeDueUnits({ ...work, address: site.address });
  expect(written).toBeGreaterThanOrEqual(2);
  expect(await sendDueReminders({ ...work, deliver: mailboxFolder(mailbox, () => noon) })).toBe(written);

  const [outside, inside] = [await browser.newContext(), await browser.newContext()];
  const receiver = await outside.newPage();
  const link = linkSentTo('kapacitet@fjordhuset.invalid', 'Fjordhuset (opdigtet), Strand');
  await receiver.goto(link);
  expect(await receiver.textContent('h1')).toMatch(/^Passer kapaciteten i Fjordhuset/);
  expect(await receiver.$$('nav.sections')).toHaveLength(0);
  // Opening a link confirms nothing: programs that look through mail open every one.
  await receiver.reload();
  const before = await site.database.owner
    .selectFrom('unit')
    .select('confirmed_at')
    .where('facility', '=', asId<'facility'>('fjordhuset'))
    .execute();
  expect(before.every(({ confirmed_at }) => confirmed_at === null)).toBe(true);

  await receiver.click('text=Bekræft, at kapaciteten passer');
  expect(await receiver.textContent('h1')).toMatch(/^Kapaciteten i Fjordhuset.* er bekræftet$/);

  await receiver.goto(link);
  expect(await receiver.textContent('main')).toContain('kan ikke bruges igen');
  expect(await receiver.$$('main form')).toHaveLength(0);

  await sql`update capacity_confirmation set at = at - interval '1 minute' where channel = 'link'`.execute(site.database.owner);
  await sql`update unit set confirmed_at = confirmed_at - interval '1 minute' where confirmed_by like '%(via link)'`.execute(
    site.database.owner,
  );
  await site.restart();

  const municipality = await logInAs(inside, site.address, 'visitator');
  await municipality.goto(`${site.address}/forloeb/alma/plads`);
  const cards = (await municipality.textContent('.units')) ?? '';
  expect(cards).toMatch(/bekræftet for [12] minut(ter)? siden af Lone Bækgaard \(via link\)/);
  await Promise.all([outside.close(), inside.close()]);
});

test('a link that has died answers with a sentence, and so does one that was never sent', async () => {
  await sql`update capacity_nudge set sent = now() - interval '3 days', expires = now() - interval '1 minute'
    where number not in (select nudge from capacity_confirmation where nudge is not null)`.execute(site.database.owner);
  const context = await browser.newContext();
  const page = await context.newPage();
  const died = await page.goto(linkSentTo('kapacitet@kystlyset.invalid', 'Kystlyset'));
  expect(died?.status()).toBe(410);
  expect(await page.textContent('main')).toContain('Der kommer et nyt, når kapaciteten skal bekræftes igen. Intet er ændret.');

  const unknown = await page.goto(`${site.address}/kapacitet/${'x'.repeat(43)}`);
  expect(unknown?.status()).toBe(404);
  expect(await page.textContent('main')).toContain('Intet er ændret.');
  await context.close();
});
