/** Where units should be: the best sets under each estimate, what they would be regretted, and travel times that are a fifth off. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { compareSitesBeside } from '../../compute/site-choice.ts';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { placesOfBirth, placesOfBirthAsOf } from '../../domain/planning/lab/places-of-birth.ts';
import { mostOpen, type SiteComparison, usualOpen } from '../../domain/planning/lab/site-question.ts';
import type { StudyProposal } from '../../domain/planning/lab/study.ts';
import { assumed, positionScenario } from '../../domain/planning/proposals/positions.ts';
import type { RegretAnswer, SetRegret } from '../../domain/planning/sites/regret.ts';
import type { TravelChange } from '../../domain/planning/sites/travel-change.ts';
import type { WebContext } from '../context.ts';
import { within } from '../soon.ts';
import { SelectField } from '../ui/fields.tsx';
import { dayText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet, Tag } from '../ui/pieces.tsx';
import { planAddress, sitesAddress } from './addresses.ts';
import { spanText } from './plan-words.ts';
import { SiteMaps } from './site-map.tsx';
import { siteName } from './site-name.ts';
import { planTexts, sitesTexts } from './texts.ts';
import { isHeldStill, Waiting } from './waiting.tsx';

const shortWait = 1_500;

type Query = { Querystring: { steder?: unknown } };

export const sitesPage: FastifyPluginAsync<WebContext> = async (app) => {
  // As many questions as there are numbers of sites, each with one answer: worked out when it is first asked for, one after the other, and kept.
  const kept = new Map<number, Promise<SiteComparison>>();
  let turn: Promise<unknown> = Promise.resolve();
  const answer = (open: number): Promise<SiteComparison> => {
    const there = kept.get(open);
    if (there) return there;
    const compared = turn.then(() => compareSitesBeside({ estimates: documentedEstimates, open }));
    turn = compared.catch(() => undefined);
    kept.set(open, compared);
    // What failed is tried again by the next who asks.
    compared.catch(() => kept.delete(open));
    return compared;
  };
  app.get<Query>(sitesAddress, { config: { permission: 'plan:read' } }, async ({ language, query }, reply) => {
    const open = openings.find((count) => String(count) === query.steder) ?? usualOpen;
    const compared = await within(answer(open), shortWait);
    const say = sitesTexts(language);
    const ask = (
      <form method="get" className="fields-in-line plan-form no-print" aria-label={say('ask')}>
        <SelectField
          name="steder"
          label={say('upTo')}
          hint={say('upToHint', { most: mostOpen })}
          value={String(open)}
          options={openings.map((count) => ({ value: String(count), text: say('openCount', { count }) }))}
        />
        <div className="actions">
          <button className="button button-primary" type="submit">
            {say('show')}
          </button>
        </div>
      </form>
    );
    return reply.page({
      title: say('title'),
      crumbs: [{ href: planAddress, text: planTexts(language)('title') }],
      content: (
        <>
          {compared ? (
            <Sites compared={compared} open={open} ask={ask} language={language} />
          ) : (
            <Waiting address={`${sitesAddress}?steder=${open}`} isStill={isHeldStill(query)} language={language}>
              <p>{say('working')}</p>
            </Waiting>
          )}
          {!compared && ask}
        </>
      ),
    });
  });
};

const openings = Array.from({ length: mostOpen }, (_, index) => index + 1);

function Sites({
  compared: { regret, sites, travel },
  open,
  ask,
  language,
}: {
  readonly compared: SiteComparison;
  readonly open: number;
  readonly ask: JSX.Element;
  readonly language: Language;
}): JSX.Element {
  const say = sitesTexts(language);
  const named = (open: readonly number[]): string => open.map((at) => siteName(sites[at] ?? '')).join(', ');
  return (
    <>
      {regret.outcome === 'compared' ? (
        <>
          <p className="say">
            {say('least', { sites: named(regret.leastRegret.open), minutes: whole(regret.leastRegret.worst, language) })}
          </p>
          <ul className="bare plan-list">
            {documentedEstimates.map((stated, index) => {
              const best = regret.best[index];
              const minutes = best?.values[index];
              return (
                <li key={stated.name}>
                  {best && minutes !== null && minutes !== undefined
                    ? say('bestUnder', { women: spanText(stated, 0, language), sites: named(best.open), minutes: whole(minutes, language) })
                    : say('noneUnder', { women: spanText(stated, 0, language) })}
                </li>
              );
            })}
          </ul>
          {ask}
          <SiteMaps proposals={mapped(regret, sites, named)} language={language} />
          <div className="compared">
            <Sheet caption={say('caption')}>
              <thead>
                <tr>
                  <th scope="col">{say('set')}</th>
                  <th scope="col">{say('sites')}</th>
                  {documentedEstimates.map((stated) => (
                    <th key={stated.name} scope="col" className="number">
                      {say('under', { women: spanText(stated, 0, language) })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {documentedEstimates.map((stated, index) => {
                  const best = regret.best[index];
                  return best ? (
                    <Row
                      key={stated.name}
                      name={say('women', { women: spanText(stated, 0, language) })}
                      set={best}
                      sites={named(best.open)}
                      language={language}
                    />
                  ) : null;
                })}
                <Row name={say('leastName')} set={regret.leastRegret} sites={named(regret.leastRegret.open)} language={language} />
              </tbody>
            </Sheet>
          </div>
          <p className="quiet">{say('tableText')}</p>
        </>
      ) : (
        <>
          <p>{say(regret.outcome === 'infeasible' ? 'none' : 'unknown')}</p>
          {ask}
        </>
      )}
      <h2>{say('travel')}</h2>
      <p>{say('travelText')}</p>
      <div className="compared">
        <Sheet caption={say('travel')}>
          <thead>
            <tr>
              <th scope="col">{say('open')}</th>
              <th scope="col">{say('best')}</th>
              <th scope="col">{say('stays')}</th>
            </tr>
          </thead>
          <tbody>
            {travel.map((change, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a row is known by its number of sites
              <tr key={index}>
                <th scope="row">{say('openCount', { count: index + 1 })}</th>
                <td data-label={say('best')}>{change.outcome === 'compared' ? named(change.open) : '–'}</td>
                <td data-label={say('stays')}>{staysText(change, named, language)}</td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </div>
      <h2>{say('assumptions')}</h2>
      <p>{say('intro')}</p>
      <ul className="bare plan-assumptions">
        {[
          say('assume.sites', {
            count: placesOfBirth.length,
            hospitals: placesOfBirth.map(({ hospital, municipality }) => `${hospital} (${siteName(municipality)})`).join(', '),
            asOf: dayText(placesOfBirthAsOf, language),
          }),
          say('assume.open', { open }),
          say('assume.births'),
        ].map((text) => (
          <li key={text}>
            <Tag tone="attention">{say('assumption')}</Tag> {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The set that is regretted least, then the best of each estimate; the same sites are drawn once. */
