/** Loads a simulated country into a database that has the demonstration's organisations and units, as the owner of the tables. Once. */
import { asId, type Id } from '../domain/id.ts';
import { type Day, day } from '../domain/time.ts';
import { type Database, type Transaction, waitForTurn } from '../store/database.ts';
import { importPathways } from '../store/pathway-import.ts';
import { importStays } from '../store/placement-import.ts';
import { loadOccupations, loadProvision } from '../store/placement-provision.ts';
import { createCountry } from './country.ts';
import type { OfferedUnit } from './simulated-places.ts';

export type LoadRequest = { readonly seed: number; readonly size: number; readonly today: Day };

export type LoadedCountry =
  | { readonly outcome: 'loaded'; readonly women: number; readonly pathways: number; readonly facts: number; readonly stays: number }
  /** A country was loaded before; which one is said by its seed, size and day. */
  | { readonly outcome: 'already-there'; readonly country: string };

/** Rows in one statement: a person has four values, and the parameters of a statement are limited to 65,535. */
const womenAtOnce = 10_000;
const pathwaysAtOnce = 2000;

/** Any number will do, so long as all who load a country use the same: the second waits and finds the first's. */
const countryLock = 7_205_833;

export function loadCountry(owner: Database, request: LoadRequest): Promise<LoadedCountry> {
  return owner.transaction().execute((tx) => loadCountryWithin(tx, request));
}

/** The same within a transaction of the caller's. */
export async function loadCountryWithin(tx: Transaction, request: LoadRequest): Promise<LoadedCountry> {
  const { seed, size, today } = request;
  await waitForTurn(tx, countryLock);
  const known = await tx.selectFrom('setting').select('value').where('name', '=', 'country').executeTakeFirst();
  if (known) return { outcome: 'already-there', country: known.value };

  const { women, pathways, stays } = createCountry({ ...request, units: await unitsOf(tx) });
  for (let from = 0; from < women.length; from += womenAtOnce) {
    const some = women.slice(from, from + womenAtOnce).map(({ id, name, cpr }) => ({ id, name, cpr, invented: true }));
    await tx.insertInto('person').values(some).execute();
  }
  const units = new Map(stays.map(({ id, unit }) => [id, unit]));
  for (let from = 0; from < pathways.length; from += pathwaysAtOnce)
    await importPathways(tx, pathways.slice(from, from + pathwaysAtOnce), units);
  const told = new Map(pathways.map(({ id, facts }) => [id, facts]));
  await importStays(
    tx,
    stays.map((stay) => {
      const facts = told.get(stay.pathway) ?? [];
      const [first] = facts;
      return { stay, facts, calledName: first?.fact.type === 'referral-registered' ? first.fact.calledName : '' };
    }),
  );
  await tx
    .insertInto('setting')
    .values({ name: 'country', value: `seed ${seed}, size ${size}, ${today}` })
    .execute();
  const facts = pathways.reduce((sum, pathway) => sum + pathway.facts.length, 0);
  return { outcome: 'loaded', women: women.length, pathways: pathways.length, facts, stays: stays.length };
}

/** The units in the database with all nights that were ever taken, and the organisation of each facility. */
async function unitsOf(tx: Parameters<typeof loadProvision>[0]): Promise<readonly OfferedUnit[]> {
  const provision = await loadProvision(tx);
  const occupations = await loadOccupations(tx, firstDay);
  const organisations = await tx.selectFrom('organisation').select(['id', 'facility']).where('facility', 'is not', null).execute();
  return provision.map(({ facility, unit }) => ({
    facility,
    unit,
    organisation: organisations.find((one) => one.facility === facility.id)?.id ?? named(facility.id),
    occupations: occupations.filter((occupation) => occupation.unit === unit.id),
  }));
}

/** Before any stay. */
const firstDay = day('1900-01-01');

function named(facility: Id<'facility'>): Id<'organisation'> {
  return asId<'organisation'>(`dt-${facility}`);
}
