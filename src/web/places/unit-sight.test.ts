/** What the leader of a unit reads of a woman before and after her place is hers: initial, name, and then what must be ready. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { danishDay } from '../../domain/time.ts';
import { databaseNow } from '../../store/database.ts';
import { importPathways } from '../../store/pathway-import.ts';

const web = await testWeb();
const { owner } = web.database;
const today = danishDay(await databaseNow(owner));
await importPathways(owner, waitingWomen(today));
const [odense, leader] = await Promise.all(['kommune-odense', 'leder'].map((user) => web.as(user)));
if (!odense || !leader) throw new Error('two people log in');

const unit = '/pladser/afdeling/fjordhuset-klit';
const olgas = '/forloeb/venter-olga/venteliste';
const wish = {
  soeg: 'ja',
  ankomst: today,
  naetter: '60',
  behov: 'accepts-active-use',
  'oenske-1': 'fjordhuset-klit',
  'svar-liste': 'not-asked',
};
/** Her stay in the unit, as the database has it. */
async function offered(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'venter-olga' and status = 'held'`.execute(owner);
  return rows[0]?.id ?? '';
}

describe('a place that the waiting list offers', () => {
  test('is told as not answered, with the initial alone and without the button of admission, wherever the leader reads of it', async () => {
    expect((await odense.post(olgas, wish)).status).toBe(303);
    const stay = await offered();
    const page = await leader.get(unit);
    const card = page.$(`article[aria-labelledby="ophold-${stay}"]`);
    expect(card.find('h3').text()).toMatch(/^O\. · /);
    expect(card.text()).toMatch(/Tilbudt, ikke besvaret endnu: svar senest .*\d/);
    // With its day, where that is not today's: the list of places says the same.
    const until = /svar senest ((?:\d+\. \S+ \d{4} )?kl\. \d\d\.\d\d)/.exec(card.text())?.[1];
    expect(page.$('main table').text()).toContain(`holdes til ${until}`);
    expect(card.find('button:contains("Indskriv")').length).toBe(0);
    expect(card.text()).not.toMatch(/Graviditet|termin|Koordinator|Rusmidler/);
    // Nor where the stay is agreed by the birth and would end on another day: that day and the weeks would tell her due date.
    await sql`update stay set nights_after_birth = 14 where id = ${stay}`.execute(owner);
    expect((await odense.get('/forloeb/venter-olga/plads')).text).toMatch(/Terminen er \d|terminen er nu \d/);
    expect((await leader.get(unit)).$(`article[aria-labelledby="ophold-${stay}"]`).text()).not.toMatch(/termin|fødsel|fødslen/i);
    expect(card.find(`form[action$="/afvis/se"]`).length).toBe(1);

    const work = await leader.get('/arbejde');
    const others = work.$('section.stacked:has(h2:contains("Venter på andre"))').text();
    expect(others).toMatch(/O\.: en plads er tilbudt hende .*Tilbudt, ikke besvaret endnu/s);
    for (const path of [unit, '/arbejde', '/pladser', '/venteliste/afdeling/fjordhuset-klit', `${unit}/kalender`, `${unit}/drift`])
      expect((await leader.get(path)).text, path).not.toContain('Olga');
    // Her own team reads her name in the same row.
    expect((await odense.get('/arbejde')).text).toContain('Olga (opdigtet)');
    const { rows } = await sql<{ traced: number }>`select count(*)::int as traced from trace where subject_kind = 'pathway'
      and subject = 'venter-olga' and role = 'unit-leader'`.execute(owner);
    expect(rows[0]?.traced).toBeGreaterThan(0);
  });

  test('is asked about before she is written as come, and nothing is saved by asking', async () => {
    const stay = await offered();
    const asked = await leader.post(`/pladser/ophold/${stay}/indskriv`, { dag: today });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('hendes team har ikke svaret. Står hun hos jer nu?');
    expect(asked.text).not.toContain('Olga');
    expect(await offered()).toBe(stay);
  });

  test('shows her name and the pregnancy once her team has said yes, and what she takes once the place is confirmed', async () => {
    const stay = await offered();
    await sql`update placement_offer set status = 'accepted', answered = now() where stay = ${stay}`.execute(owner);
    const card = async (): Promise<string> => (await leader.get(unit)).$(`article[aria-labelledby="ophold-${stay}"]`).text();
    expect(await card()).toMatch(/^\s*Olga \(opdigtet\)/);
    expect(await card()).toMatch(/Holdes til .*ikke bekræftet endnu.*Graviditet/s);
    expect(await card()).not.toMatch(/Indskriv|Substitutionsbehandling|Allergier/);
    await sql`update stay set status = 'confirmed', held_until = null, legal_basis = 'SEL-107-2-2', paid_by = '0461',
      needs = '[{"property": "substitution-treatment", "why": "in-substitution-treatment"}]' where id = ${stay}`.execute(owner);
    const ready = await card();
    expect(ready).toContain('Indskriv');
    expect(ready).toMatch(/Rusmidler\s*ikke oplyst/);
    expect(ready).toMatch(/Substitutionsbehandling\s*ja: pladsen skal kunne give den/);
    expect(ready).not.toMatch(/Allergier\s*ikke oplyst|Medicin\s*ikke oplyst/);
    expect(ready).toMatch(/Spørg Odense Kommune \(00 00 03 \d\d\) om medicin og allergier, som Samløb ikke har/);
    await sql`update stay set needs = '[]' where id = ${stay}`.execute(owner);
    await sql`insert into pathway_fact (pathway, sequence, type, happened, recorded, by_user, by_name, capacity, organisation, organisation_name, data)
      select pathway, max(sequence) + 1, 'treatment-sought', ${today}::date, now(), 'u', 'U', 'care-decider', 'kom-0461', 'Odense',
        '{"type": "treatment-sought", "substances": "alcohol"}' from pathway_fact where pathway = 'venter-olga' group by pathway`.execute(
      owner,
    );
    expect(await card()).toMatch(/Rusmidler\s*hun har søgt behandling for brug af alkohol/);
    expect(await card()).toMatch(/Substitutionsbehandling\s*ikke oplyst/);
  });
});
