/** What may be said of each year, ready to quote, and whether the call's own numbers of the year may be. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { callPackages } from '../../domain/call/packages.ts';
import { type Sayable, sayableYears, type SilentYear, silentYears } from '../../domain/numbers/sayable.ts';
import { danishDay } from '../../domain/time.ts';
import type { Permit } from '../../domain/trail.ts';
import type { Database } from '../../store/database.ts';
import { readEstimates } from '../../store/published-documents.ts';
import { readReleasedOf, type ReleasedLine } from '../../store/release-read.ts';
import type { WebContext } from '../context.ts';
import { releasesAddress } from '../release/texts.ts';
import type { Language } from '../ui/language.ts';
import { estimateAddress, numbersAddress, yearsAddress } from './addresses.ts';
import { Downloads, tableFiles } from './downloads.tsx';
import { sayableSentence, silentSentence } from './sayable-sentence.ts';
import { disputeTexts } from './texts.ts';
import { yearTexts } from './year-words.ts';
import { yearsFile } from './years-file.ts';

/** The years that a call asks about, and what has been released of it, the newest first. */
type CallYears = { readonly years: readonly number[]; readonly released: readonly ReleasedLine[] };

export const yearsPage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get(yearsAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language } = request;
    const permit = request.permit();
    const estimates = await readEstimates(db, permit);
    const years = sayableYears(estimates);
    const silent = silentYears(estimates, danishDay(permit.at));
    const calls = may(permit.actor, 'release:read') ? await readCalls(db, permit) : [];
    return reply.page({
      title: yearTexts(language)('title'),
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: <Years {...{ years, silent, calls, language }} />,
    });
  });
  tableFiles(app, { address: yearsAddress, permission: 'figure:read', name: 'hvad-kan-siges' }, async (request) => {
    const permit = request.permit();
    return yearsFile(await readEstimates(db, permit), danishDay(permit.at), request.language);
  });
};

async function readCalls(db: Database, permit: Permit): Promise<readonly CallYears[]> {
  const calls: CallYears[] = [];
  for (const call of callPackages) calls.push({ years: call.years, released: await readReleasedOf(db, permit, call) });
  return calls;
}

type Props = {
  readonly years: readonly Sayable[];
  readonly silent: readonly SilentYear[];
  readonly calls: readonly CallYears[];
  readonly language: Language;
};

function Years({ years, silent, calls, language }: Props): JSX.Element {
  const say = yearTexts(language);
  return (
    <>
      <p>{say('lead')}</p>
      <p className="quiet">{say('which')}</p>
      <Downloads address={yearsAddress} language={language} />
      {years.length === 0 && <p>{say('none')}</p>}
      {inOrder(years, silent).map((one) => (
        <section key={one.year} className="card" id={`aar-${one.year}`} aria-labelledby={`aar-${one.year}-navn`}>
          <h2 id={`aar-${one.year}-navn`}>{one.year}</h2>
          {'quote' in one ? <Quoted one={one} language={language} /> : <p>{silentSentence(one, language)}</p>}
          {calls
            .filter((call) => call.years.includes(one.year))
            .map((call) => (
              <CallLine key={call.years.join()} year={one.year} call={call} language={language} />
            ))}
        </section>
      ))}
    </>
  );
}

/** Every year once, the newest first: with its number, or with why it has none. */
function inOrder(years: readonly Sayable[], silent: readonly SilentYear[]): readonly (Sayable | SilentYear)[] {
  return [...years, ...silent].toSorted((one, other) => other.year - one.year);
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
function CallLine({ year, call, language }: { readonly year: number; readonly call: CallYears; readonly language: Language }): JSX.Element {
  const say = yearTexts(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const { sentence, of } = whatIsOut(year, call.released);
  const ids = of.map(({ id }) => id);
  return (
    <p className="quiet">
      {say(sentence, {
        year: `${year}`,
        years: list.format(call.years.map(String)),
        list: list.format(ids.map((id) => say('release', { id }))),
      })}{' '}
      {ids.map((id) => (
        <span key={id}>
          <a href={`${releasesAddress}/${id}`}>{say('release', { id })}</a>{' '}
        </span>
      ))}
    </p>
  );
}

type WhatIsOut = {
  readonly sentence: 'callPublished' | 'callTogether' | 'callHidden' | 'callDraft';
  /** The releases that the sentence speaks of. */
  readonly of: readonly ReleasedLine[];
};

function whatIsOut(year: number, released: readonly ReleasedLine[]): WhatIsOut {
  const alone = released.filter(({ years }) => years.alone.includes(year));
  if (alone.length > 0) return { sentence: 'callPublished', of: alone };
  const together = released.filter(({ years }) => years.together);
  if (together.length > 0) return { sentence: 'callTogether', of: together };
  return { sentence: released.length > 0 ? 'callHidden' : 'callDraft', of: released };
}
