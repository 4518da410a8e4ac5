/** The telephone number of a municipality's team: the one that stands, and every one there was. */
import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { patiently } from './placement-retry.ts';
import { type NumberedTelephone, type TelephoneKept, type TelephoneToKeep, withoutWriting } from './placement-telephone.ts';
import { namedWriter } from './who-and-when.ts';

/** The number of a municipality that stands, in a query: the one way it is read. Empty where it was taken away. */
export function standingMunicipalityTelephone(municipality: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(select nullif(standing.telephone, '') from municipality_telephone as standing
    where standing.municipality = ${municipality} order by standing.sequence desc limit 1)`;
}

/** A municipality as it is rung; `telephone` is `null` where it has written none. */
export type RungMunicipality = { readonly id: Id<'municipality'>; readonly telephone: string | null };

/** The municipality to ring about a stay, in a query of stays: the one that pays, before that the one of the party that holds the place. */
export const rungMunicipality: RawBuilder<Id<'municipality'> | null> = sql<Id<'municipality'> | null>`coalesce(stay.paid_by,
  (select holder.municipality from organisation as holder where holder.id = stay.held_for))`;

/** The number of a municipality that stands; null where none does. Read in the transaction of what it is shown beside. */
export async function municipalityTelephone(tx: Transaction, municipality: Id<'municipality'>): Promise<string | null> {
  const row = await sql<{ telephone: string | null }>`select ${standingMunicipalityTelephone(sql`${municipality}`)} as telephone`.execute(
    tx,
  );
  return row.rows[0]?.telephone ?? null;
}

/** The numbers of the municipalities that parties belong to, by party; a party of no municipality, or of one without a number, is not there. */
export async function telephonesOfParties(
  tx: Transaction,
  parties: readonly Id<'organisation'>[],
): Promise<ReadonlyMap<Id<'organisation'>, string>> {
  if (parties.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisation')
    .where('organisation.id', 'in', [...parties])
    .select(['organisation.id', standingMunicipalityTelephone(sql.ref('organisation.municipality')).as('telephone')])
    .execute();
  return new Map(rows.flatMap(({ id, telephone }) => (telephone === null ? [] : [[id, telephone] as const])));
}

/** Every number the municipality has had, the latest first. */
export function municipalityTelephones(
  db: Database,
  permit: Permit,
  municipality: Id<'municipality'>,
): Promise<readonly NumberedTelephone[]> {
  return asActor(db, permit, { kind: 'municipality', id: municipality }, async (tx) => {
    const rows = await tx
      .selectFrom('municipality_telephone')
      .select(['sequence', 'telephone', 'recorded', 'by_name', 'organisation_name'])
      .where('municipality', '=', municipality)
      .orderBy('sequence', 'desc')
      .execute();
    return rows.map(({ sequence, telephone, recorded: at, by_name: by, organisation_name: of }) => ({
      sequence,
      telephone,
      at,
      by: by === of ? by : `${by}, ${of}`,
    }));
  });
}

/**
 * Writes the number of the actor's own municipality, as `parseTelephone` gives it. `seen` is the `sequence` of the number that the form showed, 0 where
 * there was none: nobody writes over another unseen. The same number again is written once.
 */
export function keepMunicipalityTelephone(
  db: Database,
  permit: Permit,
  { telephone, seen }: TelephoneToKeep,
): Promise<TelephoneKept | { readonly outcome: 'busy' }> {
  const { actor } = permit;
  const { municipality } = actor.organisation;
  return patiently(() =>
    asActor(db, permit, { kind: 'municipality', id: municipality }, async (tx): Promise<TelephoneKept> => {
      if (municipality === null) return { outcome: 'not-yours' };
      const latest = await tx
        .selectFrom('municipality_telephone')
        .select(['sequence', 'telephone'])
        .where('municipality', '=', municipality)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      const told = withoutWriting(latest, { telephone, seen });
      if (told) return told;
      await tx
        .insertInto('municipality_telephone')
        .values({ municipality, sequence: seen + 1, telephone, recorded: await databaseNow(tx), ...namedWriter(actor) })
        .execute();
      return { outcome: 'kept' };
    }),
  );
}
