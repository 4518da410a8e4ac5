/** The dispute on one screen: the waterfall, the forest plot, and the sentences of the chosen number. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate, publishedEstimates } from '../../domain/numbers/published-estimates.ts';
import { openOverlaps, waterfall } from '../../domain/numbers/waterfall.ts';
import type { Actor } from '../../domain/trail.ts';
import type { WebContext } from '../context.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs } from '../ui/pieces.tsx';
import {
  analysesAddress,
  codesAddress,
  demandAddress,
  duplicatesAddress,
  estimateAddress,
  figuresAddress,
  gapAddress,
  gridAddress,
  numbersAddress,
} from './addresses.ts';
import { ForestPlot } from './forest-plot.tsx';
import { statementsOf } from './statement.ts';
import { disputeTexts, gridTexts } from './texts.ts';
import { WaterfallPicture } from './waterfall-picture.tsx';

type Query = { Querystring: { tal?: string } };

export const disputePage: FastifyPluginAsync<WebContext> = async (app) => {
  app.get<Query>(numbersAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language, actor } = request;
    const chosen = publishedEstimates.find(({ id }) => id === request.query.tal) ?? publishedEstimate('family-stay-2020');
    return reply.page({ title: disputeTexts(language)('title'), content: <Dispute chosen={chosen} language={language} actor={actor} /> });
  });
};

type Props = { readonly chosen: PublishedEstimate; readonly language: Language; readonly actor: Actor | null };

function Dispute({ chosen, language, actor }: Props): JSX.Element {
  const say = disputeTexts(language);
  const word = gridTexts(language);
  const national = publishedEstimates.filter(isNational);
  const others = publishedEstimates.filter((estimate) => !isNational(estimate));
  const [is, ...about] = statementsOf(chosen, language);
  return (
    <>
      <p>{say('lead')}</p>
      <ul className="number-links no-print">
        {(
          [
            [gridAddress, 'linkGrid'],
            [figuresAddress, 'linkFigures'],
            [gapAddress, 'linkGap'],
            [demandAddress, 'linkDemand'],
            [duplicatesAddress, 'linkDuplicates'],
            ...(actor && may(actor, 'estimate:make') ? ([[analysesAddress, 'linkAnalyses']] as const) : []),
            ...(actor && may(actor, 'figure:codes') ? ([[codesAddress, 'linkCodes']] as const) : []),
          ] as const
        ).map(([href, key]) => (
          <li key={key}>
            <a href={href}>{say(key)}</a>
          </li>
        ))}
      </ul>
      <div className="dispute">
        <div>
          <WaterfallPicture steps={waterfall()} overlaps={openOverlaps()} language={language} />
          <Card heading={say('chosen')}>
            <p className="say">
              <strong>{is}</strong>
            </p>
            {about.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <Pairs
              pairs={[
                [
                  say('quotation'),
                  <span key="quotation" lang="da">
                    «{chosen.quotation}»
                  </span>,
                ],
                [
                  say('source'),
                  <span key="source" lang="da">
                    {chosen.source}
                  </span>,
                ],
                [
                  say('completeness'),
                  <span key="completeness" lang="da">
                    {chosen.grid.completeness}
                  </span>,
                ],
                ...(chosen.note === null
                  ? []
                  : [
                      [
                        say('note'),
                        <span key="note" lang="da">
                          {chosen.note}
                        </span>,
                      ] as const,
                    ]),
              ]}
            />
            <p className="quiet no-print">{say('chooseHint')}</p>
          </Card>
        </div>
        <ForestPlot estimates={national} chosen={chosen} language={language} />
      </div>
      <Card heading={say('others')}>
        <ul>
          {others.map((estimate) => (
            <li key={estimate.id}>
              <a href={estimateAddress(estimate.id)}>{writtenRange(estimate)}</a> {word(`unit.${estimate.grid.unit}`)}
              {estimate.year === '' ? '' : say('sentence.inYear', { year: estimate.year })}: {word(`event.${estimate.grid.event}`)},{' '}
              {word(`geography.${estimate.grid.geography}`)}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** Women in the whole country, and not what else the 83 had received. */
function isNational({ grid, kind }: PublishedEstimate): boolean {
  const services = ['other-service', 'preventive', 'family-treatment'];
  return grid.geography === 'denmark' && grid.unit !== 'child' && kind !== 'share' && !services.some((name) => grid.event.startsWith(name));
}
