/** The country's occupancy in its protected form, of years that are over: each of one day for ever, and the same whoever asks and whenever. */
import { sql } from 'kysely';
import { occupancyDayOf, occupancyRule, protectedOccupancy, type ProtectedOccupancy } from '../domain/disclosure/protected-occupancy.ts';
import type { CountedFact } from '../domain/numbers/counted-fact.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { endOfDay } from '../domain/numbers/kept.ts';
import { danishDay, type Day, day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { placesAt } from './counted-places.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { countedFactOf, whileCounting } from './figure-keep.ts';
import { sourcesIn } from './figures.ts';

/** A year's occupancy as it is printed. */
export type PrintedOccupancy = {
  readonly year: number;
  readonly asOf: Day;
  readonly printed: ProtectedOccupancy;
  readonly source: string;
  /** The figure's edition and the rule's. */
  readonly edition: string;
};

/** The years whose day is over, the newest first, and when the next one comes. */
export type OccupancyYears = { readonly years: readonly PrintedOccupancy[]; readonly next: { readonly year: number; readonly comes: Day } };

const figure = 'occupancy-by-unit';

/** So many years back from the newest whose day is over. Nothing but what is printed leaves this file. */
export function readProtectedOccupancy(db: Database, permit: Permit, yearsBack: number): Promise<OccupancyYears> {
  const today = danishDay(permit.at);
  const thisYear = Number(today.slice(0, 4));
  const newest = occupancyDayOf(thisYear - 1).asOf < today ? thisYear - 1 : thisYear - 2;
  const definition = figureDefinitions.find(({ id }) => id === figure);
  if (!definition) throw new Error('the definition of occupancy is gone');
  const edition = `${definition.edition}, ${occupancyRule.edition}`;
  const work = async (tx: Transaction): Promise<readonly PrintedOccupancy[]> => {
    const source = (await sourcesIn(tx))(definition);
    const providers = await providersOf(tx);
    const years: PrintedOccupancy[] = [];
    for (let year = newest; year > newest - yearsBack; year -= 1) {
      const { asOf } = occupancyDayOf(year);
      const at = endOfDay(asOf);
      const [places, stays] = await whileCounting(tx, async () => [await placesAt(tx, at), await staysIn(tx, year, at)] as const);
      // A unit that nobody is known to run is a provider of its own.
      const printed = protectedOccupancy(places, stays, { year, asOf, providerOf: (unit) => providers.get(unit) ?? `unit ${unit}` });
      years.push({ year, asOf, printed, source, edition });
    }
    return years;
  };
  return asActor(db, permit, { kind: 'figure', id: figure }, work, { seeing: 'one moment' }).then((years) => ({
    years,
    next: { year: newest + 1, comes: occupancyDayOf(newest + 1).comes },
  }));
}

async function providersOf(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const units = await tx
    .selectFrom('unit')
    .innerJoin('facility', 'facility.id', 'unit.facility')
    .select(['unit.id', sql<string>`facility.operator || ' ' || facility.operator_name`.as('provider')])
    .execute();
  return new Map(units.map(({ id, provider }) => [id, provider]));
}

/** The stays of a year as they were known at a moment. */
async function staysIn(tx: Transaction, year: number, at: Moment): Promise<readonly CountedFact[]> {
  const rows = await tx
    .selectFrom('counted_fact')
    .selectAll()
    .where('kind', '=', 'stay')
    .where('happened', '<', day(`${year + 1}-01-01`))
    .where((where) => where.or([where('until', 'is', null), where('until', '>', day(`${year}-01-01`))]))
    .where('recorded', '<=', at)
    .where((where) => where.or([where('withdrawn', 'is', null), where('withdrawn', '>', at)]))
    .execute();
  return rows.map(countedFactOf);
}
