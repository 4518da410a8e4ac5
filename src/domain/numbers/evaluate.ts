/** Evaluates a definition over counted facts, in the plainest way: what the database must answer too. */
import { addDays, type Day, daysBetween, day, type Moment, yearOf, danishDay } from '../time.ts';
import { type CountedFact, isKnownAt, unitKeyOf } from './counted-fact.ts';
import {
  type Bound,
  type FigureDefinition,
  type FigurePart,
  isMedian,
  type Link,
  type Match,
  travelBandOf,
  type ValueSets,
} from './figure-definition.ts';

/** One counted woman, pathway or fact in a year, with the place and part it counts in and what is measured of it. */
export type CountedUnit = {
  readonly fact: CountedFact;
  readonly year: number;
  readonly municipality: string;
  readonly part: string;
  readonly amount: number | null;
};

/** The years from and to, both counted, and the moment that is looked back from. */
export type FigureRequest = { readonly years: readonly [from: number, to: number]; readonly at: Moment; readonly valueSets: ValueSets };

/** The sum of a year, municipality and part. `cases` are those that something was measured of. */
export type FigureSum = {
  readonly year: number;
  readonly municipality: string;
  readonly part: string;
  readonly cases: number;
  readonly total: number;
};

/** The units that a definition counts. One that is counted once a year is counted where it first happened. */
export function unitsOf(definition: FigureDefinition, facts: readonly CountedFact[], request: FigureRequest): readonly CountedUnit[] {
  const known = facts.filter((fact) => isKnownAt(fact, request.at));
  const counted = known.filter((fact) => matches(fact, definition.event, request.valueSets)).toSorted(inOrder);
  const units = counted.flatMap((fact) =>
    yearsOf(fact, definition, request)
      .filter((year) => holds(definition, fact, year, known, request.valueSets))
      .map((year): CountedUnit => {
        const amount = amountOf(definition, fact, year, known, request);
        // The middle is found among all values: each has a sum of its own.
        const part = isMedian(definition.measure) ? `${amount ?? ''}` : partOf(fact, definition.splitBy);
        return { fact, year, municipality: fact.municipality, part, amount };
      }),
  );
  if (definition.counts === 'fact') return units;
  const seen = new Set<string>();
  return units.filter(({ fact, year }) => {
    const key = `${year} ${definition.counts === 'woman' ? fact.subject : fact.case}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The nights that fill, and those that can be filled, of a measure that lays the one beside the other. */
export function nightsBeside(
  definition: FigureDefinition,
): { readonly filling: FigureDefinition; readonly places: FigureDefinition } | null {
  const { measure } = definition;
  if (measure.kind !== 'filled') return null;
  const places: FigureDefinition = { ...definition, measure: { kind: 'nights' } };
  return { places, filling: { ...places, event: measure.match, withAny: [], without: [] } };
}

/**
 * Of each unit, where it lies: `cases` are the nights that could be filled, `total` those that were, wherever she came from. Units are told apart by
 * themselves and not by their names; where the same unit is said to lie in several municipalities it lies nowhere, so that no night is counted twice.
 */
export function filledSums(places: readonly FigureSum[], filling: readonly FigureSum[]): readonly FigureSum[] {
  const filled = new Map<string, number>();
  for (const sum of filling) filled.set(unitOf(sum), (filled.get(unitOf(sum)) ?? 0) + sum.total);
  const units = new Map<string, FigureSum>();
  for (const sum of places) {
    if (sum.total <= 0) continue;
    const unit = unitOf(sum);
    const other = units.get(unit);
    const municipality = other && other.municipality !== sum.municipality ? '' : sum.municipality;
    units.set(unit, { ...sum, municipality, cases: (other?.cases ?? 0) + sum.total, total: filled.get(unit) ?? 0 });
  }
  return [...units.values()].toSorted(bySum);
}

function unitOf({ year, part }: FigureSum): string {
  return `${year}|${part}`;
}

/** The same summed by year, municipality and part, in that order. */
export function evaluate(definition: FigureDefinition, facts: readonly CountedFact[], request: FigureRequest): readonly FigureSum[] {
  const beside = nightsBeside(definition);
  if (beside) return filledSums(evaluate(beside.places, facts, request), evaluate(beside.filling, facts, request));
  return sumUnits(unitsOf(definition, facts, request));
}

export function sumUnits(units: readonly CountedUnit[]): readonly FigureSum[] {
  const sums = new Map<string, { year: number; municipality: string; part: string; cases: number; total: number }>();
  for (const { year, municipality, part, amount } of units) {
    const key = `${year}|${municipality}|${part}`;
    const sum = sums.get(key) ?? { year, municipality, part, cases: 0, total: 0 };
    if (amount !== null) {
      sum.cases += 1;
      sum.total += amount;
    }
    sums.set(key, sum);
  }
  return [...sums.values()].filter(({ cases }) => cases > 0).toSorted(bySum);
}

function bySum(one: FigureSum, other: FigureSum): number {
  if (one.year !== other.year) return one.year - other.year;
  const [left, right] = [`${one.municipality}|${one.part}`, `${other.municipality}|${other.part}`];
  return left < right ? -1 : Number(left > right);
}

function inOrder(one: CountedFact, other: CountedFact): number {
  if (one.happened !== other.happened) return one.happened < other.happened ? -1 : 1;
  if (one.case !== other.case) return one.case < other.case ? -1 : 1;
  return one.number - other.number;
}

function matches(fact: CountedFact, { kind, level, detail, reason, codes }: Match, sets: ValueSets): boolean {
  return (
    fact.kind === kind &&
    (level === undefined || fact.level === level) &&
    (detail === undefined || (fact.detail !== null && detail.includes(fact.detail))) &&
    (reason === undefined || (fact.reason !== null && reason.includes(fact.reason))) &&
    (codes === undefined || (fact.detail !== null && sets[codes].codes.includes(fact.detail)))
  );
}

/** What has not ended lasts to the day that is looked back from. */
function lastDay({ until }: CountedFact, at: Moment): Day {
  return until ?? danishDay(at);
}

function yearsOf(fact: CountedFact, { period }: FigureDefinition, { years: [from, to], at }: FigureRequest): readonly number[] {
  const first = Math.max(from, yearOf(fact.happened));
  const last = Math.min(to, period === 'happens' ? yearOf(fact.happened) : yearOf(lastDay(fact, at)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function holds(definition: FigureDefinition, fact: CountedFact, year: number, known: readonly CountedFact[], sets: ValueSets): boolean {
  const linked = (link: Link): boolean => known.some((other) => isLinked(link, fact, other, year, sets));
  return (definition.withAny.length === 0 || definition.withAny.some(linked)) && !definition.without.some(linked);
}

function isLinked(
  { match, same, from, to, untilAtMost }: Link,
  fact: CountedFact,
  other: CountedFact,
  year: number,
  sets: ValueSets,
): boolean {
  if (!matches(other, match, sets) || other[same] !== fact[same]) return false;
  const first = from && boundDay(from, fact, year);
  const last = to && boundDay(to, fact, year);
  const end = untilAtMost && boundDay(untilAtMost, fact, year);
  return (
    (from === null || (first !== null && other.happened >= first)) &&
    (to === null || (last !== null && other.happened <= last)) &&
    (untilAtMost === undefined || (end !== null && end !== undefined && other.until !== null && other.until <= end))
  );
}

/** Null where the bound is the end of what has no end: then nothing is within it. */
function boundDay(bound: Bound, { happened, until }: CountedFact, year: number): Day | null {
  if (bound.of === 'year') return day(`${year + bound.plusYears}-${bound.monthDay}`);
  const beside = bound.of === 'happened' ? happened : until;
  return beside === null ? null : addDays(beside, bound.plusDays);
}

function partOf(fact: CountedFact, splitBy: FigurePart | null): string {
  const { reason, detail, minutes } = fact;
  switch (splitBy) {
    case null:
      return '';
    case 'reason':
      return reason ?? 'unknown';
    case 'detail':
      return detail ?? 'unknown';
    case 'unit':
      return unitKeyOf(fact) ?? 'unknown';
    case 'travel':
      return travelBandOf(minutes);
  }
}

function amountOf(
  { measure }: FigureDefinition,
  fact: CountedFact,
  year: number,
  known: readonly CountedFact[],
  { at, valueSets }: FigureRequest,
): number | null {
  switch (measure.kind) {
    case 'count':
      return 1;
    case 'mean':
    case 'median':
      return fact[measure.of];
    case 'share-with': {
      const { match, same, sameUnit } = measure;
      const has = known.some(
        (other) =>
          matches(other, match, valueSets) &&
          (same === 'fact' ? other === fact : other[same] === fact[same]) &&
          (!sameUnit || isSameUnit(other, fact)),
      );
      return Number(has);
    }
    // Of nights laid beside each other each kind is counted by itself.
    case 'filled':
    case 'nights': {
      const [first, next] = [day(`${year}-01-01`), day(`${year + 1}-01-01`)];
      const from = fact.happened > first ? fact.happened : first;
      const end = lastDay(fact, at);
      return Math.max(0, daysBetween(from, end < next ? end : next));
    }
    case 'mean-days-to':
    case 'median-days-to': {
      const days = known
        .filter((other) => matches(other, measure.match, valueSets) && other[measure.same] === fact[measure.same])
        .map((other) => daysBetween(fact.happened, other.happened))
        .filter((after) => after >= 0);
      return days.length === 0 ? null : Math.min(...days);
    }
  }
}

/** Two units that nobody named are not the same. */
function isSameUnit(one: CountedFact, other: CountedFact): boolean {
  const unit = unitKeyOf(one);
  return unit !== null && unit === unitKeyOf(other);
}
