/**
 * What is known to everybody before a release (da: almen viden): numbers that others have published of the same matter, each with the
 * document it stands in. A reader lays them beside a table as he lays an earlier release beside it, so the attack does too. Nobody can take
 * them back: what they tell by themselves is no secret that a later release could keep.
 */
import { type CellCodes, type CountedPlaces, keyOf, type ToldCell } from './beside.ts';
import { type CountTable, namesOf } from './count-table.ts';
import type { EarlierRelease } from './ledger.ts';

/** One document that others have published. `id` is its name among those of its matter. */
export type KnownPublication = {
  readonly id: string;
  readonly matter: string;
  /** The document, so that anybody can look it up. */
  readonly source: string;
  readonly told: readonly ToldCell[];
  /** Sentences such as «15 of 22 municipalities had none». */
  readonly counted: readonly CountedPlaces[];
  /** False where one of us wrote it in: it strengthens the attackers, and makes no count less of a secret. */
  readonly excuses: boolean;
};

const noTable = { layout: { dimensions: [], size: 0, sums: [] }, published: [] } as const;

/**
 * The documents as entries beside the ledger. What does not agree with the true counts is left out, number by number: a reader who uses a
 * wrong number learns something wrong, and what is right must be kept from him all the same.
 */
export function entriesOf(known: readonly KnownPublication[], truth: CountTable): readonly EarlierRelease[] {
  const counts = new Map(truth.counts.map((count, cell) => [keyOf(namesOf(truth.layout, cell)), count]));
  const countOf = (codes: CellCodes): number | null => counts.get(keyOf(codes)) ?? null;
  const agrees = ({ cell, least, most }: ToldCell): boolean => {
    const count = countOf(cell);
    return count === null || (count >= least && count <= most);
  };
  const isCountedSo = ({ among, withAny }: CountedPlaces): boolean => {
    const found = among.map(countOf);
    return found.every((count) => count !== null) && found.filter((count) => count !== null && count > 0).length === withAny;
  };
  return known.map(({ id, matter, source, told, counted, excuses }) => ({
    id,
    matter,
    source,
    excuses,
    table: noTable,
    terms: { threshold: 1, zeros: 'hide', protect: 'exact', rounding: null },
    beside: { absent: [], most: [], counted: counted.filter(isCountedSo), told: told.filter(agrees) },
  }));
}

/** How many of the numbers of a document agree with the counts, and how many do not. */
export function agreement(known: KnownPublication, truth: CountTable): { readonly agree: number; readonly differ: number } {
  const [entry] = entriesOf([known], truth);
  const agree = (entry?.beside?.told?.length ?? 0) + (entry?.beside?.counted.length ?? 0);
  return { agree, differ: known.told.length + known.counted.length - agree };
}
