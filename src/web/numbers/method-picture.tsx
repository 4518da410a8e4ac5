/** Each method's answer: numbers in a table, and the same as a picture in its last column. */
import type { JSX } from 'react';
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import type { EstimateRow } from '../../domain/estimation/estimate-row.ts';
import { dependenceOf, methodIn, statusIn } from '../../reports/estimate-speech.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { analysisTexts } from './texts.ts';

const [width, height, edge] = [400, 22, 8];
/** The axis ends here: at the largest estimate times this, or the largest upper end when that is less. */
const beyondLargest = 2;
/** The answer has no model and no single estimate. */
const nothing = '';

/** The methods in a table whose last column is the picture of the others. */
export function MethodPicture({ report, language }: { readonly report: EstimateReport; readonly language: Language }): JSX.Element {
  const say = analysisTexts(language);
  const whole = (value: number): string => numberText(Math.round(value), language);
  const least = typeof report.observed === 'number' ? report.observed : report.observed[0];
  const estimates = report.methods.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
  const ends = report.methods.flatMap(({ interval: [, high] }) => (high === null ? [] : [high]));
  const { range } = report.conclusion;
  const answerEnd = range?.high ?? 0;
  const most = Math.max(least + 1, answerEnd, Math.min(Math.max(...ends, ...estimates), beyondLargest * Math.max(...estimates)));
  const place = (value: number): number =>
    edge + ((width - 2 * edge) * (Math.min(most, Math.max(least, value)) - least)) / Math.max(1, most - least);
  return (
    <div className="picture methods">
      <Sheet caption={say('picture')}>
        <thead>
          <tr>
            <th scope="col">{say('method')}</th>
            <th scope="col">{say('model')}</th>
            <th scope="col" className="number">
              {say('estimate')}
            </th>
            <th scope="col" className="number">
              {say('interval')}
            </th>
            <th scope="col">
              <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
                <text x={edge} y="15">
                  {whole(least)}
                </text>
                <text x={width / 2} y="15" textAnchor="middle">
                  {whole((least + most) / 2)}
                </text>
                <text x={width - edge} y="15" textAnchor="end">
                  {whole(most)}
                </text>
              </svg>
              <span className="out-of-sight">{say('axis')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {range !== null && report.conclusion.status === 'estimate' && (
            <tr className="answer">
              <th scope="row">{say('answerRow')}</th>
              <td>{nothing}</td>
              <td>{nothing}</td>
              <td className="number">{`${whole(range.low)}–${range.high === null ? say('noUpper') : whole(range.high)}`}</td>
              <td>
                <AnswerBar from={place(range.low)} to={place(range.high ?? most)} isOpen={range.high === null} />
              </td>
            </tr>
          )}
          {report.methods.map((row) => (
            <tr key={row.method} className={row.status === 'ok' ? undefined : 'open'}>
              <th scope="row">{methodIn(row.method, language)}</th>
              <td>{dependenceText(row.model, report.lists, language)}</td>
              <td className="number">
                {row.estimate !== null && row.status === 'ok' ? whole(row.estimate) : statusIn(row.status, language)}
              </td>
              <td className="number">{intervalText(row, language)}</td>
              <td>{row.status === 'ok' && row.estimate !== null && <Bar row={row} estimate={row.estimate} most={most} place={place} />}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

/** Decoration, as the bars of the methods are; without an upper end it goes on in an arrow. */
function AnswerBar({ from, to, isOpen }: { readonly from: number; readonly to: number; readonly isOpen: boolean }): JSX.Element {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect className="bar-known" x={from} y="6" height="10" width={Math.max(1, to - from)} />
      {isOpen && <polygon className="bar-known" points={`${width - edge},3 ${width},11 ${width - edge},19`} />}
    </svg>
  );
}

type BarProps = {
  readonly row: EstimateRow;
  readonly estimate: number;
  readonly most: number;
  readonly place: (value: number) => number;
};

/** Decoration: the number and the interval stand in the same row. A bar that goes on beyond the axis ends in an arrow. */
function Bar({ row: { interval }, estimate, most, place }: BarProps): JSX.Element {
  const [low, high] = interval;
  const from = low === null ? null : place(low);
  const isOpen = low !== null && (high === null || high > most);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {from !== null && <rect className="bar-least" x={from} y="8" height="6" width={Math.max(1, place(high ?? most) - from)} />}
      {isOpen && <polygon className="bar-least" points={`${width - edge},3 ${width},11 ${width - edge},19`} />}
      <rect className="bar-known" x={place(estimate) - 2} y="3" height="16" width="4" />
    </svg>
  );
}

function intervalText({ interval: [low, high], status }: EstimateRow, language: Language): string {
  const say = analysisTexts(language);
  const whole = (value: number): string => numberText(Math.round(value), language);
  if (status !== 'ok') return '';
  if (low === null) return say('noInterval');
  return `${whole(low)}–${high === null ? say('noUpper') : whole(high)}`;
}

/** What the model lets depend on each other; nothing where the method has no model. */
function dependenceText(model: string | null, lists: readonly string[], language: Language): string {
  const named = dependenceOf(model, lists);
  return named === '' ? analysisTexts(language)('noDependence') : (named ?? '');
}
