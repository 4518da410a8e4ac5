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
