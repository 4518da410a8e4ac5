/** A unit's own figures, year by year: what its leader answers for. The year that runs stands first, and each figure says how it is counted. */
import type { JSX } from 'react';
import { unitDefinition, type UnitFigureId } from '../../domain/numbers/figures-of-unit.ts';
import type { TabulatedFigure } from '../../domain/numbers/tabulate.ts';
import { screeningEditionOn } from '../../domain/placement/qualification/editions.ts';
import { danishDay } from '../../domain/time.ts';
import type { UnitFigures } from '../../store/unit-figures.ts';
import { Downloads } from '../numbers/downloads.tsx';
import { partText } from '../numbers/figure-view.tsx';
import { timeInWeeks, weeksAndDays } from '../numbers/weeks-and-days.ts';
import { qualificationAddress } from '../supply/addresses.ts';
import { dayText, momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet, Strip } from '../ui/pieces.tsx';
import { unitFiguresAddress } from './addresses.ts';
import { unitFiguresTexts } from './unit-figures-texts.ts';
import { YearHead } from '../ui/year-head.tsx';

type Props = UnitFigures & { readonly language: Language };

/** The questions of the page, and the figures that answer each. */
const questions = {
  occupancy: ['occupancy-by-unit', 'nights-by-unit', 'place-nights-by-unit'],
  admissions: ['admissions-by-unit'],
  endings: ['refusals-by-reason', 'holds-ended'],
  waits: ['median-need-to-admission', 'median-gestation-at-admission'],
} as const satisfies Readonly<Record<string, readonly UnitFigureId[]>>;
type Question = keyof typeof questions;

export function UnitFiguresPage(props: Props): JSX.Element {
  const { unit, years, at, language } = props;
  const say = unitFiguresTexts(language);
  return (
    <>
      <p className="lead">{leadText(props)}</p>
      <Strip>
        <p>{say('internal')}</p>
        <Downloads address={unitFiguresAddress(unit.id)} language={language} />
      </Strip>
      <p className="quiet">{say('asOf', { at: momentText(at, language), year: `${years[1]}` })}</p>
      <Answer question="occupancy" {...props} />
      <Answer question="admissions" {...props}>
        <WomenRow {...props} />
      </Answer>
      <Answer question="endings" {...props} />
      <Answer question="waits" {...props} />
      <p className="quiet">{say('noneWhy')}</p>
    </>
  );
}

/** This year in a sentence. */
function leadText({ years, figures, at, language }: Props): string {
  const say = unitFiguresTexts(language);
  const of = (id: UnitFigureId): readonly TabulatedFigure[] => ofYear(figures.get(id) ?? [], years[1]);
  const [percent] = of('occupancy-by-unit');
  const filling =
    typeof percent?.value === 'number'
      ? say('filled', {
          nights: numberText(total(of('nights-by-unit')), language),
          places: numberText(total(of('place-nights-by-unit')), language),
          percent: numberText(percent.value, language),
        })
      : say('noPlaces');
  return say('lead', {
    year: `${years[1]}`,
    day: dayText(danishDay(at), language),
    admissions: total(of('admissions-by-unit')),
    refusals: total(of('refusals-by-reason')),
    filling,
  });
}

type AnswerProps = Props & { readonly question: Question; readonly children?: JSX.Element };

function Answer({ question, children, ...props }: AnswerProps): JSX.Element {
  const { years, figures, language } = props;
  const say = unitFiguresTexts(language);
  return (
    <Card heading={say(question)} id={question}>
      {question === 'admissions' && <Volume {...props} />}
      {question === 'endings' && <p>{say('endingsSays')}</p>}
      {question === 'waits' && <p>{say('waitsSays')}</p>}
      <Sheet caption={say(question)} underHeading>
        <YearHead heads={[say('figure')]} years={newestFirst(years)} />
        <tbody>
          {questions[question].map((id) => (
            <FigureRows key={id} id={id} figures={figures.get(id) ?? []} years={years} language={language} />
          ))}
          {children}
        </tbody>
      </Sheet>
      <details className="fold">
        <summary>{say('definitions')}</summary>
        <dl lang="da">
          {questions[question].map((id) => {
            const { title, text, edition } = unitDefinition(id);
            const told = figures.get(id)?.[0];
            return (
              <div key={id}>
                <dt>{title}</dt>
                <dd>
                  {text}{' '}
                  {told ? say('edition', { edition: told.definition.edition, source: told.source }) : say('editionAlone', { edition })}
                </dd>
              </div>
            );
          })}
        </dl>
      </details>
    </Card>
  );
}

