import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { danishDay } from '../../domain/time.ts';
import { databaseNow } from '../../store/database.ts';

const web = await testWeb();

function groupsOf({ $ }: Visit): readonly (readonly [caption: string, rows: number])[] {
  return $('table.sheet')
    .map((_, table) => [[$(table).find('caption').text(), $(table).find('tbody tr').length]] as const)
    .get()
    .map(([caption, rows]) => [String(caption), Number(rows)] as const);
}

/** The headings count what stands under them, and the sentence counts what stands under all of them. */
function expectSums({ $ }: Visit): void {
  const sections = $('main section.stacked').toArray();
  let lines = $('main .card')
    .filter((_, card) => $(card).closest('section').length === 0)
    .find('> ul > li').length;
  for (const section of sections) {
    const heading = $(section).find('h2').first().text();
    const listed = $(section).find('tbody tr').length + $(section).find('ul:not(.reasons) > li').length;
    expect(heading.endsWith(`: ${listed}`), heading).toBe(true);
    lines += listed;
  }
  const numbers = { én: 1, ét: 1 } as Readonly<Record<string, number>>;
  const sentence = $('main p')
    .filter((_, one) => /Her står|Der er intet/.test($(one).text()))
    .first()
    .text();
  const [first = '', parts = ''] = sentence.split(':');
  const said = [...parts.matchAll(/(?<![\p{L}\d])(\d+|én|ét)(?= (?:tilbud|skridt|kvinde|forhold|venter))/gu)].map(
    ([word]) => numbers[word] ?? Number(word),
  );
  expect(
    said.reduce((sum, one) => sum + one, 0),
    sentence,
  ).toBe(lines);
  if (lines > 0) expect(first).toContain(lines === 1 ? 'én linje' : `${lines} linjer`);
}

describe('«Mit arbejde»', () => {
  test.each(['jordemoder', 'behandler', 'familieraadgiver', 'koordinator', 'visitator', 'krisecenter', 'laege'])(
    '%s: every count agrees with its list, and together they are all the pathways',
    async (user) => {
      const visitor = await web.as(user);
      const work = await visitor.get('/arbejde');
      const groups = groupsOf(work);
      const { $ } = await visitor.get('/forloeb');
      const listed = $('tbody tr').filter((_, row) => $(row).find('td').eq(2).text() !== '–').length;

      for (const [caption, rows] of groups) expect(caption.endsWith(`: ${rows}`)).toBe(true);
      expect(groups.reduce((sum, [, rows]) => sum + rows, 0)).toBe(listed);
      expectSums(work);
    },
  );

  test('puts what is due today first, with the rule that says so and a link to do it', async () => {
    const { $ } = await (await web.as('familieraadgiver')).get('/arbejde');
    const row = $('tbody tr').filter((_, line) => $(line).text().includes('Ukendt'));

    expect(row.text()).toContain('barnets lov § 136, stk. 2');
    expect(row.find('a[href="/forloeb/ukendt/underretning-vurderet"]').length).toBe(1);
  });

  test('says whom a step waits for when it is not one’s own', async () => {
    const { $ } = await (await web.as('jordemoder')).get('/arbejde');
    const others = $('table.sheet').last();

    expect(others.closest('section.stacked').find('h2').first().text()).toMatch(/^Venter på andre/);
    expect(others.text()).toContain('Kommunens visitator');
  });

  test('shows another municipality nobody of Aalborg’s', async () => {
    const { text } = await (await web.as('kommune-odense')).get('/arbejde');
    for (const name of ['Maja', 'Tanja', 'Alma', 'Ukendt']) expect(text).not.toContain(name);
  });

  test('is refused to those who work with numbers only', async () => {
    expect((await (await web.as('planlaegger')).get('/arbejde')).status).toBe(403);
  });

  test('has for a leader, under today, who is expected, whose place cannot be used, and the units that are to be confirmed', async () => {
    const { owner } = web.database;
    const today = danishDay(await databaseNow(owner));
    const { rows } = await sql<{ id: string }>`select id from place where unit = 'fjordhuset-strand'
      and not exists (select from stay_part where place = place.id and departure > ${today}::date and arrival < ${today}::date + 3) limit 1`.execute(
      owner,
    );
    const place = rows[0]?.id ?? '';
    await owner.transaction().execute(async (tx) => {
      await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
          held_for, held_for_name, request_key)
        values ('ventes', 'freja', 'Freja', 'fjordhuset-strand', ${today}::date, ${today}::date + 3, 'confirmed', '[]', 'SEL-107-2-2', '0851',
          'u', 'U', 'o', 'O', 'ventes')`.execute(tx);
      await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
        select id, unit, status, ${place}, arrival, departure from stay where id = 'ventes'`.execute(tx);
    });
    await sql`insert into closure (unit, place, from_day, to_day, reason)
      values ('fjordhuset-strand', ${place}, ${today}::date + 1, null, 'vandskade')`.execute(owner);

    const page = await (await web.as('leder')).get('/arbejde');
    const group = page
      .$('section')
      .filter((_, one) => page.$(one).find('h2').first().text().startsWith('I dag'))
      .first();
    expectSums(page);
    expect(page.text).toMatch(/Freja ventes \S+/);
    expect(group.text()).toContain('Pladsen til Freja er lukket');
    expect(group.text()).toContain('vandskade');
    expect(group.text()).toContain('Kapacitet, der skal bekræftes');
    expect(group.find('a[href^="/pladser/afdeling/fjordhuset-strand#ophold-ventes"]').length).toBe(1);
    expect(page.text).not.toContain('Intet venter på dig i dag');
  });
});
