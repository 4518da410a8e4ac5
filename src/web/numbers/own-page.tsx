/** A secretariat's or a municipality's own numbers in plain sentences, last year beside this one, each with how it is counted. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { type FigureSight, sightOf } from '../../access/figures.ts';
import { parseRegion, regions } from '../../domain/geography/regions.ts';
import { figureDefinitions } from '../../domain/numbers/definitions.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import type { TabulatedFigure } from '../../domain/numbers/tabulate.ts';
import { danishDay, type Day, yearOf } from '../../domain/time.ts';
import type { Actor, Permit } from '../../domain/trail.ts';
import type { Database } from '../../store/database.ts';
import { seeFigures } from '../../store/figure-view.ts';
import { readEstimates } from '../../store/published-documents.ts';
import { callsAddress } from '../calls/addresses.ts';
import type { WebContext } from '../context.ts';
import { dayText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Sheet, Strip } from '../ui/pieces.tsx';
import {
  demandAddress,
  estimateAddress,
  figureAddress,
  figuresAddress,
  numbersAddress,
  ownNumbersAddress,
  yearsAddressOf,
} from './addresses.ts';
import { Downloads, tableFiles } from './downloads.tsx';
import { placeText, ValueCell } from './figure-view.tsx';
import { ownFile } from './own-file.ts';
import { cameOtherwise, type Own, type Question, questions, sentence, type Years } from './own-sentence.ts';
import { disputeTexts, ownTexts } from './texts.ts';
import { timeInWeeks, weeksAndDays } from './weeks-and-days.ts';
import { YearHead } from '../ui/year-head.tsx';

/** The place that an actor has numbers of its own for; null when there is none. */
export function ownPlace(actor: Actor): string | null {
  return placeOf(sightOf(actor));
}

function placeOf(sight: FigureSight): string | null {
  switch (sight.sees) {
    case 'region':
      return sight.region;
    case 'municipality':
      return sight.municipality;
    case 'country':
    case 'protected':
      return null;
  }
}

export const ownPage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get(ownNumbersAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language } = request;
    const permit = request.permit();
    const place = ownPlace(permit.actor);
    const crumbs = [{ href: numbersAddress, text: disputeTexts(language)('title') }];
    const title = ownTexts(language)('title');
    if (place === null) return reply.page({ title, crumbs, content: <NoOwn language={language} /> });
    const ended = endOf(place, danishDay(permit.at));
    if (ended !== null)
      return reply.page({
        title,
        crumbs,
        content: (
          <Alert tone="attention">
            {ownTexts(language)('ended', { place: placeText(place, language), day: dayText(ended, language) })}
          </Alert>
        ),
      });
    const [found, estimates] = [await readOwn(db, permit, place), await readEstimates(db, permit)];
    return reply.page({ title, crumbs, content: <OwnNumbers {...{ ...found, place, estimates, actor: permit.actor, language }} /> });
  });
  tableFiles(app, { address: ownNumbersAddress, permission: 'figure:read', name: 'vores-tal-intern' }, async (request) => {
    const permit = request.permit();
    const place = ownPlace(permit.actor);
    return place === null || endOf(place, danishDay(permit.at)) !== null
      ? null
      : ownFile({ ...(await readOwn(db, permit, place)), place, language: request.language });
  });
};

/** For one without numbers of their own: where the numbers of all stand. */
function NoOwn({ language }: { readonly language: Language }): JSX.Element {
  const say = ownTexts(language);
  return (
    <>
      <Alert tone="notice">{say('none')}</Alert>
      <ul id="videre">
        <li>
          <a href={figuresAddress}>{say('toFigures')}</a>
        </li>
        <li>
          <a href={demandAddress}>{say('toDemand')}</a>
        </li>
        <li>
          <a href={numbersAddress}>{say('toAll')}</a>
        </li>
      </ul>
    </>
  );
}

/** The last day of a region that is no more; null while it is. */
function endOf(place: string, today: Day): Day | null {
  const region = parseRegion(place);
  const to = region && regions[region].to;
  return to !== null && to < today ? to : null;
}

type FoundOwn = { readonly own: Own; readonly today: Day; readonly years: readonly [before: number, now: number] };

/** What is counted of one's own place, last year and this year. */
async function readOwn(db: Database, permit: Permit, place: string): Promise<FoundOwn> {
  const sight = sightOf(permit.actor);
  const today = danishDay(permit.at);
  const years = [yearOf(today) - 1, yearOf(today)] as const;
  const by = sight.sees === 'municipality' ? ('municipality' as const) : ('region' as const);
  const asked = Object.values(questions).flat();
  const definitions = figureDefinitions.filter(({ id }) => asked.some((one) => one === id));
  const seen = await seeFigures(
    db,
    permit,
    sight,
    definitions.map((definition) => ({ definition, years, by, asOf: null, regionsOn: today })),
  );
  const own = new Map(
    definitions.map(({ id }, index): [string, Years] => {
      const found = seen[index];
      const figures = found && found.outcome === 'internal' ? found.figures : [];
      const of = (year: number): TabulatedFigure | undefined =>
        figures.find((figure) => figure.place === place && figure.period === `${year}`);
      return [id, { before: of(years[0]), now: of(years[1]) }];
    }),
  );
  return { own, today, years };
}

