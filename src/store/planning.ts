/** The planner's scenarios, each with all its versions. A version is never changed. */
import { type Selectable, sql } from 'kysely';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import type { ScenarioVersionTable } from './planning-tables.ts';
import { namedWriter } from './who-and-when.ts';

export type ScenarioVersion = {
  readonly scenario: string;
  readonly version: number;
  readonly title: string;
  readonly content: Scenario;
  readonly note: string;
  readonly recorded: Moment;
  readonly byName: string;
  readonly organisationName: string;
};

/** What is to be saved. `after` is the version that it was made from, 0 for a new scenario; `formKey` makes a form sent twice count once. */
export type ScenarioToSave = {
  readonly scenario: string;
  readonly after: number;
  readonly formKey: string;
  readonly title: string;
  readonly content: Scenario;
  readonly note: string;
};

export type ScenarioSaved =
  | { readonly outcome: 'saved'; readonly version: number }
  /** Another organisation's: it can be copied and not changed. */
  | { readonly outcome: 'not-yours' }
  | { readonly outcome: 'somebody-was-faster'; readonly newest: ScenarioVersion };

const mostListed = 200;

/** The newest version of each, the last saved first. */
export function readScenarios(db: Database, permit: Permit): Promise<readonly ScenarioVersion[]> {
  return asActor(db, permit, { kind: 'list', id: 'scenario' }, async (tx) => {
    const newest = tx.selectFrom('scenario_version').distinctOn('scenario').selectAll().orderBy('scenario').orderBy('version', 'desc');
    const rows = await tx.selectFrom(newest.as('newest')).selectAll().orderBy('recorded', 'desc').limit(mostListed).execute();
    return rows.map(versionOf);
  });
}

/** All versions, the newest first; null where there is none. */
export function readScenarioHistory(db: Database, permit: Permit, scenario: string): Promise<readonly ScenarioVersion[] | null> {
  return asActor(db, permit, { kind: 'figure', id: `scenario/${scenario}` }, async (tx) => {
    const versions = await versionsOf(tx, scenario);
    return versions.length === 0 ? null : versions;
  });
}

/** Saves the version after `after`; where that is already there from another form, says so and saves nothing. */
export function saveScenario(db: Database, permit: Permit, to: ScenarioToSave): Promise<ScenarioSaved> {
  return asActor(db, permit, { kind: 'figure', id: `scenario/${to.scenario}` }, (tx) => saveScenarioWithin(tx, permit, to));
}

/** The same, in a transaction that is already open. */
export async function saveScenarioWithin(tx: Transaction, by: Pick<Permit, 'actor' | 'at'>, to: ScenarioToSave): Promise<ScenarioSaved> {
  const { actor } = by;
  // Nobody saves a version of the same scenario meanwhile.
  await sql`select pg_advisory_xact_lock(hashtext(${`scenario/${to.scenario}`}))`.execute(tx);
  const owner = await scenarioOwner(tx, to.scenario);
  if (owner !== null && owner !== actor.organisation.id) return { outcome: 'not-yours' };
  const before = await versionsOf(tx, to.scenario);
  const sent = await tx.selectFrom('scenario_version').select('version').where('form_key', '=', to.formKey).executeTakeFirst();
  if (sent) return { outcome: 'saved', version: sent.version };
  const [newest] = before;
  if (newest && newest.version !== to.after) return { outcome: 'somebody-was-faster', newest };
  const version = (newest?.version ?? 0) + 1;
  await tx
    .insertInto('scenario_version')
    .values({
      scenario: to.scenario,
      version,
      form_key: to.formKey,
      title: to.title,
      content: JSON.stringify(to.content),
      note: to.note,
      recorded: by.at,
      ...namedWriter(actor),
    })
    .execute();
  return { outcome: 'saved', version };
}

/** The organisation that saved the first version, whether or not the one who asks may see it; null where there is none. */
export async function scenarioOwner(tx: Transaction, scenario: string): Promise<string | null> {
  const { rows } = await sql<{ readonly owner: string | null }>`select scenario_owner(${scenario}) as owner`.execute(tx);
  return rows[0]?.owner ?? null;
}

async function versionsOf(tx: Transaction, scenario: string): Promise<readonly ScenarioVersion[]> {
  const rows = await tx.selectFrom('scenario_version').selectAll().where('scenario', '=', scenario).orderBy('version', 'desc').execute();
  return rows.map(versionOf);
}

export function versionOf(row: Selectable<ScenarioVersionTable>): ScenarioVersion {
  const { scenario, version, title, content, note, recorded, by_name, organisation_name } = row;
  return { scenario, version, title, content, note, recorded, byName: by_name, organisationName: organisation_name };
}
