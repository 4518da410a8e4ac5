/** The dispute on one screen: what the chosen number may be compared with, all numbers in one picture, and what the difference is made of. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate } from '../../domain/numbers/published-estimates.ts';
import { openOverlaps, waterfall } from '../../domain/numbers/waterfall.ts';
import type { Actor, Role } from '../../domain/trail.ts';
import { danishDay } from '../../domain/time.ts';
import { readEstimates } from '../../store/published-documents.ts';
import type { WebContext } from '../context.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { publishedAddress } from '../plan/addresses.ts';
import { NeedsOfNumber } from '../plan/need-numbers.tsx';
import {
  analysesAddress,
  codesAddress,
  demandAddress,
  disputeFileAddress,
  documentsAddress,
  duplicatesAddress,
  estimateAddress,
  figuresAddress,
  gapAddress,
  gridAddress,
  listsAddress,
  numbersAddress,
  ownNumbersAddress,
  yearsAddress,
} from './addresses.ts';
import { ChosenNumber } from './chosen-number.tsx';
import { disputeFile } from './dispute-file.ts';
import { Downloads, tableFiles } from './downloads.tsx';
import { ForestPlot } from './forest-plot.tsx';
import { FormerNumber, type MissingNumber, missingNumber } from './former-number.tsx';
import { geographyText } from './geography-text.ts';
import { ownPlace } from './own-page.tsx';
import { disputeTexts, gridTexts, importedTexts } from './texts.ts';
import { WaterfallPicture } from './waterfall-picture.tsx';

type Query = { Querystring: { tal?: string } };

export const disputePage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get<Query>(numbersAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language, actor } = request;
    const estimates = await readEstimates(db, request.permit());
    const missing = await missingNumber(db, request.permit(), request.query.tal, estimates);
    const chosen = estimates.find(({ id }) => id === request.query.tal) ?? publishedEstimate(usualFor(actor?.role));
    return reply.page({
      title: disputeTexts(language)('title'),
      content: <Dispute {...{ chosen, missing, estimates, language, actor }} />,
    });
  });
  tableFiles(app, { address: disputeFileAddress, permission: 'figure:read', name: 'offentliggjorte-tal' }, async (request) =>
    disputeFile(await readEstimates(db, request.permit()), danishDay(request.permit().at), request.language),
  );
};

/** What those who count in the municipalities have themselves is the municipal count; others come for the number that the dispute is about. */
function usualFor(role: Role | undefined): string {
  const counting: readonly (Role | undefined)[] = ['secretariat', 'care-decider', 'family-department', 'substance-treatment'];
  return counting.includes(role) ? 'decided-residential-2019' : 'family-stay-2020';
}

type Props = {
  readonly chosen: PublishedEstimate;
  readonly missing: MissingNumber | null;
  readonly estimates: readonly PublishedEstimate[];
  readonly language: Language;
  readonly actor: Actor | null;
};

function Dispute({ chosen, missing, estimates, language, actor }: Props): JSX.Element {
  const say = disputeTexts(language);
  return (
    <>
      <FormerNumber {...{ missing, estimates, language }} shown={chosen} />
      <p>{say('lead')}</p>
      <Ways actor={actor} language={language} />
      <Downloads address={disputeFileAddress} language={language} />
      <ChosenNumber {...{ chosen, estimates, language }}>
        <NeedsOfNumber number={chosen} reads={planningRead(actor)} language={language} />
      </ChosenNumber>
      <div className="dispute">
        <ForestPlot estimates={estimates.filter(isNational)} chosen={chosen} language={language} />
        <WaterfallPicture steps={waterfall()} overlaps={openOverlaps()} language={language} />
      </div>
      <Others estimates={estimates.filter((estimate) => !isNational(estimate))} language={language} />
    </>
  );
}

/** What of planning she may open. */
function planningRead(actor: Actor | null): 'plan' | 'published' | null {
  if (actor && may(actor, 'plan:read')) return 'plan';
  return actor && may(actor, 'plan:published') ? 'published' : null;
}

/** Where to go from here, each with what is found there. */
function Ways({ actor, language }: Pick<Props, 'actor' | 'language'>): JSX.Element {
  const say = disputeTexts(language);
  const imported = importedTexts(language);
  const ways = [
    ...(actor && ownPlace(actor) !== null ? ([[ownNumbersAddress, 'linkOwn']] as const) : []),
    [yearsAddress, 'linkYears'],
    [figuresAddress, 'linkFigures'],
    [gridAddress, 'linkGrid'],
    [documentsAddress, 'linkDocuments'],
    [gapAddress, 'linkGap'],
    [demandAddress, 'linkDemand'],
    [duplicatesAddress, 'linkDuplicates'],
    ...(actor && may(actor, 'estimate:make') ? ([[analysesAddress, 'linkAnalyses']] as const) : []),
    ...(actor && may(actor, 'plan:published') ? ([[publishedAddress, 'linkPublished']] as const) : []),
    ...(actor && may(actor, 'figure:codes') ? ([[codesAddress, 'linkCodes']] as const) : []),
  ] as const;
  return (
    <ul className="number-links no-print">
      {ways.map(([href, key]) => (
        <li key={key}>
          <a href={href}>{say(key)}</a>
          <span className="quiet">{say(`${key}Is`)}</span>
        </li>
      ))}
      {actor && may(actor, 'list:take') && (
        <li>
          <a href={listsAddress}>{imported('title')}</a>
          <span className="quiet">{imported('linkIs')}</span>
        </li>
      )}
    </ul>
  );
}

function Others({ estimates, language }: { readonly estimates: readonly PublishedEstimate[]; readonly language: Language }): JSX.Element {
  const say = disputeTexts(language);
  const word = gridTexts(language);
  return (
    <Card heading={say('others')}>
      <p>{say('smallPrinted')}</p>
      <ul>
        {estimates.map((estimate) => (
          <li key={estimate.id}>
            <a href={estimateAddress(estimate.id)}>{writtenRange(estimate)}</a> {word(`unit.${estimate.grid.unit}`)}
            {estimate.year === '' ? '' : say('sentence.inYear', { year: estimate.year })}: {word(`event.${estimate.grid.event}`)},{' '}
            {geographyText(estimate, language)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Women in the whole country, and not what else the 83 had received. */
function isNational({ grid, kind }: PublishedEstimate): boolean {
  const services = ['other-service', 'preventive', 'family-treatment'];
  return grid.geography === 'denmark' && grid.unit !== 'child' && kind !== 'share' && !services.some((name) => grid.event.startsWith(name));
}
