/** How far each assumption pulls: a tornado for each of the measures that a decision hangs on, with a sentence above and a table. */
import type { JSX } from 'react';
import type { LabMeasure } from '../../domain/planning/lab/paired.ts';
import type { Sensitivity } from '../../domain/planning/lab/study.ts';
import type { Pull, SensitivityAnswer } from '../../domain/planning/lab/study-answer.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { withoutHint } from './field-names.ts';
import { assumptionFields } from './form-fields.ts';
import { differenceText, isAlike, isShare, isTooSmall, shownMeasures, valuesText } from './lab-words.ts';
import { spanText } from './plan-words.ts';
import { proposalTitle } from './proposals.ts';
import { shownSource } from './source-words.ts';
import { labTexts, scenarioTexts } from './texts.ts';
import { writtenNumber, writtenPercent } from './written.ts';

type Props = { readonly study: Sensitivity; readonly answer: SensitivityAnswer; readonly language: Language };

/** What the pictures are drawn of; the files have all. */
const drawn = ['never-admitted', 'unit-years-with-three', 'weeks-lost', 'cost-per-stay'] as const satisfies readonly LabMeasure[];
/** As wide as a telephone. */
const [width, edge, row, head] = [340, 92, 44, 26];

export function SensitivityView({ study, answer, language }: Props): JSX.Element {
  const say = labTexts(language);
  const shown = shownMeasures(answer);
  return (
    <>
      <p>{say('tornadoText')}</p>
      {drawn
        .filter((measure) => shown.includes(measure))
        .map((measure) => (
          <Tornado key={measure} study={study} answer={answer} measure={measure} language={language} />
        ))}
    </>
  );
}

type Line = { readonly pull: Pull; readonly low: number; readonly high: number; readonly width: number };

/** The widest first. `still` are those that changed nothing that can be seen in the digits that the measure is good for. */
export function linesOf(
  { pulls }: SensitivityAnswer,
  measure: LabMeasure,
  language: Language,
): { readonly moved: readonly Line[]; readonly still: readonly Line[] } {
  const lines = pulls
    .map((pull): Line => {
      const effect = pull.effects.find((one) => one.measure === measure);
      const [low, high] = [effect?.low?.mean ?? 0, effect?.high?.mean ?? 0];
      return { pull, low, high, width: Math.max(low, high, 0) - Math.min(low, high, 0) };
    })
    .toSorted((one, other) => other.width - one.width);
  const isStill = ({ pull }: Line): boolean => {
    const effect = pull.effects.find((one) => one.measure === measure);
    return [effect?.low, effect?.high].every((end) => !end || isAlike(end) || isTooSmall(differenceText(measure, end, language)));
  };
  return { moved: lines.filter((line) => !isStill(line)), still: lines.filter(isStill) };
}

type TornadoProps = Props & { readonly measure: LabMeasure };

function Tornado({ study, answer, measure, language }: TornadoProps): JSX.Element {
  const say = labTexts(language);
  const { moved, still } = linesOf(answer, measure, language);
  const base = answer.base.find((one) => one.measure === measure)?.value?.mean ?? 0;
  const [first] = moved;
  const heading = say('tornado', {
    title: proposalTitle(study.proposal, language),
    women: spanText(study.estimate, 0, language),
    measure: say(`measure.${measure}`),
  });
  const written = ({ low, high }: Line) => ({
    low: valuesText(measure, [base + Math.min(low, high, 0)], language),
    high: valuesText(measure, [base + Math.max(low, high, 0)], language),
  });
  const sentence = first ? say('tornadoSentence', { lever: leverText(first.pull, language), ...written(first) }) : say('tornadoNone');
  const bars = moved.map((line) =>
    say('tornadoBar', { lever: `${leverText(line.pull, language)} ${rangeText(line.pull)}`, ...written(line) }),
  );
  return (
    <section className="lab-tornado">
      <h2>{heading}</h2>
      <p>
        {sentence} {say('baseIs', { value: valuesText(measure, [base], language) })}.
      </p>
      {measure === 'never-admitted' && <p>{say('declined')}</p>}
      {moved.length > 0 && (
        <Picture lines={moved} base={base} measure={measure} label={`${heading}. ${bars.join('; ')}.`} language={language} />
      )}
      {still.length > 0 && moved.length > 0 && (
        <p>{say('tornadoStill', { levers: still.map(({ pull }) => `${leverText(pull, language)} (${rangeText(pull)})`).join(', ') })}</p>
      )}
      <details className="plan-table">
        <summary>{say('asTable')}</summary>
        <Twin study={study} lines={[...moved, ...still]} measure={measure} caption={heading} language={language} />
      </details>
    </section>
  );
}

type PictureProps = {
  readonly lines: readonly Line[];
  readonly base: number;
  readonly measure: LabMeasure;
  readonly label: string;
  readonly language: Language;
};

