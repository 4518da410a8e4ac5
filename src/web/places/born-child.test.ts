/** A child that is born has a day of birth: nothing says that the due date is missing. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { importPathways } from '../../store/pathway-import.ts';
import { dayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const today = danishDay(now());
const born: Day = addDays(today, -20);
const women = waitingWomen(today);

/** The same woman with a child that is born, and no due date on record. */
await importPathways(
  web.database.owner,
  women
    .filter(({ id }) => id === 'venter-olga')
    .map((her) => {
      const [first] = her.facts;
      if (!first) throw new Error('her pathway has facts');
      const birth: RecordedFact = { ...first, sequence: 0, happened: born, fact: { type: 'event', kind: 'birth', text: '' } };
      const facts = [...her.facts.filter(({ fact }) => fact.type !== 'due-date-set'), birth];
      return { ...her, facts: facts.map((fact, index) => ({ ...fact, sequence: index + 1 })) };
    }),
);

test('her page, the list of work and the search say that the child is born and when', async () => {
  const odense = await web.as('kommune-odense');
  for (const address of ['/forloeb/venter-olga', '/arbejde', '/forloeb', '/forloeb/venter-olga/plads']) {
    const page = await odense.get(address);
    expect([address, page.status]).toEqual([address, 200]);
    expect(page.text.toLocaleLowerCase('da')).toContain(`barnet er født ${dayText(born, 'da')}`);
    expect(page.text.toLocaleLowerCase('da')).not.toMatch(/termin(en)? mangler/);
  }
  expect((await odense.get('/forloeb/venter-olga/plads')).$('#naetter-hint').text()).toContain('før hun kommer. Forslaget er 90 nætter.');
});

const ticked = (page: Visit): readonly string[] =>
  page
    .$('input[name=behov]:checked')
    .toArray()
    .map((box) => page.$(box).attr('value') ?? '');

test('nothing is asked for the birth any more: neither proposed, nor from what was written before it, and what a team chose since stands', async () => {
  const odense = await web.as('kommune-odense');
  const address = '/forloeb/venter-olga/plads';
  expect(ticked(await odense.get(address))).toContain('mother-and-baby');
  expect(ticked(await odense.get(address))).not.toContain('near-neonatal-ward');

  const keeps = { soeg: 'ja', ankomst: today, naetter: '30', behov: ['step-free', 'near-neonatal-ward'] };
  expect((await odense.post(`${address}/behov`, keeps)).status).toBe(303);
  expect(ticked(await odense.get(address))).toEqual(['near-neonatal-ward', 'step-free']);

  const before = '[{"property": "near-neonatal-ward", "why": "birth-with-risk-to-child"}, {"property": "step-free", "why": "chosen"}]';
  await sql`insert into her_needs (pathway, needs, recorded, by_user, by_name, capacity, organisation, organisation_name)
    select pathway, ${before}::jsonb, clock_timestamp(), by_user, by_name, capacity, organisation, organisation_name
      from her_needs order by number desc limit 1`.execute(web.database.owner);
  const page = await odense.get(address);
  expect(ticked(page)).toEqual(['mother-and-baby', 'step-free']);
});
