/** The gap between two numbers as a picture with its table: step by step from the larger to the smaller, and what no reason explains. */
import type { JSX } from 'react';
import type { EstimateComparison } from '../../domain/numbers/comparison.ts';
import { type Gap, middleOf } from '../../domain/numbers/gap.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { estimateName } from './chosen-number.tsx';
import { leftLabel } from './gap-relation.tsx';
import { AxisHead, BarPlot, plainAxis, type PlotAxis } from './plot.tsx';
import { remainderText } from './remainder-words.ts';
import { workTexts } from './texts.ts';

type Split = Extract<Gap, { readonly outcome: 'split' }>;
type SplitProps = {
  readonly compared: EstimateComparison;
  readonly gap: Split;
  readonly larger: PublishedEstimate;
  readonly smaller: PublishedEstimate;
  readonly documents: string | null;
  readonly language: Language;
};

/** From the larger number to the smaller, reason by reason, in women. */
export function SplitView({ compared, gap, larger, smaller, documents, language }: SplitProps): JSX.Element {
  const say = workTexts(language);
  const [first, second] = [middleOf(larger), middleOf(smaller)];
  const ofTheSame = leftLabel(compared, language);
  const axis = plainAxis(Math.ceil(Math.max(first, ...gap.steps.map(({ high }) => high))));
  const shown = gap.steps.filter((_, index) => gap.parts[index]?.low !== 1 || gap.parts[index]?.high !== 1);
  const left = shown.at(-1) ?? { low: first, high: first };
  const [least, most] = [left.low - second, left.high - second];
  const remainder = ofTheSame === null ? remainderText(larger, smaller, language) : null;
  return (
    <>
      <section className="picture one-table">
        <h2 id="afstanden">{say('caption')}</h2>
        <p>{say('captionSays')}</p>
        <Sheet caption={say('caption')}>
          <thead>
            <tr>
              <th scope="col">{say('factor')}</th>
              <th scope="col" className="number">
                {say('leftOver')}
              </th>
              <th scope="col">
                <AxisHead axis={axis} unit={say('axisWomen')} language={language} />
              </th>
            </tr>
          </thead>
          <tbody>
            <Step label={estimateName(larger, language)} low={first} high={first} axis={axis} language={language} />
            {shown.map(({ id, low, high }) => (
              <Step key={id} label={say(`factor.${id}` as 'factor.other')} low={low} high={high} axis={axis} language={language}>
                <span className="quiet where">
                  {gap.parts.find((part) => part.id === id)?.kind === 'bounds'
                    ? say('kind.bounds')
                    : id === 'treated' && documents !== null
                      ? say('kind.changed', { documents: documents.replace('-', '–') })
                      : say('kind.judged')}
                </span>
              </Step>
            ))}
            <Step label={estimateName(smaller, language)} low={second} high={second} axis={axis} language={language} />
            {most >= 1 && (
              <tr className="sum">
                <th scope="row">{ofTheSame ?? say('left')}</th>
                <td className="number">{rangeText(Math.max(0, least), most, language)}</td>
                <td>
                  <BarPlot
                    axis={axis}
                    from={second}
                    to={Math.max(second, left.low)}
                    atMost={left.high}
                    tone={ofTheSame === null ? 'unexplained' : 'least'}
                  />
                </td>
              </tr>
            )}
          </tbody>
        </Sheet>
      </section>
      <Card>
        <p className="say">
          <strong>
            {shown.length === 0
              ? say('noReasons', { left: rangeText(Math.max(0, least), most, language) })
              : most < 1
                ? say('over')
                : say('answer', {
                    explained: rangeText(left.low, left.high, language),
                    left: rangeText(Math.max(0, least), most, language),
                  })}
          </strong>
        </p>
        {most >= 1 && compared.outcome === 'not-comparable' && <p>{say('leftIsNot')}</p>}
        {most >= 1 && remainder !== null && <p>{remainder}</p>}
        <Logarithms gap={gap} language={language} />
      </Card>
    </>
  );
}

type StepProps = {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly axis: PlotAxis;
  readonly language: Language;
  readonly children?: JSX.Element;
};

function Step({ label, low, high, axis, language, children }: StepProps): JSX.Element {
  return (
    <tr>
      <th scope="row">
        {label}
        {children}
      </th>
      <td className="number">{rangeText(low, high, language)}</td>
      <td>
        <BarPlot axis={axis} to={low} atMost={high} tone={low === high ? 'known' : 'least'} />
      </td>
    </tr>
  );
}

/** How large each reason is beside the others, for one who wants the parts to add up. */
function Logarithms({ gap, language }: { readonly gap: Split; readonly language: Language }): JSX.Element {
  const say = workTexts(language);
  const percent = (value: number): string => numberText(Math.round(1000 * value) / 10, language);
  const { middle, bounds } = gap.unexplained;
  return (
    <details className="fold">
      <summary>{say('logarithms')}</summary>
      <p>{say('times', { times: numberText(Math.round(10 * gap.times) / 10, language) })}</p>
      <p>{say('logarithmsSay')}</p>
      <ul>
        {gap.parts.map(({ id, partOfGap }) => (
          <li key={id}>
            {say(`factor.${id}` as 'factor.other')}: {percent(partOfGap)} %
          </li>
        ))}
        <li>
          {say('left')}: {percent(gap.partUnexplained)} %
        </li>
      </ul>
      <p>{say('leftText', { middle: percent(middle), low: percent(bounds[0]), high: percent(bounds[1]) })}</p>
    </details>
  );
}

function rangeText(low: number, high: number, language: Language): string {
  const [from, to] = [Math.round(low), Math.round(high)];
  return from === to ? numberText(from, language) : `${numberText(from, language)}–${numberText(to, language)}`;
}
