/** Admissions of each unit in single years against three: a panel for each estimate, each with its own scale. */
import type { JSX } from 'react';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { estimateText, percentText, spanText } from './plan-words.ts';
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
  return (
    <section className="plan-admissions">
      <h2>{say('admissionsPicture')}</h2>
      <p>{say('admissionsPictureText')}</p>
      <div className="plan-panels">
        {answers.map((answer) => (
          <Panel key={answer.key} answer={answer} language={language} />
        ))}
      </div>
      <details className="plan-table">
        <summary>{say('asTable')}</summary>
        <Twin answers={answers} language={language} />
      </details>
    </section>
  );
}

/** A tenth is told; the ends of nine years of ten can lie between two numbers. */
function toTenth(value: number): number {
  return Number(value.toFixed(1));
}

type PanelProps = { readonly answer: ShownNeed; readonly language: Language };

function Panel({ answer, language }: PanelProps): JSX.Element {
  const say = planTexts(language);
  const { units } = answer;
  const women = estimateText(answer, language);
  const most = Math.max(criterion + 1, ...units.map(({ years }) => years[2]));
  const at = (value: number): number => left + ((width - left - right) * value) / most;
  const bottom = head + row * units.length;
  const step = most <= 8 ? 1 : most <= 25 ? 5 : 10;
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
  const said = units.map(({ site, years: [low, middle, high] }) =>
    say('panel.unit', { name: siteName(site), low: toTenth(low), middle: toTenth(middle), high: toTenth(high) }),
  );
  return (
    <figure className="plan-panel">
      <figcaption>{say('women', { women })}</figcaption>
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
        {units.map(({ site, years: [low, middle, high] }, index) => {
          const y = head + row * (index + 0.5);
          return (
            <g key={site}>
              <text className="plan-name" x={left - 10} y={y + 4} textAnchor="end">
                {siteName(site)}
              </text>
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
          {(['low', 'middle', 'high', 'mean', 'withThree'] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answers.flatMap((answer) =>
          answer.units.map(({ site, years, mean, withThree }) => (
            <tr key={`${answer.key} ${site}`}>
              <td>{say('women', { women: estimateText(answer, language) })}</td>
              <th scope="row">{siteName(site)}</th>
              {years.map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is known by its column
                <td key={index} className="number">
                  {numberText(toTenth(value), language)}
                </td>
              ))}
              <td className="number">{spanText(mean, 1, language)}</td>
              <td className="number">{percentText(withThree, language)}</td>
            </tr>
          )),
        )}
      </tbody>
    </Sheet>
  );
}
