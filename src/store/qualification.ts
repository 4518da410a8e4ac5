/** What units state of their qualification and what the agency holds of it. Every version is kept; the newest of each kind holds. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Facility, Unit } from '../domain/placement/provision.ts';
import type { ScreeningEdition } from '../domain/placement/qualification/editions.ts';
import { type CountedVolume, nothingStated, type QualificationStatement } from '../domain/placement/qualification/statement.ts';
import type {
  AgencyAssessment,
  AgencyFinding,
  QualificationAuthor,
  QualificationRecord,
} from '../domain/placement/qualification/summary.ts';
import { danishDay, type Day, type Moment, yearOf } from '../domain/time.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { loadUnit } from './placement-provision.ts';
import { patiently } from './placement-retry.ts';
import { rowsBy } from './rows-by.ts';
import { namedWriter } from './who-and-when.ts';

/** A version that was written once: a statement of the unit or an assessment of the agency. */
export type QualificationVersion = QualificationAuthor & { readonly sequence: number } & (
    | { readonly kind: 'statement'; readonly statement: QualificationStatement }
    | { readonly kind: 'assessment'; readonly edition: string; readonly findings: readonly AgencyFinding[] }
  );

export type QualificationMaterial = {
  readonly facility: Facility;
  readonly unit: Unit;
  readonly record: QualificationRecord;
  /** The newest first. */
  readonly versions: readonly QualificationVersion[];
  readonly now: Moment;
};

/** A unit of which nothing is known. */
export const noQualification: QualificationRecord = { statement: nothingStated, counted: [], stated: null, assessments: [] };

/** What is known of the qualification of every unit, or of those asked for: two queries, however many units there are. */
export async function loadQualifications(
  tx: Transaction,
  today: Day,
  only: readonly Id<'unit'>[] | null = null,
): Promise<ReadonlyMap<Id<'unit'>, QualificationRecord>> {
  const newest = await tx
    .selectFrom('qualification_event')
    .$if(only !== null, (query) => query.where('unit', 'in', only ?? []))
    .distinctOn(['unit', 'kind', 'edition'])
    .selectAll()
    .orderBy('unit')
    .orderBy('kind')
    .orderBy('edition')
    .orderBy('sequence', 'desc')
    .execute();
  const { rows: counts } = await sql<VolumeRow>`select * from women_by_year(${only}, ${today})`.execute(tx);
  const [eventsOf, countsOf] = [rowsBy('unit', newest), rowsBy('unit', counts)];
  return new Map(
    [...new Set([...eventsOf.keys(), ...countsOf.keys()])].map((unit) => {
      const versions = (eventsOf.get(unit) ?? []).map(versionOf);
      const stated = versions.find((version) => version.kind === 'statement');
      return [
        unit,
        {
          statement: stated?.statement ?? nothingStated,
          counted: countedOf(countsOf.get(unit) ?? [], today),
          stated: stated ? authorOf(stated) : null,
          assessments: versions.flatMap((version): readonly AgencyAssessment[] =>
            version.kind === 'assessment' ? [{ ...authorOf(version), edition: version.edition, findings: version.findings }] : [],
          ),
        },
      ];
    }),
  );
}

/** Whether the asker may read what is known of units' qualification: the database says so, and holds every reading against it. */
export async function readsQualification(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ reads: boolean }>`select reads_qualification() as reads`.execute(tx);
  return rows[0]?.reads === true;
}

/** Null when there is no such unit. */
export function qualificationMaterial(db: Database, permit: Permit, id: Id<'unit'>): Promise<QualificationMaterial | null> {
  return asActor(db, permit, { kind: 'unit', id }, async (tx) => {
    const now = await databaseNow(tx);
    const found = await loadUnit(tx, id);
    if (!found) return null;
    const record = (await loadQualifications(tx, danishDay(now), [id])).get(id) ?? noQualification;
    const rows = await tx.selectFrom('qualification_event').selectAll().where('unit', '=', id).orderBy('sequence', 'desc').execute();
    return { ...found, record, versions: rows.map(versionOf), now };
  });
}

export type QualificationSaved = { readonly outcome: 'saved' } | { readonly outcome: 'not-yours' } | { readonly outcome: 'busy' };

