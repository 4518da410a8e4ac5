/** A release, or the preview of one, as a table: hidden cells hatched, with one sign and a word for those who hear the page, and the legend. */
import type { JSX } from 'react';
import { placeName } from '../../domain/call/attacked-cell.ts';
import { cellAt, type Layout } from '../../domain/disclosure/count-table.ts';
import { type Dimension, totalCode } from '../../domain/disclosure/dimension.ts';
import type { Publishable, ReleasedTable } from '../../domain/disclosure/publishable.ts';
import { roundedSentence } from '../../domain/disclosure/rounded-sentence.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { releaseTexts } from './texts.ts';

type Props = { readonly release: Publishable<ReleasedTable>; readonly language: Language };

/** What the numbers of a table are, and what the sign of a hidden one means. */
export function Legend({ release: { terms, table, beside }, language }: Props): JSX.Element {
  const say = releaseTexts(language);
  const absent = new Set(beside.absent);
  const hasHidden = table.published.some((value, cell) => value === null && !absent.has(cell));
  return (
    <ul className="bare">
      {terms.rounding && <li>{roundedSentence(terms, language)}</li>}
      {hasHidden && (
        <li>
          <span className="hidden-sign" aria-hidden="true">
            •
          </span>{' '}
          {say('legendHidden')} {say(terms.zeros === 'hide' ? 'legendZeros' : 'legendNoZeros')}
        </li>
      )}
    </ul>
  );
}

export function ReleaseTable({ release: { table, beside }, language }: Props): JSX.Element {
  return (
    <CallSheet
      caption={releaseTexts(language)('table')}
      layout={table.layout}
      absent={new Set(beside.absent)}
      cellOf={(cell, key) => <Cell key={key} value={table.published[cell] ?? null} language={language} />}
      language={language}
    />
  );
}

type SheetProps = {
  readonly caption: string;
  /** By place, year and treatment; a dimension that is not divided is not there. */
  readonly layout: Layout;
  /** Cells that are no part of the table: a column of nothing else is left out. */
  readonly absent?: ReadonlySet<number>;
  /** Whether the row of a place is shown, by its code. */
  readonly shows?: (place: string) => boolean;
  /** What a row is called, by its place's code. */
  readonly nameOf?: (place: string) => string;
  /** What stands in a cell, as its `td` with the given key. */
  readonly cellOf: (cell: number, key: string) => JSX.Element;
  readonly language: Language;
};

/** A call's table: the country, its regions and their municipalities down, years and treatments across. */
export function CallSheet({
  caption,
  layout,
  absent = new Set(),
  shows = () => true,
  nameOf = placeName,
  cellOf,
  language,
}: SheetProps): JSX.Element {
  const say = releaseTexts(language);
  // A dimension that is not divided is not there: all of it stands in one column.
  const of = (name: string): Dimension => layout.dimensions.find((dimension) => dimension.name === name) ?? undivided(name);
  const [places, years, treatments] = [of('kommune'), of('år'), of('behandling')];
  const at = (place: number, year: number, treatment: number): number => {
    const codes: Readonly<Record<string, number>> = { kommune: place, år: year, behandling: treatment };
    return cellAt(
      layout,
      layout.dimensions.map(({ name }) => codes[name] ?? 0),
    );
  };
  const columns = years.codes
    .flatMap((_, year) => treatments.codes.map((_code, treatment) => [year, treatment] as const))
    .filter(([year, treatment]) => !absent.has(at(0, year, treatment)));
  const inYear = (year: number): number => columns.filter(([one]) => one === year).length;
  const yearName = (code: string): string => (code === totalCode ? say('allYears') : code);
  const treatmentName = (code: string): string => (code === totalCode || code === 'døgn' || code === 'anden' ? say(code) : code);
  return (
    <Sheet caption={caption}>
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            {say('place')}
          </th>
          {years.codes.map((code, year) =>
            inYear(year) === 0 ? null : (
              <th key={code} colSpan={inYear(year)} scope="colgroup">
                {yearName(code)}
              </th>
            ),
          )}
        </tr>
        <tr>
          {columns.map(([year, treatment]) => (
            <th key={`${year}/${treatment}`} scope="col" className="number">
              {treatmentName(treatments.codes[treatment] ?? '')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(places)
          .filter(({ code }) => shows(places.codes[code] ?? ''))
          .map(({ code, isSum }) => (
            <tr key={code} className={isSum ? 'sum' : undefined}>
              <th scope="row">{nameOf(places.codes[code] ?? '')}</th>
              {columns.map(([year, treatment]) => cellOf(at(code, year, treatment), `${year}/${treatment}`))}
            </tr>
          ))}
      </tbody>
    </Sheet>
  );
}

function undivided(name: string): Dimension {
  return { name, codes: [totalCode], inner: [[0]], sums: [] };
}

function Cell({ value, language }: { readonly value: number | null; readonly language: Language }): JSX.Element {
  if (value !== null) return <td className="number">{numberText(value, language)}</td>;
  return (
    <td className="number hidden-cell">
      <span aria-hidden="true">•</span>
      <span className="sr-only">{releaseTexts(language)('hidden')}</span>
    </td>
  );
}

/** The country, and then each region with its municipalities beneath it. */
export function rowsOf({ codes, sums }: Dimension): readonly { readonly code: number; readonly isSum: boolean }[] {
  const regions = sums.filter(({ whole }) => whole !== 0);
  if (regions.length === 0) return codes.map((_, code) => ({ code, isSum: code === 0 }));
  return [
    { code: 0, isSum: true },
    ...regions.flatMap(({ whole, parts }) => [{ code: whole, isSum: true }, ...parts.map((code) => ({ code, isSum: false }))]),
  ];
}
