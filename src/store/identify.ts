/** Joining a pathway to the woman by her number, and the other pathways that she has going with other parties. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { FictitiousCpr } from '../domain/person/cpr.ts';
import { identityStep } from '../domain/person/identify.ts';
import { type Day, danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, leaveTrace, type Transaction } from './database.ts';
import { telephonesOfParties } from './municipality-telephone.ts';
import { appendFact, readPathway, recordedBy } from './pathway.ts';
import { patiently } from './placement-retry.ts';
import { lockPathway } from './placement-waiting-rows.ts';

/** What is known of her other pathway by those who do not take part in it: who opened it, when, and whom to ring. */
export type OtherPathway = {
  /** The pathway that the reader takes part in. */
  readonly mine: Id<'pathway'>;
  readonly calledName: string;
  readonly openedBy: { readonly id: Id<'organisation'>; readonly name: string };
  /** The number of the municipality that the other party belongs to; null where it belongs to none, or none is written. */
  readonly municipalityTelephone: string | null;
  readonly opened: Day | null;
  readonly coordinator: { readonly name: string; readonly organisationName: string | null; readonly telephone: string | null } | null;
  /** The other pathway, where the reader takes part in it too; else null, and nothing leads there. */
  readonly other: Id<'pathway'> | null;
};

export type Identified =
  | { readonly outcome: 'identified' | 'already-identified'; readonly others: number }
  /** It stands on another number, and nothing said why. */
  | { readonly outcome: 'another-number' }
  | { readonly outcome: 'no-such-pathway' };

type Given = {
  readonly cpr: FictitiousCpr;
  readonly consentOn: Day;
  readonly correction: string;
  /** The id that the person gets where nobody has the number yet. */
  readonly newPerson: Id<'person'>;
  readonly key: string;
};

/** Joins the pathway to the person with this number. */
export function identifyWoman(
  db: Database,
  permit: Permit,
  id: Id<'pathway'>,
  given: Given,
): Promise<Identified | { readonly outcome: 'busy' }> {
  return patiently(() => asActor(db, permit, { kind: 'pathway', id }, (tx) => identifyIn(tx, permit, id, given)));
}

async function identifyIn(tx: Transaction, permit: Permit, id: Id<'pathway'>, given: Given): Promise<Identified> {
  await lockPathway(tx, id);
  const read = await readPathway(tx, id);
  if (!read) return { outcome: 'no-such-pathway' };
  const known = await personOfNumber(tx, id, given.cpr);
  const hers = known ?? given.newPerson;
  switch (identityStep(read.pathway.person, hers, given.correction)) {
    case 'ask-why':
      return { outcome: 'another-number' };
    case 'nothing-new':
      return { outcome: 'already-identified', others: (await toldRows(tx, permit, id)).length };
    case 'join': {
      const { cpr, consentOn, correction, key } = given;
      if (known === null) await sql`select make_person_of_number(${id}, ${cpr}, ${read.pathway.calledName}, ${hers})`.execute(tx);
      const fact = { type: 'woman-identified', person: hers, consentOn, ...(correction === '' ? {} : { correction }) } as const;
      await appendFact(tx, id, fact, recordedBy(permit, danishDay(permit.at)), key);
      const others = await toldRows(tx, permit, id);
      return { outcome: 'identified', others: others.length };
    }
  }
}

/**
 * The other pathways going for the woman of one pathway, or of every pathway the reader's organisation takes part in. Whoever is told of one stands in
 * its trace, so that she and those who work with her there can see it.
 */
export async function otherPathways(tx: Transaction, permit: Permit, of: Id<'pathway'> | null): Promise<readonly OtherPathway[]> {
  const rows = await toldRows(tx, permit, of);
  const parties = rows.map(({ opened_by }) => opened_by);
  const telephones = await telephonesOfParties(tx, parties);
  return rows.map(({ mine, called_name, other, opened_by, opened_by_name, opened, coordinator, takes_part_there }) => ({
    mine,
    calledName: called_name,
    openedBy: { id: opened_by, name: opened_by_name },
    municipalityTelephone: telephones.get(opened_by) ?? null,
    opened,
    coordinator,
    other: takes_part_there ? other : null,
  }));
}

type OtherRow = {
  readonly mine: Id<'pathway'>;
  readonly called_name: string;
  readonly other: Id<'pathway'>;
  readonly opened_by: Id<'organisation'>;
  readonly opened_by_name: string;
  readonly opened: Day | null;
  readonly coordinator: OtherPathway['coordinator'];
  readonly takes_part_there: boolean;
};

async function toldRows(tx: Transaction, permit: Permit, of: Id<'pathway'> | null): Promise<readonly OtherRow[]> {
  const rows = await otherRows(tx, of);
  for (const other of new Set(rows.map((row) => row.other))) await leaveTrace(tx, permit, { kind: 'pathway', id: other });
  return rows;
}

async function otherRows(tx: Transaction, of: Id<'pathway'> | null): Promise<readonly OtherRow[]> {
  return (await sql<OtherRow>`select * from other_pathways_of_hers(${of})`.execute(tx)).rows;
}

async function personOfNumber(tx: Transaction, id: Id<'pathway'>, cpr: FictitiousCpr): Promise<Id<'person'> | null> {
  const { rows } = await sql<{ person: Id<'person'> | null }>`select person_of_number(${id}, ${cpr}) as person`.execute(tx);
  return rows[0]?.person ?? null;
}
