/** Pathways for tests of what stands beside them: opened by one party, and nothing more is known. */
import { asId, type Id } from '../src/domain/id.ts';
import type { PathwayFact } from '../src/domain/pathway/facts.ts';
import { day } from '../src/domain/time.ts';
import type { Organisation, Permit } from '../src/domain/trail.ts';
import { asActor, type Database } from '../src/store/database.ts';
import { factsOf, openPathway, recordedBy } from '../src/store/pathway.ts';

export async function addOrganisation(owner: Database, organisation: Organisation): Promise<void> {
  await owner
    .insertInto('organisation')
    .values(organisation)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Opens pathways as the one the permit is for; her organisation takes part in them. */
export async function openTestPathways(
  db: Database,
  permit: Permit,
  pathways: readonly Id<'pathway'>[],
  further: readonly PathwayFact[] = [],
): Promise<void> {
  const referral = {
    type: 'referral-registered',
    person: null,
    municipality: asId<'municipality'>('0851'),
    concern: 'opdigtet',
    referrer: 'opdigtet',
  } as const;
  await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    for (const id of pathways) await openPathway(tx, id, { ...referral, calledName: id }, further, recordedBy(permit, day('2026-11-01')));
  });
}

/** The types of the facts that were told on a pathway, in order. */
export async function factsTold(owner: Database, pathway: Id<'pathway'>): Promise<readonly string[]> {
  return owner.transaction().execute(async (tx) => (await factsOf(tx, pathway)).map(({ fact }) => fact.type));
}
