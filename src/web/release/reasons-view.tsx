/** Why the numbers of a release are hidden, in plain words: by year, row and number, for the places whose numbers the reader may know. */
import type { JSX } from 'react';
import { codesInWords, placeName } from '../../domain/call/attacked-cell.ts';
import { type CellCodes, keyOf } from '../../domain/disclosure/beside.ts';
import { namesOf } from '../../domain/disclosure/count-table.ts';
import { totalCode } from '../../domain/disclosure/dimension.ts';
import { hiddenReasons, type ReasonedCell } from '../../domain/disclosure/hidden-reasons.ts';
import type { Publishable, ReleasedTable } from '../../domain/disclosure/publishable.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { previewTexts } from './preview-words.ts';
import { rowsOf } from './release-table.tsx';
import { releaseTexts } from './texts.ts';

type Props = {
  readonly release: Publishable<ReleasedTable>;
  /** Of the places whose numbers the reader may know; `null` where none were kept. */
  readonly reasons: readonly ReasonedCell[] | null;
  /** The cells that are printed already, so that all may know them. */
  readonly printed: readonly CellCodes[];
  readonly language: Language;
};

export function ReasonsCard({ release, reasons, printed, language }: Props): JSX.Element {
  const say = previewTexts(language);
  const { terms, table, beside } = release;
  const absent = new Set(beside.absent);
  const hidden = table.published.flatMap((value, cell) => (value === null && !absent.has(cell) ? [cell] : []));
  const most = terms.threshold - 1;
  if (hidden.length === 0) {
    return (
      <Card heading={say('why')}>
        <p>{say(terms.rounding ? 'whyNothing' : 'whyNone')}</p>
      </Card>
    );
  }
  return (
    <Card heading={say('why')}>
      <p>{say('whyIntro', { most })}</p>
      {wholeYears(release).map((year) => (
        <p key={year}>{say('wholeYear', { year })}</p>
      ))}
      {reasons === null ? (
        <p>{say('whyNotKept')}</p>
      ) : reasons.length === 0 ? (
        <p>{say('whyElsewhere')}</p>
      ) : (
        <>
          <p>{say('whySight')}</p>
          <ul>
            {hiddenReasons.map((why) => {
              const count = reasons.filter((one) => one.why === why).length;
              return count === 0 ? null : <li key={why}>{say('count', { count, reason: say(`short.${why}`, { most }) })}</li>;
            })}
          </ul>
          {yearsOf(reasons).map((year) => (
            <YearOfReasons key={year} year={year} release={release} reasons={reasons} printed={printed} language={language} />
          ))}
        </>
      )}
    </Card>
  );
}

function YearOfReasons({
  year,
  release,
  reasons,
  printed,
  language,
}: Props & { readonly year: string; readonly reasons: readonly ReasonedCell[] }) {
  const say = previewTexts(language);
  const sayOf = releaseTexts(language);
  const name = year === totalCode ? say('allYears') : year;
  const most = release.terms.threshold - 1;
  const known = new Set(printed.map(keyOf));
  const own = reasons.filter(({ cell }) => (cell['år'] ?? totalCode) === year);
  const named = new Set(own.map(({ cell }) => cell['kommune'] ?? totalCode));
  const places = placesOf(release).filter((place) => named.has(place));
  const ofTreatment = (code: string): string => (code === totalCode || code === 'døgn' || code === 'anden' ? sayOf(code) : code);
  return (
    <details>
      <summary>{say('reasonsOf', { year: name })}</summary>
      <Sheet caption={say('reasonsOf', { year: name })} underHeading>
        <thead>
          <tr>
            <th scope="col">{say('place')}</th>
            <th scope="col">{say('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => {
            const cells = own.filter(({ cell }) => (cell['kommune'] ?? totalCode) === place);
            return (
              <tr key={place}>
                <th scope="row">{placeName(place)}</th>
                <td>
                  {isWholeRow(release, place, year) && <strong>{say('wholeRow')}</strong>}
                  <ul className="bare">
                    {cells.map((one) => (
                      <li key={one.cell['behandling'] ?? totalCode}>
                        {ofTreatment(one.cell['behandling'] ?? totalCode)}: {reasonText(one, most, language)}
                        {known.has(keyOf(one.cell)) && ` ${say('reason.printed')}`}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            );
          })}
        </tbody>
      </Sheet>
    </details>
  );
}

/** The places in the order of the table. */
function placesOf({ table }: ReleasedTable): readonly string[] {
  const dimension = table.layout.dimensions.find(({ name }) => name === 'kommune');
  return dimension ? rowsOf(dimension).map(({ code }) => dimension.codes[code] ?? totalCode) : [totalCode];
}

/** The reason for one number, as a sentence. */
export function reasonText({ why, shields, release }: ReasonedCell, most: number, language: Language): string {
  const say = previewTexts(language);
  switch (why) {
    case 'small':
      return say('reason.small', { most });
    case 'zero':
      return say('reason.zero');
    case 'before':
      return say('reason.before', { release: release ?? '' });
    case 'subtraction':
      return shields.length === 0 ? say('reason.elsewhere') : say('reason.subtraction', { cells: shields.map(codesInWords).join('; ') });
    case 'together':
      return say('reason.together');
  }
}

/** The cells that a release has, by their codes. */
function cellsOf({
  table,
  beside,
}: ReleasedTable): readonly { readonly place: string; readonly year: string; readonly isHidden: boolean }[] {
  const absent = new Set(beside.absent);
  return table.published.flatMap((value, cell) => {
    if (absent.has(cell)) return [];
    const codes = namesOf(table.layout, cell);
    return [{ place: codes['kommune'] ?? totalCode, year: codes['år'] ?? totalCode, isHidden: value === null }];
  });
}

/** Years of which every number is hidden, where the table is divided by year. */
function wholeYears(release: ReleasedTable): readonly string[] {
  const cells = cellsOf(release);
  const years = [...new Set(cells.map(({ year }) => year))].filter((year) => year !== totalCode);
  return years.filter((year) => cells.every((cell) => cell.year !== year || cell.isHidden));
}

function isWholeRow(release: ReleasedTable, place: string, year: string): boolean {
  return cellsOf(release).every((cell) => cell.place !== place || cell.year !== year || cell.isHidden);
}

/** The years that reasons speak of, in their order, all years together last. */
function yearsOf(reasons: readonly ReasonedCell[]): readonly string[] {
  const years = [...new Set(reasons.map(({ cell }) => cell['år'] ?? totalCode))];
  return years.toSorted((a, b) => Number(a === totalCode) - Number(b === totalCode) || a.localeCompare(b));
}
