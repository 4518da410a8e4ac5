/** Works the supply of every unit out again from its facts and says what differs. Runs as the owner of the tables. */
import { isDeepStrictEqual } from 'node:util';
import type { Id } from '../domain/id.ts';
import { foldSupply } from '../domain/placement/supply-change.ts';
import type { Staffing } from '../domain/placement/provision.ts';
import type { Supply } from '../domain/placement/supply-state.ts';
import type { Database } from './database.ts';
import { loadSupplies, noSupply, writeSupply } from './placement-supply.ts';

/** One part of a unit's supply that is not what the facts add up to. */
export type SupplyDifference = { readonly unit: Id<'unit'>; readonly part: string };

/** Compares the tables with the facts; with `repair` it also writes what the facts add up to. One transaction for each unit. */
export async function rebuildSupply(
  owner: Database,
  { repair = false }: { readonly repair?: boolean } = {},
): Promise<{ readonly checked: number; readonly differences: readonly SupplyDifference[] }> {
  const units = await owner.selectFrom('unit').select('id').orderBy('id').execute();
  const differences: SupplyDifference[] = [];
  for (const { id } of units) {
    await owner.transaction().execute(async (tx) => {
      await tx.selectFrom('unit').select('id').where('id', '=', id).forUpdate().execute();
      const facts = await tx.selectFrom('supply_event').select('change').where('unit', '=', id).orderBy('sequence').execute();
      const computed = foldSupply(facts.map(({ change }) => change)) ?? noSupply;
      const [stored, told] = [inOrder((await loadSupplies(tx, [id])).get(id) ?? noSupply), inOrder(computed)];
      const different = (Object.keys(told) as (keyof Supply)[]).filter((part) => !isDeepStrictEqual(stored[part], told[part]));
      differences.push(...different.map((part) => ({ unit: id, part })));
      if (repair && different.length > 0) await writeSupply(tx, id, computed);
    });
  }
  return { checked: units.length, differences };
}

/** The tables keep no order but that of ids and days. */
function inOrder(supply: Supply): Supply {
  const byId = <Known extends { readonly id: string }>(known: readonly Known[]): readonly Known[] =>
    known.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const places = byId(supply.places).map((place) => ({ ...place, properties: place.properties.toSorted() }));
  const staffing = supply.staffing.toSorted((one, other) => (lineOf(one) < lineOf(other) ? -1 : 1));
  return { ...supply, closures: byId(supply.closures), rooms: byId(supply.rooms), places, staffing };
}

function lineOf({ from, to, women }: Staffing): string {
  return `${from} ${to ?? ''} ${women}`;
}
