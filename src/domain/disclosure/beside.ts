/**
 * What a release tells beside its numbers (da: udgivelsens øvrige oplysninger): which cells it does not have at all, what its own rule says
 * of a hidden one, and how many places had any woman. A reader adds all of it up, so the attack does too.
 */

import { totalCode } from './dimension.ts';
import { byCode } from '../code-order.ts';

/** A cell by its codes: the total of a dimension is left out. */
export type CellCodes = Readonly<Record<string, string>>;

/** How many of some cells are not zero, as a sentence of the release says it. */
export type CountedPlaces = { readonly name: string; readonly among: readonly CellCodes[]; readonly withAny: number };

/** What is said of one cell: that it is from `least` to `most`. Where the number is printed, the two are the same. */
export type ToldCell = { readonly cell: CellCodes; readonly least: number; readonly most: number };

export type Beside = {
  /** Cells of its layout that the release neither prints nor hides: they are no part of it. */
  readonly absent: readonly number[];
  /** What a reader who knows the rule knows of hidden cells: they are at most so many. */
  readonly most: readonly (readonly [cell: number, most: number])[];
  readonly counted: readonly CountedPlaces[];
  /** Cells that it speaks of without a table: from so many to so many. */
  readonly told?: readonly ToldCell[];
};

export const nothingBeside: Beside = { absent: [], most: [], counted: [] };

/** A cell's codes as one word, the same in all tables of a matter: the total of a dimension is no code. */
export function keyOf(codes: CellCodes): string {
  const named = Object.entries(codes).filter(([, code]) => code !== totalCode);
  return JSON.stringify(named.toSorted(([a], [b]) => byCode(a, b)));
}
