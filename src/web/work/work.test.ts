import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';

const web = await testWeb();

function groupsOf({ $ }: Visit): readonly (readonly [caption: string, rows: number])[] {
  return $('table.sheet')
    .map((_, table) => [[$(table).find('caption').text(), $(table).find('tbody tr').length]] as const)
    .get()
    .map(([caption, rows]) => [String(caption), Number(rows)] as const);
}

describe('«Mit arbejde»', () => {
  test.each(['jordemoder', 'behandler', 'familieraadgiver', 'koordinator', 'visitator', 'krisecenter', 'laege'])(
    '%s: every count agrees with its list, and together they are all the pathways',
    async (user) => {
      const visitor = await web.as(user);
      const work = await visitor.get('/arbejde');
      const groups = groupsOf(work);
      const { $ } = await visitor.get('/forloeb');
      const listed = $('tbody tr').filter((_, row) => $(row).find('td').eq(2).text() !== '–').length;

      for (const [caption, rows] of groups) expect(caption.endsWith(`: ${rows}`)).toBe(true);
      expect(groups.reduce((sum, [, rows]) => sum + rows, 0)).toBe(listed);
    },
  );

  test('puts what is due today first, with the rule that says so and a link to do it', async () => {
    const { $ } = await (await web.as('familieraadgiver')).get('/arbejde');
    const row = $('tbody tr').filter((_, line) => $(line).text().includes('Ukendt'));

    expect(row.text()).toContain('barnets lov § 136, stk. 2');
    expect(row.find('a[href="/forloeb/ukendt/underretning-vurderet"]').length).toBe(1);
  });

  test('says whom a step waits for when it is not one’s own', async () => {
    const { $ } = await (await web.as('jordemoder')).get('/arbejde');
    const others = $('table.sheet').last();

    expect(others.find('caption').text()).toMatch(/^Venter på andre/);
    expect(others.text()).toContain('Kommunens visitator');
  });

  test('shows another municipality nobody of Aalborg’s', async () => {
    const { text } = await (await web.as('kommune-odense')).get('/arbejde');
    for (const name of ['Maja', 'Tanja', 'Alma', 'Ukendt']) expect(text).not.toContain(name);
  });

  test('is refused to those who work with numbers only', async () => {
    expect((await (await web.as('planlaegger')).get('/arbejde')).status).toBe(403);
  });
});
