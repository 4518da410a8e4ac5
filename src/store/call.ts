/**
 * Calls and their answers in PostgreSQL. A municipality sees and writes its own answer, a secretariat its region's, the agency all.
 * A report is compiled from every answer, and only the report comes out.
 */
import { sql } from 'kysely';
import type { Answer } from '../domain/call/answer.ts';
import { type CallStatus, isReleased, takeCallStep, takesAnswers } from '../domain/call/lifecycle.ts';
import { municipality as municipalityOf } from '../domain/geography/municipalities.ts';
import { regionKey, regionOf } from '../domain/geography/regions.ts';
import type { Id } from '../domain/id.ts';
import { danishDay, type Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { CallAnsweredView, CallAnswerTable } from './call-tables.ts';
import { asActor, type Database, type Subject, type Transaction } from './database.ts';
import { namedWriter } from './who-and-when.ts';

/** A call as far as it has come: its status, who has answered, and the answers that the one who asks may see. */
export type CallProgress = {
  readonly status: CallStatus;
  readonly answered: readonly CallAnsweredView[];
  readonly answers: readonly StoredAnswer[];
};

/** An answer with its version: given back when it is changed, so that nobody overwrites another unseen. */
export type StoredAnswer = { readonly answer: Answer; readonly version: number };

export type Answering =
  | { readonly outcome: 'saved'; readonly version: number }
  /** Somebody else has answered for the municipality since the form was opened; theirs stands. */
  | { readonly outcome: 'changed-meanwhile'; readonly theirs: StoredAnswer }
  | { readonly outcome: 'closed'; readonly status: CallStatus }
  /** There is no such call, or the actor may not answer for this municipality. */
  | { readonly outcome: 'not-yours' };

/** Null when there is no such call. */
export function callProgress(db: Database, permit: Permit, call: Id<'call'>): Promise<CallProgress | null> {
  return progressOf(db, permit, call, { kind: 'call', id: call });
}

/** The same for one who reads the counts as they are to work on them: the trace tells the two readings apart. */
export function workingProgress(db: Database, permit: Permit, call: Id<'call'>): Promise<CallProgress | null> {
  return progressOf(db, permit, call, { kind: 'report', id: `${call}/arbejdstal` });
}

function progressOf(db: Database, permit: Permit, call: Id<'call'>, subject: Subject): Promise<CallProgress | null> {
  return asActor(db, permit, subject, async (tx) => {
    const found = await tx.selectFrom('call').selectAll().where('id', '=', call).executeTakeFirst();
    if (!found) return null;
    const answered = await tx.selectFrom('call_answered').selectAll().where('call', '=', call).orderBy('municipality').execute();
    const rows = await tx.selectFrom('call_answer').selectAll().where('call', '=', call).orderBy('municipality').execute();
    return { status: found.status, answered, answers: rows.map(storedAnswer) };
  });
}

/** Saves a municipality's answer. `version` is the one the form was opened with; null when there was none. The last day decides the region. */
export function saveAnswer(
  db: Database,
  permit: Permit,
  answer: Answer,
  { version, answerBy }: { readonly version: number | null; readonly answerBy: Day },
): Promise<Answering> {
  return asActor(db, permit, { kind: 'answer', id: `${answer.call}/${answer.municipality}` }, async (tx): Promise<Answering> => {
    const call = await lockCall(tx, answer.call);
    const region = regionIn(answer.municipality, answerBy);
    if (!call || region === null || !(await givesAnswer(tx, answer.municipality, region))) return { outcome: 'not-yours' };
    if (!takesAnswers(call.status)) return { outcome: 'closed', status: call.status };

    const theirs = await answerRow(tx, answer);
    if ((theirs?.version ?? null) !== version && theirs) return { outcome: 'changed-meanwhile', theirs: storedAnswer(theirs) };

    const next = (theirs?.version ?? 0) + 1;
    const row = answerColumns(answer, region, next);
    await tx
      .insertInto('call_answer')
      .values(row)
      .onConflict((conflict) => conflict.columns(['call', 'municipality']).doUpdateSet(changeable(row)))
      .execute();
    await addFact(tx, permit, call, { type: 'answered', municipality: answer.municipality, region, data: answer });
    return { outcome: 'saved', version: next };
  });
}

/** Moves the call on in its life, when the lifecycle lets the actor's role do so. `words` are why, for all who read the call. */
export function moveCall(
  db: Database,
  permit: Permit,
  id: Id<'call'>,
  to: CallStatus,
  words = '',
): Promise<
  { readonly outcome: 'moved' } | { readonly outcome: 'refused'; readonly reason: 'no-such-step' | 'not-your-step' | 'no-such-call' }
> {
  return asActor(db, permit, { kind: 'call', id }, async (tx) => {
    const call = await lockCall(tx, id);
    if (!call) return { outcome: 'refused', reason: 'no-such-call' } as const;
    const step = takeCallStep(call.status, to, permit.actor.role);
    if (step.outcome === 'refused') return step;
    const reported = isReleased(step.status) && !isReleased(call.status) ? { reported_on: danishDay(permit.at) } : {};
    await tx
      .updateTable('call')
      .set({ status: step.status, ...reported })
      .where('id', '=', id)
      .execute();
    await addFact(tx, permit, call, {
      type: 'status-changed',
      municipality: null,
      region: null,
      data: { from: call.status, to, ...(words === '' ? {} : { words }) },
    });
    return { outcome: 'moved' } as const;
  });
}

/** The columns of an answer's row. */
export function answerColumns(answer: Answer, region: Id<'region'>, version: number): CallAnswerTable {
  const { call, municipality, counts, answeredBy, answeredOn } = answer;
  return {
    call,
    municipality,
    region,
    any_counts: counts.any.counts,
    any_origin: counts.any.origin,
    residential_counts: counts.residential.counts,
    residential_origin: counts.residential.origin,
    answered_by: answeredBy,
    answered_on: answeredOn,
    version,
  };
}

/** The region that a municipality answers with; null when there is no such municipality. */
export function regionIn(municipality: Id<'municipality'>, answerBy: Day): Id<'region'> | null {
  const found = municipalityOf(municipality);
  return found && regionKey(regionOf(found, answerBy).id);
}

/** An answer's row as the domain knows it. */
export function storedAnswer(row: CallAnswerTable): StoredAnswer {
  return {
    version: row.version,
    answer: {
      call: row.call,
      municipality: row.municipality,
      counts: {
        any: { counts: row.any_counts, origin: row.any_origin },
        residential: { counts: row.residential_counts, origin: row.residential_origin },
      },
      answeredBy: row.answered_by,
      answeredOn: row.answered_on,
    },
  };
}

type LockedCall = { readonly id: Id<'call'>; readonly status: CallStatus; readonly last_sequence: number };

/** The call's row is locked before its answers are read: all who write to a call take turns, and its facts get one sequence. */
export async function lockCall(tx: Transaction, id: Id<'call'>): Promise<LockedCall | undefined> {
  return tx.selectFrom('call').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Asks the database's own rule, so that a municipality that is not the actor's gets a sentence and not an error. */
async function givesAnswer(tx: Transaction, municipality: Id<'municipality'>, region: Id<'region'>): Promise<boolean> {
  const { rows } = await sql<{ gives: boolean }>`select gives_answer(${municipality}, ${region}) as gives`.execute(tx);
  return rows[0]?.gives ?? false;
}

function answerRow(tx: Transaction, { call, municipality }: Answer): Promise<CallAnswerTable | undefined> {
  return tx.selectFrom('call_answer').selectAll().where('call', '=', call).where('municipality', '=', municipality).executeTakeFirst();
}

/** All columns of an answer but those that name it. */
function changeable({
  call: _call,
  municipality: _municipality,
  region: _region,
  ...row
}: CallAnswerTable): Omit<CallAnswerTable, 'call' | 'municipality' | 'region'> {
  return row;
}

type NewFact = {
  readonly type: 'answered' | 'status-changed' | 'step-asked-for';
  readonly municipality: Id<'municipality'> | null;
  readonly region: Id<'region'> | null;
  readonly data: object;
};

/** Adds a fact to a call that is locked. */
export async function addFact(tx: Transaction, { actor, at }: Permit, call: LockedCall, { data, ...fact }: NewFact): Promise<void> {
  const sequence = call.last_sequence + 1;
  await tx
    .insertInto('call_fact')
    .values({
      call: call.id,
      sequence,
      happened: danishDay(at),
      recorded: at,
      ...namedWriter(actor),
      ...fact,
      data: JSON.stringify(data),
    })
    .execute();
  await tx.updateTable('call').set({ last_sequence: sequence }).where('id', '=', call.id).execute();
}
