/** How far each assumption pulls: a tornado for each of the measures that a decision hangs on, with a sentence above and a table. */
import type { JSX } from 'react';
import type { LabMeasure } from '../../domain/planning/lab/paired.ts';
import type { Sensitivity } from '../../domain/planning/lab/study.ts';
import type { Pull, SensitivityAnswer } from '../../domain/planning/lab/study-answer.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { assumptionFields } from './form-fields.ts';
import { differenceText, isShare, shownMeasures, valuesText } from './lab-words.ts';
import { labTexts, scenarioTexts } from './texts.ts';
import { writtenNumber, writtenPercent } from './written.ts';

type Props = { readonly study: Sensitivity; readonly answer: SensitivityAnswer; readonly language: Language };

/** What the pictures are drawn of; the table has all. */
const drawn = ['never-admitted', 'unit-years-with-three', 'weeks-lost', 'cost-per-stay'] as const satisfies readonly LabMeasure[];
const [width, edge, row, head] = [440, 62, 42, 26];

export function SensitivityView({ answer, language }: Props): JSX.Element {
  const say = labTexts(language);
  const shown = shownMeasures(answer);
  return (
    <>
      <p>{say('tornadoText')}</p>
      {drawn
        .filter((measure) => shown.includes(measure))
        .map((measure) => (
          <Tornado key={measure} answer={answer} measure={measure} language={language} />
        ))}
    </>
  );
}

type Line = { readonly pull: Pull; readonly low: number; readonly high: number; readonly width: number };

function linesOf({ pulls }: SensitivityAnswer, measure: LabMeasure): readonly Line[] {
  return pulls
    .map((pull): Line => {
      const effect = pull.effects.find((one) => one.measure === measure);
      const [low, high] = [effect?.low?.mean ?? 0, effect?.high?.mean ?? 0];
      return { pull, low, high, width: Math.max(low, high, 0) - Math.min(low, high, 0) };
    })
    .toSorted((one, other) => other.width - one.width);
}

function Tornado({ answer, measure, language }: Pick<Props, 'answer' | 'language'> & { readonly measure: LabMeasure }): JSX.Element {
  const say = labTexts(language);
  const lines = linesOf(answer, measure);
  const base = answer.base.find((one) => one.measure === measure)?.value?.mean ?? 0;
  const [first] = lines;
  const heading = say('tornado', { measure: say(`measure.${measure}`) });
  const sentence =
    first && first.width > 0
      ? say('tornadoSentence', {
          lever: leverText(first.pull, language),
          low: valuesText(measure, [base + Math.min(first.low, first.high, 0)], language),
          high: valuesText(measure, [base + Math.max(first.low, first.high, 0)], language),
        })
      : say('tornadoNone');
  return (
    <section>
      <h2>{heading}</h2>
      <p>
        {sentence} {say('baseIs', { value: valuesText(measure, [base], language) })}.
      </p>
      <Picture lines={lines} base={base} measure={measure} label={`${heading} ${sentence}`} language={language} />
      <details className="plan-table">
        <summary>{say('asTable')}</summary>
        <Twin lines={lines} measure={measure} caption={heading} language={language} />
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
    <section className="plan-picture lab-tornado">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <defs>
          <pattern id={`spids-${measure}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 6L6 0" className="lab-hatch" />
          </pattern>
        </defs>
        <line className="lab-base" x1={x(0)} x2={x(0)} y1={head - 4} y2={height - 4} />
        <text className="plan-head" x={x(0)} y={16} textAnchor="middle">
          {valuesText(measure, [base], language)}
        </text>
        {lines.map(({ pull, low, high }, index) => {
          const y = head + row * index;
          const [start, end] = [Math.min(low, high, 0), Math.max(low, high, 0)];
          return (
            <g key={pull.lever}>
              <text className="plan-name" x={0} y={y + 14}>
                {leverText(pull, language)}
              </text>
              <rect className="plan-bar" x={Math.min(x(0), x(low))} y={y + 20} width={Math.abs(x(low) - x(0))} height={row - 24} />
              <rect className="lab-bar-high" x={Math.min(x(0), x(high))} y={y + 20} width={Math.abs(x(high) - x(0))} height={row - 24} />
              <rect
                fill={`url(#spids-${measure})`}
                x={Math.min(x(0), x(high))}
                y={y + 20}
                width={Math.abs(x(high) - x(0))}
                height={row - 24}
              />
              <text className="plan-tick" x={x(start) - 6} y={y + row - 8} textAnchor="end">
                {start < 0 ? valuesText(measure, [base + start], language) : ''}
              </text>
              <text className="plan-tick" x={x(end) + 6} y={y + row - 8}>
                {end > 0 ? valuesText(measure, [base + end], language) : ''}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}

type TwinProps = { readonly lines: readonly Line[]; readonly measure: LabMeasure; readonly caption: string; readonly language: Language };

function Twin({ lines, measure, caption, language }: TwinProps): JSX.Element {
  const say = labTexts(language);
  return (
    <Sheet caption={caption}>
      <thead>
        <tr>
          <th scope="col">{scenarioTexts(language)('what')}</th>
          <th scope="col" className="number">
            {say('ends')}
          </th>
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
              <td className="number">{rangeText(pull)}</td>
              <td className="number">{differenceText(measure, effect?.low ?? null, language)}</td>
              <td className="number">{differenceText(measure, effect?.high ?? null, language)}</td>
            </tr>
          );
        })}
      </tbody>
    </Sheet>
  );
}

/** The assumption in a few words, without the hints of the form. */
export function leverText({ lever }: Pick<Pull, 'lever'>, language: Language): string {
  if (lever === 'arrivalsPerYear') return labTexts(language)('estimate');
  const field = assumptionFields.find((one) => one.lever === lever);
  return field ? scenarioTexts(language)(`field.${field.word}`).replace(/;.*$| \(.*\)$/, '') : lever;
}

function rangeText({ lever, range }: Pull): string {
  const field = assumptionFields.find((one) => one.lever === lever);
  const written = field?.range === 'percent' ? writtenPercent : writtenNumber;
  return `${range.map(written).join('–')}${field?.range === 'percent' ? ' %' : ''}`;
}
