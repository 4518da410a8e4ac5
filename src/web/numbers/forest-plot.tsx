/** The forest plot: a row for each published number, grouped by definition, with a glyph for each kind of number on one logarithmic axis. */
import type { JSX } from 'react';
import { compareEstimates } from '../../domain/numbers/comparison.ts';
import { definingColumns, estimateKinds, type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { estimateAddress } from './addresses.ts';
import { logPosition } from './scale.ts';
import { disputeTexts, gridTexts } from './texts.ts';

const width = 400;
const height = 22;
const edge = 12;
const most = 2000;
const marks = [1, 3, 10, 30, 100, 300, 1000] as const;

type Props = { readonly estimates: readonly PublishedEstimate[]; readonly chosen: PublishedEstimate; readonly language: Language };

export function ForestPlot({ estimates, chosen, language }: Props): JSX.Element {
  const say = disputeTexts(language);
  const word = gridTexts(language);
  return (
    <div className="picture forest">
      <Sheet caption={say('forest')}>
        <thead>
          <tr>
            <th scope="col">{say('year')}</th>
            <th scope="col">{say('saidBy')}</th>
            <th scope="col" className="number">
              {say('number')}
            </th>
            <th scope="col">
              <Axis />
              <span className="out-of-sight">{say('axis')}</span>
            </th>
          </tr>
        </thead>
        {grouped(estimates).map((group, index) => {
          const [first] = group;
          return (
            first && (
              <tbody key={first.id} className={`series-${(index % 6) + 1}`}>
                <tr className="group">
                  <th scope="rowgroup" colSpan={4}>
                    {word(`event.${first.grid.event}`)}
                    <span className="quiet">
                      {' '}
                      {word(`unit.${first.grid.unit}`)}, {word(`period.${first.grid.period}`)}
                    </span>
                  </th>
                </tr>
                {group.map((estimate) => (
                  <tr key={estimate.id} className={estimate.id === chosen.id ? 'chosen' : undefined}>
                    <td>{estimate.year}</td>
                    <th scope="row">
                      <a href={estimateAddress(estimate.id)} aria-current={estimate.id === chosen.id ? 'true' : undefined}>
                        {estimate.saidBy}
                      </a>
                      <span className="out-of-sight"> {say(`with.${compareEstimates(chosen, estimate).outcome}`)}</span>
                    </th>
                    <td className="number">{writtenRange(estimate)}</td>
                    <td>
                      <Glyph estimate={estimate} name={say(`kind.${estimate.kind}`)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            )
          );
        })}
      </Sheet>
      <ul className="legend bare">
        {estimateKinds
          .filter((kind) => estimates.some((estimate) => estimate.kind === kind))
          .map((kind) => (
            <li key={kind}>
              <svg viewBox="0 0 40 22" aria-hidden="true">
                <Mark kind={kind} from={10} to={30} />
              </svg>
              {say(`kind.${kind}`)}
            </li>
          ))}
      </ul>
    </div>
  );
}

/** Numbers of one definition stand together, in the order of the definitions and not of size. */
function grouped(estimates: readonly PublishedEstimate[]): readonly (readonly PublishedEstimate[])[] {
  const groups = new Map<string, PublishedEstimate[]>();
  for (const estimate of estimates) {
    const key = definingColumns.map((column) => estimate.grid[column]).join('|');
    const group = groups.get(key);
    if (group) group.push(estimate);
    else groups.set(key, [estimate]);
  }
  return [...groups.values()];
}

function place(value: number): number {
  return edge + logPosition(value, most, width - 2 * edge);
}

function Axis(): JSX.Element {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {marks.map((mark) => (
        <text key={mark} x={place(mark)} y="15" textAnchor="middle">
          {mark}
        </text>
      ))}
    </svg>
  );
}

function Glyph({ estimate, name }: { readonly estimate: PublishedEstimate; readonly name: string }): JSX.Element {
  const { kind, low, high } = estimate;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${name}: ${writtenRange(estimate)}`}>
      {marks.map((mark) => (
        <line key={mark} className="mark" x1={place(mark)} x2={place(mark)} y1="0" y2={height} />
      ))}
      <Mark kind={kind} from={place(low)} to={place(high)} />
    </svg>
  );
}

/** A count is a disc, or a thin line with two discs where a document gives a range of counts; a judgement is a thick bar without a middle. */
function Mark({ kind, from, to }: { readonly kind: PublishedEstimate['kind']; readonly from: number; readonly to: number }): JSX.Element {
  const middle = height / 2;
  switch (kind) {
    case 'count':
    case 'share':
      return to - from < 1 ? (
        <circle cx={from} cy={middle} r="5" />
      ) : (
        <>
          <line className="span" x1={from} x2={to} y1={middle} y2={middle} />
          <circle cx={from} cy={middle} r="4" />
          <circle cx={to} cy={middle} r="4" />
        </>
      );
    case 'model':
      return <polygon points={`${from - 6},${middle} ${from},${middle - 6} ${from + 6},${middle} ${from},${middle + 6}`} />;
    case 'expert-range':
      return <rect x={from - 3} y={middle - 5} width={Math.max(6, to - from + 6)} height="10" rx="2" />;
    case 'lower-bound':
      return <polygon points={`${from},${middle - 6} ${from + 10},${middle} ${from},${middle + 6}`} />;
  }
}
