/**
 * What may leave the circle of those who work with the numbers (da: offentliggørelse). `Publishable` is made in this file alone:
 * from a release that stands in the ledger or is decided to be entered, from a document that is public already, or from a sentence written in the code
 * whose every insertion is publishable. A number or a sentence from anywhere else does not compile.
 */
import type { Municipality } from '../geography/municipalities.ts';
import { type Region, regions } from '../geography/regions.ts';
import type { Id } from '../id.ts';
import type { Figure } from '../numbers/figure.ts';
import type { Day } from '../time.ts';
import type { PublishedTable } from './attackers.ts';
import { type Beside, type CellCodes, nothingBeside } from './beside.ts';
import type { EditionDecision, EditionProposal } from './edition-release.ts';
import type { PrintedElsewhere } from './printed-elsewhere.ts';
import type { ReleaseDecision } from './release-request.ts';
import { roundedSentence } from './rounded-sentence.ts';
import { suppressionEdition } from './suppression.ts';
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
  readonly beside: Beside;
};

/** An edition as it would be, for those who read the internal one: it is entered nowhere, and marked as a draft. */
type EditionDraft = EditionProposal & { readonly outcome: 'draft' };

/** Clears a release that the audit has let through, or that stands in the ledger already. There is no other way for a count. */
export function publishRelease(
  matter: string,
  decision: Extract<ReleaseDecision | EditionDecision, { readonly outcome: 'released' | 'frozen' }> | EditionDraft,
): Publishable<ReleasedTable> {
  const released: ReleasedTable =
    decision.outcome === 'frozen'
      ? { matter, table: decision.entry.table, terms: decision.entry.terms, beside: decision.entry.beside ?? nothingBeside }
      : {
          matter,
          table: decision.published,
          terms: decision.terms,
          beside: 'beside' in decision ? decision.beside : nothingBeside,
        };
  return released as Publishable<ReleasedTable>;
}

/** A figure with the value that a release prints for it: the number, a rounded one, or hidden. Its own value is not looked at. */
export function publishFigure(figure: Figure, { table }: Publishable<ReleasedTable>, cell: number): Publishable<Figure> {
  const value = table.published[cell] ?? null;
  return { ...figure, value: value === null ? { suppressed: true } : value } as Publishable<Figure>;
}

/** What must be said of the rounded numbers of a release, made from its rule alone; `null` where they are exact. */
export function saidOfRounding({ terms }: Publishable<ReleasedTable>): Publishable<string> | null {
  return terms.rounding ? (roundedSentence(terms, 'da') as Publishable<string>) : null;
}

/** Which hidden or rounded cells of a release anybody can work out, with the documents and the earlier releases that tell them. */
export type PublishablePrinted = {
  readonly cells: readonly CellCodes[];
  readonly sources: readonly Publishable<string>[];
  readonly releases: readonly Publishable<string>[];
};

/** Clears what is printed already (decision 0086): it is worked out from what all can read, and holds no count. */
export function publishPrinted({ cells, sources, releases }: PrintedElsewhere): PublishablePrinted {
  const cleared = (names: readonly string[]): readonly Publishable<string>[] => names.map((name) => name as Publishable<string>);
  return { cells, sources: cleared(sources), releases: cleared(releases) };
}

/** How many of some municipalities had any woman, and how many none, as a release says it; `null` where it does not. */
export type PublishableSplit = {
  readonly withNone: Publishable<number>;
  readonly withAny: Publishable<number>;
  readonly all: Publishable<number>;
} | null;

export function publishSplit({ beside }: Publishable<ReleasedTable>, name: string): PublishableSplit {
  const counted = beside.counted.find((known) => known.name === name);
  const cleared = (count: number): Publishable<number> => count as Publishable<number>;
  return counted
    ? {
        withNone: cleared(counted.among.length - counted.withAny),
        withAny: cleared(counted.withAny),
        all: cleared(counted.among.length),
      }
    : null;
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
