/** What pictures of numbers are drawn with: places in percent of the width, so that letters and signs keep their size on a telephone. */
import type { JSX } from 'react';
import type { EstimateKind } from '../../domain/numbers/published-estimate.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { logPosition, plainPosition } from './scale.ts';

/** An axis: where a number lies from 0 to 1, and which numbers are written on it. */
export type PlotAxis = { readonly at: (value: number) => number; readonly marks: readonly number[] };

/** Each step of the same length is three times as much. */
export function logAxis(most: number): PlotAxis {
  return { at: (value) => logPosition(value, most, 1), marks: [1, 3, 10, 30, 100, 300, 1000].filter((mark) => mark <= most) };
}

/** From 0 to the number that the whole width is, with a few round numbers between. */
export function plainAxis(most: number): PlotAxis {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000].find((size) => most / size <= 4) ?? most;
  const between = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
  // A last round number too near the end would be written across it.
  return { at: (value) => plainPosition(value, most, 1), marks: [...between.filter((mark) => most - mark > step / 2), most] };
}

/** Room at both ends for the signs and letters that stand there. */
const edge = 4;
const height = 24;

function percent(part: number): number {
  return edge + (100 - 2 * edge) * part;
}

type AxisProps = { readonly axis: PlotAxis; readonly unit: string; readonly language: Language };

/** The numbers of the axis with what they count, above its lines. Read by eye alone: the numbers stand in the table. */
export function AxisHead({ axis, unit, language }: AxisProps): JSX.Element {
  return (
    <div className="axis-head">
      <span className="axis-unit">{unit}</span>
      <svg width="100%" height="18" aria-hidden="true">
        {axis.marks.map((mark) => (
          <text
            key={mark}
            x={`${percent(axis.at(mark))}%`}
            y="14"
            textAnchor={axis.at(mark) > 0.97 ? 'end' : 'middle'}
            dx={axis.at(mark) > 0.97 ? 8 : 0}
          >
            {numberText(mark, language)}
          </text>
        ))}
      </svg>
    </div>
  );
}

function AxisLines({ axis }: { readonly axis: PlotAxis }): JSX.Element {
  return (
    <>
      {axis.marks.map((mark) => (
        <line key={mark} className="mark" x1={`${percent(axis.at(mark))}%`} x2={`${percent(axis.at(mark))}%`} y1="0" y2={height} />
      ))}
    </>
  );
}

type SignProps = { readonly axis: PlotAxis; readonly kind: EstimateKind; readonly low: number; readonly high: number };

/** One number with the sign of its kind. */
export function SignPlot({ axis, kind, low, high }: SignProps): JSX.Element {
  return (
    <svg width="100%" height={height} aria-hidden="true">
      <AxisLines axis={axis} />
      <Sign kind={kind} from={percent(axis.at(low))} to={percent(axis.at(high))} />
    </svg>
  );
}

/** A sign by itself, beside its word in the legend. */
export function LegendSign({ kind, isRange = true }: { readonly kind: EstimateKind; readonly isRange?: boolean }): JSX.Element {
  return (
    <svg width="48" height={height} aria-hidden="true">
      <Sign kind={kind} from={isRange ? 20 : 50} to={isRange ? 80 : 50} />
    </svg>
  );
}

/** A count is a disc, or two discs with a thin line where a document gives a range of counts; a judgement is a thick bar without a middle. */
function Sign({ kind, from, to }: { readonly kind: EstimateKind; readonly from: number; readonly to: number }): JSX.Element {
  const middle = height / 2;
  switch (kind) {
    case 'count':
    case 'share':
      return from === to ? (
        <circle cx={`${from}%`} cy={middle} r="6" />
      ) : (
        <>
          <line className="span" x1={`${from}%`} x2={`${to}%`} y1={middle} y2={middle} />
          <circle cx={`${from}%`} cy={middle} r="5" />
          <circle cx={`${to}%`} cy={middle} r="5" />
        </>
      );
    case 'model':
      return (
        <svg x={`${(from + to) / 2}%`} y={middle} overflow="visible">
          <polygon points="-7,0 0,-7 7,0 0,7" />
        </svg>
      );
    case 'expert-range':
      return from === to ? (
        <svg x={`${from}%`} overflow="visible">
          <rect x="-4" y={middle - 6} width="8" height="12" />
        </svg>
      ) : (
        <rect x={`${from}%`} y={middle - 6} width={`${to - from}%`} height="12" rx="2" />
      );
    case 'lower-bound':
      return (
        <svg x={`${from}%`} y={middle} overflow="visible">
          <polygon points="-5,-7 8,0 -5,7" />
        </svg>
      );
  }
}

type BarProps = {
  readonly axis: PlotAxis;
  /** From here: what is known lies from 0 when nothing is said. */
  readonly from?: number;
  readonly to: number;
  /** So far it may reach at most; drawn dashed. */
  readonly atMost?: number;
  /** A middle that is marked across the bar. */
  readonly middle?: number;
  readonly tone?: 'known' | 'least' | 'unexplained';
  /** It goes on beyond the axis, and ends in an arrow. */
  readonly isOpen?: boolean;
};

/** A bar from 0, or between two numbers, and what is possible beyond it. */
export function BarPlot({ axis, from = 0, to, atMost, middle, tone = 'known', isOpen = false }: BarProps): JSX.Element {
  const [start, end] = [percent(axis.at(from)), percent(axis.at(to))];
  const most = atMost === undefined ? end : percent(axis.at(atMost));
  return (
    <svg width="100%" height={height} aria-hidden="true">
      <AxisLines axis={axis} />
      <rect className={`bar-${tone}`} x={`${start}%`} y="5" height={height - 10} width={`${Math.max(0.5, end - start)}%`} />
      {most > end && <rect className="bar-possible" x={`${end}%`} y="5" height={height - 10} width={`${most - end}%`} />}
      {isOpen && (
        <svg x={`${100 - edge}%`} y={height / 2} overflow="visible">
          <polygon className={`bar-${tone}`} points="0,-10 9,0 0,10" />
        </svg>
      )}
      {middle !== undefined && (
        <svg x={`${percent(axis.at(middle))}%`} overflow="visible">
          <rect className="bar-middle" x="-2" y="1" width="4" height={height - 2} />
        </svg>
      )}
    </svg>
  );
}

/** A square of a bar's colour, beside its word in the legend. */
export function LegendBar({ tone }: { readonly tone: 'known' | 'least' | 'unexplained' | 'possible' | 'middle' }): JSX.Element {
  return (
    <svg width="32" height={height} aria-hidden="true">
      <rect className={`bar-${tone}`} x={tone === 'middle' ? 14 : 2} y="5" width={tone === 'middle' ? 4 : 28} height={height - 10} />
    </svg>
  );
}
