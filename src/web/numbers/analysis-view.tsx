/** One analysis of the hidden number: the answer in words, a picture that is a table, and what is needed to run it again. */
import type { JSX } from 'react';
import type { EstimateRow } from '../../domain/estimation/estimate-row.ts';
import type { EstimateReport } from '../../domain/estimation/estimates.ts';
import { reachOf } from '../../domain/estimation/reach.ts';
import type { Remark } from '../../domain/estimation/remark.ts';
import type { SavedAnalysis } from '../../store/analysis.ts';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { type analysisDanish } from './analysis-words.ts';
import { HeterogeneitySensitivity, OddsSensitivity, PriorSensitivity } from './analysis-sensitivity.tsx';
import { analysisTexts, givenTexts, remarkTexts } from './texts.ts';

const [width, height, edge] = [400, 22, 8];
/** The axis ends here: at the largest estimate times this, or the largest upper end when that is less. */
const beyondLargest = 2;

type Props = { readonly saved: SavedAnalysis; readonly address: string; readonly language: Language };
type Part = { readonly report: EstimateReport; readonly language: Language };

export function AnalysisView({ saved, address, language }: Props): JSX.Element {
  const say = analysisTexts(language);
  const { report, digest, edition, seed, replicates, byName, recorded } = saved;
  const remarks = [
    ...report.methods.flatMap(({ method, remarks: made }) => made.map((one) => `${nameOf(method, language)}: ${remarkIn(one, language)}`)),
    ...report.leftOut.map(({ reason }) => remarkIn(reason, language)),
  ];
  return (
    <>
      <Answer report={report} language={language} />
      <Picture report={report} language={language} />
      {report.sensitivity && <OddsSensitivity report={report} language={language} />}
      {report.heterogeneity && <HeterogeneitySensitivity answers={report.heterogeneity} language={language} />}
      {report.priors && <PriorSensitivity priors={report.priors} language={language} />}
      <Given saved={saved} language={language} />
      {remarks.length > 0 && (
        <details>
          <summary>{say('remarks')}</summary>
          <ul>
            {[...new Set(remarks)].map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
      <Card heading={say('record')}>
        <Pairs
          pairs={[
            [say('digest'), <code key="digest">{digest.slice(0, 16)}</code>],
            [say('edition'), edition],
            [say('seed'), String(seed)],
            [say('replicates'), String(replicates)],
            [say('by'), `${byName}, ${momentText(recorded, language)}`],
          ]}
        />
        <p className="no-print">
          {say('download')}{' '}
          {(['csv', 'json', 'xlsx'] as const).map((type) => (
            <span key={type}>
              <a href={`${address}/fil.${type}`}>{say(`file.${type}`)}</a>{' '}
            </span>
          ))}
        </p>
        <form method="post" action={`${address}/igen`} className="no-print">
          <button type="submit" className="button button-secondary">
            {say('again')}
          </button>
        </form>
      </Card>
    </>
  );
}

/** A remark in the reader's language, its numbers written as there. */
function remarkIn({ code, about = {} }: Remark, language: Language): string {
  const written = Object.entries(about).map(([name, value]) => [name, typeof value === 'number' ? numberText(value, language) : value]);
  return remarkTexts(language)(code, Object.fromEntries(written) as Readonly<Record<string, string>>);
}

function Answer({ report, language }: Part): JSX.Element {
  const say = analysisTexts(language);
  const { spread, conclusion, methods, observed } = report;
  const whole = (value: number | null): string => numberText(Math.round(value ?? 0), language);
  const seen = typeof observed === 'number' ? whole(observed) : `${whole(observed[0])}–${whole(observed[1])}`;
  const ends = methods.filter(({ status }) => status === 'ok').flatMap(({ interval }) => interval.filter((end) => end !== null));
  const values = { low: whole(spread.min), high: whole(spread.max) };
  const reach = conclusion.status === 'estimate' ? reachOf(report) : null;
  const isWider = reach !== null && (reach.low < (spread.min ?? 0) || reach.high > (spread.max ?? 0));
  const widest = { widest: whole(Math.min(spread.min ?? 0, ...ends)), widestHigh: whole(Math.max(spread.max ?? 0, ...ends)) };
  const least = typeof observed === 'number' ? whole(observed) : whole(observed[0]);
  return (
    <>
      <p className="say">
        <strong>
          {isWider
            ? givenTexts(language)(reach.open ? 'answer.open' : 'answer.wide', { low: whole(reach.low), high: whole(reach.high) })
            : say(`answer.${conclusion.status}`, { ...values, seen: least })}
        </strong>
      </p>
      <p>
        {say('seen', { seen })} {conclusion.status === 'estimate' && say('answer.estimateWhy', { ...values, ...widest })}{' '}
        {say(`gate.${conclusion.gate}`)}
      </p>
    </>
  );
}

function Picture({ report, language }: Part): JSX.Element {
  const say = analysisTexts(language);
  const whole = (value: number): string => numberText(Math.round(value), language);
  const least = typeof report.observed === 'number' ? report.observed : report.observed[0];
  const estimates = report.methods.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
  const ends = report.methods.flatMap(({ interval: [, high] }) => (high === null ? [] : [high]));
  const most = Math.max(least + 1, Math.min(Math.max(...ends, ...estimates), beyondLargest * Math.max(...estimates)));
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
          {report.methods.map((row) => (
            <tr key={row.method} className={row.status === 'ok' ? undefined : 'open'}>
              <th scope="row">{nameOf(row.method, language)}</th>
              <td>{dependenceOf(row.model, report.lists, language)}</td>
              <td className="number">{row.estimate !== null && row.status === 'ok' ? whole(row.estimate) : say(`status.${row.status}`)}</td>
              <td className="number">{intervalText(row, language)}</td>
              <td>{row.status === 'ok' && row.estimate !== null && <Bar row={row} estimate={row.estimate} most={most} place={place} />}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
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

/** A model as the lists that it lets depend on each other: `[12,3]` is the first and the second. */
function dependenceOf(model: string | null, lists: readonly string[], language: Language): string {
  if (model === null) return '';
  const terms = model
    .slice(1, -1)
    .split(',')
    .filter((term) => term.length > 1);
  const named = terms.map((term) =>
    term
      .split('')
      .map((digit) => lists[Number(digit) - 1] ?? digit)
      .join(' + '),
  );
  return named.length === 0 ? analysisTexts(language)('noDependence') : named.join('; ');
}

type RowName = Extract<keyof typeof analysisDanish, `row.${string}`>;
const rowNames: ReadonlyMap<string, RowName> = new Map(
  (
    [
      'row.lincoln-petersen',
      'row.chapman',
      'row.two-list-exact',
      'row.independence',
      'row.best-aic',
      'row.best-bic',
      'row.best-bic-bootstrap',
      'row.stepwise',
      'row.stepwise-bca',
      'row.dga',
      'row.N0',
      'row.N',
      'row.N1',
      'row.chao',
      'row.chao-corrected',
      'row.zelterman',
    ] as const
  ).map((name) => [name.slice('row.'.length), name]),
);

function nameOf(method: string, language: Language): string {
  const name = rowNames.get(method);
  return name ? analysisTexts(language)(name) : method;
}

function Given({ saved: { table }, language }: { readonly saved: SavedAnalysis; readonly language: Language }): JSX.Element {
  const say = analysisTexts(language);
  const { lists, cells } = table;
  return (
    <details>
      <summary>{say('given')}</summary>
      <Sheet caption={say('given')}>
        <thead>
          <tr>
            {lists.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              {say('count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(
            ({ low, high }, cell) =>
              cell > 0 && (
                // The number of the cell is the combination of lists.
                <tr key={lists.map((_, list) => (cell >> list) & 1).join('')}>
                  {lists.map((name, list) => (
                    <td key={name}>{(cell >> list) & 1 ? say('onList') : '–'}</td>
                  ))}
                  <td className="number">{low === high ? low : `${low}–${high}`}</td>
                </tr>
              ),
          )}
        </tbody>
      </Sheet>
    </details>
  );
}
