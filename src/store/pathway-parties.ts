/** The organisations that can be asked to take part in a pathway, and who has read it. */
import { inDanishOrder } from '../domain/danish-order.ts';
import { sql } from 'kysely';
import { municipality } from '../domain/geography/municipalities.ts';
import { regionKey } from '../domain/geography/regions.ts';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Organisation, OrganisationKind } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import type { TraceTable } from './tables.ts';

/** Kinds of organisation that meet her, help her or decide for her. */
const kinds = [
  'family-clinic',
  'substance-treatment',
  'family-department',
  'municipality',
  'crisis-centre',
  'general-practice',
  'facility',
] as const satisfies readonly OrganisationKind[];

/** Of parties of a pathway, the names of those that the municipality's own number leads to: its family department and its substance treatment. */
export async function departmentsOf(
  tx: Transaction,
  of: Id<'municipality'>,
  parties: readonly Id<'organisation'>[],
): Promise<readonly string[]> {
  if (parties.length === 0) return [];
  const rows = await tx
    .selectFrom('organisation')
    .select('name')
    .where('id', 'in', parties)
    .where('municipality', '=', of)
    .where('kind', 'in', ['family-department', 'substance-treatment'])
    .execute();
  return rows.map(({ name }) => name);
}

/** The parties of a municipality, the family clinics and facilities of its region, and those named besides, by name. */
export async function possibleParties(
  tx: Transaction,
  of: Id<'municipality'>,
  besides: readonly Id<'organisation'>[] = [],
): Promise<readonly Organisation[]> {
  const region = municipality(of)?.region;
  const parties = await tx
    .selectFrom('organisation')
    .selectAll()
    .where('kind', 'in', kinds)
    .where((where) =>
      where.or([
        where('municipality', '=', of),
        ...(besides.length === 0 ? [] : [where('id', 'in', besides)]),
        ...(region === undefined
          ? []
          : [where.and([where('region', '=', regionKey(region)), where('kind', 'in', ['family-clinic', 'facility'])])]),
      ]),
    )
    .orderBy('id')
    .execute();
  return inDanishOrder(parties, ({ name }) => name);
}

/** One reader of a pathway: who, as what, when last and on how many days. */
export type PathwayReader = {
  readonly name: string;
  readonly role: TraceTable['role'];
  readonly organisationName: string;
  readonly last: Moment;
  readonly times: number;
};

/**
 * Who has read a pathway, the latest first; a reader counts once a day, however many pages were opened. One who asked for it and was shown
 * nothing has not read it. The one who asks is left out; the trace shows only what she may see.
 */
export async function readersOf(tx: Transaction, pathway: Id<'pathway'>, except: Id<'user'>): Promise<readonly PathwayReader[]> {
  const rows = await tx
    .selectFrom('trace')
    .select(({ fn }) => [
      'name',
      'role',
      'organisation_name',
      fn.max<Moment>('at').as('last'),
      sql<number>`count(distinct (at at time zone 'Europe/Copenhagen')::date)::integer`.as('times'),
    ])
    .where('subject_kind', '=', 'pathway')
    .where('subject', '=', pathway)
    .where('outcome', '=', 'seen')
    .where('app_user', '<>', except)
    .groupBy(['name', 'role', 'organisation_name'])
    .orderBy('last', 'desc')
    .execute();
  return rows.map(({ organisation_name: organisationName, ...reader }) => ({ ...reader, organisationName }));
}
