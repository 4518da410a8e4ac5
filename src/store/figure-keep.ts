/**
 * Keeps what figures are made of in step with the facts: the rows of each pathway, and today's sums, in the same transaction. Two who write
 * about the same woman take turns; all others never wait, since a sum is kept as its changes.
 */
import { type Insertable, sql } from 'kysely';
import { asId, type Id } from '../domain/id.ts';
import type { CountedFact } from '../domain/numbers/counted-fact.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { changesBetween, type SumChange } from '../domain/numbers/kept.ts';
import type { RecordedFact } from '../domain/pathway/facts.ts';
import type { Moment } from '../domain/time.ts';
import { changesBy, countedHistory, type DrawnRow, numbersOf } from './counted-facts.ts';
import type { KnownUnits, StayUnits, UnitPlace } from './drawn-rows.ts';
import type { Database, Transaction } from './database.ts';
import type { CountedFactTable } from './figure-tables.ts';
import { valueSetsAt } from './value-sets.ts';

/** Rows in one statement: a row has seventeen values, and the parameters of a statement are limited to 65,535. */
const rowsAtOnce = 3000;

/** Draws what one more fact changes. `before` are the pathway's facts without it, `after` those with it. */
export async function keepFigures(
  tx: Transaction,
  pathway: Id<'pathway'>,
  before: readonly RecordedFact[],
  after: readonly RecordedFact[],
): Promise<void> {
  const units = await knownUnits(tx, { pathway, facts: after });
  const at = momentOf(after);
  const changes = changesBy(pathway, before, after, units, at);
  if (changes.added.length === 0 && changes.withdrawn.length === 0) return;
  await whileCounting(tx, async () => {
    const subjects = [...new Set([...changes.added, ...changes.withdrawn].map(({ subject }) => subject))].toSorted();
    for (const subject of subjects) await sql`select lock_subject(${subject})`.execute(tx);
    const known = await rowsOf(tx, subjects, pathway);
    const own = known.filter((row) => row.case === pathway);
    // A pathway that was written before there were figures, or past this file, has no rows yet: then all are drawn.
    const undrawn = own.length === 0 && before.length > 0;
    const added = undrawn
      ? countedHistory(pathway, after, units)
      : changes.added.map((drawn, index) => ({
          case: pathway,
          pathway,
          number: own.length + index + 1,
          recorded: at,
          withdrawn: null,
          ...drawn,
        }));
    const numbers = undrawn ? [] : numbersOf(own, changes.withdrawn);
    await insertRows(tx, added);
    for (const number of numbers) await withdraw(tx, pathway, number, at);
    const kept = known.map((row) => (row.case === pathway && numbers.includes(row.number) ? { ...row, withdrawn: at } : row));
    await addChanges(tx, changesBetween(figureDefinitions, known, [...kept, ...added], await valueSetsAt(tx, at)));
  });
}

/** Draws all rows of pathways that have none yet, for those who write many at once. `stays` are those whose rows come later. */
export async function drawPathways(
  tx: Transaction | Database,
  pathways: readonly { readonly id: Id<'pathway'>; readonly facts: readonly RecordedFact[] }[],
  stays: StayUnits = new Map(),
): Promise<void> {
  const units = await knownUnits(tx, 'all', stays);
  const rows = pathways.flatMap(({ id, facts }) => countedHistory(id, facts, units));
  const [first] = rows;
  if (!first) return;
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const known = await rowsOf(tx, subjects, first.pathway);
  await insertRows(tx, rows);
  const valueSets = await valueSetsAt(tx, momentOf(rows));
  const [before, after] = [bySubject(known), bySubject([...known, ...rows])];
  const changes = subjects.flatMap((subject) =>
    changesBetween(figureDefinitions, before.get(subject) ?? [], after.get(subject) ?? [], valueSets),
  );
  await addChanges(tx, summed(changes));
}

/** Does a piece of work for which all rows may be read. */
export async function whileCounting<Result>(tx: Transaction | Database, work: () => Promise<Result>): Promise<Result> {
  await sql`select set_config('app.counting', 'on', true)`.execute(tx);
  const result = await work();
  await sql`select set_config('app.counting', '', true)`.execute(tx);
  return result;
}

/**
 * The units of a pathway's stays and where they have stood; nothing is asked where the facts name none. `all` asks for the stays of all pathways and for
 * all units, as the owner of the tables. Those who write on a pathway see its stays. `imported` are stays that have no rows yet.
 */
