/**
 * Sums that are kept as facts come in, by the day each change was known: added up to a day they are the figure of that day's end, so that an
 * earlier day is read as today is.
 */
import { addDays, addMinutes, danishDay, type Day, moment, type Moment, startOfDanishDay, yearOf } from '../time.ts';
import type { CountedFact } from './counted-fact.ts';
import { type FigureSum, sumUnits, unitsOf } from './evaluate.ts';
import { type FigureDefinition, fullEdition, kindsOf, type ValueSets } from './figure-definition.ts';

/** After everything that is recorded. */
export const endOfTime = moment('9999-12-30T12:00:00Z');

/** The last moment of a day in Denmark. */
export function endOfDay(asOf: Day): Moment {
  return addMinutes(startOfDanishDay(addDays(asOf, 1)), -1 / 60_000);
}

/** What one definition's sums change by on the day that something became known. */
export type SumChange = FigureSum & { readonly definition: string; readonly edition: string; readonly known: Day };

/**
 * How much of a figure is kept. What lasts and is not over changes as days go by without anything being recorded: where each fact is counted by
 * itself, those that are over are kept, and the others are counted when they are asked for.
 */
export const keptParts = ['all', 'ended', 'none'] as const;
export type KeptPart = (typeof keptParts)[number];

export function keptPart({ measure, period, event, counts }: FigureDefinition): KeptPart {
  // Places are drawn when they are asked for, and have no rows.
  if (event.kind === 'place' || measure.kind === 'filled') return 'none';
  // A pregnancy has always its last day: the birth, or the term.
  if (measure.kind !== 'nights' && (period === 'happens' || event.kind === 'pregnancy')) return 'all';
  return counts === 'fact' ? 'ended' : 'none';
}

/** True when a figure, or the part of it that is over, is kept. */
export function isKept(definition: FigureDefinition): boolean {
  return keptPart(definition) !== 'none';
}

/** The sums of both, those of the same year, municipality and part added. */
export function addSums(some: readonly FigureSum[], others: readonly FigureSum[]): readonly FigureSum[] {
  const sums = new Map(some.map((sum) => [keyOfSum(sum), sum]));
  for (const sum of others) {
    const { cases, total } = sums.get(keyOfSum(sum)) ?? { cases: 0, total: 0 };
    sums.set(keyOfSum(sum), { ...sum, cases: cases + sum.cases, total: total + sum.total });
  }
  return [...sums.values()];
}

function keyOfSum({ year, municipality, part }: FigureSum): string {
  return `${year}|${municipality}|${part}`;
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
    const whole = keptPart(definition) === 'all';
    let before: readonly FigureSum[] = [];
    return daysOf(asked).flatMap((known) => {
      const units = unitsOf(definition, asked, { years, at: endOfDay(known), valueSets });
      const now = sumUnits(whole ? units : units.filter(({ fact }) => fact.until !== null));
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
  return addSums(
    now,
    before.map((sum) => ({ ...sum, cases: -sum.cases, total: -sum.total })),
  ).filter(changesSomething);
}

function changesSomething({ cases, total }: FigureSum): boolean {
  return cases !== 0 || total !== 0;
}
