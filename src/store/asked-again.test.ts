import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../test/chance.ts';
import { testDatabase } from '../../test/database.ts';
import { askedAgain } from './asked-again.ts';
import type { Database, Transaction } from './database.ts';

const { db } = await testDatabase();

// oxlint-disable-next-line typescript/explicit-function-return-type -- the builder's type says which columns are read
function question(tx: Database | Transaction, value: string) {
  return tx
    .selectFrom('organisation')
    .select((eb) => [eb.val(value).as('value'), eb.val(7).as('constant'), eb.val(`${'a'}%`).as('text')])
    .select((eb) => eb.fn.coalesce(eb.val(value), eb.val('none')).as('again'))
    .where((eb) => eb.or([eb('name', '=', value), eb('name', '!=', '')]))
    .limit(1);
}

test('a question whose text was worked out once answers each value as the builder does', async () => {
  const asked = askedAgain(question);
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0')),
      async (value) => {
        expect(await asked(db, value)).toEqual(await question(db, value).execute());
      },
    ),
    { numRuns: 60 },
  );
});
