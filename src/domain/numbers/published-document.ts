/**
 * Published documents with their figures (da: offentliggjorte dokumenter), written in by those who work with numbers. Nothing is overwritten: a
 * correction is a version more, with its reason, and what a document no longer says is withdrawn and stays to be read.
 */
import { municipality } from '../geography/municipalities.ts';
import { parseRegion } from '../geography/regions.ts';
import type { Day } from '../time.ts';
import type { Recorded } from '../trail.ts';
import { couldHoldCpr } from './could-hold-cpr.ts';
import type { EstimateKind, GridRow, PublishedEstimate } from './published-estimate.ts';
import { isQuoted } from './quoted-number.ts';

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

export type DocumentField =
  | 'title'
  | 'publisher'
  | 'said'
  | 'address'
  | 'because'
  | 'value'
  | 'kind'
  | 'event'
  | 'population'
  | 'unit'
  | 'period'
  | 'ascertainment'
  | 'legalBasis'
  | 'year'
  | 'place'
  | 'quotation'
  | 'completeness';
export type DocumentProblem =
  | 'missing'
  | 'in-the-future'
  | 'not-a-range'
  | 'not-a-year'
  | 'no-place'
  | 'no-web-address'
  | 'share-over-one'
  /** It could hold a CPR number, and nothing that is saved can be taken back. */
  | 'is-a-cpr'
  /** Another figure of the document says that the same thing is another number. */
  | 'contradicts'
  /** The document's own words say another number, and nobody has said that it is right all the same. */
  | 'not-in-quotation';
export type DocumentFaults = Readonly<Partial<Record<DocumentField, DocumentProblem>>>;

/** What is to be saved: a version more, or what is wrong. */
export type DocumentChange =
  | { readonly outcome: 'changed'; readonly document: PublishedDocument; readonly because: string; readonly withdrawn: boolean }
  | { readonly outcome: 'faults'; readonly faults: DocumentFaults }
  /** It has been withdrawn: nothing more is said of it. */
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'not-there' };

export type WrittenDocument = Omit<PublishedDocument, 'id' | 'said' | 'figures'> & { readonly said: Day | null };
/** A figure as it was sent: what was not chosen, or is no word of its list, is `null`. */
export type WrittenFigure = Pick<DocumentFigure, 'year' | 'place' | 'quotation'> & {
  readonly kind: EstimateKind | null;
  readonly range: readonly [number, number] | null;
  readonly grid: { readonly [Row in keyof DocumentFigure['grid']]: DocumentFigure['grid'][Row] | null };
  /** The writer was told that the quotation does not hold the number, and says that it is right. */
  readonly isSure?: boolean;
};

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
  return changed({ ...documentOf(before), ...written, said: written.said }, because);
}

/** One figure more. Its number is one that no figure of the document has had. */
export function addFigure(before: DocumentVersion, used: number, written: WrittenFigure): DocumentChange {
  if (before.withdrawn) return { outcome: 'withdrawn' };
  const figure = figureOf(used + 1, written);
  const faults = { ...figureFaults(written), ...(figure ? contradictions(figure, before.figures) : {}) };
  if (!figure || hasAny(faults)) return { outcome: 'faults', faults };
  return changed({ ...documentOf(before), figures: [...before.figures, figure] }, '');
}

