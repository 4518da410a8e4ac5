/** All numbers for the country, or for one region: one table for each way they were made, and in each row what is counted, the number, and its sign on one axis. */
import type { JSX } from 'react';
import { compareEstimates } from '../../domain/numbers/comparison.ts';
import { differInLength, yearsTogether } from '../../domain/numbers/number-period.ts';
import { definingColumns, estimateKinds, type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import type { Language } from '../ui/language.ts';
import { Sheet, Tag } from '../ui/pieces.tsx';
import { estimateAddress } from './addresses.ts';
import { AxisHead, LegendSign, logAxis, SignPlot } from './plot.tsx';
import { lengthText } from '../../reports/number-names.ts';
import { disputeTexts, gridTexts } from './texts.ts';

const axis = logAxis(2000);

/** The three ways that the numbers of the country were made, each with its colour and its word about what it can be used for. */
const ways = ['register-linkage', 'manual-count', 'judgement'] as const;

type Props = { readonly estimates: readonly PublishedEstimate[]; readonly chosen: PublishedEstimate; readonly language: Language };

/** `heading` says whose numbers they are. A way that none of them was made in is left out. */
export function ForestPlot({ heading, estimates, chosen, language }: Props & { readonly heading: string }): JSX.Element {
  const say = disputeTexts(language);
  return (
    <section className="picture forest" aria-labelledby="alle-tal">
      <h2 id="alle-tal">{heading}</h2>
      <p>{say('forestSays')}</p>
      <Legend estimates={estimates} language={language} />
      {ways
        .filter((way) => estimates.some(({ grid }) => grid.ascertainment === way))
        .map((way) => (
          <div key={way} className={`way-${way}`}>
            <h3>
              <span className="swatch" aria-hidden="true" />
              {say(`way.${way}`)}
            </h3>
            <p className="quiet">{say(`wayUse.${way}`)}</p>
            <Way way={way} estimates={estimates.filter(({ grid }) => grid.ascertainment === way)} chosen={chosen} language={language} />
          </div>
        ))}
      <p className="quiet">{say('axisSays')}</p>
    </section>
  );
}

function Legend({ estimates, language }: Omit<Props, 'chosen'>): JSX.Element {
  const say = disputeTexts(language);
  const hasRangeOfCounts = estimates.some(({ kind, low, high }) => kind === 'count' && low !== high);
  return (
    <ul className="legend bare" aria-label={say('signs')}>
      {estimateKinds
        .filter((kind) => estimates.some((estimate) => estimate.kind === kind))
        .map((kind) => (
          <li key={kind}>
            <LegendSign kind={kind} isRange={kind === 'expert-range'} />
            {say(`kind.${kind}`)}
          </li>
        ))}
      {hasRangeOfCounts && (
        <li>
          <LegendSign kind="count" />
          {say('kindRange')}
        </li>
      )}
    </ul>
  );
}

function Way({ way, estimates, chosen, language }: Props & { readonly way: (typeof ways)[number] }): JSX.Element {
  const say = disputeTexts(language);
  return (
    <Sheet caption={say(`way.${way}`)}>
      <thead>
        <tr>
          <th scope="col">{say('what')}</th>
          <th scope="col" className="number">
            {say('number')}
          </th>
          <th scope="col">
            <AxisHead axis={axis} unit={say('axisUnit')} language={language} />
          </th>
        </tr>
      </thead>
      {grouped(estimates).map((group) => (
        <Group key={group[0].id} group={group} chosen={chosen} language={language} />
      ))}
    </Sheet>
  );
}

type Same = readonly [PublishedEstimate, ...PublishedEstimate[]];

/** Those that count the same, under what they count. */
function Group({ group, chosen, language }: { readonly group: Same } & Omit<Props, 'estimates'>): JSX.Element {
  const word = gridTexts(language);
  const { event, unit, period } = group[0].grid;
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={3}>
          <strong>{word(`event.${event}`)}</strong>{' '}
          <span className="quiet">
            {word(`unit.${unit}`)}, {word(`period.${period}`)}
          </span>
        </th>
      </tr>
      {group.map((estimate) => (
        <Row
          key={estimate.id}
          estimate={estimate}
          chosen={chosen}
          // Said of the longer, whatever is chosen: it stands among the others of its definition.
          hasLength={yearsTogether(estimate) > 1 && group.some((other) => differInLength(estimate, other))}
          language={language}
        />
      ))}
    </tbody>
  );
}

type RowProps = { readonly estimate: PublishedEstimate; readonly chosen: PublishedEstimate; readonly language: Language };

function Row({ estimate, chosen, hasLength, language }: RowProps & { readonly hasLength: boolean }): JSX.Element {
  const say = disputeTexts(language);
  const isChosen = estimate.id === chosen.id;
  const { year, saidBy, kind, low, high } = estimate;
  return (
    <tr className={isChosen ? 'chosen' : undefined}>
      <th scope="row">
        {year}{' '}
        <a href={estimateAddress(estimate.id)} aria-current={isChosen ? 'true' : undefined}>
          {saidBy}
        </a>
        <span className="out-of-sight"> {say(`kind.${kind}`)}</span> <Comparison estimate={estimate} chosen={chosen} language={language} />
        {hasLength && <span className="quiet"> {lengthText(estimate, language)}</span>}
      </th>
      <td className="number">{writtenRange(estimate)}</td>
      <td>
        <SignPlot axis={axis} kind={kind} low={low} high={high} />
      </td>
    </tr>
  );
}

/** In a word, what may be done with a number beside the chosen one. Nothing stands where nothing may. */
function Comparison({ estimate, chosen, language }: RowProps): JSX.Element {
  const say = disputeTexts(language);
  if (estimate.id === chosen.id) return <Tag tone="accent">{say('isChosen')}</Tag>;
  const { outcome } = compareEstimates(chosen, estimate);
  switch (outcome) {
    case 'same-definition':
      return <Tag tone="done">{say('with.same-definition')}</Tag>;
    case 'part-of':
    case 'overlap':
      return <Tag>{say(`with.${outcome}`)}</Tag>;
    case 'not-comparable':
      return <span className="out-of-sight">{say('with.not-comparable')}</span>;
  }
}

/** Numbers of one definition stand together, in the order of the definitions and not of size. */
function grouped(estimates: readonly PublishedEstimate[]): readonly Same[] {
  const groups = new Map<string, Same>();
  for (const estimate of estimates) {
    const key = definingColumns.map((column) => estimate.grid[column]).join('|');
    const group = groups.get(key);
    groups.set(key, group ? [...group, estimate] : [estimate]);
  }
  return [...groups.values()];
}
