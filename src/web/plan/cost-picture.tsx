/** What each pathway has cost until each age: a line for each, told apart by colour and by dashes, with a list of which is which. */
import type { JSX } from 'react';
import { accumulated, type PathwayCost, type PathwayCostTable } from '../../domain/planning/costs/pathway-costs.ts';
import type { Language } from '../ui/language.ts';
import { oldestOf } from './cost-comparison.tsx';
import { ageText, amountText } from './cost-words.ts';
import { costsTexts } from './texts.ts';

type Props = { readonly table: PathwayCostTable; readonly pathways: readonly PathwayCost[]; readonly language: Language };

/** As wide as a telephone, so that its letters are as large there as on a desk. */
const [width, height, left, right, top, bottom] = [360, 250, 76, 12, 12, 44];
/** Lines that can be told apart; the table beside has them all. */
const mostLines = 6;

export function CostPicture({ table, pathways, language }: Props): JSX.Element {
  const say = costsTexts(language);
  const { currency } = table;
  const shown = pathways
    .slice(0, mostLines)
    .map(({ pathway, presentValue }) => ({ pathway, presentValue, curve: accumulated(table, pathway) }));
  const [youngest, oldest] = [table.lines.reduce((least, { from }) => Math.min(least, from), Infinity), oldestOf(table)];
  const values = shown.flatMap(({ curve }) => curve.map(({ presentValue }) => presentValue));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = stepFor((most - least) / 4);
  const [low, high] = [Math.floor(least / step) * step, Math.max(Math.ceil(most / step), Math.floor(least / step) + 1) * step];
  const x = (age: number): number => left + ((width - left - right) * (age - youngest)) / (oldest - youngest);
  const y = (value: number): number => top + ((height - top - bottom) * (high - value)) / (high - low);
  const marks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  const ageStep = stepFor((oldest - youngest) / 6);
  const ages = Array.from({ length: 12 }, (_, index) => Math.ceil(youngest / ageStep) * ageStep + index * ageStep).filter(
    (age) => age <= oldest + 1e-9,
  );
  const sentences = shown.map(({ pathway, presentValue }) =>
    say('pictureOne', { pathway, value: amountText(presentValue, language), currency, end: ageText(oldest, language) }),
  );
  return (
    <section>
      <h2>{say('picture')}</h2>
      <p>{say('pictureText', { currency })}</p>
      <div className="plan-panel cost-panel">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={[`${say('picture')}.`, say('pictureText', { currency }), ...sentences].join(' ')}
        >
          {marks.map((mark) => (
            <g key={mark}>
              <line className="plan-grid" x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} />
              <text x={left - 8} y={y(mark) + 4} textAnchor="end">
                {amountText(mark, language)}
              </text>
            </g>
          ))}
          {ages.map((age) => (
            <text key={age} x={x(age)} y={height - bottom + 18} textAnchor="middle">
              {amountText(age, language)}
            </text>
          ))}
          <text x={(left + width - right) / 2} y={height - 6} textAnchor="middle">
            {say('axis')}
          </text>
          {shown.map(({ pathway, curve }, index) => (
            <polyline
              key={pathway}
              className={`cost-line cost-line-${index + 1}`}
              points={curve.map(({ age, presentValue }) => `${x(age).toFixed(1)},${y(presentValue).toFixed(1)}`).join(' ')}
            />
          ))}
        </svg>
        <ul className="bare cost-names">
          {shown.map(({ pathway }, index) => (
            <li key={pathway}>
              <svg viewBox="0 0 36 12" aria-hidden="true">
                <line className={`cost-line cost-line-${index + 1}`} x1={0} x2={36} y1={6} y2={6} />
              </svg>
              {sentences[index]}
            </li>
          ))}
        </ul>
      </div>
      {pathways.length > shown.length && <p className="quiet">{say('pictureMost', { most: mostLines })}</p>}
    </section>
  );
}

/** The least of 1, 2 and 5 times a power of ten that is not below it. */
function stepFor(wanted: number): number {
  if (!(wanted > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5, 10].find((times) => times * power >= wanted * (1 - 1e-9)) ?? 10) * power;
}
