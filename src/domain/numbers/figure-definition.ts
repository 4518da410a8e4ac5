/**
 * What a figure counts, written as data: the domain evaluates it over counted facts, and the store makes the same question of the database.
 * Whatever can be said here must be said alike in both; a test with random facts and random definitions holds them equal.
 */
import type { Day } from '../time.ts';
import type { CountedKind } from './counted-fact.ts';
import type { Definition } from './figure.ts';

/** Value sets (da: kodelister) that can be edited: the agency's exact list of codes is not published. */
export const valueSetIds = ['substance-in-pregnancy', 'postpartum-substance', 'prenatal-exposure'] as const;
export type ValueSetId = (typeof valueSetIds)[number];

/** Which facts are meant. What is not said is not asked for. */
export type Match = {
  readonly kind: CountedKind;
  readonly level?: string;
  readonly detail?: readonly string[];
  readonly reason?: readonly string[];
  /** `detail` is a code of this list. */
  readonly codes?: ValueSetId;
};

/** A day beside the fact that is counted, or beside the year: `{ year: 1, monthDay: '10-31' }` is 31 October of the year after. */
export type Bound =
  | { readonly of: 'happened' | 'until'; readonly plusDays: number }
  | { readonly of: 'year'; readonly plusYears: number; readonly monthDay: string };

/** Another fact of the same case or woman, between two days. */
export type Link = {
  readonly match: Match;
  readonly same: 'case' | 'subject';
  readonly from: Bound | null;
  readonly to: Bound | null;
  /** The last day that the other fact's own `until` may have. */
  readonly untilAtMost?: Bound;
};

/** What the figure is about the counted facts: how many, the mean or the middle of something, or the share that something else holds of. */
export type Measure =
  | { readonly kind: 'count' }
  /** Days to the first linked fact on the same day or later; those without one are left out. */
  | { readonly kind: 'mean-days-to'; readonly match: Match; readonly same: 'case' | 'subject' }
  | { readonly kind: 'mean'; readonly of: 'minutes' | 'gestation'; readonly divideBy: number }
  /** The middle of the same, in so many days or minutes at a time: 7 makes weeks of days. It is not split. */
  | { readonly kind: 'median-days-to'; readonly match: Match; readonly same: 'case' | 'subject'; readonly divideBy: number }
  | { readonly kind: 'median'; readonly of: 'minutes' | 'gestation'; readonly divideBy: number }
  /** How many of a hundred have another fact at any time, with `sameUnit` one of the same unit; of the same `fact`: are themselves such a one. */
  | { readonly kind: 'share-with'; readonly match: Match; readonly same: 'case' | 'subject' | 'fact'; readonly sameUnit: boolean }
  /** Nights between `happened` and `until` that lie in the year; what has not ended lasts to the day of the figure. */
  | { readonly kind: 'nights' }
  /** How many of a hundred nights of the event's are filled by nights of another kind in the same unit: a unit's place is where it lies. */
  | { readonly kind: 'filled'; readonly match: Match };

/** The parts a figure can be split into. Travel is split by `travelBands`. */
export const figureParts = ['reason', 'detail', 'unit', 'travel'] as const;
export type FigurePart = (typeof figureParts)[number];

export const definitionThemes = ['municipal', 'cascade', 'acceptance', 'outcome', 'registry', 'waits', 'units', 'lists'] as const;
export type DefinitionTheme = (typeof definitionThemes)[number];

/** Definition of a figure (da: definition) with all its parts. */
export type FigureDefinition = Definition & {
  readonly theme: DefinitionTheme;
  readonly title: string;
  /** The day from which the definition is in force. */
  readonly from: Day;
  /** Who defined it, and where it can be read. */
  readonly origin: string;
  /** What is one: a woman once a year, a pathway once a year, or each fact by itself. */
  readonly counts: 'woman' | 'pathway' | 'fact';
  readonly event: Match;
  /** A fact belongs to the year it happened in, or to every year that it lasts in. */
  readonly period: 'happens' | 'lasts';
  /** One of these must hold; none need hold when the list is empty. */
  readonly withAny: readonly Link[];
  /** None of these may hold. */
  readonly without: readonly Link[];
  readonly measure: Measure;
  readonly splitBy: FigurePart | null;
};

/** Minutes by car: from the first, up to and not with the second. */
export const travelBands = [
  { id: 'under-30', from: 0, to: 30 },
  { id: '30-59', from: 30, to: 60 },
  { id: '60-119', from: 60, to: 120 },
  { id: '120-', from: 120, to: Infinity },
] as const;

/** The band of a travel time; `unknown` when there is none. */
export function travelBandOf(minutes: number | null): string {
  return travelBands.find(({ from, to }) => minutes !== null && minutes >= from && minutes < to)?.id ?? 'unknown';
}

/** The lists of codes as they stood at a moment. */
export type ValueSets = Readonly<Record<ValueSetId, { readonly edition: number; readonly codes: readonly string[] }>>;

/** The lists that a definition asks. */
function valueSetsOf(definition: FigureDefinition): readonly ValueSetId[] {
  return [...new Set(matchesOf(definition).flatMap(({ codes }) => (codes === undefined ? [] : [codes])))].toSorted();
}

/** The kinds of facts that a definition looks at: all others change nothing. */
export function kindsOf(definition: FigureDefinition): ReadonlySet<CountedKind> {
  return new Set(matchesOf(definition).map(({ kind }) => kind));
}

/** True for a measure whose sums are kept value by value, so that the middle can be found among them. */
export function isMedian({ kind }: Measure): boolean {
  return kind === 'median' || kind === 'median-days-to';
}

function matchesOf({ event, withAny, without, measure }: FigureDefinition): readonly Match[] {
  return [event, ...[...withAny, ...without].map(({ match }) => match), ...('match' in measure ? [measure.match] : [])];
}

/** The edition of a definition with the editions of its lists: `register/2024-1+1.1.2`. */
export function fullEdition(definition: FigureDefinition, sets: ValueSets): string {
  const used = valueSetsOf(definition);
  return used.length === 0 ? definition.edition : `${definition.edition}+${used.map((id) => sets[id].edition).join('.')}`;
}
