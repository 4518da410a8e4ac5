/** The telephone number of a facility: the one that stands, and every one there was. */
import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { patiently } from './placement-retry.ts';
import { namedWriter } from './who-and-when.ts';

export type TelephoneChange = { readonly telephone: string; readonly at: Moment; readonly by: string };

/** A number of a facility or a municipality as it was written; `sequence` numbers them within it, from 1. */
export type NumberedTelephone = TelephoneChange & { readonly sequence: number };

/** What came of writing a number. `changed-meanwhile`: another number was written after the one that the form showed. */
export type TelephoneKept = { readonly outcome: 'kept' | 'changed-meanwhile' | 'not-yours' };

/** A number to write, and the `sequence` of the one that the form showed: 0 where there was none. */
export type TelephoneToKeep = { readonly telephone: string; readonly seen: number };

/**
 * What is answered without writing: the number stands already, or another does than the form showed. `null` where it is to be written as the next after
 * `seen`: two who write at once take the same `sequence`, so that the database lets one in, and the other begins again and is told.
 */
export function withoutWriting(
  latest: Pick<NumberedTelephone, 'sequence' | 'telephone'> | undefined,
  { telephone, seen }: TelephoneToKeep,
): TelephoneKept | null {
  if ((latest?.telephone ?? '') === telephone) return { outcome: 'kept' };
  return (latest?.sequence ?? 0) === seen ? null : { outcome: 'changed-meanwhile' };
}

/** The number of a facility that stands, in a query: the one way it is read. Empty where it was taken away. */
export function standingTelephone(facility: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(select nullif(standing.telephone, '') from facility_telephone as standing
    where standing.facility = ${facility} order by standing.sequence desc limit 1)`;
}

/** The number of a facility that stands; null where none does. Read in the transaction of what it is shown beside. */
export async function telephoneOf(tx: Transaction, facility: Id<'facility'>): Promise<string | null> {
  const row = await sql<{ telephone: string | null }>`select ${standingTelephone(sql`${facility}`)} as telephone`.execute(tx);
  return row.rows[0]?.telephone ?? null;
}

/** Every number the facility has had, the latest first. */
export function telephonesOf(db: Database, permit: Permit, facility: Id<'facility'>): Promise<readonly NumberedTelephone[]> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const rows = await tx
      .selectFrom('facility_telephone')
      .select(['sequence', 'telephone', 'recorded', 'by_name'])
      .where('facility', '=', facility)
      .orderBy('sequence', 'desc')
      .execute();
    return rows.map(({ sequence, telephone, recorded: at, by_name: by }) => ({ sequence, telephone, at, by }));
  });
}

/**
 * Writes the number of the actor's own facility, as `parseTelephone` gives it. `seen` is the `sequence` of the number that the form showed, 0 where there
 * was none: nobody writes over another unseen. The same number again is written once.
 */
export function keepTelephone(
  db: Database,
  permit: Permit,
  unit: Id<'unit'>,
  { telephone, seen }: TelephoneToKeep,
): Promise<TelephoneKept | { readonly outcome: 'busy' }> {
  return patiently(() =>
    asActor(db, permit, { kind: 'unit', id: unit }, async (tx): Promise<TelephoneKept> => {
      const { actor } = permit;
      const { facility } = actor.organisation;
      const own = await tx.selectFrom('unit').select('facility').where('id', '=', unit).executeTakeFirst();
      if (facility === null || own?.facility !== facility) return { outcome: 'not-yours' };
      const latest = await tx
        .selectFrom('facility_telephone')
        .select(['sequence', 'telephone'])
        .where('facility', '=', facility)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      const told = withoutWriting(latest, { telephone, seen });
      if (told) return told;
      await tx
        .insertInto('facility_telephone')
        .values({
          facility,
          sequence: seen + 1,
          telephone,
          recorded: await databaseNow(tx),
          ...namedWriter(actor),
        })
        .execute();
      return { outcome: 'kept' };
    }),
  );
}
