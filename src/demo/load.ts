/** Loads the demonstration into a new database, as the owner of the tables. Once: a database that has it is left alone. */
import { type Connection, type Database, openDatabase, waitForTurn } from '../store/database.ts';
import { type Day, type Moment, startOfDanishDay } from '../domain/time.ts';
import { importPathways } from '../store/pathway-import.ts';
import { demoBaseDay, demoPathways } from './demo-pathways.ts';
import { loadCountryWithin } from './load-country.ts';
import { loadCall } from './load-call.ts';
import { loadWaiting } from './load-waiting.ts';
import { loadFacilities, loadQualification, loadResidents } from './load-provision.ts';
import { loadScenario } from './load-scenario.ts';
import { loadMunicipalityTelephones } from './municipality-telephones.ts';
import { demoOrganisations } from './organisations.ts';
import { personas } from './personas.ts';

/** The edition of the demonstration's content, stored so that one can see which a database holds. */
const demoEdition = 'demo/2026-11';

/** Any number will do, so long as all who load the demonstration use the same: of two at once, the second waits and finds the first's. */
const demoLock = 7_205_832;

/** The country that surrounds the stories: `size` 1 is about 60 pathways a year. */
export type DemoCountry = { readonly seed: number; readonly size: number };

/** Whether a database holds the demonstration: all of it or nothing was loaded. */
export async function hasDemo(db: Database): Promise<boolean> {
  return (await db.selectFrom('setting').select('value').where('name', '=', 'demo').executeTakeFirst()) !== undefined;
}

/**
 * `today` is the day that the stories are told from; `country` simulates the rest of Denmark around them, unless it is null. The hours since the units
 * confirmed their capacity are counted from `asOf`: fresh ones are fresh whenever on the day the demonstration is begun.
 */
export async function loadDemoWhenNew(
  owner: Connection,
  today: Day = demoBaseDay,
  country: DemoCountry | null = null,
  asOf: Moment = startOfDanishDay(today),
): Promise<'loaded' | 'already there'> {
  const db = openDatabase(owner, { size: 1 });
  try {
    return await db.transaction().execute(async (tx) => {
      await waitForTurn(tx, demoLock);
      if (await hasDemo(tx)) return 'already there';
      await loadFacilities(tx, today, asOf);
      await loadPeople(tx);
      await loadMunicipalityTelephones(tx, today);
      await loadQualification(tx, today);
      await loadResidents(tx, today);
      await loadCall(tx);
      await importPathways(tx, demoPathways(today));
      await loadScenario(tx, today);
      if (country) await loadCountryWithin(tx, { ...country, today });
      if (country) await loadWaiting(tx, today);
      await tx.insertInto('setting').values({ name: 'demo', value: demoEdition }).execute();
      return 'loaded';
    });
  } finally {
    await db.destroy();
  }
}

async function loadPeople(tx: Database): Promise<void> {
  await tx
    .insertInto('organisation')
    .values([...demoOrganisations()])
    .execute();
  const known = new Set((await tx.selectFrom('organisation').select('id').execute()).map(({ id }) => id));
  const placed = personas.filter(({ organisation }) => known.has(organisation));
  const people = [
    ...new Set(placed.flatMap(({ person, name }) => (person === null ? [] : [{ id: person, name, cpr: null, invented: true }]))),
  ];
  if (people.length > 0) await tx.insertInto('person').values(people).execute();
  await tx
    .insertInto('app_user')
    .values(placed.map((persona, index) => ({ ...persona, persona: index + 1 })))
    .execute();
}
