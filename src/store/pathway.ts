/**
 * Pathways in PostgreSQL. Facts are appended under a lock on the pathway's row, and the row that lists read is written in the same
 * transaction. Row security shows a pathway to its care team and to the woman herself.
 */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { nextStep } from '../domain/pathway/next-step.ts';
import type { PathwayFact, RecordedFact } from '../domain/pathway/facts.ts';
import { foldPathway } from '../domain/pathway/fold.ts';
import type { Pathway } from '../domain/pathway/state.ts';
import type { Day } from '../domain/time.ts';
import type { Permit, Recorded } from '../domain/trail.ts';
import { askedAgain } from './asked-again.ts';
import type { Database, Transaction } from './database.ts';
import { keepFigures } from './figure-keep.ts';
import { reasonRows, withoutReason, withReason } from './her-yes.ts';
import type { HerYesReasonTable, PathwayFactTable, PathwayTable } from './pathway-tables.ts';
import { followRequest } from './placement-waiting-follow.ts';

/** A pathway as it is read: its facts and what they add up to. */
export type ReadPathway = { readonly id: Id<'pathway'>; readonly pathway: Pathway; readonly facts: readonly RecordedFact[] };
export type ListedPathway = Omit<ReadPathway, 'facts'>;

export type Appended =
  | { readonly outcome: 'recorded'; readonly sequence: number; readonly pathway: Pathway }
  /** The form with this key was written before; nothing was added. */
  | { readonly outcome: 'already-recorded'; readonly sequence: number; readonly pathway: Pathway }
  /** There is none, or the one who asks does not take part in it. */
  | { readonly outcome: 'no-such-pathway' };

/** Who writes a fact: the actor of the permit, now, about a day that may be earlier. */
export function recordedBy({ actor, at }: Pick<Permit, 'actor' | 'at'>, happened: Day): Recorded {
  const { user, name, role, organisation } = actor;
  return {
    by: user,
    byName: name,
    capacity: role,
    organisation: organisation.id,
    organisationName: organisation.name,
    happened,
    recorded: at,
  };
}

/** Appends a fact and updates the pathway's row. `key` makes a form that is sent twice count once. */
export async function appendFact(
  tx: Transaction,
  id: Id<'pathway'>,
  fact: PathwayFact,
  recorded: Recorded,
  key: string | null = null,
): Promise<Appended> {
  const locked = await tx.selectFrom('pathway').select('last_sequence').where('id', '=', id).forUpdate().executeTakeFirst();
  if (!locked) return { outcome: 'no-such-pathway' };
  const before = await factsOf(tx, id);
  const known = key === null ? undefined : await sequenceOfKey(tx, id, key);
  if (known !== undefined) return { outcome: 'already-recorded', sequence: known, pathway: foldPathway(before) };

  const sequence = locked.last_sequence + 1;
  const pathway = foldPathway([...before, { sequence, fact, ...recorded }]);
  await insertFact(tx, id, { sequence, fact, ...recorded }, key);
  await tx.updateTable('pathway').set(rowOf(pathway)).where('id', '=', id).execute();
  if (fact.type === 'party-joined') await joinCareTeam(tx, id, fact, recorded.happened);
  await keepFigures(tx, id, before, [...before, { sequence, fact, ...recorded }]);
  if (fact.type === 'party-left') await sql`select leave_care_team(${id}, ${fact.organisation})`.execute(tx);
  await followRequest(tx, id, [...before, { sequence, fact, ...recorded }], pathway);
  return { outcome: 'recorded', sequence, pathway };
}

/**
 * Opens a pathway with its first facts: the referral and the parties that are asked to take part. The one who opens it takes part.
 * The same id opens it once.
 */
