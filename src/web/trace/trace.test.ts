/** The trace says in words what each line is, also one that nobody who had signed in left. */
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();

test('a line that the link of a reminder left is not given to the leader of the unit', async () => {
  await sql`insert into trace (app_user, name, role, organisation, organisation_name, permission, rule, subject_kind, subject)
    values ('link', 'Lone (via link)', 'link', 'dt-fjordhuset', 'Fjordhuset (opdigtet)', 'place:manage', 'x', 'unit', 'fjordhuset-strand')`.execute(
    web.database.owner,
  );

  const page = await (await web.as('databeskyttelse')).get('/spor');

  const row = page.$('tbody tr:contains("Lone (via link)")').text();
  expect(row).toContain('Link i en påmindelse, uden login, Fjordhuset (opdigtet)');
  expect(row).not.toContain('Leder');
});

test('a form that is only opened is told as that, and as the act once something is saved', async () => {
  const nanna = await web.as('familieraadgiver');
  const about = async (): Promise<readonly string[]> =>
    (await (await web.as('databeskyttelse')).get('/spor'))
      .$('tbody tr:contains("Nanna Østerled"):contains("freja")')
      .toArray()
      .map((row) =>
        row.children
          .flatMap((cell) => ('children' in cell ? cell.children : []))
          .map((text) => ('data' in text ? text.data : ''))
          .join('|'),
      );

  expect((await nanna.get('/forloeb/freja/indsatsniveau')).status).toBe(200);
  const opened = await about();
  expect(opened.some((row) => row.includes('Åbnede en side og gemte intet (Vurderede)'))).toBe(true);
  expect(opened.some((row) => row.includes('|Vurderede|'))).toBe(false);

  const saved = await nanna.post('/forloeb/freja/indsatsniveau', {
    niveau: 'residential',
    grund: 'Hun er i fare hjemme',
    happened: '2026-11-22',
  });
  expect([saved.$('#fejl').text(), saved.status]).toEqual(['', 303]);
  expect((await about()).some((row) => row.includes('|Vurderede|'))).toBe(true);
});
