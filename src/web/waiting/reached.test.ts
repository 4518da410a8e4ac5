import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { asId } from '../../domain/id.ts';
import { danishDay, moment } from '../../domain/time.ts';
import { importPathways } from '../../store/pathway-import.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const today = danishDay(moment(new Date().toISOString()));
await importPathways(owner, waitingWomen(today));
const [decider, agency] = await Promise.all(['visitator', 'styrelse'].map((user) => web.as(user)));
if (!decider || !agency) throw new Error('two people log in');

type Counted = { readonly steps: readonly string[]; readonly held: number; readonly placed: number };

/** What the report counts at each step, and of all regions together in the table of waits, read again by another server. */
async function counted(): Promise<Counted> {
  const { $ } = await (await (await web.restarted()).as('styrelse')).get('/venteliste/rimelighed');
  const cells = (caption: string, column: string): readonly string[] =>
    $('table')
      .filter((_, one) => $(one).find('caption').text() === caption)
      .find(`tbody td[data-label="${column}"]`)
      .toArray()
      .map((cell) => $(cell).text());
  const sum = (column: string): number => cells('Ventetid efter region', column).reduce((all, count) => all + Number(count), 0);
  return { steps: cells('Hvor langt de er med en plads', 'Antal'), held: sum('Plads holdes'), placed: sum('Har fået plads') };
}

test('a yes is counted as a place that is held, and as a place that was given only once it is confirmed', async () => {
  const hers = '/forloeb/venter-nadja';
  const before = await counted();
  expect(before.steps).toHaveLength(4);
  const more = (step: number, to: 'held' | 'placed' | null): Counted => ({
    steps: before.steps.map((count, index) => (index === step ? String(Number(count) + 1) : count)),
    held: before.held + (to === 'held' ? 1 : 0),
    placed: before.placed + (to === 'placed' ? 1 : 0),
  });
  const wish = {
    soeg: 'ja',
    ankomst: today,
    laengde: 'naetter',
    naetter: '30',
    'oenske-1': 'fjordhuset-strand',
    'svar-liste': 'not-asked',
  };
  expect((await decider.post(`${hers}/venteliste`, wish)).status).toBe(303);
  expect(await counted()).toEqual(more(0, null));

  const form = (await decider.get(`${hers}/venteliste`)).$('form[action$="/ja"]');
  const sent = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
  expect((await decider.post(`${hers}/venteliste/ja`, { ...sent, 'sagt-ja': 'yes', ringet: 'ja' })).status).toBe(303);
  expect(await counted()).toEqual(more(1, 'held'));

  const { id } = await owner
    .selectFrom('stay')
    .select('id')
    .where('status', '=', 'held')
    .where('pathway', '=', asId<'pathway'>('venter-nadja'))
    .executeTakeFirstOrThrow();
  await owner
    .updateTable('stay')
    .set({ status: 'confirmed', held_until: null, legal_basis: 'SEL-107-2-2', paid_by: asId<'municipality'>('0851') })
    .where('id', '=', id)
    .execute();
  expect(await counted()).toEqual(more(2, 'placed'));
  await owner.updateTable('stay').set({ status: 'admitted' }).where('id', '=', id).execute();
  expect(await counted()).toEqual(more(3, 'placed'));
});
