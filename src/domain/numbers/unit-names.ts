/** What units are called in figures (da: afdelingens navn): by their names alone, and where two bear one name by more, so that no two are called the same. */
import { municipality as municipalityOf } from '../geography/municipalities.ts';

export type NamedUnit = { readonly id: string; readonly name: string; readonly municipality: string };

/** Each unit's name by its id. Of several with one name each says its municipality, and where that is the same too its id. */
export function unitNames(units: readonly NamedUnit[]): ReadonlyMap<string, string> {
  const told = ({ name, municipality }: NamedUnit): string => `${name} (${municipalityOf(municipality)?.name ?? municipality})`;
  const alone = countedBy(units, ({ name }) => name);
  const inTown = countedBy(units, told);
  return new Map(
    units.map((unit): readonly [string, string] => {
      if (alone.get(unit.name) === 1) return [unit.id, unit.name];
      return [unit.id, inTown.get(told(unit)) === 1 ? told(unit) : `${told(unit)}, ${unit.id}`];
    }),
  );
}

function countedBy(units: readonly NamedUnit[], keyOf: (unit: NamedUnit) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(keyOf(unit), (counts.get(keyOf(unit)) ?? 0) + 1);
  return counts;
}
