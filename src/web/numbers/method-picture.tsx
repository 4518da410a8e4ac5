/** Each method's answer: numbers in a table, and the same as a picture in its last column. */
import type { JSX } from 'react';
import { dependenceOf } from '../../domain/estimation/dependence.ts';
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import type { EstimateRow } from '../../domain/estimation/estimate-row.ts';
import { areTwoLists } from '../../domain/estimation/reach.ts';
import { methodIn, methodSentence, statusIn } from '../../reports/estimate-speech.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { reachText } from './answer-lead-words.ts';
import { differenceTexts } from './difference-words.ts';
import { AxisHead, BarPlot, type PlotAxis } from './plot.tsx';
import { analysisTexts } from './texts.ts';

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
  const axis: PlotAxis = {
    at: (value) => (Math.min(most, Math.max(least, value)) - least) / Math.max(1, most - least),
    marks: [least, (least + most) / 2, most].map(Math.round),
  };
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
              <AxisHead axis={axis} unit={differenceTexts(language)('axis')} language={language} />
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
              <td className="number">
                {areTwoLists(report) && range.high !== null
                  ? reachText(report, language)
                  : `${whole(range.low)}–${range.high === null ? say('noUpper') : whole(range.high)}`}
              </td>
              <td>
                <BarPlot axis={axis} from={range.low} to={range.high ?? most} isOpen={range.high === null} />
              </td>
            </tr>
          )}
          {report.methods.map((row) => (
            <tr key={row.method} className={row.status === 'ok' ? undefined : 'open'}>
              <th scope="row">
                {methodSentence(row.method, language)}
                <span className="quiet where">{methodIn(row.method, language)}</span>
              </th>
              <td>{dependenceText(row.model, report.lists, language)}</td>
              <td className="number">
                {row.estimate !== null && row.status === 'ok' ? whole(row.estimate) : statusIn(row.status, language)}
              </td>
              <td className="number">{intervalText(row, language)}</td>
              <td>{row.status === 'ok' && row.estimate !== null && <Bar row={row} estimate={row.estimate} most={most} axis={axis} />}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

type BarProps = { readonly row: EstimateRow; readonly estimate: number; readonly most: number; readonly axis: PlotAxis };

/** Decoration: the number and the interval stand in the same row. A bar that goes on beyond the axis ends in an arrow. */
function Bar({ row: { interval }, estimate, most, axis }: BarProps): JSX.Element {
  const [low, high] = interval;
  const isOpen = low !== null && (high === null || high > most);
  return (
    <BarPlot
      axis={axis}
      from={low ?? estimate}
      to={low === null ? estimate : (high ?? most)}
      middle={estimate}
      tone="least"
      isOpen={isOpen}
    />
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
