/** The definition grid: every published number and what it is a number of. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { definingColumns, type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimates } from '../../domain/numbers/published-estimates.ts';
import type { WebContext } from '../context.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { estimateAddress, gridAddress, numbersAddress } from './addresses.ts';
import { disputeTexts, gridTexts } from './texts.ts';

export const gridPage: FastifyPluginAsync<WebContext> = async (app) => {
  app.get(gridAddress, { config: { permission: 'figure:read' } }, async ({ language }, reply) =>
    reply.page({
      title: gridTexts(language)('title'),
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: <Grid language={language} />,
    }),
  );
};

function Grid({ language }: { readonly language: Language }): JSX.Element {
  const word = gridTexts(language);
  return (
    <>
      <p>{word('intro')}</p>
      <Sheet caption={word('caption')}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {word('number')}
            </th>
            <th scope="col">{word('saidBy')}</th>
            {definingColumns.map((column) => (
              <th scope="col" key={column}>
                {word(`column.${column}`)}
              </th>
            ))}
            <th scope="col">{word('ascertainment')}</th>
            <th scope="col">{word('completeness')}</th>
          </tr>
        </thead>
        <tbody>
          {publishedEstimates.map((estimate) => (
            <GridLine key={estimate.id} estimate={estimate} language={language} />
          ))}
        </tbody>
      </Sheet>
    </>
  );
}

function GridLine({ estimate, language }: { readonly estimate: PublishedEstimate; readonly language: Language }): JSX.Element {
  const word = gridTexts(language);
  const { grid } = estimate;
  return (
    <tr>
      <th scope="row" className="number">
        <a href={estimateAddress(estimate.id)}>{writtenRange(estimate)}</a>
      </th>
      <td lang="da">
        {estimate.saidBy} {estimate.year === '' ? '' : `(${estimate.year})`}
        <br />
        <span className="quiet">{estimate.source}</span>
      </td>
      <td>{word(`population.${grid.population}`)}</td>
      <td>{word(`event.${grid.event}`)}</td>
      <td>{word(`unit.${grid.unit}`)}</td>
      <td>{word(`period.${grid.period}`)}</td>
      <td>{word(`geography.${grid.geography}`)}</td>
      <td>{grid.legalBasis ?? word('none')}</td>
      <td>{word(`ascertainment.${grid.ascertainment}`)}</td>
      <td lang="da">{grid.completeness}</td>
    </tr>
  );
}
