/** What is needed for a birth is needed on the nights of it, until it is said to be needed all through the stay: by a press, kept and taken back. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { type Need, needNightsRule } from '../../domain/placement/needs.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const visitator = await web.as('visitator');
const alma = '/forloeb/alma/plads';
const room = 'mother-and-baby';

const asked = (everyNight: boolean): string =>
  `${alma}?soeg=ja&ankomst=${danishDay(moment(new Date().toISOString()))}&laengde=foedsel&uger=8&behov=${room}${everyNight ? `&alle-naetter=${room}` : ''}`;

const ticked = ({ $ }: Visit): boolean => $(`form[method=get] input[name=alle-naetter][value=${room}]`).is(':checked');

async function keeps(page: Visit): Promise<readonly Need[]> {
  const form = page.$('.her-needs form');
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  expect((await visitator.post(form.attr('action') ?? '', fields)).status).toBe(303);
  const { rows } = await sql<{
    needs: readonly Need[];
  }>`select needs from her_needs where pathway = 'alma' order by number desc limit 1`.execute(owner);
  return rows[0]?.needs ?? [];
}

test('the room is asked for on every night by a press, which is kept, begins the next search, and is taken back', async () => {
  const { rows } = await sql<{ due: Day }>`select state -> 'dueDate' ->> 'dueDate' as due from pathway where id = 'alma'`.execute(owner);
  const from = addDays(rows[0]?.due ?? danishDay(moment(new Date().toISOString())), -needNightsRule.roomDaysBeforeDueDate);
  const onNights = `rum til mor og barn fra ${dayText(from, 'da')}`;
  const usual = await visitator.get(asked(false));
  expect([ticked(usual), usual.$('.asked summary').text().includes(onNights)]).toEqual([false, true]);

  const all = await visitator.get(asked(true));
  expect([ticked(all), all.$('.asked summary').text().includes(onNights)]).toEqual([true, false]);
  expect(await keeps(all)).toEqual([{ property: room, why: 'chosen' }]);

  const next = await (await (await web.restarted()).as('visitator')).get(alma);
  expect(ticked(next)).toBe(true);
  const less = await visitator.get(asked(false));
  expect(less.$('.her-needs').text()).toContain(`Denne søgning beder om ${onNights}; det er andre nætter, end der er skrevet.`);
  expect(await keeps(less)).toEqual([{ property: room, why: 'stay-passes-birth', from }]);
  expect(ticked(await visitator.get(alma))).toBe(false);
});
