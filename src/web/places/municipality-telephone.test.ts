/** The number at which a municipality is rung: written by its own team, read wherever somebody is told to ring it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const address = '/kommune/telefon';
/** No number in Denmark begins with a zero. */
const number = '00 00 03 99';

/** Writes a number in the form as it stands now. */
async function writes(who: Visitor, telefon: string): Promise<Visit> {
  const page = await who.get(address);
  return who.post(address, { telefon, viste: page.$('input[name=viste]').attr('value') ?? '' });
}

async function herOwn(of: typeof web): Promise<string> {
  await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
  return (await (await of.as('kvinden')).get('/mit-forloeb')).text;
}

test('is written once by the municipality’s coordinator, with who and when, and read by the woman after a restart', async () => {
  const coordinator = await web.as('koordinator');
  const wrong = await coordinator.post(address, { telefon: 'ring til os' });
  expect([wrong.status, wrong.$('#telefon-error').length, wrong.$('#telefon').val()]).toEqual([422, 1, 'ring til os']);
  expect((await writes(coordinator, '+45 00000399')).status).toBe(303);
  expect((await writes(coordinator, '00 00 03 99')).status).toBe(303);

  const again = await web.restarted();
  const page = await (await again.as('visitator')).get(address);
  expect(page.text).toMatch(new RegExp(`${number}\\. Skrevet .* af Kirsten Vangsø`));
  expect(page.$('#telefon').val()).toBe(number);
  // What stood before stays in the history, and the same number again was written once.
  expect(page.$('main details li').length).toBe(1);
  const own = await herOwn(again);
  expect(own).toContain(`Aalborg Kommune. ${number}`);
  expect(own).not.toContain('hovednummer');
});

test('of two who write from the same page the second is told what the first wrote, and writes over it only when it was seen', async () => {
  const [first, second] = [await web.as('koordinator'), await web.as('visitator')];
  const [mine, theirs] = [await first.get(address), await second.get(address)];
  const viste = mine.$('input[name=viste]').attr('value') ?? '';
  expect(theirs.$('input[name=viste]').attr('value')).toBe(viste);
  expect((await first.post(address, { telefon: '00 00 03 97', viste })).status).toBe(303);
  const refused = await second.post(address, { telefon: '00 00 03 96', viste });
  expect([refused.status, refused.$('#telefon').val()]).toEqual([409, '00 00 03 96']);
  expect(refused.$('#telefon-error').text()).toContain('En anden har skrevet et nummer imens');
  expect(refused.text).toMatch(/00 00 03 97\. Skrevet .* af Kirsten Vangsø/);
  const standing = sql<{
    telephone: string;
  }>`select telephone from municipality_telephone where municipality = '0851' order by sequence desc limit 1`;
  expect((await standing.execute(owner)).rows[0]?.telephone).toBe('00 00 03 97');
  // A form without what it showed has seen nothing.
  expect((await second.post(address, { telefon: '00 00 03 96' })).status).toBe(409);
  // The page that told it shows what stands now: saved again, it holds.
  const again = refused.$('input[name=viste]').attr('value') ?? '';
  expect((await second.post(address, { telefon: '00 00 03 96', viste: again })).status).toBe(303);
  expect((await standing.execute(owner)).rows[0]?.telephone).toBe('00 00 03 96');
});

test('of twelve who write at the same moment one is let in, and the others are told', async () => {
  const team = await Promise.all(Array.from({ length: 12 }, (_, index) => web.as(index % 2 === 0 ? 'koordinator' : 'visitator')));
  const viste = (await team[0]?.get(address))?.$('input[name=viste]').attr('value') ?? '';
  const sent = await Promise.all(team.map((who, index) => who.post(address, { telefon: `00 00 04 ${10 + index}`, viste })));
  expect(sent.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, ...Array.from({ length: 11 }, () => 409)]);
  const { rows } = await sql`select from municipality_telephone where municipality = '0851' and telephone like '00 00 04 %'`.execute(owner);
  expect(rows.length).toBe(1);
});

test('is traced as about the municipality it is of, also where it was not written', async () => {
  const { rows } = await sql<{
    subject_kind: string;
    subject: string | null;
    wrote: boolean | null;
  }>`select subject_kind, subject, wrote from trace
    where permission = 'municipality:telephone' and subject_kind = 'municipality'`.execute(owner);
  expect(rows.some(({ wrote }) => wrote === true)).toBe(true);
  expect(rows.some(({ wrote }) => wrote === false)).toBe(true);
  expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set(['0851']));
  const others = await sql`select from trace where permission = 'municipality:telephone' and subject is null and outcome = 'seen'`.execute(
    owner,
  );
  expect(others.rows).toEqual([]);
});

test('is each municipality’s own, and is written by nobody else', async () => {
  expect((await (await web.as('kommune-odense')).get(address)).text).toContain('Odense Kommune');
  expect((await (await web.as('kommune-odense')).get(address)).text).not.toContain(number);
  for (const role of ['leder', 'kvinden', 'laege', 'sekretaer'])
    expect((await (await web.as(role)).post(address, { telefon: '00000398' })).status).toBe(403);
  expect((await (await web.as('leder')).get('/pladser')).$(`a[href="${address}"]`).length).toBe(0);
  expect((await (await web.as('visitator')).get('/pladser')).$(`a[href="${address}"]`).length).toBe(1);
  expect((await (await web.as('visitator')).get('/arbejde')).$(`main a[href="${address}"]`).length).toBe(1);
  expect((await (await web.as('jordemoder')).get('/arbejde')).$(`main a[href="${address}"]`).length).toBe(0);
});

test('where it is missing she reads how to reach the municipality all the same, and its team is asked to write it', async () => {
  const decider = await web.as('visitator');
  expect((await decider.get('/arbejde')).text).not.toContain('har ikke skrevet et telefonnummer');
  expect((await writes(decider, '')).status).toBe(303);
  expect((await decider.get('/arbejde')).$(`main a[href="${address}"]`).text()).toBe('Skriv nummeret');
  expect((await (await web.as('jordemoder')).get('/arbejde')).text).not.toContain('har ikke skrevet et telefonnummer');
  expect(await herOwn(web)).toContain('ring til kommunens hovednummer');
});

test('the municipalities of the demonstration have a number that is nobody’s', async () => {
  const { rows } = await sql<{ telephone: string }>`select telephone from municipality_telephone where sequence = 1`.execute(owner);
  expect(rows.length).toBe(98);
  expect(new Set(rows.map(({ telephone }) => telephone)).size).toBe(98);
  for (const { telephone } of rows) expect(telephone).toMatch(/^00 00 03 \d\d$/);
});
