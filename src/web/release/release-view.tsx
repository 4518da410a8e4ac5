/** A release as a table: hidden cells hatched, with one sign and a word for those who hear the page, and the legend that says what it means. */
import type { JSX } from 'react';
import { placeName } from '../../domain/call/attacked-cell.ts';
import { attackers } from '../../domain/disclosure/attackers.ts';
import { cellAt } from '../../domain/disclosure/count-table.ts';
import type { Dimension } from '../../domain/disclosure/dimension.ts';
import { totalCode } from '../../domain/disclosure/dimension.ts';
import type { Publishable, ReleasedTable } from '../../domain/disclosure/publishable.ts';
import type { ReleaseLine } from '../../store/release-read.ts';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { releasesAddress, releaseTexts } from './texts.ts';

export type ReleaseViewProps = { readonly line: ReleaseLine; readonly release: Publishable<ReleasedTable>; readonly language: Language };

export function ReleaseView({ line, release, language }: ReleaseViewProps): JSX.Element {
  const say = releaseTexts(language);
  return (
    <>
      <Pairs
        pairs={[
          [say('kind'), say(`method.${line.kind}`)],
          [say('who'), `${line.byName}, ${line.organisation}`],
          [say('when'), momentText(line.recorded, language)],
          [say('edition'), line.edition],
        ]}
      />
      <p className="no-print">
        {say('download')}:{' '}
        {(['csv', 'json', 'xlsx'] as const).map((type) => (
          <span key={type}>
            <a href={`${releasesAddress}/${line.id}.${type}`}>{type === 'xlsx' ? 'Excel' : type.toUpperCase()}</a>{' '}
          </span>
        ))}
      </p>
      <Card heading={say('attack')}>
        <p>{say(line.kind === 'report' ? 'attackDerived' : 'attackIntro')}</p>
        {line.kind !== 'report' && <Pairs pairs={attackers.map((attacker) => [say(`attacker.${attacker}`), say('found')] as const)} />}
      </Card>
      <Legend release={release} language={language} />
      <ReleaseTable release={release} language={language} />
    </>
  );
}

function Legend({ release: { terms, table, beside }, language }: Omit<ReleaseViewProps, 'line'>): JSX.Element {
  const say = releaseTexts(language);
  const absent = new Set(beside.absent);
  const hasHidden = table.published.some((value, cell) => value === null && !absent.has(cell));
  return (
    <ul className="bare">
      {terms.rounding && <li>{say('legendRounded', { base: terms.rounding.base })}</li>}
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

function ReleaseTable({ release: { table, beside }, language }: Omit<ReleaseViewProps, 'line'>): JSX.Element {
  const say = releaseTexts(language);
  // A dimension that is not divided is not there: all of it stands in one column.
  const of = (name: string): Dimension => table.layout.dimensions.find((dimension) => dimension.name === name) ?? undivided(name);
  const [places, years, treatments] = [of('kommune'), of('år'), of('behandling')];
  const cellOf = (place: number, year: number, treatment: number): number => {
    const codes: Readonly<Record<string, number>> = { kommune: place, år: year, behandling: treatment };
    return cellAt(
      table.layout,
      table.layout.dimensions.map(({ name }) => codes[name] ?? 0),
    );
  };
  const absent = new Set(beside.absent);
  const columns = years.codes
    .flatMap((_, year) => treatments.codes.map((_code, treatment) => [year, treatment] as const))
    .filter(([year, treatment]) => !absent.has(cellOf(0, year, treatment)));
  const inYear = (year: number): number => columns.filter(([one]) => one === year).length;
  const yearName = (code: string): string => (code === totalCode ? say('allYears') : code);
  const treatmentName = (code: string): string => (code === totalCode || code === 'døgn' || code === 'anden' ? say(code) : code);
  return (
    <Sheet caption={say('table')}>
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
        {rowsOf(places).map(({ code, isSum }) => (
          <tr key={code} className={isSum ? 'sum' : undefined}>
            <th scope="row">{placeName(places.codes[code] ?? '')}</th>
            {columns.map(([year, treatment]) => (
              <Cell key={`${year}/${treatment}`} value={table.published[cellOf(code, year, treatment)] ?? null} language={language} />
            ))}
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
function rowsOf({ codes, sums }: Dimension): readonly { readonly code: number; readonly isSum: boolean }[] {
  const regions = sums.filter(({ whole }) => whole !== 0);
  if (regions.length === 0) return codes.map((_, code) => ({ code, isSum: code === 0 }));
  return [
    { code: 0, isSum: true },
    ...regions.flatMap(({ whole, parts }) => [{ code: whole, isSum: true }, ...parts.map((code) => ({ code, isSum: false }))]),
  ];
}
