/** The dispute on one screen: what the chosen number may be compared with, all numbers in one picture, and what the difference is made of. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { sightOf } from '../../access/figures.ts';
import type { CitedCall } from '../../domain/call/year-sayings.ts';
import { parseRegion, type RegionId, regions } from '../../domain/geography/regions.ts';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate } from '../../domain/numbers/published-estimates.ts';
import { type SayablePlace, sayableYears } from '../../domain/numbers/sayable.ts';
import { openOverlaps, waterfall } from '../../domain/numbers/waterfall.ts';
import type { Actor, Role } from '../../domain/trail.ts';
import { danishDay } from '../../domain/time.ts';
import { readCitedCalls } from '../../store/release-read.ts';
import { readEstimates } from '../../store/published-documents.ts';
import type { WebContext } from '../context.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { publishedAddress } from '../plan/addresses.ts';
import { NeedsOfNumber } from '../plan/need-numbers.tsx';
import {
  analysesAddress,
  codesAddress,
  countryNumbersAddress,
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
  yearsAddressOf,
} from './addresses.ts';
import { ChosenNumber } from './chosen-number.tsx';
import { disputeFile } from './dispute-file.ts';
import { Downloads, tableFiles } from './downloads.tsx';
import { ForestPlot } from './forest-plot.tsx';
import { FormerNumber, type MissingNumber, missingNumber } from './former-number.tsx';
import { geographyText } from '../../reports/number-names.ts';
import { ownPlace } from './own-page.tsx';
import { disputeTexts, gridTexts, importedTexts } from './texts.ts';
import { WaterfallPicture } from './waterfall-picture.tsx';

/** `omraade=danmark` asks for the whole country where the page would open on a region's. */
type Query = { Querystring: { tal?: string; omraade?: string } };

export const disputePage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get<Query>(numbersAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language, actor, query } = request;
    const estimates = await readEstimates(db, request.permit());
    const missing = await missingNumber(db, request.permit(), request.query.tal, estimates);
    const own = ownRegion(actor, estimates);
    const opensOn = query.omraade === 'danmark' ? null : own?.usual;
    const chosen = estimates.find(({ id }) => id === query.tal) ?? opensOn ?? publishedEstimate(usualFor(actor?.role));
    const isOfOwn = opensOn !== null && chosen.grid.geography === own?.region;
    // A municipality's own number is quoted from what is released of it, and only then are the releases read.
    const cited = chosen.municipality === undefined ? [] : await readCitedCalls(db, request.permit());
    return reply.page({
      title: disputeTexts(language)('title'),
      content: <Dispute {...{ chosen, cited, missing, estimates, language, actor, own, isOfOwn }} />,
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

/** The region that somebody works for, and the published number of it that her page opens on; `null` where nobody has published one. */
type OwnRegion = { readonly region: RegionId; readonly usual: PublishedEstimate | null };

function ownRegion(actor: Actor | null, estimates: readonly PublishedEstimate[]): OwnRegion | null {
  const sight = actor && sightOf(actor);
  const region = sight?.sees === 'region' ? parseRegion(sight.region) : null;
  if (region === null) return null;
  const [newest] = sayableYears(estimates, region);
  return { region, usual: newest?.quote ?? estimates.findLast((one) => isOfWomen(one, region)) ?? null };
}

type Props = {
  readonly own: OwnRegion | null;
  /** Whether the page is of her own region, and not of the whole country. */
  readonly isOfOwn: boolean;
  readonly chosen: PublishedEstimate;
  readonly cited: readonly CitedCall[];
  readonly missing: MissingNumber | null;
  readonly estimates: readonly PublishedEstimate[];
  readonly language: Language;
  readonly actor: Actor | null;
};

function Dispute({ own, isOfOwn, chosen, cited, missing, estimates, language, actor }: Props): JSX.Element {
  const say = disputeTexts(language);
  const region = own && isOfOwn ? own.region : null;
  const heading = region === null ? say('forest') : say('forestRegion', { region: regions[region].name });
  const isShown = (one: PublishedEstimate): boolean => isOfWomen(one, region ?? 'denmark');
  return (
    <>
      <FormerNumber {...{ missing, estimates, language }} shown={chosen} />
      {own && <WhosePlace own={own} isOfOwn={isOfOwn} language={language} />}
      <p>{say('lead')}</p>
      <Ways actor={actor} region={region} language={language} />
      <Downloads address={disputeFileAddress} language={language} />
      {region !== null && <p className="quiet no-print">{say('regionFile')}</p>}
      <ChosenNumber {...{ chosen, cited, estimates, language }}>
        <NeedsOfNumber number={chosen} reads={planningRead(actor)} language={language} />
      </ChosenNumber>
      <div className={region === null ? 'dispute' : undefined}>
        <ForestPlot heading={heading} estimates={estimates.filter(isShown)} chosen={chosen} language={language} />
        {region === null && <WaterfallPicture steps={waterfall()} overlaps={openOverlaps()} language={language} />}
      </div>
      {region === null ? (
        <Others estimates={estimates.filter((estimate) => !isShown(estimate))} language={language} />
      ) : (
        <>
          <p>{say('smallPrinted')}</p>
          <p>
            {say('regionOnly')} <a href={countryNumbersAddress}>{say('toCountry')}</a>
          </p>
        </>
      )}
    </>
  );
}

/** For one who works for a region: whose numbers these are, and the way to the others. */
function WhosePlace({ own, isOfOwn, language }: { readonly own: OwnRegion } & Pick<Props, 'isOfOwn' | 'language'>): JSX.Element {
  const say = disputeTexts(language);
  const region = regions[own.region].name;
  if (own.usual === null) return <Alert tone="notice">{say('placeNone', { region })}</Alert>;
  return (
    <p id="omraade">
      {isOfOwn ? say('placeRegion', { region }) : say('placeCountry')}{' '}
      <a className="no-print" href={isOfOwn ? countryNumbersAddress : numbersAddress}>
        {isOfOwn ? say('toCountry') : say('toRegion', { region })}
      </a>
    </p>
  );
}

/** What of planning she may open. */
function planningRead(actor: Actor | null): 'plan' | 'published' | null {
  if (actor && may(actor, 'plan:read')) return 'plan';
  return actor && may(actor, 'plan:published') ? 'published' : null;
}

/** Where to go from here, each with what is found there. */
function Ways({ actor, region, language }: Pick<Props, 'actor' | 'language'> & { readonly region: RegionId | null }): JSX.Element {
  const say = disputeTexts(language);
  const imported = importedTexts(language);
  const ways = [
    ...(actor && ownPlace(actor) !== null ? ([[ownNumbersAddress, 'linkOwn']] as const) : []),
    [yearsAddressOf(region ?? 'danmark'), 'linkYears'],
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

/** Women in the whole country or a region, and not what else the 83 had received. */
function isOfWomen({ grid, kind }: PublishedEstimate, place: SayablePlace): boolean {
  const services = ['other-service', 'preventive', 'family-treatment'];
  return grid.geography === place && grid.unit !== 'child' && kind !== 'share' && !services.some((name) => grid.event.startsWith(name));
}