/** A figure written anew, or taken out where there is none. */
export function correctFigure(before: DocumentVersion, number: number, written: WrittenFigure | null, because: string): DocumentChange {
  if (before.withdrawn) return { outcome: 'withdrawn' };
  if (!before.figures.some((figure) => figure.number === number)) return { outcome: 'not-there' };
  const corrected = written === null ? null : figureOf(number, written);
  const others = before.figures.filter((figure) => figure.number !== number);
  const faults = {
    ...(written === null ? {} : figureFaults(written)),
    ...(corrected ? contradictions(corrected, others) : {}),
    ...reasonFaults(because),
  };
  if ((written !== null && !corrected) || hasAny(faults)) return { outcome: 'faults', faults };
  const figures = before.figures.flatMap((figure) => (figure.number !== number ? [figure] : (corrected ?? [])));
  return changed({ ...documentOf(before), figures }, because);
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

function changed(document: PublishedDocument, because: string): DocumentChange {
  return { outcome: 'changed', document, because, withdrawn: false };
}

/** The figure, or `null` where something of it was not said. */
function figureOf(number: number, { kind, range, year, place, quotation, grid }: WrittenFigure): DocumentFigure | null {
  const { population, event, unit, period, legalBasis, ascertainment, completeness } = grid;
  if (!kind || !range || !population || !event || !unit || !period || !ascertainment || completeness === null) return null;
  const rows = { population, event, unit, period, legalBasis, ascertainment, completeness };
  return { number, kind, low: range[0], high: range[1], year, place, quotation, grid: rows };
}

/** Two counts of one thing in one place and period cannot both stand in a document: a reader of it could not tell which to believe. */
function contradictions(figure: DocumentFigure, others: readonly DocumentFigure[]): DocumentFaults {
  const isCount = ({ kind }: DocumentFigure): boolean => kind === 'count' || kind === 'lower-bound';
  const most = ({ kind, high }: DocumentFigure): number => (kind === 'lower-bound' ? Number.POSITIVE_INFINITY : high);
  const of = ({ year, place, grid: { event, unit, population } }: DocumentFigure): string =>
    JSON.stringify([year, place, event, unit, population]);
  const isOther = others.some(
    (one) => isCount(one) && isCount(figure) && of(one) === of(figure) && (one.low > most(figure) || figure.low > most(one)),
  );
  return isOther ? { value: 'contradicts' } : {};
}

function faultsOf({ title, publisher, said, address }: WrittenDocument, today: Day): DocumentFaults {
  return {
    ...textFaults({ title, publisher, address }),
    ...(said === null ? { said: 'missing' } : said > today ? { said: 'in-the-future' } : {}),
    ...(isAddress(address.trim()) ? {} : { address: 'no-web-address' }),
  };
}

/** What begins as a web address is one; all else says where a document lies. Nothing else is made a link. */
function isAddress(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address) || /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address);
}

/** Free text that must be there and can never be taken back. */
function textFaults(texts: Readonly<Partial<Record<DocumentField, string | null>>>): DocumentFaults {
  const faultOf = (text: string | null): DocumentProblem | null =>
    couldHoldCpr(text) ? 'is-a-cpr' : text === null || text.trim() === '' ? 'missing' : null;
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => {
      const fault = faultOf(text);
      return fault === null ? [] : [[field, fault]];
    }),
  );
}

function figureFaults({ range, kind, year, place, quotation, grid, isSure = false }: WrittenFigure): DocumentFaults {
  const { population, event, unit, period, ascertainment, legalBasis, completeness } = grid;
  const known = place === 'danmark' || parseRegion(place) !== null || municipality(place) !== null;
  const isRange = range !== null && range[0] >= 0 && range[0] <= range[1] && (kind === 'share' || range.every(Number.isInteger));
  const isOther = isRange && !isSure && quotation.trim() !== '' && !isQuoted(kind, range, quotation);
  return {
    ...(!isRange
      ? { value: 'not-a-range' }
      : kind === 'share' && range[1] > 1
        ? { value: 'share-over-one' }
        : isOther
          ? { value: 'not-in-quotation' }
          : {}),
    ...(isYears(year) ? {} : { year: 'not-a-year' }),
    ...(known ? {} : { place: 'no-place' }),
    ...textFaults({ kind, event, population, unit, period, ascertainment, quotation, completeness }),
    ...(couldHoldCpr(legalBasis) ? { legalBasis: 'is-a-cpr' } : {}),
  };
}

function isYears(year: string): boolean {
  const [, from = '', to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(year) ?? [];
  return year === '' || (from >= '1900' && from <= to && to <= '2199');
}

function reasonFaults(because: string): DocumentFaults {
  return textFaults({ because });
}

function hasAny(faults: DocumentFaults): boolean {
  return Object.keys(faults).length > 0;
}
