/** The report as a document (da: afrapportering): what page, Word, PDF and JSON all show, in the pieces of one edition. */
import type { Cleared, Edition } from '../disclosure/publishable.ts';
import type { Figure } from '../numbers/figure.ts';
import type { Day } from '../time.ts';
import type { ReportPlace } from './numbers.ts';

/** Column of a table; numbers stand to the right. */
export type ReportColumn<E extends Edition> = { readonly title: Cleared<E, string>; readonly isNumeric: boolean };

/** Row of a table: its first cell heads the row. */
export type ReportRow<E extends Edition> = {
  readonly head: Cleared<E, string>;
  readonly cells: readonly Cleared<E, string>[];
  /** A row that sums the others up. */
  readonly isTotal: boolean;
};

/** Table of the report; notes say what a reader must know to read it. */
export type ReportTable<E extends Edition> = {
  readonly type: 'table';
  readonly id: string;
  readonly caption: Cleared<E, string>;
  /** The head of the first column, and then one column per cell. */
  readonly headColumn: Cleared<E, string>;
  readonly columns: readonly ReportColumn<E>[];
  readonly rows: readonly ReportRow<E>[];
  readonly notes: readonly Cleared<E, string>[];
};

/** One piece of the report. Headings and tables are numbered by `numberedHeadings` and in order. */
export type ReportBlock<E extends Edition> =
  | { readonly type: 'heading'; readonly level: 1 | 2; readonly id: string; readonly text: Cleared<E, string> }
  | { readonly type: 'paragraph'; readonly text: Cleared<E, string> }
  /** Text that must not be overlooked. */
  | { readonly type: 'notice'; readonly title: Cleared<E, string>; readonly text: Cleared<E, string> }
  | { readonly type: 'list'; readonly items: readonly Cleared<E, string>[] }
  /** What another document says, in its words. */
  | { readonly type: 'quotation'; readonly text: Cleared<E, string>; readonly source: Cleared<E, string> }
  /** Terms with what is said of them, such as a figure's definition and source. */
  | { readonly type: 'terms'; readonly rows: readonly { readonly term: Cleared<E, string>; readonly text: Cleared<E, string> }[] }
  | ReportTable<E>;

/** Report (da: afrapportering) of one place in one edition. */
export type ReportDocument<E extends Edition> = {
  readonly edition: E;
  readonly call: Cleared<E, string>;
  readonly place: ReportPlace;
  readonly asOf: Day;
  /** The answers can still change: it is not to be handed on. */
  readonly isDraft: boolean;
  readonly title: Cleared<E, string>;
  readonly subtitle: Cleared<E, string>;
  /** What stands under the title: who asked, by when, which edition. */
  readonly facts: readonly { readonly term: Cleared<E, string>; readonly text: Cleared<E, string> }[];
  readonly blocks: readonly ReportBlock<E>[];
  /** Every figure of the report, hidden ones too, with definition and source. */
  readonly figures: readonly Cleared<E, Figure>[];
};

/** Report for those who work with the call. */
export type InternalReport = ReportDocument<'internal'>;

/** Report for everyone: it can hold nothing that disclosure has not cleared. */
export type PublicReport = ReportDocument<'public'>;

/** A heading with its number, such as «4.2». */
export type NumberedHeading<E extends Edition> = {
  readonly number: string;
  readonly heading: Extract<ReportBlock<E>, { readonly type: 'heading' }>;
};

/** The headings with their numbers, for the list of contents and for the headings themselves. */
export function numberedHeadings<E extends Edition>({ blocks }: ReportDocument<E>): readonly NumberedHeading<E>[] {
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [block] : []));
  const chapterAt = (index: number): number => headings.slice(0, index + 1).filter(({ level }) => level === 1).length;
  return headings.map((heading, index) => {
    if (heading.level === 1) return { number: `${chapterAt(index)}`, heading };
    const chapterStart = headings.slice(0, index).findLastIndex(({ level }) => level === 1);
    return { number: `${chapterAt(index)}.${index - chapterStart}`, heading };
  });
}

/** The tables, in order: the first is table 1. */
export function tablesOf<E extends Edition>({ blocks }: ReportDocument<E>): readonly ReportTable<E>[] {
  return blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
}
