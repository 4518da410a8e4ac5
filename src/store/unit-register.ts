/** The leader of a facility opens a unit in it, and gives one another name. What a unit offers is kept up in `supply-upkeep.ts`. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { areAgreedTo, type Contradiction, contradictionsIn } from '../domain/placement/supply-contradiction.ts';
import { type FirstPlaces, nameFaultsOf, openUnit, type UnitFault, type UnitOpening } from '../domain/placement/unit-opening.ts';
import { danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow } from './database.ts';
import { addFacilityFact } from './facility-register.ts';
import { telling } from './placement-pathway.ts';
import { patiently } from './placement-retry.ts';
import { addSupplyFact } from './supply-fact.ts';
import { offerUnit } from './placement-waiting-offer.ts';

export type UnitOutcome =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'unchanged' }
  /** Nothing is saved: what is written cannot all be meant, and nobody said yet that it is. */
  | { readonly outcome: 'ask'; readonly contradictions: readonly Contradiction[] }
  | { readonly outcome: 'refused'; readonly faults: readonly UnitFault[] }
  | { readonly outcome: 'not-yours' }
  | { readonly outcome: 'busy' };

/** Another name contradicts nothing. */
export type NameOutcome = Exclude<UnitOutcome, { readonly outcome: 'ask' }>;

/** A unit as it is to be opened; `agreed`: the contradictions in it that are meant. */
export type UnitToOpen = {
  readonly facility: Id<'facility'>;
  readonly unit: Id<'unit'>;
  readonly opening: UnitOpening;
  readonly first: FirstPlaces;
  readonly agreed: readonly Contradiction[];
};

/**
 * Opens a unit under an id in the actor's own facility, with its rooms, places and rules as the first fact of its supply; sent again under
 * the same id it is opened once. Whoever waits for such a place is asked at once, as when a closure is lifted.
 */
export function openUnitIn(db: Database, permit: Permit, { facility, unit, opening, first, agreed }: UnitToOpen): Promise<UnitOutcome> {
  return patiently(() =>
    asActor(db, permit, { kind: 'facility', id: facility }, async (tx): Promise<UnitOutcome> => {
      if (permit.actor.organisation.facility !== facility) return { outcome: 'not-yours' };
      const units = await tx.selectFrom('unit').select(['id', 'name']).where('facility', '=', facility).execute();
      if (units.some(({ id }) => id === unit)) return { outcome: 'saved' };
      const decision = openUnit(
        opening,
        units.map(({ name }) => name),
        first,
        danishDay(await databaseNow(tx)),
      );
      if (decision.outcome === 'refused') return decision;
      const { name, supply } = decision;
      const contradictions = contradictionsIn(supply);
      if (!areAgreedTo(contradictions, agreed)) return { outcome: 'ask', contradictions };
      await tx.insertInto('unit').values({ id: unit, facility, name, confirmed_by: null, confirmed_at: null }).execute();
      await addFacilityFact(tx, permit, facility, { type: 'unit-opened', unit, name });
      await addSupplyFact(tx, permit, unit, { type: 'registered', supply }, null, null);
      await sql`select keep_supply(${unit}, ${JSON.stringify(supply)}::jsonb)`.execute(tx);
      await offerUnit(tx, unit, telling);
      return { outcome: 'saved' };
    }),
  );
}

/** Gives a unit of the actor's own facility another name. Stays, facts and figures follow the unit and not its name. */
export function nameUnit(db: Database, permit: Permit, unit: Id<'unit'>, written: string): Promise<NameOutcome> {
  return patiently(() =>
    asActor(db, permit, { kind: 'unit', id: unit }, async (tx): Promise<NameOutcome> => {
      // Row security lets only the unit's own leader lock its row.
      const own = await tx.selectFrom('unit').select(['facility', 'name']).where('id', '=', unit).forNoKeyUpdate().executeTakeFirst();
      if (!own) return { outcome: 'not-yours' };
      const name = written.trim();
      if (name === own.name) return { outcome: 'unchanged' };
      const others = await tx.selectFrom('unit').select('name').where('facility', '=', own.facility).where('id', '<>', unit).execute();
      const faults = nameFaultsOf(
        name,
        others.map((other) => other.name),
      );
      if (faults.length > 0) return { outcome: 'refused', faults };
      await tx.updateTable('unit').set({ name }).where('id', '=', unit).execute();
      await addFacilityFact(tx, permit, own.facility, { type: 'unit-named', unit, before: own.name, after: name });
      return { outcome: 'saved' };
    }),
  );
}
