import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const visitor = await web.as('visitator');
const unit = 'fjordhuset-strand';

type Calendar = {
  readonly asked: { readonly nights: number; readonly needs: readonly string[] } | null;
  readonly days: readonly { readonly night: string; readonly free: number; readonly places: number; readonly forHer: number | null }[];
};

async function json(query = ''): Promise<Calendar> {
  const { response } = await visitor.get(`/api/units/${unit}/calendar${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<Calendar>();
}

/** The ISO week of a Monday: week 1 is the one with 4 January in it. */
function weekByIso(monday: string): number {
  const thursday = new Date(Date.parse(monday) + 3 * 86_400_000);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / (7 * 86_400_000)) + 1;
}

describe('the calendar of a unit', () => {
  test('says of each day of two years how many places are for her and how many are free, as the JSON says it', async () => {
    const asked = await json('?nights=60&needs=mother-and-baby');
    expect(asked.asked).toEqual({ nights: 60, needs: ['mother-and-baby'] });
    expect(asked.days).toHaveLength(730);
    const { $, status } = await visitor.get(`/pladser/afdeling/${unit}/kalender?naetter=60&behov=mother-and-baby`);
    expect(status).toBe(200);
    const cells = $('.month td:not(.no-day)')
      .toArray()
      .map((cell) => $(cell).text().replaceAll(/\s+/g, ' ').trim());
    expect(cells).toEqual(
      asked.days.map(({ night, free, places, forHer }) => `${Number(night.slice(8))}. ${forHer} for hende / ${free} af ${places}`),
    );
    expect($('.month').length).toBe(new Set(asked.days.map(({ night }) => night.slice(0, 7))).size);
    expect($('.month thead th').length).toBe($('.month').length * 8);
    // Weeks begin on Mondays and bear their ISO number; the first day is said above them.
    const first = asked.days.find(({ forHer }) => (forHer ?? 0) > 0)?.night;
    expect($('.lead').text()).toBe(
      first === undefined
        ? 'Ingen dag i de to år, hvor hun kan komme, uden at nogen flyttes.'
        : `Første dag, hun kan komme: ${new Intl.DateTimeFormat('da-DK', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(first))}.`,
    );
    for (const row of $('.month tbody tr').toArray()) {
      const monday = /uge=(\d{4}-\d{2}-\d{2})/.exec($(row).find('th a').attr('href') ?? '')?.[1] ?? '';
      expect(new Date(monday).getUTCDay()).toBe(1);
      expect(Number($(row).find('th').text())).toBe(weekByIso(monday));
      for (const [weekday, cell] of $(row).find('td').toArray().entries()) {
        const day = $(cell).find('.day-number').text();
        if (day !== '') expect(day).toBe(`${new Date(Date.parse(monday) + weekday * 86_400_000).getUTCDate()}.`);
      }
    }
  });

  test('without a woman counts what is free', async () => {
    const { asked, days } = await json();
    expect(asked).toBeNull();
    expect(days.every(({ forHer, free, places }) => forHer === null && free <= places)).toBe(true);
    const { text } = await visitor.get(`/pladser/afdeling/${unit}/kalender`);
    expect(text).not.toContain('for hende');
  });

  test('is reached from the card of a search with her needs and her length, and from the unit’s page', async () => {
    const { $ } = await visitor.get('/forloeb/alma/plads');
    const link = $('a[href*="/kalender"]').first().attr('href') ?? '';
    expect(link).toMatch(/^\/pladser\/afdeling\/[a-z-]+\/kalender\?forloeb=alma&soeg=ja&ankomst=/);
    expect((await visitor.get(link)).text).toContain('for hende');
    expect((await visitor.get(`/pladser/afdeling/${unit}`)).$(`a[href="/pladser/afdeling/${unit}/kalender"]`).length).toBe(1);
  });

  test('refuses a length that is none, on the page and as JSON, and an address of no unit', async () => {
    expect((await visitor.get(`/pladser/afdeling/${unit}/kalender?naetter=9999`)).status).toBe(422);
    for (const query of ['?nights=0', '?nights=999', '?needs=swimming-pool'])
      expect((await visitor.get(`/api/units/${unit}/calendar${query}`)).status).toBe(422);
    expect((await visitor.get('/pladser/afdeling/ingen/kalender')).status).toBe(404);
    expect((await visitor.get('/api/units/ingen/calendar')).status).toBe(404);
  });
});

test('the page of all units has a line for each, with its weeks in a few words and a way to its days', async () => {
  const { $, status } = await visitor.get('/pladser/kalender');
  const rows = await web.database.owner.selectFrom('unit').select('id').execute();
  expect(status).toBe(200);
  expect($('tbody tr').length).toBe(rows.length);
  expect($('tbody tr').first().text()).toMatch(/af 104 uger|ingen hel uge/);
  const ofRegion = await visitor.get('/pladser/kalender?region=nordjylland');
  expect(ofRegion.$('tbody tr').length).toBeLessThan(rows.length);
  expect(ofRegion.$('main a[aria-current="page"]').text()).toBe('Nordjylland');
});
