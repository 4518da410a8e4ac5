/** The places of all units as rows of figures, drawn from the facts of their supply as they were known at a moment. They are drawn when asked for. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { CountedFact } from '../domain/numbers/counted-fact.ts';
import { openNights } from '../domain/placement/open-nights.ts';
import { foldSupply, type SupplyFact } from '../domain/placement/supply-change.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';

/**
 * A row for each time that a place could be used, up to the day of the moment, of all units or of one. All rows may be read meanwhile
 * (`whileCounting`).
 */
export async function placesAt(tx: Transaction, at: Moment, only: Id<'unit'> | null = null): Promise<readonly CountedFact[]> {
  const { rows } = await sql<{
    readonly unit: string;
    readonly name: string;
    readonly municipality: string;
    readonly recorded: Moment;
    readonly change: SupplyFact;
  }>`
    select unit.id as unit, facility.name || ', ' || unit.name as name, facility.municipality, supply_event.recorded, supply_event.change
    from supply_event join unit on unit.id = supply_event.unit join facility on facility.id = unit.facility
    where supply_event.recorded <= ${at}::timestamptz and (${only}::text is null or unit.id = ${only}) order by unit.id, sequence`.execute(
    tx,
  );
  const units = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const list = units.get(row.unit);
    if (list) list.push(row);
    else units.set(row.unit, [row]);
  }
  return [...units.values()].flatMap((facts) => placesOf(facts, danishDay(at), at));
}

type UnitFact = {
  readonly unit: string;
  readonly name: string;
  readonly municipality: string;
  readonly recorded: Moment;
  readonly change: SupplyFact;
};

function placesOf(facts: readonly UnitFact[], before: Day, at: Moment): readonly CountedFact[] {
  const supply = foldSupply(facts.map(({ change }) => change));
  const [first] = facts;
  if (!supply || !first) return [];
  const added = new Map(
    facts.flatMap(({ recorded, change }): readonly (readonly [string, Day])[] =>
      change.type === 'place-added' ? [[change.place.id, danishDay(recorded)]] : [],
    ),
  );
  return supply.places.flatMap((place) =>
    openNights(supply, place, before, added.get(place.id) ?? null).map(({ arrival, departure }, index): CountedFact => ({
      case: place.id,
      number: index + 1,
      subject: place.id,
      kind: 'place',
      happened: arrival,
      until: departure,
      recorded: at,
      withdrawn: null,
      municipality: first.municipality,
      level: 'residential',
      detail: null,
      reason: null,
      unit: first.name,
      unitId: first.unit,
      minutes: null,
      gestation: null,
    })),
  );
}