function mapped(
  regret: Extract<RegretAnswer, { outcome: 'compared' }>,
  sites: readonly string[],
  named: (open: readonly number[]) => string,
): readonly StudyProposal[] {
  const sets = [regret.leastRegret, ...regret.best.filter((set) => set !== null)];
  const byName = new Map(sets.map(({ open }) => [named(open), open.map((at) => sites[at] ?? '')]));
  return [...byName].map(([title, at]) => ({
    title,
    from: title,
    scenario: positionScenario(
      { sites: at, places: 'standing', afterBirthWeeks: assumed.afterBirthWeeks },
      { demand: 1, places: assumed.placesOfUnit },
    ),
  }));
}

type RowProps = { readonly name: string; readonly set: SetRegret; readonly sites: string; readonly language: Language };

function Row({ name, set, sites, language }: RowProps): JSX.Element {
  const say = sitesTexts(language);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={say('sites')}>{sites}</td>
      {documentedEstimates.map((stated, index) => {
        const [value, regret] = [set.values[index] ?? null, set.regrets[index] ?? null];
        return (
          <td key={stated.name} className="number" data-label={say('under', { women: spanText(stated, 0, language) })}>
            {value === null ? say('cannot') : say('minutes', { minutes: whole(value, language) })}
            {regret !== null && regret >= 0.5 && ` ${say('regret', { minutes: whole(regret, language) })}`}
          </td>
        );
      })}
    </tr>
  );
}

/** Below so small a change the travel times of a model without roads cannot say which of two sets is best. */
const cannotBeTold = 0.01;

function staysText(change: TravelChange, named: (open: readonly number[]) => string, language: Language): string {
  const say = sitesTexts(language);
  if (change.outcome !== 'compared') return say('unknown');
  if (change.staysBest) return say('staysYes');
  const [next, ...others] = change.contenders.filter(({ from }) => from < cannotBeTold);
  if (next) return say('staysTied', { sites: named(next.open), alike: others.length, others: change.contenders.length });
  return say('staysNo', { share: numberText(Math.ceil(change.safeUpTo * 1000) / 10, language), others: change.contenders.length });
}

function whole(minutes: number, language: Language): string {
  return numberText(Math.round(minutes), language);
}
