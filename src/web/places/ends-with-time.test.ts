/** What is in her way in a unit: told as ending by itself only where time removes it, in the search and on the waiting list. */
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const unit = asId<'unit'>('fjordhuset-strand');
const [today, inLongTime] = [danishDay(now()), addDays(danishDay(now()), 700)];
const decider = await web.as('visitator');

const passes = 'Falder dette væk, kan hun komme:';
const stands = 'Bliver dette anderledes, kan hun komme, men som afdelingen er nu, hjælper det ikke at vente:';

beforeEach(async () => {
  await sql`delete from unit_staffing where unit = ${unit}`.execute(owner);
  await sql`delete from closure where unit = ${unit}`.execute(owner);
  await sql`update unit_admission set youngest = null, oldest = null where unit = ${unit}`.execute(owner);
});

const closedUntil = (to: string | null): Promise<unknown> =>
  sql`insert into closure (unit, place, from_day, to_day, reason) values (${unit}, null, ${today}, ${to}, 'nye vinduer')`.execute(owner);
const staffedUntil = (to: string | null): Promise<unknown> =>
  sql`insert into unit_staffing (unit, from_day, to_day, women) values (${unit}, ${today}, ${to}, 0)`.execute(owner);
const receives = (youngest: number | null, oldest: number | null): Promise<unknown> =>
  sql`update unit_admission set youngest = ${youngest}, oldest = ${oldest} where unit = ${unit}`.execute(owner);

test.each([
  ['a closure with an end', () => closedUntil(inLongTime), passes],
  ['a closure without an end', () => closedUntil(null), stands],
  ['a staffing of nobody with an end', () => staffedUntil(inLongTime), passes],
  ['a staffing of nobody without an end', () => staffedUntil(null), stands],
  ['an age that she will reach', () => receives(25, null), passes],
  ['an age that she has passed', () => receives(null, 19), stands],
])('a search says of %s whether time removes it', async (_, arrange, heading) => {
  await arrange();
  const later = await (await web.restarted()).as('visitator');
  const { $ } = await later.get(`/forloeb/alma/plads?soeg=ja&ankomst=${today}&laengde=naetter&naetter=20&behov=shielded&alder=20`);
  const card = $('.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))');
  expect(card.length).toBe(1);
  expect(card.text()).toContain(heading);
  expect(card.find('form[action$="/hold"]')).toHaveLength(0);
});

test('the waiting list asks a unit when its closure ends, and one that is closed without an end only when it is another', async () => {
  const hers = '/forloeb/alma/venteliste';
  await closedUntil(inLongTime);
  const wish = { soeg: 'ja', ankomst: today, laengde: 'naetter', naetter: '30', vej: '', 'svar-liste': 'not-asked' };
  expect((await decider.post(hers, wish)).status).toBe(303);
  const ofStrand = async (): Promise<{ readonly said: string; readonly isLeftOut: boolean }> => {
    const { $ } = await (await (await web.restarted()).as('visitator')).get(hers);
    const item = $('.units-why > li').filter((_, one) => $(one).find('a').first().attr('href') === `/pladser/afdeling/${unit}`);
    return { said: item.text(), isLeftOut: item.closest('.left-out').length === 1 };
  };
  const ends = await ofStrand();
  expect(ends.said).toContain(`Spørges, når det ikke længere er sådan. ${passes}`);
  expect(ends.isLeftOut).toBe(false);

  await sql`update closure set to_day = null where unit = ${unit}`.execute(owner);
  const never = await ofStrand();
  expect(never.said).toContain(`Spørges ikke, før behovene eller afdelingen er en anden. ${stands}`);
  expect(never.isLeftOut).toBe(true);
});
