/** The overviews say when a unit is closed and how far its figures can be trusted: in the table, in words, and to each only what is theirs to read. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

// The store asks the database's clock, so the demonstration is told from today.
const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const today = danishDay(moment(new Date().toISOString()));
const calendar = '/pladser/afdeling/fjordhuset-strand/kalender';

describe('the calendar of a unit that closes', () => {
  const [first, last] = [addDays(today, 2), addDays(today, 8)];
  beforeAll(async () => {
    await sql`insert into closure (unit, place, from_day, to_day, reason)
      values ('fjordhuset-strand', 'fjordhuset-strand-1', ${first}::date, ${addDays(last, 1)}::date, 'nyt gulv i badet.'),
        ('fjordhuset-strand', null, ${addDays(today, 300)}::date, ${addDays(today, 303)}::date, 'flytning af huset')`.execute(owner);
  });
  afterAll(async () => {
    await sql`delete from closure where unit = 'fjordhuset-strand'`.execute(owner);
  });

  const cellOf = (page: Visit, day: string): string => {
    const month = page.$('.month').toArray()[monthsBetween(today, day)];
    const cells = page.$(month).find('td:not(.no-day)').toArray();
    const found = cells.find((cell) => Number.parseInt(page.$(cell).find('.day-number').text(), 10) === Number(day.slice(8)));
    return `${page.$(found).attr('class') ?? ''}: ${page.$(found).text().replaceAll(/\s+/g, ' ')}`;
  };

  test('hatches the closed nights and says so in the cell, in the list for a phone and in a list of what is closed', async () => {
    const page = await (await web.as('visitator')).get(calendar);
    expect(cellOf(page, addDays(today, 1))).not.toContain('lukket');
    for (const day of [first, last]) expect(cellOf(page, day)).toMatch(/shut: .* 1 lukket/);
    expect(cellOf(page, addDays(last, 1))).not.toContain('lukket');
    expect(cellOf(page, addDays(today, 301))).toMatch(/none shut: \d+\. 0 af 4 lukket/);
    expect(page.$('.month-list').text()).toContain('; 1 lukket');
    expect(page.text).toContain('Plads 1 er lukket');
    expect(page.text).toContain('Hele afdelingen er lukket');
    expect(page.$('.cell-legend').text()).toContain('lukket eller ikke åben');
  });

  test('tells the reason to those who seek places and supervise, and not to the woman herself', async () => {
    for (const user of ['visitator', 'tilsyn', 'leder', 'planlaegger'])
      expect((await (await web.as(user)).get(calendar)).text).toContain('Årsag: nyt gulv i badet.');
    const hers = await (await web.as('kvinden')).get(calendar);
    expect(hers.status).toBe(200);
    expect(hers.text).toContain('Plads 1 er lukket');
    expect(hers.text).not.toContain('nyt gulv');
    await sql`insert into closure (unit, place, from_day, to_day, reason)
      values ('fjordhuset-strand', 'fjordhuset-strand-4', ${today}::date, ${addDays(today, 1)}::date, 'nye døre')`.execute(owner);
    const unit = '/pladser/afdeling/fjordhuset-strand';
    expect((await (await web.as('visitator')).get(unit)).text).toMatch(/lukket til .*: nye døre/);
    const told = await (await web.as('kvinden')).get(unit);
    expect(told.text).toMatch(/lukket til /);
    expect(told.text).not.toContain('nye døre');
  });

  test('marks the bookings that a closure hits: how many to all, who to the leader', async () => {
    const stays = await owner
      .selectFrom('occupation')
      .select(['place', 'status'])
      .where('place', '=', asId<'place'>('fjordhuset-strand-1'))
      .where('status', '=', 'admitted')
      .execute();
    expect(stays).toHaveLength(1);
    const seen = await (await web.as('visitator')).get(`${calendar}?uge=${first}`);
    expect(cellOf(seen, first)).toContain('1 booket');
    expect(seen.$('.card:contains("Lukket i de to år")').text()).toContain('1 ophold er booket i perioden og må flyttes');
    expect(seen.$('#uge').text()).toContain('optaget, men lukket: nyt gulv i badet');
    expect(seen.text).not.toContain('Astrid');
    const leader = await (await web.as('leder')).get(`${calendar}?uge=${first}`);
    expect(leader.$('#uge td.shut a').first().text()).toBe('Astrid (opdigtet)');
    expect(leader.$('a:contains("Se, hvem der skal flyttes")').attr('href')).toBe('/pladser/afdeling/fjordhuset-strand#ophold');
  });

  test('says that nothing is closed where nothing is, and draws the nights outside the opening periods', async () => {
    const visitor = await web.as('visitator');
    expect((await visitor.get('/pladser/afdeling/fjordhuset-klit/kalender')).text).toContain(
      'Ingen lukninger, og afdelingen er åben hele tiden.',
    );
    await sql`update unit_open set from_day = ${addDays(today, 5)}::date where unit = 'fjordhuset-klit'`.execute(owner);
    const page = await visitor.get('/pladser/afdeling/fjordhuset-klit/kalender');
    expect(page.text).toContain('Afdelingen er ikke åben til og med');
    expect(cellOf(page, today)).toContain('ikke åben');
    expect(cellOf(page, addDays(today, 5))).not.toContain('ikke åben');
  });
});

describe('the two years of all units', () => {
  test('are grey where the capacity was not confirmed within the limit, and say in words to ring first', async () => {
    const page = await (await web.as('visitator')).get('/pladser/kalender');
    const stale = page.$('tr.not-fresh').toArray();
    expect(stale.length).toBeGreaterThanOrEqual(2);
    for (const row of stale) expect(page.$(row).find('.tag').text()).toMatch(/ring først$|^aldrig bekræftet: ring/);
    const fresh = page.$('tbody tr:not(.not-fresh)').toArray();
    expect(fresh.length).toBeGreaterThanOrEqual(2);
    for (const row of fresh) expect(page.$(row).text()).not.toContain('ring');
    expect(page.$('main').text()).toMatch(/Ikke bekræftet det seneste døgn, så ring først: .*Kystlyset/);
    // The same units as on the page of tonight.
    const tonight = await (await web.as('visitator')).get('/pladser');
    const names = (visit: Visit): readonly string[] =>
      visit
        .$('tr.not-fresh th a')
        .toArray()
        .map((link) => visit.$(link).text())
        .toSorted();
    expect(names(page)).toEqual(names(tonight));
  });
});

test('the weeks say above the table how it is read, and of each unit that is not confirmed to ring first', async () => {
  const page = await (await web.as('visitator')).get('/pladser/uger');
  expect(page.$('.cell-legend li').length).toBe(4);
  expect(page.$('.weeks-summary .not-fresh .tag').length).toBe(page.$('.weeks tr.not-fresh').length);
  expect(page.$('.weeks-summary .not-fresh').text()).toContain('ring først');
});

function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}
