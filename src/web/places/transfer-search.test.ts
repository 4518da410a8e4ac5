import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const decider = await web.as('visitator');
const alma = '/forloeb/alma/plads';
const strand = asId<'unit'>('fjordhuset-strand');
const today = danishDay(now());

afterEach(async () => {
  await sql`delete from stay_event where stay like 'boet-%'`.execute(owner);
  await sql`delete from stay where id like 'boet-%'`.execute(owner);
  await sql`delete from closure where reason = 'nyt gulv'`.execute(owner);
});

/** A stay on a place of a unit, as it is stored. */
async function stays(id: string, pathway: string, place: string, arrival: string, departure: string, status: string): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      select ${id}, ${pathway}, ${pathway}, unit, ${arrival}::date, ${departure}::date, ${status}, '[{"property":"mother-and-baby","why":"chosen"}]',
        'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', ${id} from place where id = ${place}`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, ${place}, arrival, departure from stay where id = ${id}`.execute(tx);
  });
}

function cardOf(page: Visit, name: string): ReturnType<Visit['$']> {
  return page.$('.unit-card').filter((_, one) => page.$(one).find('h3').text().includes(name)) as ReturnType<Visit['$']>;
}

describe('a search for one who lives in a house', () => {
  const days = `?soeg=ja&ankomst=${addDays(today, 1)}&laengde=naetter&naetter=20&behov=mother-and-baby`;

  beforeEach(() => stays('boet-alma', 'alma', 'fjordhuset-strand-4', addDays(today, -5), addDays(today, 60), 'admitted'));

  test('does not offer the house itself, says where she lives, and leads to her stay there', async () => {
    const page = await decider.get(`${alma}${days}`);

    expect(page.$('.unit-card').length).toBe(9);
    expect(cardOf(page, 'Fjordhuset (opdigtet), Strand').length).toBe(0);
    const note = page.$('.other-units > p').text();
    expect(note).toContain('Hun bor i Fjordhuset (opdigtet), Strand, som derfor ikke er med her.');
    expect(page.$('.other-units a[href="/pladser/afdeling/fjordhuset-strand#ophold-boet-alma"]').text()).toBe('se hendes ophold i huset');
    // Nobody else is said to have the nights that are hers.
    expect(page.$('.other-units').text()).not.toContain('Plads 4 er optaget');
    expect(page.$('form[action$="/hold"] input[name=afdeling][value=fjordhuset-strand]').length).toBe(0);
  });

  test('refuses a hold in the house with what it is, and blames nobody for her own nights', async () => {
    const held = await decider.post(`${alma}/hold`, {
      soeg: 'ja',
      ankomst: addDays(today, 1),
      laengde: 'naetter',
      naetter: '20',
      behov: 'mother-and-baby',
      afdeling: strand,
      plads: 'fjordhuset-strand-4',
      'sagt-ja': 'yes',
      forbi: 'acute-danger',
    });

    expect(held.status).toBe(409);
    expect(held.$('[role=alert]').text()).toContain('En anden plads i huset giver afdelingens leder hende');
    expect(held.$('[role=alert]').text()).not.toContain('taget af en anden');
  });

  test('counts neither her stay nor the one she is to come to against her', async () => {
    const first = await decider.get(`${alma}${days}`);
    const able = first.$('form[action$="/hold"] input[name=afdeling]').first().val() as string;
    const place = first.$('form[action$="/hold"] input[name=plads]').first().val() as string;
    await stays('boet-naeste', 'alma', place, addDays(today, 1), addDays(today, 21), 'confirmed');
    const after = await decider.get(`${alma}${days}`);
    const card = after.$('.unit-card').filter((_, one) => after.$(one).find(`h3 a[href$="/${able}"]`).length === 1);

    expect(card.text()).toContain('Kan komme');
  });
});

describe('a closure within a long stay', () => {
  test('is named as what stands in the way, also where the nights after it are full', async () => {
    for (const number of [1, 2, 3])
      await stays(`boet-${number}`, 'freja', `fjordhuset-strand-${number}`, '2032-01-01', '2032-12-31', 'admitted');
    await stays('boet-4', 'freja', 'fjordhuset-strand-4', '2032-04-08', '2032-04-20', 'admitted');
    await sql`insert into closure (unit, place, from_day, to_day, reason)
      values (${strand}, 'fjordhuset-strand-4', '2032-04-01', '2032-04-08', 'nyt gulv')`.execute(owner);
    const card = cardOf(
      await decider.get(`${alma}?soeg=ja&ankomst=2032-03-01&laengde=naetter&naetter=120&behov=mother-and-baby`),
      'Fjordhuset (opdigtet), Strand',
    );

    expect(card.text()).toContain('Hun kan først komme, når alt dette er faldet væk:');
    expect(
      card
        .find('.reasons li')
        .toArray()
        .map((item) => item.children.map((child) => ('data' in child ? child.data : '')).join('')),
    ).toEqual([
      'Plads 4 er lukket 1.–7. april 2032: nyt gulv. Som det er nu, kan ingen anden plads i afdelingen tage hende de nætter.',
      expect.stringMatching(/^Fuldt fra 8\. april 2032 til 20\. april 2032: /),
      // Four women live there on those nights, and there is staff for no more.
      expect.stringMatching(/^Bemandingen rækker til 4 kvinder/),
    ]);
  });
});
