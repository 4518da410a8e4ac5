/** What may be said of each year of a place, ready to quote, and whether the call's own numbers of the year may be. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { releasesOf } from '../../domain/call/released-number.ts';
import { yearOut } from '../../domain/call/released-years.ts';
import { type MunicipalYear, municipalYears, parseQuotedPlace, type QuotedPlace, yearSayings } from '../../domain/call/year-sayings.ts';
import { inDanishOrder } from '../../domain/danish-order.ts';
import { municipalities, municipalityTitle } from '../../domain/geography/municipalities.ts';
import { regionIds, regions } from '../../domain/geography/regions.ts';
import type { Sayable, SayablePlace, SilentYear } from '../../domain/numbers/sayable.ts';
import { danishDay, type Day } from '../../domain/time.ts';
import type { Permit } from '../../domain/trail.ts';
import { sayText } from '../../reports/number-names.ts';
import { callSentence, releasedSentence, sayableSentence, silentSentence } from '../../reports/sayable-sentence.ts';
import type { Database } from '../../store/database.ts';
import { readEstimates } from '../../store/published-documents.ts';
import { readCitedCalls, readReleasedCalls, type ReleasedCall } from '../../store/release-read.ts';
import type { WebContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import { releasesAddress } from '../release/texts.ts';
import { SelectField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { estimateAddress, numbersAddress, yearsAddress } from './addresses.ts';
import { Downloads, tableFiles } from './downloads.tsx';
import { placeText } from './figure-view.tsx';
import { disputeTexts } from './texts.ts';
import { yearTexts } from './year-words.ts';
import { municipalYearsFile, yearsFile } from './years-file.ts';

/** `omraade` is the place: the whole country, a region, or a municipality by its code. */
type Query = { Querystring: { omraade?: string } };

export const yearsPage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get<Query>(yearsAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language } = request;
    const permit = request.permit();
    const code = request.query.omraade ?? country;
    const place = parseQuotedPlace(code);
    if (place === null) return notFound(reply);
    const content = await contentOf(db, permit, place, language);
    return reply.page({
      title: yearTexts(language)('title'),
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: (
        <>
          <Place code={code} today={danishDay(request.permit().at)} language={language} />
          {content}
        </>
      ),
    });
  });
  tableFiles<Query['Querystring']>(app, { address: yearsAddress, permission: 'figure:read', name: 'hvad-kan-siges' }, async (request) => {
    const permit = request.permit();
    const place = parseQuotedPlace(request.query.omraade ?? country);
    if (place === null) return null;
    const today = danishDay(permit.at);
    return place.kind === 'area'
      ? yearsFile(await readEstimates(db, permit), place.place, today, request.language)
      : municipalYearsFile(
          municipalYears(await readCitedCalls(db, permit), place.municipality),
          place.municipality,
          today,
          request.language,
        );
  });
};

const country = 'danmark';

async function contentOf(db: Database, permit: Permit, place: QuotedPlace, language: Language): Promise<JSX.Element> {
  if (place.kind === 'municipality') {
    const { id, name } = place.municipality;
    const years = municipalYears(await readCitedCalls(db, permit), place.municipality);
    return <MunicipalYears {...{ years, code: id, name, language }} />;
  }
  const years = yearSayings(await readEstimates(db, permit), place.place, danishDay(permit.at));
  const calls = await readReleasedCalls(db, permit);
  return <Years {...{ years, place: place.place, calls, language }} />;
}

/** Whose numbers are to be quoted: chosen here, and said where they are not the country's. */
function Place({ code, today, language }: { readonly code: string; readonly today: Day; readonly language: Language }): JSX.Element {
  const say = yearTexts(language);
  const named = (id: string): { readonly value: string; readonly text: string } => ({ value: id, text: placeText(id, language) });
  const options = [
    named(country),
    // A region that is no more has its numbers still; one that is yet to come has none.
    ...inDanishOrder(regionIds.filter((id) => regions[id].from <= today).map(named), ({ text }) => text),
    ...inDanishOrder(
      municipalities.map(({ id }) => ({ value: id, text: municipalityTitle(id) })),
      ({ text }) => text,
    ),
  ];
  return (
    <form method="get" action={yearsAddress} className="choose-number no-print">
      <SelectField name="omraade" label={say('place')} value={code} options={options} />
      <button type="submit" className="button button-secondary">
        {say('placeShow')}
      </button>
    </form>
  );
}

