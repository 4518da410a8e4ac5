/** Where units should be: the best sets under each estimate, what they would be regretted, and travel times that are a fifth off. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { compareSitesBeside } from '../../compute/site-choice.ts';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { mostOpen, possibleSites, type SiteComparison } from '../../domain/planning/lab/site-question.ts';
import type { StudyProposal } from '../../domain/planning/lab/study.ts';
import { assumed, positionScenario } from '../../domain/planning/proposals/positions.ts';
import type { RegretAnswer, SetRegret } from '../../domain/planning/sites/regret.ts';
import type { TravelChange } from '../../domain/planning/sites/travel-change.ts';
import type { WebContext } from '../context.ts';
import { within } from '../soon.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Sheet, Tag } from '../ui/pieces.tsx';
import { planAddress, sitesAddress } from './addresses.ts';
import { spanText } from './plan-words.ts';
import { SiteMaps } from './site-map.tsx';
import { siteName } from './site-name.ts';
import { refreshSeconds } from './study-view.tsx';
import { planTexts, sitesTexts } from './texts.ts';

const shortWait = 1_500;

export const sitesPage: FastifyPluginAsync<WebContext> = async (app) => {
  // One question with one answer: worked out when it is first asked for, and kept.
  let kept: Promise<SiteComparison> | null = null;
  const answer = (): Promise<SiteComparison> => {
    kept ??= compareSitesBeside({ estimates: documentedEstimates, open: mostOpen });
    // What failed is tried again by the next who asks.
    kept.catch(() => (kept = null));
    return kept;
  };
  app.get(sitesAddress, { config: { permission: 'plan:read' } }, async ({ language }, reply) => {
    const compared = await within(answer(), shortWait);
    if (compared === null) void reply.header('refresh', String(refreshSeconds));
    const say = sitesTexts(language);
    return reply.page({
      title: say('title'),
      crumbs: [{ href: planAddress, text: planTexts(language)('title') }],
      content: <>{compared ? <Sites compared={compared} language={language} /> : <Alert tone="attention">{say('working')}</Alert>}</>,
    });
  });
};

function Sites({
  compared: { regret, sites, travel },
  language,
}: {
  readonly compared: SiteComparison;
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
          <SiteMaps proposals={mapped(regret, sites, named)} language={language} />
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
          <p className="quiet">{say('tableText')}</p>
        </>
      ) : (
        <p>{say(regret.outcome === 'infeasible' ? 'none' : 'unknown')}</p>
      )}
      <h2>{say('travel')}</h2>
      <p>{say('travelText')}</p>
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
              <th scope="row">{index + 1}</th>
              <td>{change.outcome === 'compared' ? named(change.open) : '–'}</td>
              <td>{staysText(change, named, language)}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
      <h2>{say('assumptions')}</h2>
      <p>{say('intro')}</p>
      <ul className="bare plan-assumptions">
        {[
          say('assume.sites', { sites: possibleSites.map(siteName).join(', ') }),
          say('assume.open', { open: mostOpen }),
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
      <td>{sites}</td>
      {documentedEstimates.map((stated, index) => {
        const [value, regret] = [set.values[index] ?? null, set.regrets[index] ?? null];
        return (
          <td key={stated.name} className="number">
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
