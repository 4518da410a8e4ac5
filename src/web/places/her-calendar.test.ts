import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const decider = await web.as('visitator');
const leader = await web.as('leder');
const elsewhere = await web.as('kommune-odense');
const planner = await web.as('planlaegger');
const arrival = addDays(danishDay(now()), 4);
const search = `/forloeb/alma/plads?soeg=ja&ankomst=${arrival}&laengde=naetter&naetter=40&partner=kvinde&behov=mother-and-baby&behov=partner`;
const calendar = '/pladser/afdeling/fjordhuset-strand/kalender';

afterEach(async () => {
  await sql`delete from stay_event where stay in (select id from stay where request_key not like 'import %')`.execute(owner);
  await sql`delete from stay where request_key not like 'import %'`.execute(owner);
});

/** The way from the card of a unit in a search to its calendar. */
async function linkIn(address: string): Promise<string> {
  return (await decider.get(address)).$('a[href^="/pladser/afdeling/fjordhuset-strand/kalender"]').attr('href') ?? '';
}

describe('the calendar opened from a search', () => {
  test('says whom it is for and what was asked, and leads back to the search with every field', async () => {
    const link = await linkIn(search);
    const page = await decider.get(link);

    expect(page.$('.calendar-page h2').first().text()).toBe('For Alma (opdigtet)');
    expect(page.$('#svar').text()).toMatch(
      /^Der er søgt fra \S+dag (den )?\d+\. \S+, 40 nætter: rum til mor og barn og rum til en partner\./,
    );
    const back = page.$('#svar a').attr('href') ?? '';
    const sorted = (address: string): string => {
      const fields = new URLSearchParams(address.split('?')[1]);
      fields.sort();
      return fields.toString();
    };
    expect(sorted(back)).toBe(sorted(search));
    expect(back.startsWith('/forloeb/alma/plads?')).toBe(true);
    // Another week of it is still hers.
    expect(page.$('a[href*="uge="]').first().attr('href')).toContain('forloeb=alma');
  });

  test('holds from there, and each day on which she can come leads to the answer for that day', async () => {
    const page = await decider.get(
      await linkIn(`/forloeb/alma/plads?soeg=ja&ankomst=${arrival}&laengde=naetter&naetter=40&behov=mother-and-baby`),
    );
    const day = page.$('.month td.some .day-number a').last().attr('href') ?? '';
    const later = await decider.get(day.split('#')[0] ?? '');
    expect(later.$('#ankomst').val()).toBe(/ankomst=(\d{4}-\d\d-\d\d)/.exec(day)?.[1]);
    expect(later.$('form[action$="/hold"]').length).toBe(1);

    const form = page.$('form[action="/forloeb/alma/plads/hold"]');
    const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
    expect((await decider.post('/forloeb/alma/plads/hold', { ...fields, 'sagt-ja': 'yes' })).status).toBe(303);
    const stay = await owner
      .selectFrom('stay')
      .select(['unit', 'arrival'])
      .where('request_key', 'not like', 'import %')
      .executeTakeFirstOrThrow();
    expect([stay.unit, stay.arrival]).toEqual(['fjordhuset-strand', arrival]);
  });

  test('names nobody to one who takes no part in her pathway, and shows the days all the same', async () => {
    const link = await linkIn(search);
    const page = await elsewhere.get(link);

    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Alma');
    expect(page.$('form[action$="/hold"]').length).toBe(0);
    expect(page.$('.month').length).toBeGreaterThan(20);
  });
});

describe('the week of the calendar', () => {
  test('tells the leader of the unit who has each place, with a line in the trace for each of them, and tells nobody else', async () => {
    const read = async (): Promise<readonly string[]> => {
      const rows = await owner
        .selectFrom('trace')
        .select(['subject', 'rule'])
        .where('subject_kind', '=', 'pathway')
        .where('permission', '=', 'place:manage')
        .execute();
      return rows.map(({ subject }) => subject ?? '');
    };
    const before = await read();
    const page = await leader.get(calendar);

    expect(page.$('#uge table tbody tr').eq(0).text()).toContain('Astrid (opdigtet)');
    expect(page.$('#uge table tbody tr').eq(1).text()).toContain('Bodil (opdigtet)');
    expect(page.$('#uge .week-lines').text()).toContain('Astrid (opdigtet)');
    const shown = page
      .$('#uge table a')
      .toArray()
      .map((link) => page.$(link).attr('href')?.split('#ophold-')[1] ?? '');
    const pathways = await owner
      .selectFrom('stay')
      .select('pathway')
      .where(
        'id',
        'in',
        shown.map((id) => asId<'stay'>(id)),
      )
      .execute();
    expect(pathways.length).toBeGreaterThan(1);
    expect(new Set((await read()).slice(before.length))).toEqual(new Set(pathways.map(({ pathway }) => pathway)));
    for (const other of [decider, elsewhere, planner]) expect((await other.get(calendar)).text).not.toMatch(/Astrid|Bodil/);
    expect((await leader.get('/pladser/afdeling/lyngborg-lyng/kalender')).text).not.toContain('Edel');
  });

  test('and the months stand as lines too, for a screen too narrow for seven columns', async () => {
    const { $ } = await decider.get(`${calendar}?naetter=60&behov=mother-and-baby`);

    expect($('.month-list').length).toBe($('table.month').length);
    expect($('.month-list li').first().text()).toMatch(/: (ingen plads|\d+ plads(er)?) for hende, \d af 4 ledige i alt$/);
  });
});
