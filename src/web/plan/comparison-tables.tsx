/** The tables of a comparison under one estimate: levels, differences, what chance does, and the units. */
import type { JSX } from 'react';
import type { Comparison } from '../../domain/planning/lab/study.ts';
import type { ComparisonAnswer, EstimateLevels } from '../../domain/planning/lab/study-answer.ts';
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
      <div className="compared">
        <Sheet caption={captionOf(study, estimate, say('levels'), language)}>
          <Heads study={study} language={language} />
          <tbody>
            {shownMeasures(answer).map((measure) => (
              <tr key={measure}>
                <th scope="row">{say(`measure.${measure}`)}</th>
                {study.proposals.map((proposal, index) => {
                  const levels = levelsAt({ answer, estimate }, index);
                  const level = levels && levelOf(levels, measure);
                  return (
                    <td key={proposal.from} className="number" data-label={proposalTitle(proposal, language)}>
                      {level ? levelText(level, language) : '–'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Sheet>
      </div>
      <p className="quiet">{say('levelsText')}</p>
    </>
  );
}

export function Differences({ study, answer, estimate, language }: UnderEstimate): JSX.Element {
  const say = labTexts(language);
  const [base, ...others] = study.proposals;
  return (
    <>
      <div className="compared">
        <Sheet caption={captionOf(study, estimate, say('differences', { base: base ? proposalTitle(base, language) : '' }), language)}>
          <Heads study={{ ...study, proposals: others }} language={language} />
          <tbody>
            {shownMeasures(answer).map((measure) => (
              <tr key={measure}>
                <th scope="row">
                  {say(`measure.${measure}`)}
                  {isShare(measure) ? ' (%-point)' : ''}
                </th>
                {others.map((proposal, index) => {
                  const at = answer.differences[index]?.[estimate]?.find((one) => one.measure === measure)?.at.middle ?? null;
                  const text = differenceText(measure, at, language);
                  const sure = isTooSmall(text) ? 'differenceSmall' : 'differenceSure';
                  return (
                    <td key={proposal.from} className="number" data-label={proposalTitle(proposal, language)}>
                      {text}
                      {at && !isAlike(at) && <span className="quiet sure"> {say(mayBeNought(at) ? 'differenceUnsure' : sure)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Sheet>
      </div>
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
      <div className="compared">
        <Sheet caption={captionOf(study, estimate, say('chance'), language)}>
          <Heads study={study} language={language} />
          <tbody>
            {shownMeasures(answer).map((measure) => (
              <tr key={measure}>
                <th scope="row">{say(`measure.${measure}`)}</th>
                {study.proposals.map((proposal, index) => {
                  const levels = levelsAt({ answer, estimate }, index);
                  const chance = levels && levelOf(levels, measure)?.chance;
                  return (
                    <td key={proposal.from} className="number" data-label={proposalTitle(proposal, language)}>
                      {chance ? valuesText(measure, [chance[0], chance[2]], language) : '–'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Sheet>
      </div>
    </details>
  );
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

function Heads({ study, language }: { readonly study: Pick<Comparison, 'proposals'>; readonly language: Language }): JSX.Element {
  return (
    <thead>
      <tr>
        <th scope="col">{labTexts(language)('measure')}</th>
        {study.proposals.map((proposal) => (
          <th key={proposal.from} scope="col" className="number">
            {proposalTitle(proposal, language)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