export async function openPathway(
  tx: Transaction,
  id: Id<'pathway'>,
  referral: Extract<PathwayFact, { type: 'referral-registered' }>,
  further: readonly PathwayFact[],
  recorded: Recorded,
): Promise<'opened' | 'already-opened'> {
  const first: RecordedFact = { sequence: 1, fact: referral, ...recorded };
  const opened = await tx
    .insertInto('pathway')
    .values({ id, opened_by: recorded.organisation, ...rowOf(foldPathway([first])) })
    // Without naming the column: naming it would ask row security whether the new row may be read, and nobody takes part yet.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (opened.numInsertedOrUpdatedRows === 0n) return 'already-opened';
  const opener = { pathway: id, organisation: recorded.organisation, task: 'Henviser', joined: recorded.happened };
  await tx.insertInto('care_team_member').values(opener).execute();
  await insertFact(tx, id, first, null);
  await keepFigures(tx, id, [], [first]);
  for (const fact of further) await appendFact(tx, id, fact, recorded);
  return 'opened';
}

/** A pathway that the one who asks may see; null when there is none such. */
export async function readPathway(tx: Transaction, id: Id<'pathway'>): Promise<ReadPathway | null> {
  // Every pathway has facts but one that was just made: whether it may be seen and what they say is one question.
  const rows = await seenFactRows(tx, id);
  if (rows.length === 0 && !(await tx.selectFrom('pathway').select('id').where('id', '=', id).executeTakeFirst())) return null;
  const facts = rows.map(factOf);
  return { id, facts, pathway: foldPathway(facts) };
}

/** As many pathways as a list shows at once. */
export const pageLength = 100;

/** A page of a list, counted from 1; those that have ended only when they are asked for. */
export type ListQuery = { readonly page: number; readonly ended: boolean };
export type ListPage = ListQuery & { readonly listed: readonly ListedPathway[]; readonly total: number };

/** The pathways that an organisation takes part in, the most urgent first. A page after the last is the last. */
export async function listPathways(tx: Transaction, organisation: Id<'organisation'>, { page, ended }: ListQuery): Promise<ListPage> {
  const all = tx
    .selectFrom('care_team_member')
    .innerJoin('pathway', 'pathway.id', 'care_team_member.pathway')
    .where('care_team_member.organisation', '=', organisation)
    .$if(!ended, (query) => query.where('pathway.phase', '!=', 'ended'));
  const counted = await all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const total = Number(counted.total);
  const shown = Math.min(page, Math.max(1, Math.ceil(total / pageLength)));
  const rows = await all
    .select(['pathway.id', 'pathway.state'])
    .orderBy('pathway.next_by', (order) => order.asc().nullsLast())
    .orderBy('pathway.called_name')
    .orderBy('pathway.id')
    .limit(pageLength)
    .offset((shown - 1) * pageLength)
    .execute();
  return { page: shown, ended, total, listed: rows.map(({ id, state }) => ({ id, pathway: state })) };
}

/** The woman's own pathways, the latest first. */
export async function ownPathways(tx: Transaction, person: Id<'person'>): Promise<readonly ListedPathway[]> {
  const rows = await tx.selectFrom('pathway').select(['id', 'state']).where('person', '=', person).execute();
  const opened = ({ state }: (typeof rows)[number]): string => state.referral?.on ?? '';
  return rows.toSorted((a, b) => (opened(a) < opened(b) ? 1 : -1)).map(({ id, state }) => ({ id, pathway: state }));
}

