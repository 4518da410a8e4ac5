/** Sums that are kept as facts come in: what a change adds to them and takes away. */
import { yearOf, moment } from '../time.ts';
import type { CountedFact } from './counted-fact.ts';
import { evaluate, type FigureSum } from './evaluate.ts';
import { type FigureDefinition, fullEdition, type ValueSets } from './figure-definition.ts';

/** After everything that is recorded. */
export const endOfTime = moment('9999-12-30T12:00:00Z');

/** What one definition's sums change by. */
export type SumChange = FigureSum & { readonly definition: string; readonly edition: string };

/** False for what changes as days go by without anything being recorded: a stay that is not over. */
export function isKept({ measure }: FigureDefinition): boolean {
  return measure.kind !== 'nights';
}

/** The changes between what was known of some women and what is known now. All rows of these women must be there, before and after. */
export function changesBetween(
  definitions: readonly FigureDefinition[],
  before: readonly CountedFact[],
  after: readonly CountedFact[],
  valueSets: ValueSets,
): readonly SumChange[] {
  const years = [...before, ...after].flatMap(({ happened, until }) => [yearOf(happened), yearOf(until ?? happened)]);
  if (years.length === 0) return [];
  const request = { years: [Math.min(...years), Math.max(...years)] as const, at: endOfTime, valueSets };
  return definitions.filter(isKept).flatMap((definition) => {
    const [old, now] = [evaluate(definition, before, request), evaluate(definition, after, request)];
    const keyOf = ({ year, municipality, part }: FigureSum): string => `${year}|${municipality}|${part}`;
    const sums = new Map(now.map((sum) => [keyOf(sum), sum]));
    for (const sum of old) {
      const { cases, total } = sums.get(keyOf(sum)) ?? { cases: 0, total: 0 };
      sums.set(keyOf(sum), { ...sum, cases: cases - sum.cases, total: total - sum.total });
    }
    return [...sums.values()]
      .filter(({ cases, total }) => cases !== 0 || total !== 0)
      .map((sum) => ({ ...sum, definition: definition.id, edition: fullEdition(definition, valueSets) }));
  });
}
