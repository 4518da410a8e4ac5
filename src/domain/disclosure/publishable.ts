/**
 * What may leave the circle of those who work with the numbers (da: offentliggørelse). `Publishable` is made in this file alone:
 * from a figure that suppression has let through, from a document that is public already, or from a sentence written in the code
 * whose every insertion is publishable. A number or a sentence from anywhere else does not compile.
 */
import type { Municipality } from '../geography/municipalities.ts';
import { type Region, regions } from '../geography/regions.ts';
import type { Id } from '../id.ts';
import type { Figure } from '../numbers/figure.ts';
import type { Day } from '../time.ts';
import type { PublishedTable } from './attackers.ts';
import type { ReleaseDecision } from './release.ts';
import { decideInnerSplit, decideSplit, type Split, type SplitOutcome } from './split.ts';
import { type PeriodSuppression, suppressPeriod, suppressionEdition } from './suppression.ts';
import type { Terms } from './terms.ts';

declare const publishable: unique symbol;
declare const internal: unique symbol;

/** Publishable (da: må offentliggøres): cleared for the public edition. */
export type Publishable<T> = T & { readonly [publishable]: true };

/** Internal (da: internt): for those who work with the call, and not for others. */
export type Internal<T> = T & { readonly [internal]: true };

/** Edition (da: udgave) of a report. */
export const editions = ['internal', 'public'] as const;
export type Edition = (typeof editions)[number];

/** What an edition may hold. */
export type Cleared<E extends Edition, T> = E extends 'public' ? Publishable<T> : Internal<T>;

/** A document with all its texts and numbers cleared for an edition. */
export type ClearedDocument<E extends Edition, T> = T extends string | number
  ? Cleared<E, T>
  : T extends object
    ? { readonly [K in keyof T]: ClearedDocument<E, T[K]> }
    : T;

/** How a hidden value is written, in the public edition. One word for all of them: why it is hidden must not be seen. */
export const hiddenValue = 'skjult';

/** Writer (da: skriver): makes the pieces of one edition. */
export type Writer<E extends Edition> = {
  readonly edition: E;
  /** A sentence written in the code; what is inserted must be cleared already. */
  readonly text: (words: TemplateStringsArray, ...inserted: readonly (Cleared<E, string> | Cleared<E, number>)[]) => Cleared<E, string>;
  /** A value as it is printed: the number, or the word for a hidden one. */
  readonly value: (figure: Cleared<E, Figure>) => Cleared<E, string>;
  /** Where a figure comes from. */
  readonly source: (figure: Cleared<E, Figure>) => Cleared<E, string>;
  /** The word for a hidden value, and the edition of the rules that hide. */
  readonly hiddenValue: Cleared<E, string>;
  readonly ruleEdition: Cleared<E, string>;
  readonly region: (region: Region) => Cleared<E, string>;
  /** «26. november 2019». */
  readonly day: (date: Day) => Cleared<E, string>;
  /** A document that was public from `published` on. */
  readonly document: <T extends { readonly published: Day }>(document: T) => ClearedDocument<E, T>;
};

/** The writer of the public edition. */
export const publicWriter: Writer<'public'> = writerOf<'public'>('public');

/** The writer of the internal edition. */
export const internalWriter: Writer<'internal'> = writerOf<'internal'>('internal');

/** Marks something for the internal edition: anything may stand there. */
export function forInternalUse<T>(value: T): Internal<T> {
  return value as Internal<T>;
}

/** Who has answered (da: svarprocent): counted here from the two lists, so that no other number can stand in its place. */
export type Completeness<E extends Edition> = {
  readonly asked: Cleared<E, number>;
  readonly answered: Cleared<E, number>;
  /** The names of those who have not answered. */
  readonly missing: readonly Cleared<E, string>[];
};

/** Counts who has answered: what a municipality did, never whom it had. */
export function completenessOf<E extends Edition>(
  asked: readonly Municipality[],
  answered: ReadonlySet<Id<'municipality'>>,
): Completeness<E> {
  const missing = asked.filter(({ id }) => !answered.has(id)).map(({ name }) => name as Cleared<E, string>);
  return { asked: asked.length as Cleared<E, number>, answered: (asked.length - missing.length) as Cleared<E, number>, missing };
}

/** A released table (da: udgivet tabel): every cell with its number, or hidden as a type of its own. */
export type ReleasedTable = {
  readonly matter: string;
  readonly table: PublishedTable;
  readonly terms: Terms;
};

/** Clears a table that the audit has let through, or that stands in the ledger already. There is no other way to it. */
export function publishRelease(
  matter: string,
  decision: Extract<ReleaseDecision, { readonly outcome: 'released' | 'frozen' }>,
): Publishable<ReleasedTable> {
  const released: ReleasedTable =
    decision.outcome === 'frozen'
      ? { matter, table: decision.entry.table, terms: decision.entry.terms }
      : { matter, table: decision.published, terms: decision.terms };
  return released as Publishable<ReleasedTable>;
}

