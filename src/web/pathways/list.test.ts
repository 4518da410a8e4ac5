import { expect, test } from 'vitest';
import { testPermit } from '../../../test/actors.ts';
import { openTestPathways } from '../../../test/pathways.ts';
import { testWeb } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { pageLength } from '../../store/pathway.ts';
import { userActor } from '../../store/session.ts';

const web = await testWeb();
const user = 'kommune-odense';
const actor = await userActor(web.database.db, asId<'user'>(user));
if (!actor) throw new Error(`«${user}» is not in the demonstration`);
const permit = testPermit(actor, 'pathway:refer');
const going = Array.from({ length: pageLength + 5 }, (_, index) => asId<'pathway'>(`i-gang-${index}`));
await openTestPathways(web.database.db, permit, going);
await openTestPathways(web.database.db, permit, [asId<'pathway'>('slut')], [{ type: 'pathway-ended', reason: 'Flyttet' }]);

/** The addresses of the pathways that a page leads to. */
async function pathwaysOn(path: string): Promise<{ readonly links: readonly string[]; readonly next: string | undefined }> {
  const { $ } = await (await web.as(user)).get(path);
  const links = $('tbody th a')
    .map((_, link) => $(link).attr('href'))
    .get();
  return { links, next: $('nav a:contains("Næste side")').attr('href') };
}

test('the list leaves out what has ended until it is asked for', async () => {
  const all = async (path: string): Promise<readonly string[]> => {
    const { links, next } = await pathwaysOn(path);
    return next === undefined ? links : [...links, ...(await all(next))];
  };
  const [shown, withEnded] = [await all('/forloeb'), await all('/forloeb?afsluttede=ja')];

  expect(shown).not.toContain('/forloeb/slut');
  expect(withEnded.filter((address) => !shown.includes(address))).toContain('/forloeb/slut');
  expect((await (await web.as(user)).get('/forloeb')).$('a:contains("Vis afsluttede")').attr('href')).toBe('/forloeb?afsluttede=ja');
});

test.each(['/forloeb', '/arbejde'])('%s shows a hundred at a time, each pathway on one page and only one', async (path) => {
  const first = await pathwaysOn(path);
  expect(first.links).toHaveLength(pageLength);
  expect(first.next).toBe(`${path}?side=2`);

  const second = await pathwaysOn(`${path}?side=2`);
  expect(second.next).toBeUndefined();
  const both = [...first.links, ...second.links];
  expect(new Set(both).size).toBe(both.length);
  for (const id of going) expect(both).toContain(`/forloeb/${id}`);
});

test.each(['99', '0', '-1', 'x', '1e9'])('a page that is not there shows one that is: side=%s', async (page) => {
  expect((await pathwaysOn(`/forloeb?side=${page}`)).links.length).toBeGreaterThan(0);
});
