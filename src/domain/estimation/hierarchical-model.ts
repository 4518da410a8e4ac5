/**
 * Hierarchical log-linear models (Fienberg 1972, Biometrika 59:591-603): which lists depend on each other. With a term stand all its
 * parts. The term of all lists together is never there: the persons on no list are not seen, so it cannot be told from their number.
 */
import { pairsOf, sizeOf } from './overlap-table.ts';

/** The terms of two lists and more, as combinations, smaller terms first. The lists themselves and the intercept always stand. */
export type Model = { readonly lists: number; readonly terms: readonly number[] };

/** The lists do not depend on each other. */
export function independence(lists: number): Model {
  return { lists, terms: [] };
}

/** All hierarchical models up to four lists (1, 8, 113), all models of pairs for five (1,024). Null beyond: there are too many to try. */
export function allModels(lists: number): readonly Model[] | null {
  if (lists > 5) return null;
  const pairs = pairsOf(lists).filter((pair) => sizeOf(pair) < lists);
  const triples = lists === 4 ? [0b0111, 0b1011, 0b1101, 0b1110] : [];
  const candidates = [...pairs, ...triples];
  let chosen: readonly (readonly number[])[] = [[]];
  for (const term of candidates) chosen = chosen.flatMap((terms) => (partsStand(term, terms) ? [terms, [...terms, term]] : [terms]));
  return chosen.map((terms) => ({ lists, terms }));
}

/** True when every part of two lists or more of a term is there. */
function partsStand(term: number, terms: readonly number[]): boolean {
  for (let rest = term; rest > 0; rest &= rest - 1) {
    const part = term & ~(rest & -rest);
    if (sizeOf(part) >= 2 && !terms.includes(part)) return false;
  }
  return true;
}

/** All terms with the intercept first: the columns of the model. */
export function columnsOf({ lists, terms }: Model): readonly number[] {
  return [0, ...Array.from({ length: lists }, (_, list) => 1 << list), ...terms];
}

/** Such as `[123,14,34]`: the terms that are part of no other, larger ones first, by the order of the lists. */
export function modelName(model: Model): string {
  const columns = columnsOf(model).slice(1);
  const largest = columns.filter((term) => !columns.some((other) => other !== term && (other & term) === term));
  const names = largest.map((term) => Array.from({ length: model.lists }, (_, list) => ((term >> list) & 1 ? `${list + 1}` : '')).join(''));
  return `[${names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join(',')}]`;
}
