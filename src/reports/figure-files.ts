/** Figures as files, each row with all that a figure carries. */
import { hiddenValue } from '../domain/disclosure/publishable.ts';
import { danishMoment } from '../domain/time.ts';
import type { FigureRow } from './figure-rows.ts';
import { placeName } from './place-name.ts';
import { type FileAbout, type FileCell, hidden, tableFile, type TableFileType } from './table-files.ts';
import { hiddenSentence } from './hidden-sentence.ts';

/** A row with the name of its part in words: people read no codes. */
export type FigureFileRow = FigureRow & { readonly partName?: string };

/** Whether a file holds counts as they are, or protected ones. Neither is a release: that is made in the ledger alone (decision 0017). */
export type FigureProtection = 'internal' | 'protected';

/** What all rows of a file share. */
export type FigureFileAbout = {
  readonly title: string;
  readonly definition: string;
  /** What it may be compared with, and with what not. */
  readonly comparedWith: string;
  readonly origin: string;
  readonly inForce: string;
  readonly protection: FigureProtection;
};

const protectionTexts: Readonly<Record<FigureProtection, string>> = {
  internal: 'Internt brug. Små tal er ikke skjult, og filen må ikke gives videre eller offentliggøres.',
  protected: 'Små tal er skjult. Filen er ikke en udgivelse: det, der offentliggøres, går gennem udgivelsesregistret (siden «Udgivelser»).',
};

const columns = [
  'id',
  'value',
  'suppressed',
  'place',
  'placeName',
  'period',
  'part',
  'partName',
  'asOf',
  'edition',
  'source',
  'definition',
] as const;

export function figureFile(type: TableFileType, about: FigureFileAbout, rows: readonly FigureFileRow[]): Promise<string | Uint8Array> {
  return tableFile(type, {
    about: aboutLines(about, rows),
    aboutName: 'Om tallene',
    sheets: [{ name: 'Tal', head: columns, rows: rows.map(cellsOf) }],
    json: {
      about: { ...about, protectionSays: protectionTexts[about.protection] },
      figures: rows.map((row) => ({ ...row, placeName: placeName(row.place) })),
    },
  });
}

/** What stands above the rows, or on a sheet of its own: all that is needed to know what the numbers are. */
function aboutLines(about: FigureFileAbout, rows: readonly FigureFileRow[]): FileAbout {
  const [first] = rows;
  const periods = [...new Set(rows.map(({ period }) => period))].toSorted();
  return [
    ['Opgørelse', about.title],
    ['Definition', about.definition],
    ['Må sammenlignes med', about.comparedWith],
    ['Defineret af', about.origin],
    ['Gælder fra', about.inForce],
    ['Udgave', first?.edition ?? ''],
    ['Kilde', first?.source ?? ''],
    ['Periode', periods.length > 1 ? `${periods[0] ?? ''}–${periods.at(-1) ?? ''}` : (periods[0] ?? '')],
    ['Opgjort pr.', first?.at ? danishMoment(first.at) : (first?.asOf ?? '')],
    ['Beskyttelse', protectionTexts[about.protection]],
    ['Skjulte værdier', `Hvor suppressed er ja, står der «${hiddenValue}» i value. ${hiddenSentence.da}`],
  ];
}

function cellsOf({
  id,
  value,
  place,
  period,
  part = '',
  partName = '',
  asOf,
  edition,
  source,
  definition,
}: FigureFileRow): readonly FileCell[] {
  const shown = typeof value === 'number';
  return [id, shown ? value : hidden, !shown, place, placeName(place), period, part, partName, asOf, edition, source, definition];
}