function Picture({ lines, base, measure, label, language }: PictureProps): JSX.Element {
  const least = Math.min(0, ...lines.flatMap(({ low, high }) => [low, high]));
  const most = Math.max(0, ...lines.flatMap(({ low, high }) => [low, high]));
  const span = Math.max(most - least, 1e-9);
  const [from, to] = [edge, width - edge];
  const x = (value: number): number => from + ((to - from) * (value - least)) / span;
  const height = head + row * lines.length + 6;
  return (
    <div className="plan-panel">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <defs>
          <pattern id={`spids-${measure}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 6L6 0" className="lab-hatch" />
          </pattern>
        </defs>
        <text className="plan-head" x={Math.min(Math.max(x(0), edge), width - edge)} y={16} textAnchor="middle">
          {valuesText(measure, [base], language)}
        </text>
        {lines.map(({ pull, low, high }, index) => {
          const y = head + row * index;
          const [start, end] = [Math.min(low, high, 0), Math.max(low, high, 0)];
          return (
            <g key={pull.lever}>
              <text className="plan-name" x={0} y={y + 14}>
                {leverText(pull, language)}: {rangeText(pull)}
              </text>
              {/* Beneath the name of the row, never through it. */}
              <line className="lab-base" x1={x(0)} x2={x(0)} y1={y + 18} y2={y + row - 2} />
              <rect className="plan-bar" x={Math.min(x(0), x(low))} y={y + 21} width={Math.abs(x(low) - x(0))} height={row - 26} />
              <rect className="lab-bar-high" x={Math.min(x(0), x(high))} y={y + 21} width={Math.abs(x(high) - x(0))} height={row - 26} />
              <rect
                fill={`url(#spids-${measure})`}
                x={Math.min(x(0), x(high))}
                y={y + 21}
                width={Math.abs(x(high) - x(0))}
                height={row - 26}
              />
              <text className="plan-tick" x={x(start) - 6} y={y + row - 10} textAnchor="end">
                {start < 0 ? valuesText(measure, [base + start], language) : ''}
              </text>
              <text className="plan-tick" x={x(end) + 6} y={y + row - 10}>
                {end > 0 ? valuesText(measure, [base + end], language) : ''}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

type TwinProps = Pick<Props, 'study' | 'language'> & {
  readonly lines: readonly Line[];
  readonly measure: LabMeasure;
  readonly caption: string;
};

function Twin({ study, lines, measure, caption, language }: TwinProps): JSX.Element {
  const say = labTexts(language);
  return (
    <div className="compared">
      <Sheet caption={caption}>
        <thead>
          <tr>
            <th scope="col">{scenarioTexts(language)('what')}</th>
            <th scope="col" className="number">
              {say('ends')}
            </th>
            <th scope="col">{scenarioTexts(language)('source')}</th>
            <th scope="col" className="number">
              {say('atLow')}
              {isShare(measure) ? ' (%-point)' : ''}
            </th>
            <th scope="col" className="number">
              {say('atHigh')}
              {isShare(measure) ? ' (%-point)' : ''}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ pull }) => {
            const effect = pull.effects.find((one) => one.measure === measure);
            return (
              <tr key={pull.lever}>
                <th scope="row">{leverText(pull, language)}</th>
                <td className="number" data-label={say('ends')}>
                  {rangeText(pull)}
                </td>
                <td data-label={scenarioTexts(language)('source')}>{sourceOf(study, pull, language)}</td>
                <td className="number" data-label={say('atLow')}>
                  {differenceText(measure, effect?.low ?? null, language)}
                </td>
                <td className="number" data-label={say('atHigh')}>
                  {differenceText(measure, effect?.high ?? null, language)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Sheet>
    </div>
  );
}

/** Where the range comes from, or the word «antagelse». The ends of the women a year are the estimate's. */
export function sourceOf({ proposal, estimate }: Sensitivity, { lever }: Pull, language: Language): string {
  if (lever === 'arrivalsPerYear') return shownSource(estimate.source, language);
  return shownSource(proposal.scenario.basis?.[lever]?.source, language);
}

/** The assumption in a few words, without the hints of the form. */
export function leverText({ lever }: Pick<Pull, 'lever'>, language: Language): string {
  if (lever === 'arrivalsPerYear') return labTexts(language)('estimate');
  const field = assumptionFields.find((one) => one.lever === lever);
  return field ? withoutHint(scenarioTexts(language)(`field.${field.word}`)) : lever;
}

export function rangeText({ lever, range }: { readonly lever: Pull['lever']; readonly range: readonly number[] }): string {
  const field = assumptionFields.find((one) => one.lever === lever);
  const written = field?.range === 'percent' ? writtenPercent : writtenNumber;
  return `${range.map(written).join('–')}${field?.range === 'percent' ? ' %' : ''}`;
}
