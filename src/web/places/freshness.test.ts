/** Freshness on the pages: who sees it, who names the receiver, and that the rank of each unit explains itself. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { moment } from '../../domain/time.ts';
import { testWeb } from '../../../test/web.ts';

// The store asks the database's clock, so the demonstration is told from today.
const web = await testWeb(() => moment(new Date().toISOString()));

describe('the page about freshness', () => {
  test('shows the leader the own units and lets the receiver be named, which holds after a restart', async () => {
    const leader = await web.as('leder');
    const page = await leader.get('/pladser/friskhed');
    expect(page.$('table.sheet').first().find('tbody tr')).toHaveLength(2);
    expect(page.text).toContain('Fjordhuset (opdigtet), Strand');
    expect(page.text).not.toContain('Lyngborg');

    const done = await leader.post('/pladser/friskhed/fjordhuset-strand/modtager', {
      'navn-fjordhuset-strand': 'Vagttelefonen på Strand',
      'mail-fjordhuset-strand': 'vagt@fjordhuset.example',
    });
    expect(done.status).toBe(303);
    const later = await (await (await web.restarted()).as('leder')).get('/pladser/friskhed');
    expect(later.$('#mail-fjordhuset-strand').val()).toBe('vagt@fjordhuset.example');
  });

  test('lets the leader confirm each own unit with one press, those that wait for it first, and stays there for the next', async () => {
    await sql`update unit set confirmed_at = now() - interval '38 hours' where id = 'fjordhuset-klit'`.execute(web.database.owner);
    const leader = await web.as('leder');
    const page = await leader.get('/pladser/friskhed');
    const forms = page.$('.confirm-own form');
    expect(forms).toHaveLength(2);
    expect(forms.first().attr('action')).toBe('/pladser/afdeling/fjordhuset-klit/bekraeft-kapacitet');
    expect(forms.first().find('button').hasClass('button-primary')).toBe(true);
    expect(forms.first().find('button').attr('aria-label')).toBe('Bekræft: det passer, Fjordhuset (opdigtet), Klit');
    expect(page.$('.confirm-own li').first().text()).toMatch(/I nat er \d af 2 pladser ledige, bekræftet for .*ring først/);
    expect(page.text).toContain('1 af 2 af jeres afdelinger er bekræftet');
    const done = await leader.post('/pladser/afdeling/fjordhuset-klit/bekraeft-kapacitet', { tilbage: 'bekraeftelser' });
    expect(done.location).toBe('/pladser/friskhed');
    const later = await (await (await web.restarted()).as('leder')).get('/pladser/friskhed');
    expect(later.text).toContain('2 af 2 af jeres afdelinger er bekræftet');
    expect((await (await web.as('styrelse')).get('/pladser/friskhed')).$('.confirm-own')).toHaveLength(0);
    await sql`update unit set confirmed_at = now() - interval '38 hours' where id = 'fjordhuset-klit'`.execute(web.database.owner);
  });

  test('refuses an address that no message can be sent to, and keeps what was written', async () => {
    const leader = await web.as('leder');
    const refused = await leader.post('/pladser/friskhed/fjordhuset-klit/modtager', {
      'navn-fjordhuset-klit': 'Vagten',
      'mail-fjordhuset-klit': 'vagten',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Skriv en e-mailadresse');
    expect(refused.$('#mail-fjordhuset-klit').val()).toBe('vagten');
  });

  test('says of a reminder that was given up that it never arrived, and why, to the leader of the unit and the operator, and to no other house', async () => {
    const { owner } = web.database;
    await sql`with nudge as (
      insert into capacity_nudge (unit, sent_to, address, digest, expires, rule)
        values ('fjordhuset-strand', 'Vagttelefonen', 'vagt@fjordhuset.invalid', 'kom-ikke-frem', now() + interval '2 days', 'friskhed/2026-11')
        returning number, unit, sent_to, address, expires)
      insert into reminder_message (nudge, unit, to_name, address, subject, body, expires, status, attempts, ended, reason, code)
        select number, unit, sent_to, address, 'Passer det?', null, expires,
          'undelivered', 3, now(), 'refused', 'EENVELOPE 550' from nudge`.execute(owner);
    const page = await (await (await web.restarted()).as('leder')).get('/pladser/friskhed');
    expect(page.text).toContain('Påmindelser, der ikke kom frem');
    expect(page.text).toContain('Mailserveren afviste modtageren eller beskeden');
    expect(page.text).toContain('EENVELOPE 550');
    expect(page.text).toMatch(/3 forsøg/);
    await sql`update reminder_message set reason = 'confirmed', attempts = 0, code = null`.execute(owner);
    const later = await (await web.as('leder')).get('/pladser/friskhed');
    expect(later.text).toContain('Afdelingen bekræftede sine pladser, før beskeden blev sendt');
    expect(later.text).toContain('ikke sendt, opgivet');
    await sql`update reminder_message set reason = 'refused'`.execute(owner);
    expect((await (await web.as('styrelse')).get('/pladser/friskhed')).text).toContain('Mailserveren afviste modtageren');
    expect((await (await web.as('sekretaer')).get('/pladser/friskhed')).text).not.toContain('der ikke kom frem');
  });

  test('is another unit not the leader’s own, there is nothing to name', async () => {
    const leader = await web.as('leder');
    const refused = await leader.post('/pladser/friskhed/lyngborg-lyng/modtager', {
      'navn-lyngborg-lyng': 'Vagten',
      'mail-lyngborg-lyng': 'v@x.dk',
    });
    expect(refused.status).toBe(404);
  });

  test.each([
    ['styrelse', 200, 10],
    ['sekretaer-nord', 200, 2],
    ['tilsyn', 200, 2],
    ['visitator', 403, 0],
    ['kvinden', 403, 0],
  ])('shows %s what they may see (%i): %i units', async (user, status, units) => {
    const page = await (await web.as(user)).get('/pladser/friskhed');
    expect(page.status).toBe(status);
    expect(page.$('table.sheet').first().find('tbody tr')).toHaveLength(units);
    expect(page.text).not.toContain('@');
  });

  test('says of a unit that nobody confirms that it is steadily unconfirmed, and of one confirmed every day that it is kept up', async () => {
    const page = await (await web.as('styrelse')).get('/pladser/friskhed');
    const row = (name: string): string => page.$(`tr:contains("${name}")`).first().text();
    expect(row('Kystlyset')).toContain('ofte ikke bekræftet: ring først');
    expect(row('Kystlyset')).toContain('Bekræftet 0 af 30 dage. Længst uden: 30 dage i træk.');
    expect(row('Fjordhuset (opdigtet), Strand')).toContain('bekræftes jævnligt');
  });

  test('counts the reminders of today apart from those of the days before, and calls no unit kept up that was not open', async () => {
    const { owner } = web.database;
    await sql`insert into capacity_nudge (unit, sent_to, address, digest, expires, rule)
      values ('kystlyset-kyst', 'Vagten', 'vagt@kyst.invalid', 'sendt-i-dag', now() + interval '2 days', 'friskhed/2026-11')`.execute(
      owner,
    );
    await sql`delete from unit_open where unit = 'kystlyset-kyst'`.execute(owner);
    const page = await (await (await web.restarted()).as('styrelse')).get('/pladser/friskhed');
    const row = page.$('tr:contains("Kystlyset")').first().text();
    expect(row).toContain('i dag: 1 sendt');
    expect(row).toContain('Ikke åben i perioden.');
    expect(row).not.toContain('bekræftes jævnligt');
  });
});

describe('the order of the units', () => {
  test('says of each unit its own in a sentence, and folds away what it was compared by and the rule', async () => {
    const page = await (await web.as('visitator')).get('/forloeb/alma/plads');
    const sentences = page
      .$('.unit-card .rank')
      .toArray()
      .map((element) => page.$(element).text());
    expect(sentences.length).toBeGreaterThan(5);
    for (const [index, sentence] of sentences.entries()) {
      expect(sentence).toMatch(new RegExp(`^Nr\\. ${index + 1}: `));
      expect(sentence.length).toBeLessThan(110);
    }
    expect(page.$('.unit-card details.why-here').length).toBe(sentences.length);
    expect(page.$('.why-here summary').eq(1).text()).toBe('Hvorfor nr. 2?');
    expect(page.$('.why-here').eq(1).text()).toContain('Afgjort mod nr. 1, ');
    expect(page.$('.how-ranked').text()).toContain('rangorden/2026-11');
  });

  test('greys a unit whose capacity is old, and says who confirmed each and when', async () => {
    const page = await (await web.as('visitator')).get('/forloeb/alma/plads');
    const klit = page.$('.unit-card:has(h3:contains("Fjordhuset (opdigtet), Klit"))');
    expect(klit.hasClass('not-fresh')).toBe(true);
    expect(klit.text()).toMatch(/bekræftet .* siden af Lone Bækgaard/);
    expect(page.$('.unit-card:has(h3:contains("Kystlyset"))').text()).toContain('aldrig bekræftet');
  });
});

test('a link confirms once and says afterwards that it is used, and one that has died says so and confirms nothing', async () => {
  const { owner } = web.database;
  const send = (unit: string, secret: string, expires: string): Promise<unknown> =>
    sql`insert into capacity_nudge (unit, sent_to, address, digest, sent, expires, rule)
      values (${unit}, 'Vagten', 'vagt@hus.invalid', encode(sha256(${secret}::bytea), 'hex'), now() - interval '3 days',
        now() + ${expires}::interval, 'friskhed/2026-11')`.execute(owner);
  await send('lyngborg-lyng', 'hemmeligt-i-live', '1 day');
  await send('engbuen-eng', 'hemmeligt-og-doedt', '-1 minute');
  const someone = await web.as('kvinden');
  const [alive, dead] = ['/kapacitet/hemmeligt-i-live', '/kapacitet/hemmeligt-og-doedt'];

  const open = await someone.get(alive);
  expect([open.status, open.$('main form').length]).toEqual([200, 1]);
  expect(open.$('h1').text()).toMatch(/^Passer kapaciteten i Lyngborg/);
  const died = await someone.get(dead);
  expect([died.status, died.$('main form').length, died.$('h1').text()]).toEqual([410, 0, 'Linket virker ikke længere']);
  expect((await someone.post(dead, {})).status).toBe(410);
  expect((await someone.post(alive, {})).status).toBe(303);

  const used = await (await (await web.restarted()).as('kvinden')).get(alive);
  expect(used.$('h1').text()).toMatch(/^Kapaciteten i Lyngborg.* er bekræftet$/);
  expect(used.text).toContain('kan ikke bruges igen');
  expect(used.$('main form')).toHaveLength(0);
});