/** The figures of one place in one period: women in all, and of them the inner group. */
export type PlaceFigures = { readonly outer: Figure; readonly inner: Figure };

/** The figures of one period: the parts with most inhabitants first, and their total. */
export type PeriodFigures = { readonly parts: readonly PlaceFigures[]; readonly total: PlaceFigures };

/** The same with what must be hidden hidden. */
export type PublishablePeriod = {
  readonly parts: readonly { readonly outer: Publishable<Figure>; readonly inner: Publishable<Figure> }[];
  readonly total: { readonly outer: Publishable<Figure>; readonly inner: Publishable<Figure> };
};

/** Lets the figures of a period through, hiding what the rule hides. Throws when a figure is hidden already: that is a bug. */
export function publishPeriod({ parts, total }: PeriodFigures): PublishablePeriod {
  const counts = parts.map(({ outer, inner }) => ({ outer: countOf(outer), inner: countOf(inner) }));
  const hidden: PeriodSuppression = suppressPeriod({ parts: counts });
  if (countOf(total.outer) !== sumOf(counts, 'outer') || countOf(total.inner) !== sumOf(counts, 'inner')) {
    throw new Error('the total of a period is not the sum of its parts');
  }
  return {
    parts: parts.map(({ outer, inner }, index) => ({
      outer: publish(outer, hidden.parts[index]?.outer ?? true),
      inner: publish(inner, hidden.parts[index]?.inner ?? true),
    })),
    total: { outer: publish(total.outer, hidden.outerTotal), inner: publish(total.inner, hidden.innerTotal) },
  };
}

/** The municipalities of a place with women in some year and with none, or why that is left out. */
export type PublishableSplit =
  | {
      readonly outcome: 'printed';
      readonly withNone: Publishable<number>;
      readonly withAny: Publishable<number>;
      readonly all: Publishable<number>;
    }
  | Exclude<SplitOutcome, { readonly outcome: 'printed' }>;

/** The municipalities' counts in one question, one row per municipality and one count per year, and what is printed of their sums. */
export type SplitSource = { readonly rows: readonly (readonly number[])[]; readonly printed: readonly Publishable<Figure>[] };

/** Lets the splits of both questions through, or says why not. */
export function publishSplits(
  outer: SplitSource,
  inner: SplitSource,
): { readonly outer: PublishableSplit; readonly inner: PublishableSplit } {
  const [outerSplit, innerSplit] = [splitOf(outer), splitOf(inner)];
  const outerOutcome = decideSplit(outerSplit);
  return {
    outer: publishSplit(outerSplit, outerOutcome),
    inner: publishSplit(innerSplit, decideInnerSplit(innerSplit, outerSplit, outerOutcome)),
  };
}

function splitOf({ rows, printed }: SplitSource): Split {
  const women = rows.map((row) => row.reduce((sum, count) => sum + count, 0));
  return {
    withNone: women.filter((count) => count === 0).length,
    withAny: women.filter((count) => count > 0).length,
    women: women.reduce((sum, count) => sum + count, 0),
    countsArePrinted: printed.every((figure) => typeof figure.value === 'number'),
  };
}

function publishSplit({ withNone, withAny }: Split, outcome: SplitOutcome): PublishableSplit {
  if (outcome.outcome === 'left-out') return outcome;
  const cleared = (count: number): Publishable<number> => count as Publishable<number>;
  return { outcome: 'printed', withNone: cleared(withNone), withAny: cleared(withAny), all: cleared(withNone + withAny) };
}

function publish(figure: Figure, isHidden: boolean): Publishable<Figure> {
  return (isHidden ? { ...figure, value: { suppressed: true } } : figure) as Publishable<Figure>;
}

function countOf(figure: Figure): number {
  if (typeof figure.value !== 'number') throw new Error(`the figure ${figure.id} is hidden before it is published`);
  return figure.value;
}

function sumOf(counts: readonly { readonly outer: number; readonly inner: number }[], question: 'outer' | 'inner'): number {
  return counts.reduce((sum, part) => sum + part[question], 0);
}

function writerOf<E extends Edition>(edition: E): Writer<E> {
  const clear = (text: string): Cleared<E, string> => text as Cleared<E, string>;
  return {
    edition,
    text: (words, ...inserted) => clear(words.reduce((text, word, index) => `${text}${String(inserted[index - 1] ?? '')}${word}`)),
    value: (figure: Figure) => clear(typeof figure.value === 'number' ? `${figure.value}` : hiddenValue),
    source: (figure: Figure) => clear(figure.source),
    hiddenValue: clear(hiddenValue),
    ruleEdition: clear(suppressionEdition),
    region: ({ id }) => clear(regions[id].name),
    day: (date) => clear(writtenDay(date)),
    document: <T>(document: T) => document as ClearedDocument<E, T>,
  };
}

const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];

function writtenDay(date: Day): string {
  return `${Number(date.slice(8, 10))}. ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}
