/** Unit by unit why one who waits is asked for there or not; and that a unit whose capacity is not fresh is rung before she is asked. */
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { danishDay, moment } from '../../domain/time.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { importPathways } from '../../store/pathway-import.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const today = danishDay(moment(new Date().toISOString()));
await importPathways(owner, waitingWomen(today));
const decider = await web.as('visitator');
const wish = {
  soeg: 'ja',
  ankomst: today,
  laengde: 'naetter',
  naetter: '30',
  'oenske-1': 'fjordhuset-strand',
  'svar-liste': 'not-asked',
  'oenske-2': 'lyngborg-lyng',
};

const sentOf = (page: Visit): Readonly<Record<string, string>> =>
  Object.fromEntries(
    page
      .$('form[action$="/ja"]')
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  );

test('a wish that no unit can meet stands in sight with the reason of each, in the receipt too', async () => {
  const hers = '/forloeb/alma/venteliste';
  const all = ['mother-and-baby', 'partner', 'other-children', 'shielded', 'accepts-active-use', 'substitution-treatment', 'step-free'];
  expect((await decider.post(hers, { ...wish, behov: all })).status).toBe(303);
  const page = await decider.get(hers);
  const why = page.$('#hvorfor').parent().text();
  expect(why).toMatch(/1\. ønske: Fjordhuset \(opdigtet\), Strand: Spørges ikke, før behovene eller afdelingen er en anden\./);
  expect(why).toMatch(/2\. ønske: Lyngborg \(opdigtet\), Lyng: /);
  expect(page.$('.units-why .reasons li').length).toBeGreaterThan(0);
  expect(page.$('select[name="oenske-1"]').val()).toBe('fjordhuset-strand');
  // The same reason as the search gives.
  const search = await decider.get(`/forloeb/alma/plads?soeg=ja&ankomst=${today}&naetter=30&${all.map((one) => `behov=${one}`).join('&')}`);
  const first = page.$('.units-why > li').first().find('.reasons li').first().text();
  expect(search.text).toContain(first);

  const changed = await decider.post(`${hers}/ret`, { ...wish, behov: all, naetter: '31' });
  const receipt = (await decider.get(changed.location)).$('#kvittering').text();
  expect(receipt).toMatch(/Hendes 1\. ønske er stadig Fjordhuset \(opdigtet\), Strand\./);
  expect((await decider.post(`${hers}/af-listen`, { felt: 'af', 'grund-af': 'moved', set: 'ja' })).status).toBe(303);
});

test('where she named no unit, every unit is named: those that are not asked stand together, each with its reason', async () => {
  const hers = '/forloeb/alma/venteliste';
  const anywhere = { soeg: 'ja', ankomst: today, laengde: 'naetter', naetter: '30', 'svar-liste': 'not-asked' };
  const sent = { ...anywhere, behov: ['substitution-treatment', 'mother-and-baby'], vej: '90' };
  expect((await decider.get(hers)).text).not.toContain('spørges alle afdelinger');
  expect((await decider.post(hers, sent)).status).toBe(303);
  const page = await decider.get(hers);
  const all = await owner.selectFrom('unit').select('id').execute();
  const why = page.$('#hvorfor').parent();
  const idsIn = (selector: string): readonly string[] =>
    why
      .find(selector)
      .toArray()
      .map((link) => (page.$(link).attr('href') ?? '').split('/').at(-1) ?? '');
  expect(idsIn('.units-why > li > a').toSorted()).toEqual(all.map(({ id }) => String(id)).toSorted());
  // She has a number on the list of each that is asked, and on none that is left out for what no place of it has.
  const leftOut = why.find('.left-out .units-why > li').toArray();
  expect(why.find('.left-out h3').text()).toBe(`${leftOut.length} afdelinger spørges ikke, og hvorfor`);
  for (const item of leftOut)
    expect(page.$(item).text()).toMatch(/: Spørges ikke(, før behovene eller afdelingen er en anden\..*\.|: ca\. .* i bil)/s);
  for (const item of why.find('.units-why > li').toArray())
    if (!leftOut.includes(item)) expect(page.$(item).text()).not.toContain('Spørges ikke');
  expect(leftOut.length).toBeGreaterThan(1);

  expect(why.text()).toContain('Har en plads til hende nu: tilbuddet er ikke besvaret.');
  expect((await withdrawn(hers)).status).toBe(303);

  // Where she wishes one, the others are named as not wished.
  await decider.post(hers, { ...sent, 'oenske-1': 'fjordhuset-strand' });
  const wished = await (await (await web.restarted()).as('visitator')).get(hers);
  const others = wished.$('#hvorfor').parent().find('.left-out');
  expect(others.text()).toContain('Ønsket nævner bestemte afdelinger, og disse er ikke blandt dem:');
  expect(others.find('a').length).toBe(all.length - 1);
  expect((await withdrawn(hers)).status).toBe(303);
});

async function withdrawn(hers: string): Promise<Visit> {
  const form = (await decider.get(hers)).$('form[action$="/af-listen"]').serializeArray();
  const fields = Object.fromEntries(form.map(({ name, value }) => [name, value]));
  return decider.post(`${hers}/af-listen`, { ...fields, felt: 'af', 'grund-af': 'moved', set: 'ja' });
}

test('an offer of a place whose capacity was never confirmed says so, and is said yes to only once the unit was rung', async () => {
  const hers = '/forloeb/venter-nadja/venteliste';
  await owner
    .updateTable('unit')
    .set({ confirmed_by: null, confirmed_at: null })
    .where('id', '=', asId<'unit'>('fjordhuset-strand'))
    .execute();
  const { 'oenske-2': _, ...alone } = wish;
  expect((await decider.post(hers, alone)).status).toBe(303);
  const page = await decider.get(hers);
  expect(page.text).toContain('Afdelingens kapacitet er aldrig bekræftet. Ring til afdelingen, før I spørger hende.');
  const sent = { ...sentOf(page), 'sagt-ja': 'yes' };
  const refused = await decider.post(`${hers}/ja`, sent);
  expect(refused.status).toBe(422);
  expect(refused.$('.error-summary, .alert.error').text()).toContain('Ring til afdelingen først');

  expect((await decider.post(`${hers}/ja`, { ...sentOf(refused), 'sagt-ja': 'yes', ringet: 'ja' })).status).toBe(303);
  const after = await decider.get(hers);
  expect(after.text).toContain('Et ja tages tilbage ved at give pladsen fri');
  expect(after.text).toContain('mister ingen point');
  const events = await owner.selectFrom('stay_event').select('data').where('act', '=', 'extend').execute();
  expect(events.map(({ data }) => data)).toContainEqual(expect.objectContaining({ rang: true, rangEdition: 'tilbud-friskhed/2026-11' }));
});
