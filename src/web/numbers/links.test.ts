import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';

const web = await testWeb();

const linksOf = ({ $ }: Visit): readonly string[] =>
  $('main a[href]')
    .toArray()
    .map((link) => ($(link).attr('href') ?? '').split('#')[0] ?? '')
    .filter((href) => href.startsWith('/'));

test.each(['tilsyn', 'godkender', 'jordemoder'])('no link on the pages about numbers leads %s to a refusal', async (who) => {
  const visitor = await web.as(who);
  const [seen, waiting] = [new Set(['/tal']), ['/tal']];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const page = await visitor.get(next);
    expect(page.status, `${who}: ${next}`).toBeLessThan(400);
    // What stands one step from the front page of numbers is opened too; pages further on are asked whether they open.
    if (next !== '/tal' && !(/^\/tal\/[a-z-]+$/.test(next) || next === '/tal/opgoerelser/decided-any')) continue;
    for (const href of linksOf(page))
      if (!seen.has(href)) {
        seen.add(href);
        waiting.push(href);
      }
  }
  expect(seen.size).toBeGreaterThan(5);
});

test('only those who may read imported lists are shown the way to them', async () => {
  for (const [who, links] of [
    ['sekretaer', 1],
    ['tilsyn', 0],
    ['godkender', 0],
    ['jordemoder', 0],
  ] as const)
    expect((await (await web.as(who)).get('/tal/gengangere')).$('a[href="/tal/lister"]').length, who).toBe(links);
});

test('on a place’s own numbers the caption under a heading is for screen readers alone', async () => {
  const { $ } = await (await web.as('sekretaer')).get('/tal/vores');
  expect($('main table caption').length).toBeGreaterThan(2);
  for (const caption of $('main table caption').toArray()) {
    expect($(caption).hasClass('sr-only')).toBe(true);
    // It is still said, and so is the name of the frame that scrolls.
    expect($(caption).text()).toBe($(caption).closest('.card').find('h2').text());
    expect($(caption).closest('[aria-label]').attr('aria-label')).toBe($(caption).text());
  }
});
