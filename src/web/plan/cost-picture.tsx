/** What each pathway has cost until each age: a line for each, told apart by colour and by dashes, with its name at its end. */
import type { JSX } from 'react';
import { accumulated, type PathwayCost, type PathwayCostTable } from '../../domain/planning/costs/pathway-costs.ts';
import type { Language } from '../ui/language.ts';
import { oldestOf } from './cost-comparison.tsx';
import { ageText, amountText } from './cost-words.ts';
import { costsTexts } from './texts.ts';

type Props = { readonly table: PathwayCostTable; readonly pathways: readonly PathwayCost[]; readonly language: Language };

const [width, height, left, right, top, bottom] = [720, 320, 100, 170, 16, 44];
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
  const heights = apart(shown.map(({ presentValue }) => y(presentValue)));
  return (
    <section>
      <h2>{say('picture')}</h2>
      <p>{say('pictureText', { currency })}</p>
      <section className="plan-picture" tabIndex={0} aria-label={say('picture')}>
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
            <g key={pathway}>
              <polyline
                className={`cost-line cost-line-${index + 1}`}
                points={curve.map(({ age, presentValue }) => `${x(age).toFixed(1)},${y(presentValue).toFixed(1)}`).join(' ')}
              />
              <line
                className={`cost-line cost-line-${index + 1}`}
                x1={width - right + 6}
                x2={width - right + 30}
                y1={heights[index]}
                y2={heights[index]}
              />
              <text x={width - right + 36} y={(heights[index] ?? 0) + 4}>
                {shortened(pathway)}
              </text>
            </g>
          ))}
        </svg>
      </section>
    </section>
  );
}

/** The least of 1, 2 and 5 times a power of ten that is not below it. */
function stepFor(wanted: number): number {
  if (!(wanted > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5, 10].find((times) => times * power >= wanted * (1 - 1e-9)) ?? 10) * power;
}

/** Heights of names, moved so far that none stands over another. */
function apart(heights: readonly number[]): readonly number[] {
  const moved = [...heights];
  let before = -Infinity;
  for (const [index] of [...heights.entries()].toSorted(([, one], [, other]) => one - other)) {
    const at = Math.max(heights[index] ?? 0, before + 18);
    moved[index] = at;
    before = at;
  }
  // What went below the picture is moved up again, together.
  const over = Math.max(0, Math.max(...moved) - (height - bottom));
  return moved.map((at) => at - over);
}

function shortened(name: string): string {
  return name.length > 20 ? `${name.slice(0, 19)}…` : name;
}
