/** A number for each municipality, so that whoever is told to ring one can read whom. Invented. */
import { municipalities } from '../domain/geography/municipalities.ts';
import { asId } from '../domain/id.ts';
import { type Day, startOfDanishDay } from '../domain/time.ts';
import { nobodysUser } from '../domain/trail.ts';
import type { Transaction } from '../store/database.ts';

/** Writes them, as the owner of the tables. */
export async function loadMunicipalityTelephones(tx: Transaction, today: Day): Promise<void> {
  await tx
    .insertInto('municipality_telephone')
    .values(
      municipalities.map(({ id }, index) => ({
        municipality: id,
        sequence: 1,
        // No number in Denmark begins with a zero, so none of these is anybody's.
        telephone: `00 00 03 ${String(index + 1).padStart(2, '0')}`,
        recorded: startOfDanishDay(today),
        by_user: nobodysUser,
        by_name: 'Samløb',
        capacity: 'operator' as const,
        organisation: asId<'organisation'>('samlob'),
        organisation_name: 'Samløb',
      })),
    )
    .execute();
}
