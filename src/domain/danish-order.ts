/**
 * The order in which names stand in every list and choice that a person reads: Danish, with Æ, Ø and Å last and «Aa» as «Å», whatever order the database
 * gave them in. Numbers in names stand by their size: «Plads 9» before «Plads 10».
 */
const collator = new Intl.Collator('da', { numeric: true });

/** Below 0 where the one name stands first. */
export function compareNames(one: string, other: string): number {
  return collator.compare(one, other);
}

/** By name; those of one name in the order they came. */
export function inDanishOrder<Named>(all: readonly Named[], nameOf: (named: Named) => string): readonly Named[] {
  return all.toSorted((one, other) => compareNames(nameOf(one), nameOf(other)));
}
