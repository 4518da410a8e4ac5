/** Who may see a scenario: whose it is, what its owner does to it, and the published ones for those who do not plan. */
import { sql } from 'kysely';
import {
  changeSight,
  type ReadBefore,
  type ScenarioOwned,
  type ScenarioSight,
  type SightAct,
  type SightChange,
} from '../domain/planning/lab/scenario-sight.ts';
import { asId } from '../domain/id.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { scenarioOwner, type ScenarioVersion, versionOf } from './planning.ts';
import { whoAndWhen } from './who-and-when.ts';

/** Null where there is none. */
export function readScenarioOwned(db: Database, permit: Permit, scenario: string): Promise<ScenarioOwned | null> {
  return asActor(db, permit, { kind: 'figure', id: `scenario/${scenario}` }, (tx) => ownedOf(tx, scenario));
}

/** Null where there is none that the one who asks may see. `read`: the version of which was read what becomes visible to whom. */
export function setScenarioSight(
  db: Database,
  permit: Permit,
  scenario: string,
  act: SightAct,
  read: ReadBefore['read'],
): Promise<SightChange | null> {
  return asActor(db, permit, { kind: 'figure', id: `scenario/${scenario}` }, (tx) =>
    setScenarioSightWithin(tx, permit, scenario, act, read),
  );
}

/** The same, in a transaction that is already open. */
export async function setScenarioSightWithin(
  tx: Transaction,
  { actor, at }: Pick<Permit, 'actor' | 'at'>,
  scenario: string,
  act: SightAct,
  read: ReadBefore['read'],
): Promise<SightChange | null> {
  await sql`select pg_advisory_xact_lock(hashtext(${`scenario/${scenario}`}))`.execute(tx);
  const seen = await tx
    .selectFrom('scenario_version')
    .select((of) => of.fn.max('version').as('newest'))
    .where('scenario', '=', scenario)
    .executeTakeFirst();
  const newest = seen?.newest ?? null;
  const owned = newest === null ? null : await ownedOf(tx, scenario);
  if (!owned || newest === null) return null;
  const change = changeSight(owned, act, actor, { newest, read });
  if (change.outcome !== 'changed') return change;
  const last = await tx
    .selectFrom('scenario_sight')
    .select((of) => of.fn.max('turn').as('turn'))
    .where('scenario', '=', scenario)
    .executeTakeFirst();
  await tx
    .insertInto('scenario_sight')
    .values({
      scenario,
      turn: (last?.turn ?? 0) + 1,
      sight: change.sight,
      ...whoAndWhen({ actor, at }),
    })
    .execute();
  return change;
}

/** The newest version of each that is published, the last saved first. */
export function readPublishedScenarios(db: Database, permit: Permit): Promise<readonly ScenarioVersion[]> {
  return asActor(db, permit, { kind: 'list', id: 'scenario/published' }, async (tx) => {
    const rows = await tx
      .selectFrom((from) =>
        from
          .selectFrom('scenario_version')
          .distinctOn('scenario')
          .selectAll()
          .where(sql<boolean>`scenario_sight_now(scenario) = 'published'`)
          .orderBy('scenario')
          .orderBy('version', 'desc')
          .as('newest'),
      )
      .selectAll()
      .orderBy('recorded', 'desc')
      .orderBy('scenario')
      .limit(mostPublished)
      .execute();
    return rows.map(versionOf);
  });
}

/** As many are shown. */
export const mostPublished = 200;

async function ownedOf(tx: Transaction, scenario: string): Promise<ScenarioOwned | null> {
  const owner = await scenarioOwner(tx, scenario);
  const { rows } = await sql<{ readonly sight: ScenarioSight }>`select scenario_sight_now(${scenario}) as sight`.execute(tx);
  const sight = rows[0]?.sight;
  return owner === null || sight === undefined ? null : { owner: asId<'organisation'>(owner), sight };
}
