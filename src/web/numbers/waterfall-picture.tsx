/** What the difference is made of: all who are registered, and those of them who were treated, as two tables whose rows carry their bars. */
import type { JSX } from 'react';
import type { OpenOverlap, WaterfallStep } from '../../domain/numbers/waterfall.ts';
import { writtenRange } from '../../domain/numbers/published-estimate.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { AxisHead, BarPlot, LegendBar, plainAxis, type PlotAxis } from './plot.tsx';
import { disputeTexts } from './texts.ts';

type Props = { readonly steps: readonly WaterfallStep[]; readonly overlaps: readonly OpenOverlap[]; readonly language: Language };

export function WaterfallPicture({ steps, overlaps, language }: Props): JSX.Element {
  const say = disputeTexts(language);
  const [all, stay, drugs, before, during] = steps;
  const [stays, treatment] = overlaps;
  if (!all || !stay || !drugs || !before || !during || !stays || !treatment) return <></>;
  const [whole, inner] = [plainAxis(all.estimate.low), plainAxis(stay.estimate.low)];
  return (
    <section className="picture waterfall" aria-labelledby="hvad-forskellen-er">
      <h2 id="hvad-forskellen-er">{say('waterfall')}</h2>
      <p>{say('waterfallSays')}</p>
      <ul className="legend bare" aria-label={say('signs')}>
        <li>
          <LegendBar tone="known" />
          {say('barKnown')}
        </li>
        <li>
          <LegendBar tone="least" />
          {say('barLeast')}
        </li>
        <li>
          <LegendBar tone="possible" />
          {say('barPossible')}
        </li>
      </ul>
      <Part caption={say('waterfallAll', { count: writtenRange(all.estimate) })} axis={whole} language={language}>
        <Step step={all} axis={whole} language={language} />
        <Step step={stay} axis={whole} language={language} />
        <Step step={drugs} axis={whole} language={language} />
        <Open label={say('stayOrDrug')} low={stays.either.low} high={stays.either.high} axis={whole} />
      </Part>
      <Part caption={say('waterfallStay', { count: writtenRange(stay.estimate) })} axis={inner} language={language}>
        <Step step={stay} axis={inner} language={language} isWhole />
        <Step step={before} axis={inner} language={language} />
        <Step step={during} axis={inner} language={language} />
        <Open
          label={say('beforeOrDuring')}
          low={treatment.either.low}
          high={treatment.either.high}
          axis={inner}
          note={treatment.withRepeats && say('withRepeats', { range: writtenRange(treatment.withRepeats.either) })}
        />
        <Open
          label={say('neither')}
          low={treatment.neither.low}
          high={treatment.neither.high}
          axis={inner}
          note={treatment.withRepeats && say('withRepeats', { range: writtenRange(treatment.withRepeats.neither) })}
        />
      </Part>
      <OtherYears steps={steps} language={language} />
    </section>
  );
}

type PartProps = { readonly caption: string; readonly axis: PlotAxis; readonly language: Language; readonly children: JSX.Element[] };

function Part({ caption, axis, language, children }: PartProps): JSX.Element {
  const say = disputeTexts(language);
  return (
    <Sheet caption={caption}>
      <thead>
        <tr>
          <th scope="col">{say('who')}</th>
          <th scope="col" className="number">
            {say('women')}
          </th>
          <th scope="col">
            <AxisHead axis={axis} unit={say('barUnit')} language={language} />
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Sheet>
  );
}

type StepProps = { readonly step: WaterfallStep; readonly axis: PlotAxis; readonly language: Language; readonly isWhole?: boolean };

function Step({ step: { estimate, share, of }, axis, language, isWhole = false }: StepProps): JSX.Element {
  const say = disputeTexts(language);
  return (
    <tr>
      <th scope="row">
        {isWhole ? say('step.whole') : say(`step.${estimate.id}` as 'step.registered-2020')}
        {share && of && !isWhole && (
          <span className="quiet where">{say('shareOf', { share: percentText(share.share, language), whole: writtenRange(of) })}</span>
        )}
      </th>
      <td className="number">{writtenRange(estimate)}</td>
      <td>
        <BarPlot axis={axis} to={estimate.low} />
      </td>
    </tr>
  );
}

type OpenProps = {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly axis: PlotAxis;
  readonly note?: string | null;
};

/** Known up to the least, possible up to the most. */
function Open({ label, low, high, axis, note = null }: OpenProps): JSX.Element {
  return (
    <tr className="open">
      <th scope="row">
        {label}
        {note && <span className="quiet where">{note}</span>}
      </th>
      <td className="number">{writtenRange({ low, high })}</td>
      <td>
        <BarPlot axis={axis} to={low} atMost={high} tone="least" />
      </td>
    </tr>
  );
}

/** What such a share may be in other years, for one who wants to plan from it. */
function OtherYears({ steps, language }: Omit<Props, 'overlaps'>): JSX.Element {
  const say = disputeTexts(language);
  return (
    <details>
      <summary>{say('otherYears')}</summary>
      <p>{say('otherYearsSays')}</p>
      <ul>
        {steps.map(
          ({ estimate, of, share }) =>
            share &&
            of && (
              <li key={estimate.id}>
                {say('otherYear', {
                  step: say(`step.${estimate.id}` as 'step.registered-2020'),
                  count: writtenRange(estimate),
                  whole: writtenRange(of),
                  low: percentText(share.low, language),
                  high: percentText(share.high, language),
                })}
              </li>
            ),
        )}
      </ul>
      <p className="quiet">{say('otherYearsMethod')}</p>
    </details>
  );
}

function percentText(value: number, language: Language): string {
  return (100 * value).toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
}
