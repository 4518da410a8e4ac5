import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const decider = await web.as('visitator');
const alma = '/forloeb/alma/plads';
const days = '?soeg=ja&ankomst=2032-03-01&laengde=naetter&naetter=20&behov=mother-and-baby';
const strand = asId<'unit'>('fjordhuset-strand');

/** The first place of the unit can be had until 9 March, the second from then on, and the others not at all. */
beforeEach(async () => {
  await sql`insert into closure (unit, place, from_day, to_day, reason)
    select ${strand}, id, case when number = 1 then date '2032-03-09' else date '2032-01-01' end,
           case when number = 2 then date '2032-03-09' else date '2033-01-01' end, 'prøve'
      from (select id, row_number() over (order by id) as number from place where unit = ${strand}) as numbered`.execute(owner);
});

afterEach(async () => {
  await sql`delete from stay_event where stay in (select id from stay where request_key not like 'import %')`.execute(owner);
  await sql`delete from stay where request_key not like 'import %'`.execute(owner);
  await sql`delete from closure where reason = 'prøve'`.execute(owner);
});

function cardOf(page: Visit, name: string): ReturnType<Visit['$']> {
  return page.$('.unit-card').filter((_, one) => page.$(one).find('h3').text().includes(name)) as ReturnType<Visit['$']>;
}

function fieldsOf(card: ReturnType<Visit['$']>): Record<string, string> {
  return Object.fromEntries(
    card
      .find('form')
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  );
}

describe('a unit where she can come if she moves once', () => {
  test('says when and where to, and holds both places', async () => {
    const card = cardOf(await decider.get(`${alma}${days}`), 'Fjordhuset (opdigtet), Strand');
    expect(card.text()).toContain('Kan komme mandag 1. marts, flytter én gang');
    expect(card.text()).toContain('Hun flytter én gang: Plads 1 til 9. marts 2032, derefter Plads 2.');

    const held = await decider.post(`${alma}/hold`, fieldsOf(card));
    expect(held.status).toBe(303);
    const { rows } = await sql<{ arrival: string; departure: string }>`select to_char(stay_part.arrival, 'YYYY-MM-DD') as arrival,
      to_char(stay_part.departure, 'YYYY-MM-DD') as departure from stay_part join stay on stay.id = stay_part.stay
      where stay.request_key not like 'import %' order by 1`.execute(owner);
    expect(rows).toEqual([
      { arrival: '2032-03-01', departure: '2032-03-09' },
      { arrival: '2032-03-09', departure: '2032-03-21' },
    ]);
  });

  test('never takes more moves of hers than were shown', async () => {
    const card = cardOf(await decider.get(`${alma}${days}`), 'Fjordhuset (opdigtet), Strand');
    const refused = await decider.post(`${alma}/hold`, { ...fieldsOf(card), egne: '0' });

    expect(refused.status).toBe(409);
    const { rows } = await sql`select id from stay where request_key not like 'import %'`.execute(owner);
    expect(rows).toHaveLength(0);
  });
});

describe('a unit where she can come if another, who has not come yet, has another place', () => {
  /** Of two open places each is taken for some of the nights, so that one of the two women must have the other place. */
  async function bothTakenForSome(status: 'confirmed' | 'admitted'): Promise<void> {
    await sql`update closure set from_day = '2034-01-01', to_day = '2035-01-01' where reason = 'prøve'`.execute(owner);
    await sql`delete from closure where reason = 'prøve' and place in (select id from place where unit = ${strand} order by id limit 2)`.execute(
      owner,
    );
    await owner.transaction().execute(async (tx) => {
      await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
        held_for, held_for_name, request_key)
        select id, 'freja', 'Freja', ${strand}, arrival::date, departure::date, ${status}, '[]', 'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', id
          from (values ('tidlig', '2034-03-01', '2034-03-05'), ('sen', '2034-03-15', '2034-03-25')) as two (id, arrival, departure)`.execute(
        tx,
      );
      await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
        select stay.id, unit, status, (select id from place where unit = ${strand} order by id offset (case stay.id when 'tidlig' then 0 else 1 end) limit 1),
          arrival, departure from stay where stay.id in ('tidlig', 'sen')`.execute(tx);
    });
  }
  const search = async (): Promise<string> => {
    const visitor = await (await web.restarted()).as('visitator');
    const page = await visitor.get(`${alma}?soeg=ja&ankomst=2034-03-01&laengde=naetter&naetter=20&behov=mother-and-baby`);
    return cardOf(page, 'Fjordhuset (opdigtet), Strand').text();
  };

  test('says which reservation moves, and that she stays on one place', async () => {
    await bothTakenForSome('confirmed');
    const card = await search();
    expect(card).toContain('Kan komme onsdag 1. marts, hvis 1 reservation flyttes');
    expect(card).toContain('Reservationen fra 1. marts 2034 til 5. marts 2034 flyttes fra Plads 1 til Plads 2.');
    expect(card).not.toContain('Hun flytter');
  });

  test('moves nobody who lives there: she moves herself', async () => {
    await bothTakenForSome('admitted');
    const card = await search();
    expect(card).toContain('Kan komme onsdag 1. marts, flytter én gang');
    expect(card).toContain('Hun flytter én gang: Plads 2 til 15. marts 2034, derefter Plads 1.');
    expect(card).not.toContain('Reservationen fra');
  });
});

describe('the search for her', () => {
  test('can last to some weeks after the birth, and asks the same again from the next possible day', async () => {
    const page = await decider.get(`${alma}?soeg=ja&laengde=foedsel&uger=6&boern=2,5&behov=mother-and-baby`);
    const link = page.$('.unit-card a[href*="ankomst="]').first().attr('href') ?? '';

    expect(page.$('input[name="laengde"][value="foedsel"]').attr('checked')).toBeDefined();
    expect(page.text).toMatch(/Opholdet varer til \d+\. \S+ \d{4}/);
    expect(link).toContain('laengde=foedsel&uger=6');
    expect(link).not.toContain('naetter=');
    expect(link).toContain('boern=2%2C5');
    // Who comes with her must be able to stay: the place must say so.
    expect(page.$('input[name="behov"][value="other-children"]').attr('checked')).toBeDefined();
  });

  test('says which age, weeks and children it could not read', async () => {
    for (const [query, sentence] of [
      ['laengde=foedsel&uger=x', 'Skriv antal uger efter fødslen'],
      ['laengde=naetter&naetter=0', 'Skriv antal nætter'],
      ['alder=abc', 'Skriv hendes alder'],
      ['boern=2,99', 'Skriv børnenes alder'],
    ] as const) {
      const { status, text } = await decider.get(`${alma}?soeg=ja&${query}`);
      expect([status, text.includes(sentence)], query).toEqual([422, true]);
    }
  });
});
