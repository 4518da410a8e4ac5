/** Numbers of several definitions in one file, each row with all that a number carries: what it counts, edition, source, period, place and day. */
import { type FileAbout, type FileCell, hidden, type Hidden, tableFile, type TableFileType } from './table-files.ts';
import { hiddenSentence } from './hidden-sentence.ts';

export type NumberTongue = 'da' | 'en';

/** A number or a range; a hidden one is neither. `middle` where a range has one. */
export type NumberValue = { readonly low: number; readonly high: number; readonly middle?: number } | Hidden;

export type NumberRow = {
  readonly id: string;
  /** What it is, in a few words. */
  readonly name: string;
  readonly value: NumberValue;
  /** What one of it is: a woman, a day, a percentage. */
  readonly unit: string;
  /** Code and name of the place. */
  readonly place: string;
  readonly placeName: string;
  readonly period: string;
  readonly asOf: string;
  readonly definition: string;
  readonly edition: string;
  readonly source: string;
  /** What a reader must know beside it; empty where there is nothing. */
  readonly note: string;
};

export type NumberFile = {
  readonly title: string;
  readonly about: FileAbout;
  readonly rows: readonly NumberRow[];
  readonly tongue: NumberTongue;
};

const heads = {
  da: [
    'id',
    'hvad',
    'fra',
    'midt',
    'til',
    'skjult',
    'enhed',
    'sted',
    'stedets navn',
    'periode',
    'opgjort pr.',
    'definition',
    'udgave',
    'kilde',
    'bemærkning',
  ],
  en: [
    'id',
    'what',
    'from',
    'middle',
    'to',
    'hidden',
    'unit',
    'place',
    'name of the place',
    'period',
    'as of',
    'definition',
    'edition',
    'source',
    'note',
  ],
} as const;
const words = {
  da: {
    sheet: 'Tal',
    about: 'Om tallene',
    title: 'Hvad',
    read: 'Sådan læses filen',
    says: `Et enkelt tal står i både fra og til. Hvor skjult er ja, står der «skjult» i fra og til. ${hiddenSentence.da}`,
  },
  en: {
    sheet: 'Numbers',
    about: 'About the numbers',
    title: 'What',
    read: 'How to read the file',
    says: `A single number stands in both from and to. Where hidden is yes (“ja”), from and to say “skjult” (hidden). ${hiddenSentence.en}`,
  },
} as const;

export function numberFile(type: TableFileType, { title, about, rows, tongue }: NumberFile): Promise<string | Uint8Array> {
  const say = words[tongue];
  return tableFile(type, {
    about: [[say.title, title], ...about, [say.read, say.says]],
    aboutName: say.about,
    sheets: [{ name: say.sheet, head: heads[tongue], rows: rows.map(cellsOf) }],
    json: { title, about: Object.fromEntries(about), numbers: rows },
  });
}

function cellsOf({
  id,
  name,
  value,
  unit,
  place,
  placeName,
  period,
  asOf,
  definition,
  edition,
  source,
  note,
}: NumberRow): readonly FileCell[] {
  const said = 'suppressed' in value ? [hidden, hidden, hidden, true] : [value.low, value.middle ?? '', value.high, false];
  return [id, name, ...said, unit, place, placeName, period, asOf, definition, edition, source, note];
}
