/** Writes whole pathways at once, facts first: for the demonstration and for simulated countries, as the owner of the tables. */
import type { Id } from '../domain/id.ts';
import type { RecordedFact } from '../domain/pathway/facts.ts';
import { foldPathway } from '../domain/pathway/fold.ts';
import type { StayUnits } from './drawn-rows.ts';
import type { Database } from './database.ts';
import { drawPathways } from './figure-keep.ts';
import { reasonRows } from './her-yes.ts';
import { factRow, rowOf } from './pathway.ts';

export type ImportedPathway = { readonly id: Id<'pathway'>; readonly facts: readonly RecordedFact[] };

/** Parameters in one statement of PostgreSQL are limited to 65,535: a fact has twelve. */
const factsAtOnce = 4000;

/** Inserts pathways that do not exist yet, with the care teams that their facts name. `stays` are those that will be imported after them. */
export async function importPathways(tx: Database, imported: readonly ImportedPathway[], stays: StayUnits = new Map()): Promise<void> {
  if (imported.length === 0) return;
  const folded = imported.map(({ id, facts }) => ({ id, facts, pathway: foldPathway(facts) }));
  const rows = folded.map(({ id, facts, pathway }) => {
    const [first] = facts;
    if (!first) throw new Error(`the pathway ${id} has no facts`);
    return { id, opened_by: first.organisation, ...rowOf(pathway) };
  });
  const members = folded.flatMap(({ id, pathway }) =>
    pathway.team.map(({ organisation, task, joined }) => ({ pathway: id, organisation, task, joined })),
  );
  const facts = folded.flatMap(({ id, facts: all }) => all.map((recorded) => factRow(id, recorded, null)));
  await tx.insertInto('pathway').values(rows).execute();
  if (members.length > 0) await tx.insertInto('care_team_member').values(members).execute();
  for (let from = 0; from < facts.length; from += factsAtOnce) {
    await tx
      .insertInto('pathway_fact')
      .values(facts.slice(from, from + factsAtOnce))
      .execute();
  }
  const reasons = folded.flatMap(({ id, facts: all }) => all.flatMap((recorded) => reasonRows(id, recorded)));
  for (let from = 0; from < reasons.length; from += factsAtOnce) {
    await tx
      .insertInto('her_yes_reason')
      .values(reasons.slice(from, from + factsAtOnce))
      .execute();
  }
  await drawPathways(tx, imported, stays);
}
