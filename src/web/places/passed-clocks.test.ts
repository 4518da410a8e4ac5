/** A clock of the law that has passed is said on the page where a place is sought. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { importPathways } from '../../store/pathway-import.ts';
import { dayText } from '../ui/format.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const today = danishDay(moment(new Date().toISOString()));

/** She has sought treatment so many days ago; it is to begin within 14. */
const sought = new Map([
  ['venter-nadja', 15],
  ['venter-olga', 14],
]);
await importPathways(
  web.database.owner,
  waitingWomen(today).map((her) => {
    const [first] = her.facts;
    const days = sought.get(String(her.id));
    if (!first || days === undefined) return her;
    const asked: RecordedFact = {
      ...first,
      sequence: her.facts.length + 1,
      happened: addDays(today, -days),
      fact: { type: 'treatment-sought', substances: 'alcohol' },
    };
    return { ...her, facts: [...her.facts, asked] };
  }),
);

test('a clock that has passed stands on the page with its limit and paragraph, and one on its last day does not', async () => {
  const decider = await web.as('visitator');
  const page = await decider.get('/forloeb/venter-nadja/plads');
  const said = page.$('.alert:has(.passed-clocks)');
  expect(said.text()).toContain('En af lovens frister er overskredet');
  expect(said.find('li').text()).toMatch(/^Alkoholbehandling begynder inden for 14 dage\. Overskredet/);
  expect(said.find('li').text()).toContain(dayText(addDays(today, -1), 'da'));
  expect(said.find('li').text()).toContain('sundhedsloven § 141, stk. 2');
  expect(said.find('a[href="/forloeb/venter-nadja"]').length).toBe(1);

  const last = await (await web.as('kommune-odense')).get('/forloeb/venter-olga/plads');
  expect([last.status, last.$('.passed-clocks').length]).toEqual([200, 0]);
});

test('it is gone once treatment has begun, also after a restart', async () => {
  await sql`insert into pathway_fact (pathway, sequence, type, happened, recorded, by_user, by_name, capacity, organisation, organisation_name, data)
    select pathway, max(sequence) + 1, 'event', ${today}::date, now(), 'u', 'U', 'care-decider', 'kom-0851', 'Aalborg',
      '{"type": "event", "kind": "treatment-started", "text": ""}' from pathway_fact where pathway = 'venter-nadja' group by pathway`.execute(
    web.database.owner,
  );
  const page = await (await (await web.restarted()).as('visitator')).get('/forloeb/venter-nadja/plads');
  expect([page.status, page.$('.passed-clocks').length]).toEqual([200, 0]);
});
