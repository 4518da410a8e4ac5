/** What the register's protected figures say of the other assumptions of a scenario, and the way of them into one. */
import type { JSX } from 'react';
import { registerFigures, type RegisterFigure } from '../../domain/planning/demand/register-assumptions.ts';
import type { OccupancyYears } from '../../store/protected-occupancy.ts';
import type { PrintedFigure } from '../../store/register-assumptions.ts';
import { type Option, SelectField } from '../ui/fields.tsx';
import { dayText, numberText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { scenariosAddress } from './addresses.ts';
import { newestOccupancy, noOccupancy, occupancyNote, occupancyTitle } from './occupancy-words.ts';

const texts = catalogue(
  {
    heading: 'Hvad registret siger om de andre antagelser',
    says: 'Skærmede tal for hele landet, fra det nyeste år der har et. De flytter kun midten af en antagelse: hvor forskellige kvinderne er, viser registret ikke.',
    what: 'Hvad',
    value: 'Registret',
    from: 'Kilde',
    into: 'I scenariet',
    'into.course.weekAtReferral': 'Uge ved henvisning',
    'into.accepts': 'Andel, der tager imod',
    'into.course.afterBirthWeeks': 'Uger efter fødslen',
    'into.sites.refuses': 'Andel, stedet siger nej til',
    'into.none': 'Ingen antagelse: hold det op mod svaret',
    absent: 'Intet skærmet tal.',
    hidden: 'Skjult i {years}, fordi der er færre end fem bag.',
    stays: 'Antagelsen bliver, som den er.',
    printed: '{year}; {source}, opgjort {day}, {edition}',
    percent: '{value} %',
    weeks: '{value} uger',
    week: 'uge {value}',
    proposal: 'Begynd på',
    open: 'Åbn et scenarie med registrets tal',
    source: 'Registret: {title}, {printed}',
  },
  {
    heading: 'What the register says of the other assumptions',
    says: 'Protected figures of the whole country, of the newest year that has one. They move the middle of an assumption alone: how women differ the register does not show.',
    what: 'What',
    value: 'The register',
    from: 'Source',
    into: 'In the scenario',
    'into.course.weekAtReferral': 'Week at referral',
    'into.accepts': 'Share who accept',
    'into.course.afterBirthWeeks': 'Weeks after birth',
    'into.sites.refuses': 'Share that the site refuses',
    'into.none': 'No assumption: hold it against the answer',
    absent: 'No protected figure.',
    hidden: 'Hidden in {years}, since fewer than five are behind it.',
    stays: 'The assumption stays as it is.',
    printed: '{year}; {source}, as of {day}, {edition}',
    percent: '{value} %',
    weeks: '{value} weeks',
    week: 'week {value}',
    proposal: 'Begin with',
    open: 'Open a scenario with the register’s figures',
    source: 'The register: {title}, {printed}',
  },
);

/** Where a scenario with the register's figures is opened. */
export const withRegisterAddress = `${scenariosAddress}/med-registret`;

type Props = {
  readonly figures: readonly PrintedFigure[];
  /** How many years they are read of: the scenario gets what is shown. */
  readonly back: number;
  readonly occupancy: OccupancyYears;
  /** What a scenario can begin with; null for one who makes none. */
  readonly proposals: readonly Option[] | null;
  readonly language: Language;
};

export function RegisterAssumptions({ figures, back, occupancy, proposals, language }: Props): JSX.Element {
  const say = texts(language);
  const filled = newestOccupancy(occupancy, language);
  return (
    <Card heading={say('heading')}>
      <p>{say('says')}</p>
      <Sheet caption={say('heading')}>
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('value')}</th>
            <th scope="col">{say('from')}</th>
            <th scope="col">{say('into')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={one.figure}>
              <th scope="row" lang="da">
                {one.title}
              </th>
              <td>{figureValue(one, language)}</td>
              <td>
                {figureFrom(one, language)}
                {one.value === null && leverOf(one.figure) !== null && ` ${say('stays')}`}
              </td>
              <td>{say(`into.${leverOf(one.figure) ?? 'none'}`)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{occupancyTitle(language)}</th>
            <td>{filled ? filled.value : '–'}</td>
            <td>{filled ? filled.from : noOccupancy(occupancy, language)}</td>
            <td>{say('into.none')}</td>
          </tr>
        </tbody>
      </Sheet>
      <p>{occupancyNote(occupancy, language)}</p>
      {proposals !== null && figures.some(({ value, figure }) => value !== null && leverOf(figure) !== null) && (
        <form method="get" action={withRegisterAddress} className="no-print">
          <input type="hidden" name="aar" value={back} />
          <SelectField name="fra" label={say('proposal')} options={proposals} />
          <button className="button button-secondary" type="submit">
            {say('open')}
          </button>
        </form>
      )}
    </Card>
  );
}

/** The figures as a scenario takes them: their source in words, in Danish whoever makes it, as all of a file is. */
export function asSources(figures: readonly PrintedFigure[]): readonly RegisterFigure[] {
  return figures.map((one) => ({ ...one, source: texts('da')('source', { title: one.title, printed: printedText(one, 'da') }) }));
}

function leverOf(figure: string) {
  return registerFigures.find((one) => one.figure === figure)?.lever ?? null;
}

/** The figure as it is written, a dash where none is printed. */
export function figureValue({ value, figure }: PrintedFigure, language: Language): string {
  if (value === null) return '–';
  const written = { value: numberText(value, language) };
  const say = texts(language);
  switch (leverOf(figure)) {
    case 'accepts':
    case 'sites.refuses':
      return say('percent', written);
    case 'course.weekAtReferral':
      return say('week', written);
    case 'course.afterBirthWeeks':
    case null:
      return say('weeks', written);
  }
}

/** Where a printed figure is from, or why there is none. */
export function figureFrom(one: PrintedFigure, language: Language): string {
  return one.value === null ? absentText(one, language) : printedText(one, language);
}

function absentText({ hidden }: PrintedFigure, language: Language): string {
  return hidden.length === 0
    ? texts(language)('absent')
    : texts(language)('hidden', { years: hidden.toSorted((one, other) => one - other).join(', ') });
}

function printedText({ year, source, asOf, edition }: PrintedFigure, language: Language): string {
  return texts(language)('printed', { year: String(year ?? ''), source, day: asOf === null ? '' : dayText(asOf, language), edition });
}
