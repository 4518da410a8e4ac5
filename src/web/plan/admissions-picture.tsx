/** Admissions of each unit in single years against three: a panel for each estimate, all on one scale, so that three stands in the same place in each. */
import type { JSX } from 'react';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { partAnchors } from './plan-part.tsx';
import { needWords } from './need-words.ts';
import { estimateText, middleText, percentText, rangeText, spanText } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';
import { siteName } from './site-name.ts';
import { planTexts } from './texts.ts';

type Props = { readonly answers: readonly ShownNeed[]; readonly language: Language };

/** A panel is as wide as a telephone, so that its letters are as large there as on a desk. */
const [width, left, right, row, head, foot] = [340, 104, 14, 26, 24, 26];
const criterion = 3;

export function AdmissionsPicture({ answers, language }: Props): JSX.Element | null {
  const say = planTexts(language);
  if (answers.every(({ units }) => units.length === 0)) return null;
  const most = mostAdmitted(answers);
  return (
    <section className="plan-admissions">
      <h2 id={partAnchors.admissions} className="plan-anchor">
        {say('admissionsPicture')}
      </h2>
      <p>{say('admissionsPictureText')}</p>
      <div className="plan-panels">
        {answers.map((answer) => (
          <Panel key={answer.key} answer={answer} most={most} language={language} />
        ))}
      </div>
      <details className="plan-table">
        <summary>{say('asTable')}</summary>
        <Twin answers={answers} language={language} />
      </details>
    </section>
  );
}

/** The end of the scale that all panels share: the most that any unit has in nineteen years of twenty at the highest number of any estimate. */
export function mostAdmitted(answers: readonly ShownNeed[]): number {
  return Math.max(criterion + 1, ...answers.flatMap(({ units }) => units.map(({ outer }) => outer.to)));
}

/** A tenth is told; the ends of nine years of ten can lie between two numbers. */
function toTenth(value: number): number {
  return Number(value.toFixed(1));
}

type PanelProps = { readonly answer: ShownNeed; readonly most: number; readonly language: Language };

function Panel({ answer, most, language }: PanelProps): JSX.Element {
  const say = planTexts(language);
  const { units } = answer;
  const women = estimateText(answer, language);
  const at = (value: number): number => left + ((width - left - right) * value) / most;
  const bottom = head + row * units.length;
  const step = most <= 8 ? 1 : most <= 25 ? 5 : 10;
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
  const said = units.map(({ site, years: [low, middle, high], outer }) =>
    say('panel.unit', {
      name: siteName(site),
      low: toTenth(low),
      middle: toTenth(middle),
      high: toTenth(high),
      least: toTenth(outer.from),
      most: toTenth(outer.to),
    }),
  );
  return (
    <figure className="plan-panel">
      <figcaption>{needWords(language)('withMiddle', { women, middle: middleText(answer, language) })}</figcaption>
      <svg viewBox={`0 0 ${width} ${bottom + foot}`} role="img" aria-label={say('panel.text', { women, units: said.join('; ') })}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="plan-grid" x1={at(tick)} x2={at(tick)} y1={head} y2={bottom} />
            <text className="plan-tick" x={at(tick)} y={bottom + 18} textAnchor="middle">
              {numberText(tick, language)}
            </text>
          </g>
        ))}
        <line className="plan-criterion" x1={at(criterion)} x2={at(criterion)} y1={head - 4} y2={bottom} />
        <text className="plan-criterion-name" x={at(criterion)} y={head - 8} textAnchor="middle">
          {say('three')}
        </text>
        {units.map(({ site, years: [low, middle, high], outer }, index) => {
          const y = head + row * (index + 0.5);
          return (
            <g key={site}>
              <text className="plan-name" x={left - 10} y={y + 4} textAnchor="end">
                {siteName(site)}
              </text>
              <line className="plan-outer" x1={at(outer.from)} x2={at(outer.to)} y1={y} y2={y} />
              <line className="plan-years" x1={at(low)} x2={at(high)} y1={y} y2={y} />
              <line className="plan-end" x1={at(low)} x2={at(low)} y1={y - 5} y2={y + 5} />
              <line className="plan-end" x1={at(high)} x2={at(high)} y1={y - 5} y2={y + 5} />
              <circle className="plan-dot" cx={at(middle)} cy={y} r={5} />
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function Twin({ answers, language }: Props): JSX.Element {
  const say = planTexts(language);
  return (
    <Sheet caption={say('admissionsPicture')}>
      <thead>
        <tr>
          <th scope="col">{say('estimate')}</th>
          <th scope="col">{say('unit')}</th>
          {(['outerLow', 'low', 'middle', 'high', 'outerHigh', 'mean', 'withThree'] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answers.flatMap((answer) =>
          answer.units.map(({ site, years, outer, mean, withThree }) => (
            <tr key={`${answer.key} ${site}`}>
              <td>{say('women', { women: estimateText(answer, language) })}</td>
              <th scope="row">{siteName(site)}</th>
              {[outer.from, ...years, outer.to].map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is known by its column
                <td key={index} className="number">
                  {numberText(toTenth(value), language)}
                </td>
              ))}
              <td className="number">{rangeText(mean, (span) => spanText(span, 1, language), language)}</td>
              <td className="number">{rangeText(withThree, (span) => percentText(span, language), language)}</td>
            </tr>
          )),
        )}
      </tbody>
    </Sheet>
  );
}
