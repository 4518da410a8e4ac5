/** Questions to the simulation and their answers: written once, under the fingerprint of the question. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { modelEdition, type Study, type StudyProposal } from '../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../domain/planning/lab/study-answer.ts';
import { orderedJson } from '../domain/ordered-json.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import { whoAndWhen } from './who-and-when.ts';

export type KeptStudy = {
  readonly id: string;
  readonly edition: string;
  readonly question: Study;
  readonly recorded: Moment;
  readonly byName: string;
  /** Null until it is finished. */
  readonly answer: StudyAnswer | null;
};

/** The fingerprint of all that the digits depend on: the question and the edition of the model. */
function studyId(question: Study, edition: string = modelEdition): string {
  return createHash('sha256')
    .update(`${edition}\n${orderedJson(question)}`)
    .digest('hex');
}

/** Keeps the question, once, and gives its id. */
export function askStudy(db: Database, permit: Permit, question: Study): Promise<string> {
  const id = studyId(question);
  return asActor(db, permit, { kind: 'figure', id: `study/${id}` }, async (tx) => {
    await tx
      .insertInto('study')
      .values({
        id,
        edition: modelEdition,
        question: JSON.stringify(question),
        ...whoAndWhen(permit),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return id;
  });
}

/** Keeps the whole answer. Another server that worked out the same has the same digits, so the first is kept. */
export function keepStudyAnswer(db: Database, permit: Permit, study: string, answer: StudyAnswer): Promise<void> {
  return asActor(db, permit, { kind: 'figure', id: `study/${study}` }, async (tx) => {
    await tx
      .insertInto('study_answer')
      .values({
        study,
        answer: JSON.stringify(answer),
        ...whoAndWhen(permit),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Null where nobody has asked. */
export function readStudy(db: Database, permit: Permit, id: string): Promise<KeptStudy | null> {
  return asActor(db, permit, { kind: 'figure', id: `study/${id}` }, async (tx) => {
    const row = await tx
      .selectFrom('study')
      .leftJoin('study_answer', 'study_answer.study', 'study.id')
      .select(['study.id', 'study.edition', 'study.question', 'study.recorded', 'study.by_name', 'study_answer.answer'])
      .where('study.id', '=', id)
      .executeTakeFirst();
    if (!row) return null;
    const { edition, question, recorded, by_name, answer } = row;
    return { id, edition, question, recorded, byName: by_name, answer };
  });
}

/** A study in a list: what it is of, and not the scenarios themselves. */
export type ListedStudy = {
  readonly id: string;
  readonly recorded: Moment;
  readonly byName: string;
  readonly kind: Study['kind'];
  readonly proposals: readonly Pick<StudyProposal, 'title' | 'from'>[];
};

/** The newest that are finished, and the newest that the one who asks has asked and that are not. */
export function readListedStudies(
  db: Database,
  permit: Permit,
): Promise<{ readonly finished: readonly ListedStudy[]; readonly unfinished: readonly ListedStudy[] }> {
  return asActor(db, permit, { kind: 'list', id: 'study' }, async (tx) => {
    const listed = tx
      .selectFrom('study')
      .leftJoin('study_answer', 'study_answer.study', 'study.id')
      .select(['study.id', 'study.recorded', 'study.by_name'])
      .select(sql<Study['kind']>`question ->> 'kind'`.as('kind'))
      .select(
        sql<ListedStudy['proposals']>`(select json_agg(json_build_object('title', one ->> 'title', 'from', one ->> 'from'))
          from json_array_elements(coalesce(question -> 'proposals', json_build_array(question -> 'proposal'))) as one)`.as('proposals'),
      );
    const finished = await listed
      .where('study_answer.study', 'is not', null)
      .orderBy('study_answer.recorded', 'desc')
      .limit(mostFinished)
      .execute();
    const unfinished = await listed
      .where('study_answer.study', 'is', null)
      .where('study.by_user', '=', permit.actor.user)
      .orderBy('study.recorded', 'desc')
      .limit(mostUnfinished)
      .execute();
    const of = (rows: typeof finished): readonly ListedStudy[] => rows.map(({ by_name, ...row }) => ({ ...row, byName: by_name }));
    return { finished: of(finished), unfinished: of(unfinished) };
  });
}

const [mostFinished, mostUnfinished] = [50, 10];
