/** Admissions year by year as fans: a panel for each proposal, a fan for each estimate, all of them on one scale, since they are held against each other. */
import type { JSX } from 'react';
import type { Comparison } from '../../domain/planning/lab/study.ts';
import type { ComparisonAnswer, FanYear } from '../../domain/planning/lab/study-answer.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { spanText } from './plan-words.ts';
import { proposalTitle } from './proposals.ts';
import { statedName } from './shown-need.ts';
import { labTexts } from './texts.ts';

type Props = { readonly study: Comparison; readonly answer: ComparisonAnswer; readonly language: Language };

const [width, height, left, right, top, bottom] = [300, 170, 34, 10, 26, 24];

export function FanPictures({ study, answer, language }: Props): JSX.Element | null {
  const say = labTexts(language);
  const withUnits = study.proposals.flatMap((proposal, index) => (proposal.scenario.sites.length > 0 ? [{ proposal, index }] : []));
  if (withUnits.length === 0) return null;
  const scaleEnd = scaleEndOf(answer);
  return (
    <section>
      <h2>{say('fan')}</h2>
      <p>{say('fanText')}</p>
      {withUnits.map(({ proposal, index }) => {
        const title = proposalTitle(proposal, language);
        const last = study.estimates.length - 1;
        const { from = 0, to = 0 } = study.estimates[last] ?? {};
        const end = answer.proposals[index]?.[last]?.fan.at(-1);
        return (
          <section key={proposal.from} aria-label={`${say('fan')}: ${title}`}>
            <h3>{title}</h3>
            {end && (
              <p>
                {say('fanSentence', {
                  title,
                  years: proposal.scenario.years,
                  women: spanText({ from, to }, 0, language),
                  low: numberText(Math.round(end[0]), language),
                  high: numberText(Math.round(end[4]), language),
                })}
              </p>
            )}
            <div className="lab-fans">
              {study.estimates.map((stated, estimate) => (
                <Fan
                  key={`${stated.name} ${stated.from}`}
                  heading={say('women', { women: spanText(stated, 0, language) })}
                  years={answer.proposals[index]?.[estimate]?.fan ?? []}
                  name={`${title}, ${statedName(stated, language)}`}
                  scaleEnd={scaleEnd}
                  language={language}
                />
              ))}
            </div>
            <details className="plan-table">
              <summary>{say('asTable')}</summary>
              <Twin study={study} answer={answer} index={index} title={title} language={language} />
            </details>
          </section>
        );
      })}
    </section>
  );
}

/** The top of the scale: what any proposal reaches under any estimate. */
function scaleEndOf({ proposals }: ComparisonAnswer): number {
  return Math.max(4, ...proposals.flatMap((estimates) => estimates.flatMap(({ fan }) => fan.map((year) => year[4]))));
}

type FanProps = {
  readonly heading: string;
  readonly years: readonly FanYear[];
  readonly name: string;
  readonly scaleEnd: number;
  readonly language: Language;
};

function Fan({ heading, years, name, scaleEnd, language }: FanProps): JSX.Element {
  const say = labTexts(language);
  const x = (index: number): number => left + ((width - left - right) * (index + 0.5)) / Math.max(1, years.length);
  const y = (value: number): number => height - bottom - ((height - top - bottom) * value) / scaleEnd;
  const band = (low: 0 | 1, high: 3 | 4): string =>
    `M${years.map((year, index) => `${x(index)} ${y(year[high])}`).join('L')}L${years
      .map((year, index) => `${x(index)} ${y(year[low])}`)
      .toReversed()
      .join('L')}Z`;
  const step = scaleEnd <= 10 ? 2 : scaleEnd <= 30 ? 10 : scaleEnd <= 80 ? 20 : 40;
  return (
    <figure className="lab-fan">
      <figcaption>{heading}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${say('fan')}, ${name}. ${say('asTable')}.`}>
        {Array.from({ length: Math.floor(scaleEnd / step) + 1 }, (_, index) => index * step).map((tick) => (
          <g key={tick}>
            <line className="plan-grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text className="plan-tick" x={left - 6} y={y(tick) + 4} textAnchor="end">
              {numberText(tick, language)}
            </text>
          </g>
        ))}
        {years.length > 0 && (
          <>
            <path className="lab-fan-wide" d={band(0, 4)} />
            <path className="lab-fan-half" d={band(1, 3)} />
            <path className="lab-fan-middle" d={`M${years.map((year, index) => `${x(index)} ${y(year[2])}`).join('L')}`} />
          </>
        )}
        {years.map((_, index) =>
          years.length <= 12 || index % 5 === 4 ? (
            // oxlint-disable-next-line react/no-array-index-key -- a year is known by its number
            <text key={index} className="plan-tick" x={x(index)} y={height - 8} textAnchor="middle">
              {index + 1}
            </text>
          ) : null,
        )}
      </svg>
    </figure>
  );
}

type TwinProps = Props & { readonly index: number; readonly title: string };

function Twin({ study, answer, index, title, language }: TwinProps): JSX.Element {
  const say = labTexts(language);
  return (
    <Sheet caption={`${say('fan')}: ${title}`}>
      <thead>
        <tr>
          <th scope="col">{say('estimate')}</th>
          <th scope="col">{say('year', { year: '' }).trim()}</th>
          {(['low', 'quarter', 'middle', 'threeQuarters', 'high'] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {study.estimates.flatMap(({ name, from, to }, estimate) =>
          (answer.proposals[index]?.[estimate]?.fan ?? []).map((year, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a year is known by its number
            <tr key={`${name} ${at}`}>
              <td>{say('women', { women: spanText({ from, to }, 0, language) })}</td>
              <th scope="row">{say('year', { year: at + 1 })}</th>
              {[0, 1, 2, 3, 4].map((of) => (
                <td key={of} className="number">
                  {numberText(Number((year[of] ?? 0).toFixed(1)), language)}
                </td>
              ))}
            </tr>
          )),
        )}
      </tbody>
    </Sheet>
  );
}