/** Adds a statement of the unit. Only its own leader can. */
export function stateQualification(
  db: Database,
  permit: Permit,
  id: Id<'unit'>,
  statement: QualificationStatement,
): Promise<QualificationSaved> {
  return addVersion(
    db,
    permit,
    id,
    { kind: 'statement', edition: null, data: statement },
    (facility) => permit.actor.role === 'unit-leader' && facility === permit.actor.organisation.facility,
  );
}

/** Adds an assessment by an edition. Only the agency can. */
export function assessUnit(
  db: Database,
  permit: Permit,
  id: Id<'unit'>,
  edition: ScreeningEdition,
  findings: readonly AgencyFinding[],
): Promise<QualificationSaved> {
  return addVersion(db, permit, id, { kind: 'assessment', edition: edition.id, data: findings }, () => permit.actor.role === 'agency');
}

type NewVersion = { readonly kind: 'statement' | 'assessment'; readonly edition: string | null; readonly data: unknown };

function addVersion(
  db: Database,
  permit: Permit,
  id: Id<'unit'>,
  version: NewVersion,
  isTheirs: (facility: Id<'facility'>) => boolean,
): Promise<QualificationSaved> {
  // Two who write at once get each their number: the second begins again.
  return patiently(() =>
    asActor(db, permit, { kind: 'unit', id }, async (tx): Promise<QualificationSaved> => {
      const found = await loadUnit(tx, id);
      if (!found || !isTheirs(found.facility.id)) return { outcome: 'not-yours' };
      if (!(await isNewest(tx, permit, id, version))) await insertVersion(tx, id, version, permit.actor);
      return { outcome: 'saved' };
    }),
  );
}

/** Whether the newest of its kind says the same by the same person: a form that is sent twice, or begun again, writes one version. */
async function isNewest(tx: Transaction, { actor }: Permit, unit: Id<'unit'>, { kind, edition, data }: NewVersion): Promise<boolean> {
  const newest = await tx
    .selectFrom('qualification_event')
    .select(['by_user', sql<boolean>`data = ${JSON.stringify(data)}::jsonb`.as('same')])
    .where('unit', '=', unit)
    .where('kind', '=', kind)
    .where('edition', 'is not distinct from', edition)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.same === true && newest.by_user === actor.user;
}

/** Writes a version for a unit, as the actor or as the owner of the tables who loads a database. */
export async function insertVersion(
  tx: Transaction | Database,
  unit: Id<'unit'>,
  { kind, edition, data }: NewVersion,
  actor: Pick<Actor, 'user' | 'name' | 'role' | 'organisation'>,
  recorded?: Moment,
): Promise<void> {
  const { last } = await tx
    .selectFrom('qualification_event')
    .where('unit', '=', unit)
    .select(({ fn }) => fn.max('sequence').as('last'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('qualification_event')
    .values({
      unit,
      sequence: (last ?? 0) + 1,
      kind,
      edition,
      ...namedWriter(actor),
      data: JSON.stringify(data),
      ...(recorded === undefined ? {} : { recorded }),
    })
    .execute();
}

type VersionRow = {
  readonly sequence: number;
  readonly kind: 'statement' | 'assessment';
  readonly edition: string | null;
  readonly data: unknown;
  readonly by_name: string;
  readonly organisation_name: string;
  readonly recorded: Moment;
};

function versionOf(row: VersionRow): QualificationVersion {
  const { sequence, kind, edition, data, by_name: byName, organisation_name: organisationName, recorded } = row;
  const written = { sequence, byName, organisationName, recorded };
  return kind === 'statement'
    ? { ...written, kind, statement: data as QualificationStatement }
    : { ...written, kind, edition: edition ?? '', findings: data as readonly AgencyFinding[] };
}

function authorOf({ byName, organisationName, recorded }: QualificationVersion): QualificationAuthor {
  return { byName, organisationName, recorded };
}

type VolumeRow = { readonly unit: Id<'unit'>; readonly year: number; readonly women: number; readonly since: Day };

/** Each year since the unit's first stay, also those without any. Whole from the first year that began after that stay did. */
function countedOf(rows: readonly VolumeRow[], today: Day): readonly CountedVolume[] {
  const [first] = rows;
  if (!first) return [];
  const began = yearOf(first.since);
  return Array.from({ length: Math.max(0, yearOf(today) - began + 1) }, (_, index) => began + index).map((year) => ({
    year,
    women: rows.find((row) => row.year === year)?.women ?? 0,
    whole: first.since < `${year}-01-01`,
  }));
}
