/** The form of the waiting list opens with what was searched: nobody writes the same again, and nothing is lost on the way. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const decider = await web.as('visitator');
const alma = '/forloeb/alma/plads';

test('the day, the nights, the age, the partner, the children and the needs are those of the search that led there', async () => {
  const arrival = addDays(danishDay(now()), 13);
  const asked = new URLSearchParams([
    ['soeg', 'ja'],
    ['ankomst', arrival],
    ['laengde', 'naetter'],
    ['naetter', '37'],
    ['alder', '27'],
    ['partner', 'kvinde'],
    ['boern', '2, 5'],
    ['behov', 'step-free'],
  ]);
  const { $ } = await decider.get(`${alma}?${asked.toString()}`);
  const link = $('a:contains("Venteliste")[href^="/forloeb/alma/venteliste"]').first().attr('href') ?? '';
  const form = (await decider.get(link)).$('form[action="/forloeb/alma/venteliste"]');
  const value = (name: string): unknown => form.find(`[name=${name}]`).val();
  expect(['ankomst', 'naetter', 'alder', 'partner', 'boern'].map(value)).toEqual([arrival, '37', '27', 'kvinde', '2, 5']);
  const ticked = form
    .find('[name=behov]:checked')
    .toArray()
    .map((box) => box.attribs['value']);
  expect(new Set(ticked)).toEqual(new Set(['other-children', 'partner', 'step-free']));
  // What is chosen is kept as hers: what her pathway says she needs, and the search left out, is named before it is.
  expect(form.text()).toContain('skrives som hendes behov');
  expect(form.find('#behov-ikke-med').text()).toContain('skærmede rammer');
  const all = [...asked.entries()].filter(([name]) => name !== 'behov');
  const follows = [
    'shielded',
    'accepts-active-use',
    'detention-possible',
    'mother-and-baby',
    'substitution-treatment',
    'near-neonatal-ward',
  ];
  const whole = new URLSearchParams([...all, ...follows.map((need): [string, string] => ['behov', need])]);
  expect((await decider.get(`/forloeb/alma/venteliste?${whole.toString()}`)).$('#behov-ikke-med').length).toBe(0);
});

test('the nights are counted to the same end as the search counted them', async () => {
  const arrival = addDays(danishDay(now()), 5);
  const nights = async (weeks: number): Promise<number> => {
    const { $ } = await decider.get(`${alma}?soeg=ja&ankomst=${arrival}&laengde=foedsel&uger=${weeks}`);
    const link = $('a[href^="/forloeb/alma/venteliste?"]').first().attr('href') ?? '';
    return Number((await decider.get(link)).$('[name=naetter]').val());
  };
  const [six, ten] = [await nights(6), await nights(10)];
  expect(six).toBeGreaterThan(42);
  expect(ten - six).toBe(28);
});