export async function knownUnits(
  tx: Transaction | Database,
  of: { readonly pathway: Id<'pathway'>; readonly facts: readonly RecordedFact[] } | 'all',
  imported: StayUnits = new Map(),
): Promise<KnownUnits> {
  if (of !== 'all' && !of.facts.some(({ fact }) => 'unitName' in fact)) return { ofStay: imported, places: new Map() };
  const stays = await tx
    .selectFrom('stay')
    .select(['id', 'unit'])
    .$if(of !== 'all', (query) => query.where('pathway', '=', of === 'all' ? asId<'pathway'>('') : of.pathway))
    .execute();
  const units = await tx
    .selectFrom('unit')
    .innerJoin('facility_place', 'facility_place.facility', 'unit.facility')
    // Of one pathway only the units that she was to come to are asked about.
    .$if(of !== 'all', (query) =>
      query.where('unit.id', 'in', (eb) =>
        eb
          .selectFrom('stay')
          .select('stay.unit')
          .where('stay.pathway', '=', of === 'all' ? asId<'pathway'>('') : of.pathway),
      ),
    )
    .select(['unit.id', 'since', 'municipality', 'longitude', 'latitude'])
    .orderBy('since')
    .execute();
  const places = new Map<Id<'unit'>, UnitPlace[]>();
  for (const { id, since, municipality, longitude, latitude } of units) {
    const place: UnitPlace = { since, municipality, point: [longitude, latitude] };
    const stood = places.get(id);
    if (stood) stood.push(place);
    else places.set(id, [place]);
  }
  return {
    ofStay: new Map([...imported, ...stays.map(({ id, unit }) => [id, unit] as const)]),
    places,
  };
}

/** A stored row as the domain has it. */
export function countedFactOf(row: Omit<CountedFactTable, 'recorded'> & { readonly recorded: Moment }): CountedFact {
  const { case_id, unit_id: unitId, pathway: _pathway, ...same } = row;
  return { case: case_id, unitId, ...same };
}

export async function insertRows(tx: Transaction | Database, rows: readonly DrawnRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('counted_fact')
      .values(rows.slice(from, from + rowsAtOnce).map(rowOf))
      .execute();
}

/** Adds changes as arrays, one for each column: many at once are one statement with few parameters. */
export async function addChanges(
  tx: Transaction | Database,
  changes: readonly SumChange[],
  into: 'figure_change' | 'drawn_change' = 'figure_change',
): Promise<void> {
  if (changes.length === 0) return;
  const column = <Value>(of: (change: SumChange) => Value): Value[] => changes.map(of);
  await sql`insert into ${sql.table(into)} (definition, edition, year, municipality, part, cases, total, known)
    select * from unnest(${column(({ definition }) => definition)}::text[], ${column(({ edition }) => edition)}::text[],
      ${column(({ year }) => year)}::integer[], ${column(({ municipality }) => municipality)}::text[], ${column(({ part }) => part)}::text[],
      ${column(({ cases }) => cases)}::integer[], ${column(({ total }) => total)}::bigint[], ${column(({ known }) => known)}::date[])`.execute(
    tx,
  );
}

function rowOf({ case: case_id, unitId: unit_id, ...same }: DrawnRow): Insertable<CountedFactTable> {
  return { case_id, unit_id, ...same };
}

async function rowsOf(tx: Transaction | Database, subjects: readonly string[], pathway: Id<'pathway'>): Promise<readonly CountedFact[]> {
  const found: CountedFact[] = [];
  for (let from = 0; from < subjects.length; from += rowsAtOnce) {
    const rows = await tx
      .selectFrom('counted_fact')
      .selectAll()
      .where(({ eb, or }) => or([eb('subject', 'in', subjects.slice(from, from + rowsAtOnce)), eb('case_id', '=', pathway)]))
      .orderBy('case_id')
      .orderBy('number')
      .execute();
    found.push(...rows.map(countedFactOf));
  }
  return found;
}

async function withdraw(tx: Transaction, pathway: Id<'pathway'>, number: number, at: Moment): Promise<void> {
  await tx.updateTable('counted_fact').set({ withdrawn: at }).where('case_id', '=', pathway).where('number', '=', number).execute();
}

/** The moment from which the last fact is known: never before an earlier one. */
function momentOf(facts: readonly { readonly recorded: Moment }[]): Moment {
  const [first, ...others] = facts.map(({ recorded }) => recorded);
  if (first === undefined) throw new Error('there is no fact');
  return others.reduce((latest, recorded) => (recorded > latest ? recorded : latest), first);
}

/** The rows of each subject together, in the order they come. */
export function bySubject(rows: readonly CountedFact[]): ReadonlyMap<string, readonly CountedFact[]> {
  const grouped = new Map<string, CountedFact[]>();
  for (const row of rows) {
    const list = grouped.get(row.subject);
    if (list) list.push(row);
    else grouped.set(row.subject, [row]);
  }
  return grouped;
}

/** Changes of the same sum on the same day as one. */
export function summed(changes: readonly SumChange[]): readonly SumChange[] {
  const sums = new Map<string, SumChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.definition, change.edition, change.known, change.year, change.municipality, change.part]);
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, cases: sum.cases + change.cases, total: sum.total + change.total } : change);
  }
  return [...sums.values()];
}
