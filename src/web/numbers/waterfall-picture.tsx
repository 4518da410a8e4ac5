/** The waterfall as a table whose rows carry their bars: it reads, prints and stacks as a table does. */
import type { JSX } from 'react';
import type { OpenOverlap, WaterfallStep } from '../../domain/numbers/waterfall.ts';
import { writtenRange } from '../../domain/numbers/published-estimate.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { plainPosition } from './scale.ts';
import { disputeTexts } from './texts.ts';

const width = 400;
const height = 22;

type Props = { readonly steps: readonly WaterfallStep[]; readonly overlaps: readonly OpenOverlap[]; readonly language: Language };

export function WaterfallPicture({ steps, overlaps, language }: Props): JSX.Element {
  const say = disputeTexts(language);
  const [all, stay, drugs, before, during] = steps;
  const [stays, treatment] = overlaps;
  if (!all || !stay || !drugs || !before || !during || !stays || !treatment) return <></>;
  const whole = all.estimate.low;
  const inner = stay.estimate.low;
  return (
    <div className="picture">
      <Sheet caption={say('waterfall')}>
        <thead>
          <tr>
            <th scope="col">{say('who')}</th>
            <th scope="col" className="number">
              {say('women')}
            </th>
            <th scope="col">{say('barsOfAll', { count: writtenRange(all.estimate) })}</th>
          </tr>
        </thead>
        <tbody>
          <Step step={all} most={whole} language={language} />
          <Step step={stay} most={whole} language={language} />
          <Step step={drugs} most={whole} language={language} />
          <Open label={say('stayOrDrug')} low={stays.either.low} high={stays.either.high} most={whole} />
          <tr className="lens">
            <th scope="row" colSpan={2}>
              {say('lens', { count: inner })}
            </th>
            <td>
              <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say('lens', { count: inner })}>
                <polygon points={`0,0 ${plainPosition(inner, whole, width)},0 ${width},${height} 0,${height}`} />
              </svg>
            </td>
          </tr>
          <Step step={stay} most={inner} language={language} />
          <Step step={before} most={inner} language={language} />
          <Step step={during} most={inner} language={language} />
          <Open
            label={say('beforeOrDuring')}
            low={treatment.either.low}
            high={treatment.either.high}
            most={inner}
            note={treatment.withRepeats && say('withRepeats', { range: writtenRange(treatment.withRepeats.either) })}
          />
          <Open
            label={say('neither')}
            low={treatment.neither.low}
            high={treatment.neither.high}
            most={inner}
            note={treatment.withRepeats && say('withRepeats', { range: writtenRange(treatment.withRepeats.neither) })}
          />
        </tbody>
      </Sheet>
      <p className="quiet">{say('waterfallLegend')}</p>
    </div>
  );
}

function Step({ step, most, language }: { readonly step: WaterfallStep; readonly most: number; readonly language: Language }): JSX.Element {
  const say = disputeTexts(language);
  const { estimate, share } = step;
  const percent = (value: number): string => (100 * value).toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return (
    <tr>
      <th scope="row">
        {say(`step.${estimate.id}` as 'step.registered-2020')}
        {share && most !== estimate.low && (
          <span className="quiet where">
            {' '}
            {say('shareOf', { share: percent(share.share), low: percent(share.low), high: percent(share.high) })}
          </span>
        )}
      </th>
      <td className="number">{writtenRange(estimate)}</td>
      <td>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={writtenRange(estimate)}>
          <rect className="bar-known" x="0" y="4" height={height - 8} width={Math.max(2, plainPosition(estimate.low, most, width))} />
        </svg>
      </td>
    </tr>
  );
}

type OpenProps = {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly most: number;
  readonly note?: string | null;
};

/** Known up to the least, possible up to the most. */
function Open({ label, low, high, most, note = null }: OpenProps): JSX.Element {
  const [least, greatest] = [plainPosition(low, most, width), plainPosition(high, most, width)];
  return (
    <tr className="open">
      <th scope="row">
        {label}
        {note && <span className="quiet where"> {note}</span>}
      </th>
      <td className="number">{writtenRange({ low, high })}</td>
      <td>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={writtenRange({ low, high })}>
          <rect className="bar-least" x="0" y="4" height={height - 8} width={least} />
          <rect className="bar-possible" x={least} y="4" height={height - 8} width={Math.max(2, greatest - least)} />
        </svg>
      </td>
    </tr>
  );
}
