/**
 * Sums that are kept as facts come in, by the day each change was known: added up to a day they are the figure of that day's end, so that an
 * earlier day is read as today is.
 */
import { addDays, addMinutes, danishDay, type Day, moment, type Moment, startOfDanishDay, yearOf } from '../time.ts';
import type { CountedFact } from './counted-fact.ts';
import { evaluate, type FigureSum } from './evaluate.ts';
import { type FigureDefinition, fullEdition, kindsOf, type ValueSets } from './figure-definition.ts';

/** After everything that is recorded. */
export const endOfTime = moment('9999-12-30T12:00:00Z');

/** The last moment of a day in Denmark. */
export function endOfDay(asOf: Day): Moment {
  return addMinutes(startOfDanishDay(addDays(asOf, 1)), -1 / 60_000);
}

/** What one definition's sums change by on the day that something became known. */
export type SumChange = FigureSum & { readonly definition: string; readonly edition: string; readonly known: Day };

/** False for what changes as days go by without anything being recorded: what lasts and is not over. */
export function isKept({ measure, period, event }: FigureDefinition): boolean {
  // A pregnancy has always its last day: the birth, or the term.
  return measure.kind !== 'nights' && (period === 'happens' || event.kind === 'pregnancy');
}

/**
 * All changes of the sums that some women make, from the first that was known of them. All rows of these women must be there, those that were
 * withdrawn too.
 */
export function historyOf(
  definitions: readonly FigureDefinition[],
  facts: readonly CountedFact[],
  valueSets: ValueSets,
): readonly SumChange[] {
  if (facts.length === 0) return [];
  const lasting = facts.flatMap(({ happened, until }) => [yearOf(happened), yearOf(until ?? happened)]);
  const years = [Math.min(...lasting), Math.max(...lasting)] as const;
  return definitions.filter(isKept).flatMap((definition) => {
    const kinds = kindsOf(definition);
    const asked = facts.filter(({ kind }) => kinds.has(kind));
    if (!asked.some(({ kind }) => kind === definition.event.kind)) return [];
    const edition = fullEdition(definition, valueSets);
    let before: readonly FigureSum[] = [];
    return daysOf(asked).flatMap((known) => {
      const now = evaluate(definition, asked, { years, at: endOfDay(known), valueSets });
      const changes = differenceOf(before, now);
      before = now;
      return changes.map((sum): SumChange => ({ ...sum, definition: definition.id, edition, known }));
    });
  });
}

/** The changes to what was kept of some women, when more is known of them or something is taken back. */
export function changesBetween(
  definitions: readonly FigureDefinition[],
  before: readonly CountedFact[],
  after: readonly CountedFact[],
  valueSets: ValueSets,
): readonly SumChange[] {
  const keyOf = ({ definition, known, year, municipality, part }: SumChange): string =>
    JSON.stringify([definition, known, year, municipality, part]);
  const changes = new Map(historyOf(definitions, after, valueSets).map((change) => [keyOf(change), change]));
  for (const old of historyOf(definitions, before, valueSets)) {
    const { cases, total } = changes.get(keyOf(old)) ?? { cases: 0, total: 0 };
    changes.set(keyOf(old), { ...old, cases: cases - old.cases, total: total - old.total });
  }
  return [...changes.values()].filter(changesSomething);
}

/** The days on which something of these rows became known or was taken back, in order. */
function daysOf(facts: readonly CountedFact[]): readonly Day[] {
  const moments = facts.flatMap(({ recorded, withdrawn }) => (withdrawn === null ? [recorded] : [recorded, withdrawn]));
  return [...new Set(moments.map(danishDay))].toSorted();
}

function differenceOf(before: readonly FigureSum[], now: readonly FigureSum[]): readonly FigureSum[] {
  const keyOf = ({ year, municipality, part }: FigureSum): string => `${year}|${municipality}|${part}`;
  const sums = new Map(now.map((sum) => [keyOf(sum), sum]));
  for (const sum of before) {
    const { cases, total } = sums.get(keyOf(sum)) ?? { cases: 0, total: 0 };
    sums.set(keyOf(sum), { ...sum, cases: cases - sum.cases, total: total - sum.total });
  }
  return [...sums.values()].filter(changesSomething);
}

function changesSomething({ cases, total }: FigureSum): boolean {
  return cases !== 0 || total !== 0;
}
