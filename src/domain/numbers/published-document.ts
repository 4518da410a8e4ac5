/**
 * Published documents with their figures (da: offentliggjorte dokumenter), written in by those who work with numbers. Nothing is overwritten: a
 * correction is a version more, with its reason, and what a document no longer says is withdrawn and stays to be read.
 */
import { municipality } from '../geography/municipalities.ts';
import { parseRegion } from '../geography/regions.ts';
import type { Day } from '../time.ts';
import type { Recorded } from '../trail.ts';
import type { EstimateKind, GridRow, PublishedEstimate } from './published-estimate.ts';

/** One figure of a document, as it is printed there. */
export type DocumentFigure = {
  /** Its number in the document, which no other figure of it gets. */
  readonly number: number;
  readonly kind: EstimateKind;
  readonly low: number;
  readonly high: number;
  /** `2020`, `2017-2019`; empty where the document says none. */
  readonly year: string;
  /** `danmark`, a region's id or a municipality's code. */
  readonly place: string;
  /** The document's own words. */
  readonly quotation: string;
  readonly grid: Omit<GridRow, 'geography'>;
};

export type PublishedDocument = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** The day it is dated. */
  readonly said: Day;
  /** Where it can be read: a web address, or where it lies. */
  readonly address: string;
  readonly figures: readonly DocumentFigure[];
};

/** A document as it stood from a moment on. */
export type DocumentVersion = PublishedDocument & {
  readonly version: number;
  /** Why it was written so; empty in the first version. */
  readonly because: string;
  readonly withdrawn: boolean;
} & Pick<Recorded, 'recorded' | 'byName' | 'organisationName'>;

export const documentFields = [
  'title',
  'publisher',
  'said',
  'address',
  'because',
  'value',
  'year',
  'place',
  'quotation',
  'completeness',
] as const;
export type DocumentField = (typeof documentFields)[number];
export const documentProblems = [
  'missing',
  'in-the-future',
  'not-a-range',
  'not-a-year',
  'no-place',
  'no-web-address',
  'share-over-one',
] as const;
export type DocumentProblem = (typeof documentProblems)[number];
export type DocumentFaults = Readonly<Partial<Record<DocumentField, DocumentProblem>>>;

/** What is to be saved: a version more, or what is wrong. */
export type DocumentChange =
  | { readonly outcome: 'changed'; readonly document: PublishedDocument; readonly because: string; readonly withdrawn: boolean }
  | { readonly outcome: 'faults'; readonly faults: DocumentFaults }
  /** It has been withdrawn: nothing more is said of it. */
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'not-there' };

export type WrittenDocument = Omit<PublishedDocument, 'id' | 'said' | 'figures'> & { readonly said: Day | null };
export type WrittenFigure = Omit<DocumentFigure, 'number' | 'low' | 'high'> & { readonly range: readonly [number, number] | null };

/** A new document, without figures yet. */
export function addDocument(id: string, written: WrittenDocument, today: Day): DocumentChange {
  const faults = faultsOf(written, today);
  if (written.said === null || hasAny(faults)) return { outcome: 'faults', faults };
  return { outcome: 'changed', document: { id, ...written, said: written.said, figures: [] }, because: '', withdrawn: false };
}

/** What is said of the document itself, corrected. */
export function correctDocument(before: DocumentVersion, written: WrittenDocument, because: string, today: Day): DocumentChange {
  const faults = { ...faultsOf(written, today), ...reasonFaults(because) };
  if (before.withdrawn) return { outcome: 'withdrawn' };
  if (written.said === null || hasAny(faults)) return { outcome: 'faults', faults };
  return changed(before, { ...documentOf(before), ...written, said: written.said }, because);
}

/** One figure more. Its number is one that no figure of the document has had. */
export function addFigure(before: DocumentVersion, used: number, written: WrittenFigure): DocumentChange {
  const faults = figureFaults(written);
  if (before.withdrawn) return { outcome: 'withdrawn' };
  if (written.range === null || hasAny(faults)) return { outcome: 'faults', faults };
  const figure = figureOf(used + 1, written, written.range);
  return changed(before, { ...documentOf(before), figures: [...before.figures, figure] }, '');
}

