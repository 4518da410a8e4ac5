/** The tables of a comparison under one estimate: levels, differences, what chance does, and the units. */
import type { JSX, ReactNode } from 'react';
import type { LabMeasure } from '../../domain/planning/lab/paired.ts';
import type { Comparison } from '../../domain/planning/lab/study.ts';
import type { ComparisonAnswer, EstimateLevels, Level } from '../../domain/planning/lab/study-answer.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { differenceText, isAlike, isShare, isTooSmall, levelOf, levelText, mayBeNought, shownMeasures, valuesText } from './lab-words.ts';
import { spanText } from './plan-words.ts';
import { proposalTitle } from './proposals.ts';
import { siteName } from './site-name.ts';
import { labTexts } from './texts.ts';

/** A comparison, read under the estimate with this number. */
export type UnderEstimate = {
  readonly study: Comparison;
  readonly answer: ComparisonAnswer;
  readonly estimate: number;
  readonly language: Language;
};

export function levelsAt({ answer, estimate }: Pick<UnderEstimate, 'answer' | 'estimate'>, proposal: number): EstimateLevels | undefined {
  return answer.proposals[proposal]?.[estimate];
}

export function Levels({ study, answer, estimate, language }: UnderEstimate): JSX.Element {
  const say = labTexts(language);
  return (
    <>
      <MeasureTable
        {...{ answer, language }}
        caption={captionOf(study, estimate, say('levels'), language)}
        proposals={study.proposals}
        cell={(measure, proposal) => {
          const level = levelOfProposal({ answer, estimate }, proposal, measure);
          return level ? levelText(level, language) : '–';
        }}
      />
      <p className="quiet">{say('levelsText')}</p>
    </>
  );
}

export function Differences({ study, answer, estimate, language }: UnderEstimate): JSX.Element {
  const say = labTexts(language);
  const [base, ...others] = study.proposals;
  return (
    <>
      <MeasureTable
        {...{ answer, language }}
        caption={captionOf(study, estimate, say('differences', { base: base ? proposalTitle(base, language) : '' }), language)}
        proposals={others}
        unit={(measure) => (isShare(measure) ? ' (%-point)' : '')}
        cell={(measure, other) => {
          const at = answer.differences[other]?.[estimate]?.find((one) => one.measure === measure)?.at.middle ?? null;
          const text = differenceText(measure, at, language);
          const sure = isTooSmall(text) ? 'differenceSmall' : 'differenceSure';
          return (
            <>
              {text}
              {at && !isAlike(at) && <span className="quiet sure"> {say(mayBeNought(at) ? 'differenceUnsure' : sure)}</span>}
            </>
          );
        }}
      />
      <p className="quiet">{say('differencesText')}</p>
    </>
  );
}

export function Chance({ study, answer, estimate, language }: UnderEstimate): JSX.Element {
  const say = labTexts(language);
  return (
    <details className="plan-table">
      <summary>{say('chance')}</summary>
      <p>{say('chanceText', { years: study.proposals[0]?.scenario.years ?? 0 })}</p>
      <MeasureTable
        {...{ answer, language }}
        caption={captionOf(study, estimate, say('chance'), language)}
        proposals={study.proposals}
        cell={(measure, proposal) => {
          const chance = levelOfProposal({ answer, estimate }, proposal, measure)?.chance;
          return chance ? valuesText(measure, [chance[0], chance[2]], language) : '–';
        }}
      />
    </details>
  );
}

type MeasureTableProps = Pick<UnderEstimate, 'answer' | 'language'> & {
  readonly caption: string;
  readonly proposals: Comparison['proposals'];
  /** What stands behind a measure's name: the unit of its differences. */
  readonly unit?: (measure: LabMeasure) => string;
  /** What stands of a measure under the proposal with this number among those that are shown. */
  readonly cell: (measure: LabMeasure, proposal: number) => ReactNode;
};

/** A measure in each row and a proposal in each column; on a phone each number says whose it is. */
function MeasureTable({ answer, caption, proposals, unit = () => '', cell, language }: MeasureTableProps): JSX.Element {
  const say = labTexts(language);
  return (
    <div className="compared">
      <Sheet caption={caption}>
        <thead>
          <tr>
            <th scope="col">{say('measure')}</th>
            {proposals.map((proposal) => (
              <th key={proposal.from} scope="col" className="number">
                {proposalTitle(proposal, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownMeasures(answer).map((measure) => (
            <tr key={measure}>
              <th scope="row">
                {say(`measure.${measure}`)}
                {unit(measure)}
              </th>
              {proposals.map((proposal, index) => (
                <td key={proposal.from} className="number" data-label={proposalTitle(proposal, language)}>
                  {cell(measure, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

function levelOfProposal(under: Pick<UnderEstimate, 'answer' | 'estimate'>, proposal: number, measure: LabMeasure): Level | undefined {
  const levels = levelsAt(under, proposal);
  return levels && levelOf(levels, measure);
}

export function Units({ study, answer, estimate, language }: UnderEstimate): JSX.Element {
  const say = labTexts(language);
  const rows = study.proposals.flatMap((proposal, index) =>
    (levelsAt({ answer, estimate }, index)?.units ?? []).map((unit) => ({ proposal, unit })),
  );
  return (
    <details className="plan-table">
      <summary>{say('units')}</summary>
      <div className="compared">
        <Sheet caption={captionOf(study, estimate, say('units'), language)}>
          <thead>
            <tr>
              <th scope="col">{say('proposal')}</th>
              <th scope="col">{say('unit')}</th>
              <th scope="col" className="number">
                {say('unitAdmissions')}
              </th>
              <th scope="col" className="number">
                {say('unitThree')}
              </th>
              <th scope="col" className="number">
                {say('unitYears')}
              </th>
              <th scope="col" className="number">
                {say('measure.occupancy')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ proposal, unit: { site, admissions, withThree, years, occupancy } }) => (
              <tr key={`${proposal.from} ${site}`}>
                <td>{proposalTitle(proposal, language)}</td>
                <th scope="row">{siteName(site)}</th>
                <td className="number" data-label={say('unitAdmissions')}>
                  {valuesText('admissions-a-year', [admissions.low?.mean, admissions.high?.mean], language)}
                </td>
                <td className="number" data-label={say('unitThree')}>
                  {valuesText('unit-years-with-three', [withThree.low?.mean, withThree.high?.mean], language)}
                </td>
                <td className="number" data-label={say('unitYears')}>
                  {numberText(years[0], language)}–{numberText(years[4], language)}
                </td>
                <td className="number" data-label={say('measure.occupancy')}>
                  {valuesText('occupancy', [occupancy.low?.mean, occupancy.high?.mean], language)}
                </td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </div>
    </details>
  );
}

/** Each table of the page by a name of its own. */
function captionOf({ estimates }: Comparison, estimate: number, text: string, language: Language): string {
  const { from = 0, to = 0 } = estimates[estimate] ?? {};
  return `${text} (${spanText({ from, to }, 0, language)})`;
}
