/** Where units should be: the best sets under each estimate, what they would be regretted, and travel times that are a fifth off. */
import type { JSX } from 'react';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { placesOfBirth, placesOfBirthAsOf } from '../../domain/planning/lab/places-of-birth.ts';
import { type SiteComparison } from '../../domain/planning/lab/site-question.ts';
import type { StudyProposal } from '../../domain/planning/lab/study.ts';
import { assumed, positionIds, positions, positionScenario } from '../../domain/planning/proposals/positions.ts';
import type { RegretAnswer, SetRegret } from '../../domain/planning/sites/regret.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet, Tag } from '../ui/pieces.tsx';
import { listed, minutesSaid, minutesText, spanText } from './plan-words.ts';
import { SiteMaps } from './site-map.tsx';
import { siteName } from './site-name.ts';
import { sitesTexts } from './texts.ts';
import { SimulateSets } from './sites-simulated.tsx';
import { setsTravelText } from './travel-words.ts';
import { leastText, longerThanBest, staysText, travelErrors } from './sites-sentences.ts';

export function Sites({
  compared: { regret, sites, travel, shortlist },
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
  const named = (open: readonly number[]): string =>
    listed(
      open.map((at) => siteName(sites[at] ?? '')),
      language,
    );
  return (
    <>
      {regret.outcome === 'compared' ? (
        <>
          <p className="say">{leastText(regret, travel, named, language)}</p>
          <ul className="bare plan-list">
            {documentedEstimates.map((stated, index) => {
              const best = regret.best[index];
              const minutes = best?.values[index];
              return (
                <li key={stated.name}>
                  {best && minutes !== null && minutes !== undefined
                    ? say('bestUnder', {
                        women: spanText(stated, 0, language),
                        count: best.open.length,
                        max: open,
                        sites: named(best.open),
                        minutes: minutesSaid({ from: minutes, to: minutes }, language),
                      })
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
                      best={regret.best}
                      sites={named(best.open)}
                      language={language}
                    />
                  ) : null;
                })}
                <Row
                  name={say('leastName')}
                  set={regret.leastRegret}
                  best={regret.best}
                  sites={named(regret.leastRegret.open)}
                  language={language}
                />
              </tbody>
            </Sheet>
          </div>
          <p className="quiet">{say('tableText')}</p>
          <p className="quiet">{setsTravelText(proposed(language), language)}</p>
        </>
      ) : (
        <>
          <p>{say(regret.outcome === 'infeasible' ? 'none' : 'unknown')}</p>
          {ask}
        </>
      )}
      {shortlist.outcome === 'listed' && <SimulateSets sets={shortlist.sets} sites={sites} open={open} language={language} />}
      <h2>{say('travel')}</h2>
      <p>{say('travelText', travelErrors(language))}</p>
      <div className="compared">
        <Sheet caption={say('travel')} underHeading>
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
            hospitals: placesOfBirth.map(({ hospital, municipality }) => `${hospital} (${siteName(municipality)})`).join('; '),
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

/** The sites of the documents' proposals: several propose the same. */
function proposed(language: Language): Parameters<typeof setsTravelText>[0] {
  return positionIds.map((id) => ({
    sites: listed(positions[id].sites.map(siteName), language),
    scenario: positionScenario(positions[id], { demand: 1, places: assumed.placesOfUnit }),
  }));
}

type RowProps = {
  readonly name: string;
  readonly set: SetRegret;
  /** The best set of each estimate. */
  readonly best: readonly (SetRegret | null)[];
  readonly sites: string;
  readonly language: Language;
};

function Row({ name, set, best, sites, language }: RowProps): JSX.Element {
  const say = sitesTexts(language);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={say('sites')}>{sites}</td>
      {documentedEstimates.map((stated, index) => {
        const value = set.values[index] ?? null;
        const longer = longerThanBest(set, best, index);
        return (
          <td key={stated.name} className="number" data-label={say('under', { women: spanText(stated, 0, language) })}>
            {value === null ? say('cannot') : minutesText({ from: value, to: value }, language)}
            {longer > 0 && ` ${say('regret', { minutes: longer })}`}
          </td>
        );
      })}
    </tr>
  );
}