type Props = {
  readonly years: readonly (Sayable | SilentYear)[];
  readonly place: SayablePlace;
  readonly calls: readonly ReleasedCall[];
  readonly language: Language;
};

function Years({ years, place, calls, language }: Props): JSX.Element {
  const say = yearTexts(language);
  const region = place === 'denmark' ? null : regions[place].name;
  return (
    <>
      <p>{say('lead')}</p>
      <p className="quiet">{say('which')}</p>
      {region !== null && <p>{say('isRegion', { region })}</p>}
      <Downloads address={yearsAddress} query={place === 'denmark' ? {} : { omraade: place }} language={language} />
      {!years.some((one) => 'quote' in one) && <p>{region === null ? say('none') : say('noneRegion', { region })}</p>}
      {years.map((one) => (
        <section key={one.year} className="card" id={`aar-${one.year}`} aria-labelledby={`aar-${one.year}-navn`}>
          <h2 id={`aar-${one.year}-navn`}>{one.year}</h2>
          {'quote' in one ? <Quoted one={one} language={language} /> : <p>{silentSentence(one, place, language)}</p>}
          {calls
            .filter(({ call }) => call.years.includes(one.year))
            .map((released) => (
              <CallLine key={released.call.id} year={one.year} of={released} language={language} />
            ))}
        </section>
      ))}
    </>
  );
}

type MunicipalProps = {
  readonly years: readonly MunicipalYear[];
  readonly code: string;
  readonly name: string;
  readonly language: Language;
};

/** Of a municipality only what is released can be quoted: its own answer is never looked at here. */
function MunicipalYears({ years, code, name, language }: MunicipalProps): JSX.Element {
  const say = yearTexts(language);
  return (
    <>
      <p>{say('municipalLead', { name })}</p>
      <Downloads address={yearsAddress} query={{ omraade: code }} language={language} />
      {years.map(({ year, call, numbers }) => (
        <section key={`${call.id}-${year}`} className="card" id={`aar-${year}`} aria-labelledby={`aar-${year}-navn`}>
          <h2 id={`aar-${year}-navn`}>{year}</h2>
          {numbers.map(({ question, number }) => (
            <p key={question} className={number.outcome === 'printed' ? 'say' : undefined}>
              {releasedSentence({ place: name, year, question: call.questions[question] }, number, language)}{' '}
              <Releases ids={releasesOf(number)} language={language} />
            </p>
          ))}
        </section>
      ))}
    </>
  );
}

function Quoted({ one, language }: { readonly one: Sayable; readonly language: Language }): JSX.Element {
  return (
    <>
      <p className="say">{sayableSentence(one, language)}</p>
      {one.neverCompare.length > 0 && (
        <p className="no-print">
          <a href={estimateAddress(one.quote.id)}>{yearTexts(language)('why')}</a>
        </p>
      )}
    </>
  );
}

/** What tells the published from the draft: the releases that print a number of the year itself, or what stands in place of them. */
function CallLine({ year, of, language }: { readonly year: number; readonly of: ReleasedCall; readonly language: Language }): JSX.Element {
  const out = yearOut(year, of);
  return (
    <p className="quiet">
      {callSentence(year, of.call, out, language)} <Releases ids={out.of.map(({ id }) => id)} language={language} />
    </p>
  );
}

function Releases({ ids, language }: { readonly ids: readonly string[]; readonly language: Language }): JSX.Element {
  return (
    <>
      {ids.map((id) => (
        <span key={id}>
          <a href={`${releasesAddress}/${id}`}>{sayText('release', language, { id })}</a>{' '}
        </span>
      ))}
    </>
  );
}
