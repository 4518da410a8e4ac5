/** The overviews say when a unit is closed and how far its figures can be trusted: in the table, in words, and to each only what is theirs to read. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, weekdayOf, danishDay, moment } from '../../domain/time.ts';

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
    expect(seen.$('.card:contains("Lukket i de to år")').text()).toContain('1 ophold er booket i perioden og skal flyttes');
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

describe('a closure in the two years of all units', () => {
  test('stands in the unit’s row in words, with its reason for those who may read it and the stays that it hits, and as crosses', async () => {
    const { rows } = await sql<{ id: string }>`insert into closure (unit, place, from_day, to_day, reason) values
      ('fjordhuset-strand', null, ${addDays(today, 14)}::date, ${addDays(today, 21)}::date, 'nye vinduer'),
      ('fjordhuset-strand', 'fjordhuset-strand-4', ${addDays(today, 30)}::date, null, 'nyt gulv') returning id`.execute(owner);
    const rowOf = (visit: Visit) =>
      visit.$('.country-weeks tbody tr').filter((_, row) => visit.$(row).find('th').text().includes('Strand'));
    const decider = rowOf(await (await web.as('visitator')).get('/pladser/kalender'));
    expect(decider.find('.shut-in-row li').first().text()).toMatch(/^Hele afdelingen er lukket .* Årsag: nye vinduer\. .*ophold er booket/);
    expect(decider.find('.shut-in-row li').last().text()).toMatch(/^Plads 4 er lukket fra .* Årsag: nyt gulv\./);
    // Two weeks have some of the seven nights, or one where they begin on a Monday.
    expect((decider.find('path.shut-weeks').attr('d') ?? '').split('M').length - 1).toBe(weekdayOf(addDays(today, 14)) === 1 ? 1 : 2);
    expect(decider.find('a:contains("Se, hvem der skal flyttes")').length).toBe(0);
    const leader = await (await web.as('leder')).get('/pladser/kalender');
    expect(rowOf(leader).find('a:contains("Se, hvem der skal flyttes")').attr('href')).toBe('/pladser/afdeling/fjordhuset-strand#ophold');
    await sql`delete from closure where id in (${sql.join(rows.map(({ id }) => id))})`.execute(owner);
    expect((await (await web.as('visitator')).get('/pladser/kalender')).text).not.toContain('nye vinduer');
  });
});

test('a nought of a unit that is closed is told from one of a unit that is full: in the list of tonight, in the weeks and in words', async () => {
  const visitor = await web.as('visitator');
  await sql`insert into closure (unit, place, from_day, to_day, reason)
    values ('fjordhuset-strand', null, ${addDays(today, 1)}::date, ${addDays(today, 3)}::date, 'rotter')`.execute(owner);
  const rowIn = (visit: Visit, name: string) =>
    visit.$('main tbody tr').filter((_, row) => visit.$(row).find('th a').text().includes(name));
  const [tonight, weeks] = [await visitor.get('/pladser'), await visitor.get('/pladser/uger')];
  await sql`delete from closure where reason = 'rotter'`.execute(owner);
  for (const page of [tonight, weeks]) {
    expect(rowIn(page, 'Strand').find('.whole-shut').text()).toMatch(/^Hele afdelingen er lukket /);
    expect(rowIn(page, 'Lyng').find('.whole-shut').length).toBe(0);
  }
  const week = rowIn(weeks, 'Strand').find('td:has(.shut-words)');
  // Two nights lie in one week, or in two when the first is a Sunday.
  expect(week.length).toBe(weekdayOf(addDays(today, 1)) === 7 ? 2 : 1);
  expect(week.first().find('a').attr('aria-label')).toMatch(/0\/4 lukket, 0 ledige$/);
  expect(weeks.$('.weeks-summary div:contains("Fjordhuset (opdigtet), Strand") dd').text()).toContain('Hele afdelingen er lukket');
});

test('the weeks are passed by keyboard with one link, and turned above the table as below it', async () => {
  const page = await (await web.as('visitator')).get('/pladser/uger');
  const before = page.$('main .weeks').prevAll();
  expect(before.find('a[href="#i-ord"]').length).toBe(1);
  expect(page.$('#i-ord').length).toBe(1);
  expect(before.find('a:contains("Senere uger")').attr('href')).toBe(
    page.$('main .weeks').nextAll().find('a:contains("Senere uger")').attr('href'),
  );
});

test('the weeks say above the table how it is read, and of each unit that is not confirmed to ring first', async () => {
  const page = await (await web.as('visitator')).get('/pladser/uger');
  expect(page.$('.cell-legend li').length).toBe(5);
  expect(page.$('.weeks-summary .not-fresh .tag').length).toBe(page.$('.weeks tr.not-fresh').length);
  expect(page.$('.weeks-summary .not-fresh').text()).toContain('ring først');
});

function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

describe('the map', () => {
  test('of tonight tells the same as the list: the units with a free place, and which of them to ring first', async () => {
    const page = await (await web.as('visitator')).get('/pladser');
    const rows = page.$('.nights tbody tr').toArray();
    const free = rows
      .filter((row) => !page.$(row).find('td.number').first().text().startsWith('0 '))
      .map((row) => [page.$(row).find('th a').text(), page.$(row).hasClass('not-fresh')] as const);
    const said = page.$('.reach-map p').text();
    for (const [name, isStale] of free) {
      expect(said).toContain(isStale ? `${name} (ikke bekræftet det seneste døgn: ring først)` : name);
      expect(page.$(`.reach-map svg[role="img"] .unit-dot.stale title:contains("${name}")`).length).toBe(isStale ? 1 : 0);
    }
    expect(page.$('.reach-map svg[role="img"] .unit-dot').length).toBe(free.length);
    expect(free.some(([, isStale]) => isStale)).toBe(true);
  });

  test('of a search has the numbers of the list, in words too', async () => {
    const page = await (await web.as('visitator')).get(`/forloeb/alma/plads?soeg=ja&ankomst=${addDays(today, 60)}&naetter=30`);
    const said = page.$('.reach-map p').first().text();
    const able = page
      .$('.unit-card')
      .toArray()
      .filter((card) => page.$(card).find('.tag.done').length > 0);
    expect(able.length).toBeGreaterThan(1);
    for (const card of able) {
      const number = /^Nr\. (\d+)/.exec(page.$(card).find('.rank').text())?.[1] ?? '';
      expect(said).toContain(`nr. ${number} ${page.$(card).find('h3').text().trim()}`);
    }
  });
});

describe('the week that is asked about', () => {
  test('is chosen by its number and answered in a list: where there is room all week, how far it is, and where to ring first', async () => {
    const visitor = await web.as('visitator');
    const opened = await visitor.get('/pladser/uger');
    const week8 = opened.$('select[name="fra"] option:contains("Uge 8:")').first().attr('value') ?? '';
    expect(new Date(week8).getUTCDay()).toBe(1);
    expect(opened.$('.needs-asked').attr('open')).toBeDefined();
    const asked = await visitor.get(`/pladser/uger?vis=ja&fra=${week8}&kommune=0851&orden=distance&behov=partner&behov=mother-and-baby`);
    expect(asked.$('#svar').text()).toMatch(/^Uge 8: (\d+ afdelinger|1 afdeling|ingen afdeling) har plads hele ugen$/);
    expect(asked.$('.needs-asked summary').text()).toBe('Pladsen skal have rum til en partner og rum til mor og barn');
    const rows = asked.$('.weeks tbody tr').toArray();
    const withRoom = rows
      .filter((row) => Number(asked.$(row).find('td').first().find('b').text()) > 0)
      .map((row) => asked.$(row).find('th a').text());
    const said = asked
      .$('.week-answer li a')
      .toArray()
      .map((link) => asked.$(link).text());
    expect(said).toEqual(withRoom);
    expect(said.length).toBeGreaterThan(0);
    expect(asked.$('.week-answer li').text()).toMatch(/i bil/);
    const stale = asked
      .$('.weeks tr.not-fresh th a')
      .toArray()
      .map((link) => asked.$(link).text());
    for (const item of asked.$('.week-answer li').toArray())
      expect(asked.$(item).find('.tag').length).toBe(stale.includes(asked.$(item).find('a').text()) ? 1 : 0);
  });

  test('says the first week with room where it has none, and answers nothing to a day that is none', async () => {
    const visitor = await web.as('visitator');
    await sql`insert into closure (unit, place, from_day, to_day, reason)
      select id, null, ${today}::date, ${addDays(today, 8)}::date, 'lukket overalt' from unit`.execute(owner);
    const full = await visitor.get(`/pladser/uger?vis=ja&fra=${today}`);
    await sql`delete from closure where reason = 'lukket overalt'`.execute(owner);
    // A week that has begun is answered for what is left of it.
    const left = new Date(`${today}T12:00:00Z`).getUTCDay() === 1 ? 'hele ugen' : 'resten af ugen';
    expect(full.$('#svar').text()).toMatch(new RegExp(`: ingen afdeling har plads ${left}$`));
    expect(full.$('.week-answer').text()).toMatch(/Den første uge med plads er uge \d+, .*: \S+/);
    const wrong = await visitor.get('/pladser/uger?vis=ja&fra=2026-02-31');
    expect(wrong.status).toBe(422);
    expect(wrong.$('.week-answer').length).toBe(0);
  });
});
