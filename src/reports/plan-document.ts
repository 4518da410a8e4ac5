/** The answer of a proposal as a document (da: svaret som dokument): what Word and PDF both show. It holds assumptions and simulated numbers, and nothing of a person. */
import type { Strip } from './strip.ts';

/** A table in plain words; the first cell of a row heads it. */
export type PlainTable = {
  readonly caption: string;
  readonly headColumn: string;
  readonly columns: readonly { readonly title: string; readonly isNumeric: boolean }[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[]; readonly isTotal: boolean }[];
  readonly notes: readonly string[];
  /** It may go on on the next page, however short it is, with its head repeated: where what stands before it leaves much of a page. */
  readonly goesOn?: boolean;
};

/** What is drawn in one cell, with its numbers beneath it, and in words to those who cannot see it. */
export type StripCell = { readonly strip: Strip; readonly alt: string; readonly value: string };

/** A picture that is a table as well: a name for each row, and a strip for each column, so that what is compared stands side by side. */
export type StripPicture = {
  readonly caption: string;
  readonly headColumn: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly StripCell[] }[];
  readonly notes: readonly string[];
};

export type PlanBlock =
  | { readonly type: 'heading'; readonly text: string }
  /** A lead is the answer itself: larger than the rest. */
  | { readonly type: 'paragraph'; readonly text: string; readonly isLead: boolean }
  | { readonly type: 'terms'; readonly rows: readonly { readonly term: string; readonly text: string }[] }
  /** What everything rests on, in small print. */
  | { readonly type: 'list'; readonly items: readonly string[] }
  | (PlainTable & { readonly type: 'table' })
  | (StripPicture & { readonly type: 'picture' });

export type PlanDocument = {
  readonly language: 'da' | 'en';
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  readonly blocks: readonly PlanBlock[];
  /** On every page. */
  readonly footer: string;
  /** What the frame of the document says in its language. */
  readonly words: { readonly page: string; readonly of: string; readonly table: string; readonly picture: string };
};
