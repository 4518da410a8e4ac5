import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const leader = await web.as('leder');

const upkeep = '/pladser/afdeling/fjordhuset-strand/drift';
const today = danishDay(moment(new Date().toISOString()));

/** Sends a form, and again with what was shown before it is saved. */
async function save(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Visit> {
  const first = await leader.post(path, fields);
  if (first.status !== 200) return first;
  const again: Record<string, string[]> = {};
  for (const { name, value } of first.$('main form').serializeArray()) again[name] = [...(again[name] ?? []), value];
  return leader.post(path, again);
}

describe('what does not fit together', () => {
  const women = { kunkvinder: 'ja', yngst: '', aeldst: '', boern: '', boernealder: '' };
  const partner = { plads: 'fjordhuset-strand-4', egenskab: ['mother-and-baby', 'partner'] };
  const kept = async (): Promise<{ has: boolean; women: boolean }> => {
    const { rows } = await sql<{ has: boolean; women: boolean }>`select women_only as women,
      exists (select from place_property where place = 'fjordhuset-strand-4' and property = 'partner') as has
      from unit_admission where unit = 'fjordhuset-strand'`.execute(owner);
    return rows[0] ?? { has: false, women: false };
  };

  test('is asked about before a place for a partner is saved in a unit without men, and a rule without men over such a place', async () => {
    await save(`${upkeep}/optagelse`, women);
    const asked = await leader.post(`${upkeep}/egenskaber`, partner);
    expect(asked.status).toBe(200);
    expect(asked.text).toMatch(/«Partner kan bo med» \(.*Plads 4\) og «ingen mænd» gælder på samme tid/);
    expect(await kept()).toEqual({ has: false, women: true });
    expect((await save(`${upkeep}/egenskaber`, partner)).status).toBe(303);
    expect(await kept()).toEqual({ has: true, women: true });

    await save(`${upkeep}/optagelse`, { ...women, kunkvinder: '' });
    const again = await leader.post(`${upkeep}/optagelse`, women);
    expect(again.text).toContain('«ingen mænd» gælder på samme tid');
    expect(await kept()).toEqual({ has: true, women: false });
  });
});

describe('a place', () => {
  const key = '00000000-0000-4000-8000-0000000000e1';
  const stateOf = (page: Visit, name: string): string =>
    page
      .$('.supply-places tr')
      .filter((_, row) => page.$(row).find('th').text() === name)
      .find('td')
      .eq(2)
      .text();

  test('that is closed says so in its line, and not that it is always open', async () => {
    await save(`${upkeep}/lukning`, {
      hvad: 'fjordhuset-strand-4',
      fra: today,
      til: addDays(today, 3),
      aarsag: 'damage',
      grund: 'vandskade',
      noegle: key,
    });
    expect(stateOf(await leader.get(upkeep), 'Plads 4')).toMatch(/^lukket .*: vandskade$/);
    const lift = (await leader.get(upkeep)).$('a[href*="/ophaev"]').first().attr('href') ?? '';
    expect(
      (await leader.post(lift.split('?')[0] ?? '', { lukning: new URLSearchParams(lift.split('?')[1]).get('lukning') ?? '', dag: today }))
        .status,
    ).toBe(303);
    expect(stateOf(await leader.get(upkeep), 'Plads 4')).not.toContain('lukket');
  });

  test('is not ended while nights are agreed on it, which says whose; moved or left, it ends with day and reason, also after a restart', async () => {
    const end = `${upkeep}/nedlaeg-plads`;
    expect((await leader.post(end, { plads: 'fjordhuset-strand-1', dag: today, grund: '' })).$('#grund-error').text()).toContain(
      'Skriv, hvorfor',
    );
    const refused = await leader.post(end, { plads: 'fjordhuset-strand-1', dag: addDays(today, 2), grund: 'for lille', noegle: key });
    expect(refused.status).toBe(409);
    expect(refused.$('main .alert a').attr('href')).toContain('#ophold-');
    expect(refused.text).toMatch(/Pladsen er ikke nedlagt.*Astrid/);
    const kept = (): Promise<{ rows: readonly { to_day: string | null; reason: string }[] }> =>
      sql<{ to_day: string | null; reason: string }>`select to_day::text, reason from closure where reason = 'for lille'`.execute(owner);
    expect((await kept()).rows).toEqual([]);

    const form = {
      plads: 'fjordhuset-strand-4',
      dag: addDays(today, 200),
      grund: 'for lille',
      noegle: '00000000-0000-4000-8000-0000000000e2',
    };
    expect((await save(end, form)).status).toBe(303);
    expect((await kept()).rows).toEqual([{ to_day: null, reason: 'for lille' }]);
    const again = await web.restarted();
    const page = await (await again.as('leder')).get(upkeep);
    await again.app.close();
    expect(stateOf(page, 'Plads 4')).toMatch(/nedlægges .*: for lille$/);
    expect(page.$('a[href$="nedlaeg-plads?plads=fjordhuset-strand-4"]').length).toBe(0);
    expect(page.$('.history').text()).toContain('for lille');
  });
});
