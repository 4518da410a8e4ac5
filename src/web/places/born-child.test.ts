/** A child that is born has a day of birth: nothing says that the due date is missing. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
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