type Props = FoundOwn & {
  readonly place: string;
  readonly estimates: readonly PublishedEstimate[];
  readonly actor: Actor;
  readonly language: Language;
};

function OwnNumbers(props: Props): JSX.Element {
  const { place, today, years, estimates, actor, language } = props;
  const say = ownTexts(language);
  return (
    <>
      <p>
        {say('lead', {
          place: placeText(place, language),
          year: `${years[1]}`,
          lastYear: `${years[0]}`,
          day: dayText(today, language),
        })}
      </p>
      <Strip>
        <p>{say('internal')}</p>
        <Downloads address={ownNumbersAddress} language={language} />
      </Strip>
      {(Object.keys(questions) as Question[]).map((question) => (
        <Answer key={question} question={question} {...props} />
      ))}
      <Card heading={say('compare')}>
        <Compared {...{ place, estimates, language }} />
        <p>
          <a href={estimateAddress('decided-residential-2019')}>{say('compareLink')}</a>
        </p>
        <p>
          {say('quoteSays', { place: placeText(place, language) })} <a href={yearsAddressOf(place)}>{say('quoteLink')}</a>
        </p>
      </Card>
      {may(actor, 'call:read') && (
        <Card heading={say('call')}>
          <p>{say('callSays')}</p>
          <p>
            <a href={callsAddress}>{say('callLink')}</a>
          </p>
        </Card>
      )}
    </>
  );
}

/** What is published of one area that counts what a decision on residence counts, year by year. */
function publishedDecisions(geography: string, estimates: readonly PublishedEstimate[]): readonly PublishedEstimate[] {
  return estimates
    .filter(
      ({ grid, municipality, year, low, high }) =>
        grid.event === 'decided-residential' && (municipality ?? grid.geography) === geography && /^\d{4}$/.test(year) && low === high,
    )
    .toSorted((one, other) => (one.year < other.year ? -1 : 1));
}

/** The area's own published numbers where there are any; those of the country only as what the area is a part of. */
function Compared({ place, estimates, language }: Pick<Props, 'place' | 'estimates' | 'language'>): JSX.Element {
  const say = ownTexts(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const told = (some: readonly PublishedEstimate[]): { readonly years: string; readonly numbers: string } => ({
    years: `${some[0]?.year ?? ''}–${some.at(-1)?.year ?? ''}`,
    numbers: list.format(some.map(({ low }) => numberText(low, language))),
  });
  const own = publishedDecisions(place, estimates);
  const [region, country] = [told(own), told(publishedDecisions('denmark', estimates))];
  const name = placeText(place, language);
  return (
    <p>
      {own.length > 0
        ? say('compareRegion', { place: name, years: region.years, region: region.numbers })
        : say('compareNone', { place: name })}{' '}
      {say('compareSays', { years: country.years, country: country.numbers })}
    </p>
  );
}

function Answer({ question, own, years, language }: Props & { readonly question: Question }): JSX.Element {
  const say = ownTexts(language);
  const definitions = figureDefinitions.filter(({ id }) => (questions[question] as readonly string[]).includes(id));
  return (
    <Card heading={say(question)}>
      <p className="say">{sentence(question, own, years, language)}</p>
      <Sheet caption={say(question)} underHeading>
        <YearHead heads={[say('figure')]} years={years.toReversed()} />
        <tbody>
          {definitions.map(({ id, title }) => (
            <tr key={id}>
              <th scope="row" lang="da">
                <a href={figureAddress(id)}>{title}</a>
              </th>
              <OwnCell figure={own.get(id)?.now} language={language} />
              <OwnCell figure={own.get(id)?.before} language={language} />
            </tr>
          ))}
        </tbody>
      </Sheet>
      {question === 'waits' && <p className="quiet">{say('yearsDiffer')}</p>}
      {question !== 'treatment' && cameOtherwise(own, years, language).map((text) => <p key={text}>{text}</p>)}
      <details className="fold">
        <summary>{say('definitionOf')}</summary>
        <dl lang="da">
          {definitions.map(({ id, title, text }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>
                {text} {own.get(id)?.now?.definition.edition}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}

/**
 * A week of pregnancy and a time in weeks are written in weeks and days, with the same as a number beside it: `uge 29+4 (29,57)`, `1 uge og 6 dage
 * (1,86)`. A mean or a median says of how many. All else as everywhere.
 */
function OwnCell({ figure, language }: { readonly figure: TabulatedFigure | undefined; readonly language: Language }): JSX.Element {
  const measure = figureDefinitions.find(({ id }) => id === figure?.definition.id)?.measure;
  if (measure === undefined || measure.kind === 'count' || typeof figure?.value !== 'number')
    return <ValueCell figure={figure} language={language} />;
  const say = ownTexts(language);
  const value = numberText(figure.value, language);
  const isInWeeks = 'divideBy' in measure && measure.divideBy === 7;
  const isOfPregnancy = 'of' in measure && measure.of === 'gestation';
  const written = isOfPregnancy ? say('weeks', { weeks: weeksAndDays(figure.value) }) : say('time', timeInWeeks(figure.value));
  return (
    <td className="number">
      {isInWeeks ? `${written} (${value})` : value}{' '}
      {/* A mean of one woman and a count of none stand beside each other where their years differ. */}
      <br />
      <span className="quiet">{say('restsOn', { cases: figure.cases })}</span>
    </td>
  );
}
