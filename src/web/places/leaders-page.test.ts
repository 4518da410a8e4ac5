/** What who leads a unit reads first on its page, and what is a line that opens on a telephone. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const strand = '/pladser/afdeling/fjordhuset-strand';

test('who leads the unit reads of the women before the places, and the facts of one who lives there are folded beneath her name', async () => {
  const page = await (await web.as('leder')).get(strand);
  const parts = page.$('main').html() ?? '';
  expect(parts.indexOf('id="ophold"')).toBeGreaterThan(0);
  expect(parts.indexOf('class="tonight"')).toBeGreaterThan(parts.indexOf('id="ophold"'));
  expect(page.$('.house-fold > summary').text()).toMatch(/Pladserne i nat: \d+ af \d+ er ledige/);

  const lives = page.$('article.card:has(h3:contains("Astrid"))');
  expect(lives.find('> h3, > p').text()).toContain('Indskrevet');
  expect(lives.find('> .house-fold > summary').text()).toBe('Oplysninger, og hvad du kan skrive om opholdet');
  expect(lives.find('> .house-fold form[action$="/udskriv/se"]').length).toBe(1);
  // What must be seen of her is never folded.
  expect(lives.find('.house-fold .alert').length).toBe(0);
});

test('one who is expected is not folded: she can be admitted at once', async () => {
  const page = await (await web.as('leder')).get(strand);
  const admits = page.$('article.card form[action$="/indskriv"]');
  expect(admits.length).toBeGreaterThan(0);
  expect(admits.closest('.house-fold').length).toBe(0);
});

test('who seeks a place reads of the places first, and they are not folded', async () => {
  const page = await (await web.as('visitator')).get(strand);
  expect(page.$('.tonight').length).toBe(1);
  expect(page.$('.house-fold .tonight').length).toBe(0);
});
