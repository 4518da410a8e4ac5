/** The definition grid: every published number and what it is a number of. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { differInLength } from '../../domain/numbers/number-period.ts';
import {
  type DefiningColumn,
  definingColumns,
  differingColumns,
  type PublishedEstimate,
  writtenRange,
} from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate } from '../../domain/numbers/published-estimates.ts';
import { readEstimates } from '../../store/published-documents.ts';
import type { WebContext } from '../context.ts';
import { SelectField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { estimateAddress, gridAddress, numbersAddress } from './addresses.ts';
import { estimateName } from './chosen-number.tsx';
import { FormerNumber, missingNumber } from './former-number.tsx';
import { geographyText, lengthText } from '../../reports/number-names.ts';
import { disputeTexts, gridTexts } from './texts.ts';

type Query = { Querystring: { tal?: string } };

export const gridPage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get<Query>(gridAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language, query } = request;
    const estimates = await readEstimates(db, request.permit());
    const missing = await missingNumber(db, request.permit(), query.tal, estimates);
    const chosen = estimates.find(({ id }) => id === query.tal) ?? publishedEstimate('family-stay-2020');
    return reply.page({
      title: gridTexts(language)('title'),
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: (
        <>
          <FormerNumber {...{ missing, estimates, language }} shown={chosen} />
          <Grid {...{ chosen, estimates, language }} />
        </>
      ),
    });
  });
};

type Props = {
  readonly chosen: PublishedEstimate;
  readonly estimates: readonly PublishedEstimate[];
  readonly language: Language;
};

function Grid({ chosen, estimates, language }: Props): JSX.Element {
  const word = gridTexts(language);
  const say = disputeTexts(language);
  // Those that are most like the chosen one first, so that what it may be compared with is read at once.
  const rows = [
    chosen,
    ...estimates
      .filter(({ id }) => id !== chosen.id)
      .toSorted((a, b) => differingColumns(a, chosen).length - differingColumns(b, chosen).length),
  ];
  return (
    <>
      <p>{word('intro')}</p>
      <form method="get" className="choose-number no-print">
        <SelectField
          name="tal"
          label={say('choose')}
          value={chosen.id}
          options={estimates.map((estimate) => ({ value: estimate.id, text: estimateName(estimate, language) }))}
        />
        <button type="submit" className="button button-secondary">
          {say('chooseShow')}
        </button>
      </form>
      <div className="cards-on-phone">
        <Sheet caption={word('caption')}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {word('number')}
              </th>
              <th scope="col">{word('alike')}</th>
              {definingColumns.map((column) => (
                <th scope="col" key={column}>
                  {word(`column.${column}`)}
                </th>
              ))}
              <th scope="col">{word('saidBy')}</th>
              <th scope="col">{word('ascertainment')}</th>
              <th scope="col">{word('completeness')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((estimate) => (
              <GridLine key={estimate.id} estimate={estimate} chosen={chosen} language={language} />
            ))}
          </tbody>
        </Sheet>
      </div>
    </>
  );
}

function GridLine({ estimate, chosen, language }: Omit<Props, 'estimates'> & { readonly estimate: PublishedEstimate }): JSX.Element {
  const word = gridTexts(language);
  const { grid, year } = estimate;
  const differs = differingColumns(estimate, chosen);
  const isChosen = estimate.id === chosen.id;
  const words: Readonly<Record<DefiningColumn, string>> = {
    population: word(`population.${grid.population}`),
    event: word(`event.${grid.event}`),
    unit: word(`unit.${grid.unit}`),
    period: word(`period.${grid.period}`),
    geography: geographyText(estimate, language),
    legalBasis: grid.legalBasis ?? word('none'),
  };
  return (
    <tr className={isChosen ? 'chosen' : undefined}>
      <th scope="row" className="number">
        <a href={estimateAddress(estimate.id)}>{writtenRange(estimate)}</a>
        {year === '' ? '' : ` (${year})`}
      </th>
      <td data-head={word('alike')}>
        {isChosen ? word('isChosen') : word('alikeOf', { same: definingColumns.length - differs.length, all: definingColumns.length })}
        {differInLength(chosen, estimate) && <span className="quiet"> {lengthText(estimate, language)}</span>}
      </td>
      {definingColumns.map((column) => (
        <td key={column} data-head={word(`column.${column}`)} className={differs.includes(column) ? 'differs' : undefined}>
          {differs.includes(column) && (
            <>
              <span aria-hidden="true">≠ </span>
              <span className="out-of-sight">{word('differs')} </span>
            </>
          )}
          {words[column]}
        </td>
      ))}
      <td lang="da" data-head={word('saidBy')}>
        {estimate.saidBy}
      </td>
      <td data-head={word('ascertainment')}>{word(`ascertainment.${grid.ascertainment}`)}</td>
      <td lang="da" data-head={word('completeness')}>
        {grid.completeness}
      </td>
    </tr>
  );
}