/** A figure written anew, or taken out where there is none. */
export function correctFigure(before: DocumentVersion, number: number, written: WrittenFigure | null, because: string): DocumentChange {
  if (before.withdrawn) return { outcome: 'withdrawn' };
  if (!before.figures.some((figure) => figure.number === number)) return { outcome: 'not-there' };
  const faults = { ...(written === null ? {} : figureFaults(written)), ...reasonFaults(because) };
  if (hasAny(faults)) return { outcome: 'faults', faults };
  const figures = before.figures.flatMap((figure): readonly DocumentFigure[] => {
    if (figure.number !== number) return [figure];
    return written?.range ? [figureOf(number, written, written.range)] : [];
  });
  return changed(before, { ...documentOf(before), figures }, because);
}

export function withdrawDocument(before: DocumentVersion, because: string): DocumentChange {
  if (before.withdrawn) return { outcome: 'withdrawn' };
  const faults = reasonFaults(because);
  if (hasAny(faults)) return { outcome: 'faults', faults };
  return { outcome: 'changed', document: documentOf(before), because, withdrawn: true };
}

/** What documents in force say, as estimates of the dispute. */
export function estimatesIn(documents: readonly PublishedDocument[]): readonly PublishedEstimate[] {
  return documents.flatMap(({ id, title, publisher, said, address, figures }) =>
    figures.map(({ number, kind, low, high, year, place, quotation, grid }): PublishedEstimate => {
      const region = parseRegion(place);
      return {
        id: `dokument-${id}-${number}`,
        kind,
        low,
        high,
        year,
        saidBy: publisher,
        said,
        source: `${title}, ${address}`,
        quotation,
        grid: { ...grid, geography: region ?? (place === 'danmark' ? 'denmark' : 'one-municipality') },
        ...(region === null && place !== 'danmark' ? { municipality: place } : {}),
        note: null,
      };
    }),
  );
}

function documentOf({ id, title, publisher, said, address, figures }: DocumentVersion): PublishedDocument {
  return { id, title, publisher, said, address, figures };
}

function changed(_before: DocumentVersion, document: PublishedDocument, because: string): DocumentChange {
  return { outcome: 'changed', document, because, withdrawn: false };
}

function figureOf(number: number, { range: _range, ...written }: WrittenFigure, [low, high]: readonly [number, number]): DocumentFigure {
  return { number, ...written, low, high };
}

function faultsOf({ title, publisher, said, address }: WrittenDocument, today: Day): DocumentFaults {
  return {
    ...(title.trim() === '' ? { title: 'missing' } : {}),
    ...(publisher.trim() === '' ? { publisher: 'missing' } : {}),
    ...(said === null ? { said: 'missing' } : said > today ? { said: 'in-the-future' } : {}),
    ...(address.trim() === '' ? { address: 'missing' } : isAddress(address.trim()) ? {} : { address: 'no-web-address' }),
  };
}

/** What begins as a web address is one; all else says where a document lies. Nothing else is made a link. */
function isAddress(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address) || /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address);
}

function figureFaults({ range, kind, year, place, quotation, grid }: WrittenFigure): DocumentFaults {
  const known = place === 'danmark' || parseRegion(place) !== null || municipality(place) !== null;
  const isRange = range !== null && range[0] >= 0 && range[0] <= range[1] && (kind === 'share' || range.every(Number.isInteger));
  return {
    ...(!isRange ? { value: 'not-a-range' } : kind === 'share' && range[1] > 1 ? { value: 'share-over-one' } : {}),
    ...(isYears(year) ? {} : { year: 'not-a-year' }),
    ...(known ? {} : { place: 'no-place' }),
    ...(quotation.trim() === '' ? { quotation: 'missing' } : {}),
    ...(grid.completeness.trim() === '' ? { completeness: 'missing' } : {}),
  };
}

function isYears(year: string): boolean {
  const [, from = '', to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(year) ?? [];
  return year === '' || (from >= '1900' && from <= to && to <= '2199');
}

function reasonFaults(because: string): DocumentFaults {
  return because.trim() === '' ? { because: 'missing' } : {};
}

function hasAny(faults: DocumentFaults): boolean {
  return Object.keys(faults).length > 0;
}
