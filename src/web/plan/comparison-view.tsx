/** Proposals beside each other under each estimate of need: sentences, levels, differences, units, what chance does; then years and maps. */
import type { JSX } from 'react';
import type { LabMeasure } from '../../domain/planning/lab/paired.ts';
import type { Comparison } from '../../domain/planning/lab/study.ts';
import type { ComparisonAnswer, EstimateLevels } from '../../domain/planning/lab/study-answer.ts';
import { unitsCarried } from '../../domain/planning/proposals/carried-units.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { FanPictures } from './fan-picture.tsx';
import {
  differenceText,
  isShare,
  isTooSmall,
  levelOf,
  isAlike,
  leaders,
  levelText,
  mayBeNought,
  shownMeasures,
  valuesText,
} from './lab-words.ts';
import { spanText } from './plan-words.ts';
import { proposalTitle } from './proposals.ts';
import { siteName } from './site-name.ts';
import { SiteMaps } from './site-map.tsx';
import { labTexts } from './texts.ts';

type Props = { readonly study: Comparison; readonly answer: ComparisonAnswer; readonly language: Language };
type One = Props & { readonly estimate: number };

/** Below this share nearly all are said to come in. */
const nearlyNobody = 0.01;
/** Above this share of the years, all proposals are said to reach three. */
const nearlyAlways = 0.99;

export function ComparisonView({ study, answer, language }: Props): JSX.Element {
  const say = labTexts(language);
  return (
    <>
      {study.proposals
        .filter(({ scenario }) => scenario.sites.length === 0)
        .map((proposal) => (
          <p key={proposal.from}>{say('noUnits', { title: proposalTitle(proposal, language) })}</p>
        ))}
      {study.estimates.map(({ name, from, to, source }, estimate) => (
        <section key={`${name} ${from} ${to}`} className="lab-estimate">
          <h2>{say('women', { women: spanText({ from, to }, 0, language) })}</h2>
          <p className="quiet">{source}</p>
          <Sentences study={study} answer={answer} estimate={estimate} language={language} />
          <Levels study={study} answer={answer} estimate={estimate} language={language} />
          {study.proposals.length > 1 && <Differences study={study} answer={answer} estimate={estimate} language={language} />}
          <Chance study={study} answer={answer} estimate={estimate} language={language} />
          <Units study={study} answer={answer} estimate={estimate} language={language} />
        </section>
      ))}
      {!shownMeasures(answer).includes('cost-a-year') && <p className="quiet">{say('noCosts')}</p>}
      <p className="quiet">{say('carriesText')}</p>
      <FanPictures study={study} answer={answer} language={language} />
      <SiteMaps proposals={study.proposals} language={language} />
      <p className="quiet">{say('shown')}</p>
    </>
  );
}

function levelsAt({ answer, estimate }: Pick<One, 'answer' | 'estimate'>, proposal: number): EstimateLevels | undefined {
  return answer.proposals[proposal]?.[estimate];
}

/** The two measures of the table that a decision hangs on, by the table's names: the best is named as surely as the table's differences tell. */
function Sentences({ study, answer, estimate, language }: One): JSX.Element {
  const say = labTexts(language);
  const { from = 0, to = 0 } = study.estimates[estimate] ?? {};
  const women = spanText({ from, to }, 0, language);
  const titleOf = (index: number): string => proposalTitle(study.proposals[index] ?? { title: '', from: '' }, language);
  const measured = (measure: LabMeasure, sign: 1 | -1): Measured => {
    const differences = study.proposals.slice(1).map((_, index) => {
      const found = answer.differences[index]?.[estimate]?.find((one) => one.measure === measure)?.at.middle ?? null;
      // What the table calls too small to matter does not make a proposal the best.
      return found && isTooSmall(differenceText(measure, found, language)) ? { mean: 0, interval: [0, 0] as const } : found;
    });
    const numbers = study.proposals.flatMap((_, index) => {
      const levels = levelsAt({ answer, estimate }, index);
      const level = levels && levelOf(levels, measure);
      const mean = level?.at.middle?.mean;
      return level && mean !== undefined ? [{ index, mean, text: `«${titleOf(index)}» (${levelText(level, language)})` }] : [];
    });
    return { numbers, first: leaders(differences, sign) };
  };
  const best = ({ numbers, first }: Measured, of: 'three' | 'never'): string => {
    const named = numbers.length === 1 ? numbers : numbers.filter(({ index }) => first.includes(index));
    const titles = new Intl.ListFormat(language, { type: 'conjunction' }).format(named.map(({ text }) => text));
    if (numbers.length === 0) return say('sentence.noUnits', { women });
    if (numbers.length === 1) return say(`sentence.${of}.only`, { women, titles });
    if (numbers[0]?.index !== 0) return say('sentence.noBase', { women, base: titleOf(0) });
    if (named.length === numbers.length) return say(`sentence.${of}.open`, { women });
    return say(`sentence.${of}.best`, { women, titles, count: named.length });
  };
  const three = measured('unit-years-with-three', 1);
  const never = measured('never-admitted', -1);
  const allReach = three.numbers.length > 1 && three.numbers.every(({ mean }) => mean > nearlyAlways);
  const allComeIn = never.numbers.every(({ mean }) => mean < nearlyNobody);
  return (
    <p className="say">
      {allReach ? say('sentence.allReach', { women }) : best(three, 'three')} {allComeIn ? say('sentence.alike') : best(never, 'never')}{' '}
      {carriedText(study, { from, to }, language)}
    </p>
  );
}

/** The proposals that have a measure, as they are written, and those that none is surely ahead of, by their place among all. */
type Measured = {
  readonly numbers: readonly { readonly index: number; readonly mean: number; readonly text: string }[];
  readonly first: readonly number[];
};

/** One number where all proposals reckon alike; where the share who accept or the variation between years differ, one for each. */
function carriedText({ proposals }: Comparison, need: { readonly from: number; readonly to: number }, language: Language): string {
  const say = labTexts(language);
  const each = proposals.map((proposal) => ({
    title: proposalTitle(proposal, language),
    units: spanText(unitsCarried(need, proposal.scenario), 0, language),
  }));
  const [first] = each;
  if (each.every(({ units }) => units === first?.units)) return `${say('carries')}: ${first?.units ?? '–'}.`;
  return `${say('carries')}: ${each.map(({ title, units }) => `${units} («${title}»)`).join(', ')}. ${say('carriesWhy')}`;
}

function Levels({ study, answer, estimate, language }: One): JSX.Element {
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

function Differences({ study, answer, estimate, language }: One): JSX.Element {
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

function Chance({ study, answer, estimate, language }: One): JSX.Element {
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

function Units({ study, answer, estimate, language }: One): JSX.Element {
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
