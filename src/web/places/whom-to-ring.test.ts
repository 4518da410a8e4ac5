/** Where a unit is told to ring, the number stands beside it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import type { PathwayFact, RecordedFact } from '../../domain/pathway/facts.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { importPathways } from '../../store/pathway-import.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const today = danishDay(moment(new Date().toISOString()));
/** No number in Denmark begins with a zero. */
const number = '00 00 02 41';

/** She has not said yes yet, and why the place is held all the same. */
const thinks = { 'sagt-ja': 'not-yet', 'sagt-ja-grund': 'other', 'sagt-ja-ord': 'Du ville tænke over det.' };

/** Two who wait: one has a coordinator with a number, and of the other nobody was named. */
await importPathways(
  owner,
  waitingWomen(today).map((her) => {
    const [first] = her.facts;
    if (!first || her.id !== 'venter-nadja') return her;
    const named: PathwayFact = { type: 'coordinator-named', coordinator: 'Grete Lund', deputy: null, telephone: number };
    const last: RecordedFact = { ...first, sequence: her.facts.length + 1, happened: today, fact: named };
    return { ...her, facts: [...her.facts, last] };
  }),
);

test('a unit that is to ring about the contract reads the coordinator’s number, and otherwise the municipality’s, or whose main number it is', async () => {
  const [decider, odense] = [await web.as('visitator'), await web.as('kommune-odense')];
  for (const [who, pathway, arrival, place] of [
    [decider, 'venter-nadja', addDays(today, 30), 'fjordhuset-klit'],
    [odense, 'venter-olga', addDays(today, 90), 'fjordhuset-klit'],
  ] as const) {
    const search = await who.get(`/forloeb/${pathway}/plads?soeg=ja&ankomst=${arrival}&naetter=20`);
    const form = search.$(`form[action$="/hold"]:has(input[value="${place}"])`).first();
    const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
    expect(
      (await who.post(form.attr('action') ?? '', { ...fields, ...(pathway === 'venter-olga' ? thinks : { 'sagt-ja': 'yes' }) })).status,
    ).toBe(303);
    // While it is only held, those who hold it are named with their number where nobody coordinates.
    if (pathway === 'venter-olga') {
      const held = (await (await web.as('leder')).get('/pladser/afdeling/fjordhuset-klit')).$('article.card:has(h3:contains("Olga"))');
      expect(held.text()).toMatch(/Odense Kommune, 00 00 03 \d\d/);
    }
    await sql`update stay set status = 'confirmed', held_until = null, legal_basis = 'SEL-107-2-2', paid_by = '0461'
      where pathway = ${pathway} and status = 'held'`.execute(owner);
  }
  const leader = await (await web.restarted()).as('leder');
  const page = await leader.get('/pladser/afdeling/fjordhuset-klit');
  const cardOf = (name: string) => page.$(`article.card:has(h3:contains("${name}"))`);
  expect(cardOf('Nadja').find('.alert').text()).toContain(`Ring til Grete Lund, ${number}. Den tilbydes fra hendes forløb.`);
  expect(cardOf('Nadja').find(`a[href="tel:+45${number.replaceAll(' ', '')}"]`).length).toBe(2);
  const odenses = (
    await sql<{ telephone: string }>`select telephone from municipality_telephone where municipality = '0461'`.execute(owner)
  ).rows[0]?.telephone;
  expect(odenses).toMatch(/^00 00 03 \d\d$/);
  expect(cardOf('Olga').find('.alert').text()).toContain(`Ring til Odense Kommune, ${odenses}. Den tilbydes fra hendes forløb.`);
  expect(cardOf('Olga').find('.pairs').text()).toContain(`Odense Kommune, ${odenses}`);
  expect(cardOf('Olga').find('.alert').text()).toContain(
    `Hun har ikke svaret på pladsen endnu. Spørg, før I gør klar. Ring til Odense Kommune, ${odenses}.`,
  );
  expect(cardOf('Olga').text()).not.toContain('Ring til hendes koordinator');

  // Where the municipality has taken its number away, the main number is all there is, and that is said.
  expect(
    (
      await odense.post('/kommune/telefon', {
        telefon: '',
        viste: (await odense.get('/kommune/telefon')).$('input[name=viste]').attr('value') ?? '',
      })
    ).status,
  ).toBe(303);
  const without = await leader.get('/pladser/afdeling/fjordhuset-klit');
  const olga = without.$('article.card:has(h3:contains("Olga"))');
  expect(olga.find('.alert').text()).toContain('Ring til Odense Kommune på hovednummeret. Den tilbydes fra hendes forløb.');
  expect(olga.find('.pairs').text()).toContain('Odense Kommune, intet nummer oplyst');
});

test('the coordinators of the demonstration have a number that is nobody’s', async () => {
  const numbers = await sql<{ telephone: string | null }>`select data ->> 'telephone' as telephone from pathway_fact
    where type = 'coordinator-named' and pathway in ('alma', 'freja', 'maja', 'karen')`.execute(owner);
  expect(numbers.rows.length).toBeGreaterThanOrEqual(3);
  for (const { telephone } of numbers.rows) expect(telephone).toMatch(/^00 00 02 \d\d$/);
  expect((await (await web.as('koordinator')).get('/forloeb/alma')).text).toMatch(/00 00 02 \d\d/);
});