/** Pathways the organisation takes part in whose called name and municipality are the same: perhaps the same woman. */
export async function possibleDuplicates(
  tx: Transaction,
  organisation: Id<'organisation'>,
  calledName: string,
  municipality: Id<'municipality'>,
): Promise<readonly ListedPathway[]> {
  const wanted = calledName.toLocaleLowerCase('da');
  const going = await tx
    .selectFrom('care_team_member')
    .innerJoin('pathway', 'pathway.id', 'care_team_member.pathway')
    .where('care_team_member.organisation', '=', organisation)
    .where('pathway.municipality', '=', municipality)
    .where('pathway.phase', '!=', 'ended')
    .select(['pathway.id', 'pathway.called_name'])
    .execute();
  const found = going.filter(({ called_name }) => called_name.toLocaleLowerCase('da').startsWith(wanted)).map(({ id }) => id);
  if (found.length === 0) return [];
  const rows = await tx
    .selectFrom('pathway')
    .select(['id', 'state'])
    .where('id', 'in', found)
    .orderBy('called_name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, state }) => ({ id, pathway: state }));
}

/** The columns that lists sort and filter by, and the state that they show. */
export function rowOf(pathway: Pathway): Omit<PathwayTable, 'id' | 'opened_by' | 'state'> & { readonly state: string } {
  const next = nextStep(pathway);
  return {
    person: pathway.person,
    called_name: pathway.calledName,
    municipality: pathway.municipality,
    phase: pathway.phase,
    due_date: pathway.dueDate?.dueDate ?? null,
    next_action: next?.action ?? null,
    next_by: next?.by?.day ?? null,
    last_sequence: pathway.lastSequence,
    state: JSON.stringify(pathway),
  };
}

/** The facts of a pathway in the order they were written, with the reasons that the one who asks may read. */
export async function factsOf(tx: Transaction, id: Id<'pathway'>): Promise<readonly RecordedFact[]> {
  return (await factRows(tx, id)).map(factOf);
}

type FactRow = Selectable<PathwayFactTable> & { readonly [Part in 'why' | 'written']: HerYesReasonTable[Part] | null };

function factOf(row: FactRow): RecordedFact {
  return {
    sequence: row.sequence,
    fact: withReason(row.data, row),
    by: row.by_user,
    byName: row.by_name,
    capacity: row.capacity,
    organisation: row.organisation,
    organisationName: row.organisation_name,
    happened: row.happened,
    recorded: row.recorded,
  };
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- the builder's type says which columns are read
function factsIn(tx: Transaction | Database, id: Id<'pathway'>) {
  return tx
    .selectFrom('pathway_fact')
    .leftJoin('her_yes_reason', (join) =>
      join.onRef('her_yes_reason.pathway', '=', 'pathway_fact.pathway').onRef('her_yes_reason.sequence', '=', 'pathway_fact.sequence'),
    )
    .selectAll('pathway_fact')
    .select(['her_yes_reason.why', 'her_yes_reason.written'])
    .where('pathway_fact.pathway', '=', id)
    .orderBy('pathway_fact.sequence');
}

const factRows = askedAgain(factsIn);
/** Those of a pathway that the one who asks may see. */
const seenFactRows = askedAgain((tx, id: Id<'pathway'>) => factsIn(tx, id).innerJoin('pathway', 'pathway.id', 'pathway_fact.pathway'));

/** A fact as a row; `key` is the one its form was sent with, if any. */
export function factRow(pathway: Id<'pathway'>, recorded: RecordedFact, key: string | null): Insertable<PathwayFactTable> {
  return {
    pathway,
    sequence: recorded.sequence,
    happened: recorded.happened,
    recorded: recorded.recorded,
    by_user: recorded.by,
    by_name: recorded.byName,
    capacity: recorded.capacity,
    organisation: recorded.organisation,
    organisation_name: recorded.organisationName,
    type: recorded.fact.type,
    data: JSON.stringify(withoutReason(recorded.fact)),
    idempotency_key: key,
  };
}

async function insertFact(tx: Transaction, pathway: Id<'pathway'>, recorded: RecordedFact, key: string | null): Promise<void> {
  await tx
    .insertInto('pathway_fact')
    .values(factRow(pathway, recorded, key))
    .execute();
  for (const reason of reasonRows(pathway, recorded)) await tx.insertInto('her_yes_reason').values(reason).execute();
}

async function joinCareTeam(
  tx: Transaction,
  pathway: Id<'pathway'>,
  { organisation, task }: { readonly organisation: Id<'organisation'>; readonly task: string },
  joined: Day,
): Promise<void> {
  await tx
    .insertInto('care_team_member')
    .values({ pathway, organisation, task, joined })
    .onConflict((conflict) => conflict.columns(['pathway', 'organisation']).doUpdateSet({ task: sql`excluded.task` }))
    .execute();
}

async function sequenceOfKey(tx: Transaction, pathway: Id<'pathway'>, key: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('pathway_fact')
    .select('sequence')
    .where('pathway', '=', pathway)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row?.sequence;
}