type RowsProps = {
  readonly id: UnitFigureId;
  readonly figures: readonly TabulatedFigure[];
  readonly years: UnitFigures['years'];
  readonly language: Language;
};

/** A figure's row; of one that is split by reason or ending the whole first, and then each part. */
function FigureRows({ id, figures, years, language }: RowsProps): JSX.Element {
  const { title, splitBy, measure } = unitDefinition(id);
  const isParted = splitBy !== null && splitBy !== 'unit';
  const parts = isParted ? [...new Set(figures.map(({ part }) => part ?? ''))] : [];
  const isSum = measure.kind === 'count' || measure.kind === 'nights';
  return (
    <>
      <tr data-figure={id}>
        <th scope="row" lang="da">
          {title}
        </th>
        {newestFirst(years).map((year) => (
          <td key={year} className="number">
            {isSum ? (
              numberText(total(ofYear(figures, year)), language)
            ) : (
              <Measured id={id} figure={ofYear(figures, year)[0]} language={language} />
            )}
          </td>
        ))}
      </tr>
      {parts.map((part) => (
        <tr key={part} data-figure={`${id}/${part}`}>
          <td>{partText(part, language)}</td>
          {newestFirst(years).map((year) => (
            <td key={year} className="number">
              {numberText(total(ofYear(figures, year).filter((figure) => figure.part === part)), language)}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

type MeasuredProps = { readonly id: UnitFigureId; readonly figure: TabulatedFigure | undefined; readonly language: Language };

/** A share in percent, a wait in weeks and days, a week of pregnancy; of a median also how many it is the middle of. */
function Measured({ id, figure, language }: MeasuredProps): JSX.Element | string {
  const say = unitFiguresTexts(language);
  if (typeof figure?.value !== 'number') return say('none');
  const { value, cases } = figure;
  if (id === 'occupancy-by-unit') return numberText(value, language);
  const written = id === 'median-gestation-at-admission' ? say('week', { weeks: weeksAndDays(value) }) : say('time', timeInWeeks(value));
  return (
    <>
      {written}
      {/* On a line of its own, so that two years stand beside each other on a phone. */}
      <br />
      <span className="quiet">{say('of', { cases })}</span>
    </>
  );
}

/** The women whom the screening model's volume counts: as the unit's qualification does, and beside the admissions, which are not the same. */
function WomenRow({ years, counted, language }: Props): JSX.Element {
  const say = unitFiguresTexts(language);
  return (
    <tr data-figure="women">
      <th scope="row">{say('women')}</th>
      {newestFirst(years).map((year) => {
        const of = counted.find((one) => one.year === year);
        const women = numberText(of?.women ?? 0, language);
        return (
          <td key={year} className="number">
            {of?.whole === false ? say('atLeast', { women }) : women}
          </td>
        );
      })}
    </tr>
  );
}

function Volume({ unit, years, counted, at, language }: Props): JSX.Element | null {
  const say = unitFiguresTexts(language);
  const edition = screeningEditionOn(danishDay(at));
  const asked = edition.criteria.flatMap(({ measures }) => measures).find(({ kind }) => kind === 'women-a-year');
  if (asked?.kind !== 'women-a-year') return null;
  const { atLeast } = asked;
  const women = counted.find(({ year }) => year === years[1])?.women ?? 0;
  return (
    <>
      <p className="say">{say('volume', { edition: edition.name, atLeast, year: `${years[1]}`, women, enough: `${women >= atLeast}` })}</p>
      <p className="quiet">
        {say('volumeHow')} <a href={qualificationAddress(unit.id)}>{say('toQualification')}</a>
      </p>
    </>
  );
}

function newestFirst([from, to]: UnitFigures['years']): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => to - index);
}

function ofYear(figures: readonly TabulatedFigure[], year: number): readonly TabulatedFigure[] {
  return figures.filter(({ period }) => period === `${year}`);
}

/** Counts of parts added up. */
function total(figures: readonly TabulatedFigure[]): number {
  return figures.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0);
}
