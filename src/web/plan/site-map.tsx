/** Maps of sites and travel: a tile for each municipality, in a colour and a pattern by the minutes to the nearest unit, with a table. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { reachStep } from '../../domain/geography/reach.ts';
import { tileGrid, tileGridSize } from '../../domain/geography/tile-grid.ts';
import { roundedMinutes } from '../../domain/geography/travel.ts';
import type { StudyProposal } from '../../domain/planning/lab/study.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { DotSwatch, TilePatterns, tileSteps, TileSwatch } from '../ui/tile-patterns.tsx';
import { Sheet } from '../ui/pieces.tsx';
import { proposalTitle } from './proposals.ts';
import { siteName } from './site-name.ts';
import { labTexts } from './texts.ts';

type Nearest = { readonly site: string; readonly minutes: number };

const tile = 22;
const hour = 60;

/** By municipality; only where the scenario's areas are municipalities. */
function nearestUnits({ areas = [], sites }: Scenario): ReadonlyMap<string, Nearest> {
  return new Map(
    areas.flatMap(({ id, minutes }) => {
      const [nearest] = sites
        .map((site): Nearest => ({ site: site.id, minutes: minutes[site.id] ?? Infinity }))
        .toSorted((one, other) => one.minutes - other.minutes);
      return nearest && municipalities.some((one) => one.id === id) ? [[id, nearest] as const] : [];
    }),
  );
}

export function SiteMaps({
  proposals,
  language,
}: {
  readonly proposals: readonly StudyProposal[];
  readonly language: Language;
}): JSX.Element | null {
  const say = labTexts(language);
  const mapped = proposals.flatMap((proposal) => {
    const nearest = nearestUnits(proposal.scenario);
    return nearest.size > 0 ? [{ proposal, nearest }] : [];
  });
  if (mapped.length === 0) return null;
  return (
    <section>
      <h2>{say('map')}</h2>
      <p>{say('mapText')}</p>
      <Legend language={language} />
      <div className="lab-maps">
        {mapped.map(({ proposal, nearest }, index) => (
          <SiteMap key={proposal.from} id={`kort-${index}`} proposal={proposal} nearest={nearest} language={language} />
        ))}
      </div>
    </section>
  );
}

type MapProps = {
  readonly id: string;
  readonly proposal: StudyProposal;
  readonly nearest: ReadonlyMap<string, Nearest>;
  readonly language: Language;
};

function SiteMap({ id, proposal, nearest, language }: MapProps): JSX.Element {
  const say = labTexts(language);
  const title = proposalTitle(proposal, language);
  const sentence = mapSentence(proposal.scenario, nearest, title, language);
  const units = new Set(proposal.scenario.sites.map((site) => site.id));
  return (
    <figure className="lab-map reach-map">
      <figcaption>{sentence}</figcaption>
      <svg
        viewBox={`-2 -2 ${tileGridSize.columns * tile + 4} ${tileGridSize.rows * tile + 4}`}
        role="img"
        aria-label={`${say('map')}. ${sentence}`}
      >
        <TilePatterns id={id} />
        {tileGrid.map(({ municipality, column, row }) => {
          const to = nearest.get(municipality);
          const step = to ? reachStep(to.minutes) : 'none';
          const [x, y] = [column * tile, row * tile];
          return (
            <g key={municipality}>
              <title>
                {to ? `${siteName(municipality)}: ${numberText(roundedMinutes(to.minutes), language)} min.` : siteName(municipality)}
              </title>
              <rect className={`area step-${step}`} x={x} y={y} width={tile - 1} height={tile - 1} />
              <rect x={x} y={y} width={tile - 1} height={tile - 1} fill={`url(#${id}-${step})`} />
            </g>
          );
        })}
        {tileGrid
          .filter(({ municipality }) => units.has(municipality))
          .map(({ municipality, column, row }) => (
            <g key={municipality} className="unit-dot">
              <circle cx={(column + 0.5) * tile} cy={(row + 0.5) * tile} r={7} />
            </g>
          ))}
      </svg>
      <details className="plan-table">
        <summary>{say('asTable')}</summary>
        <Sheet caption={`${say('map')}: ${title}`}>
          <thead>
            <tr>
              <th scope="col">{say('municipality')}</th>
              <th scope="col">{say('nearest')}</th>
              <th scope="col" className="number">
                {say('minutes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...nearest]
              .map(([home, to]) => ({ name: siteName(home), ...to }))
              .toSorted((one, other) => compareNames(one.name, other.name))
              .map(({ name, site, minutes }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{siteName(site)}</td>
                  <td className="number">{numberText(roundedMinutes(minutes), language)}</td>
                </tr>
              ))}
          </tbody>
        </Sheet>
      </details>
    </figure>
  );
}

function mapSentence({ areas = [] }: Scenario, nearest: ReadonlyMap<string, Nearest>, title: string, language: Language): string {
  const total = areas.reduce((sum, { weight }) => sum + weight, 0);
  const near = areas.reduce((sum, { id, weight }) => sum + ((nearest.get(id)?.minutes ?? Infinity) <= hour ? weight : 0), 0);
  const [far] = [...nearest].toSorted(([, one], [, other]) => other.minutes - one.minutes);
  return labTexts(language)('mapSentence', {
    title,
    share: Math.round((100 * near) / total),
    far: far ? siteName(far[0]) : '',
    minutes: far ? roundedMinutes(far[1].minutes) : 0,
  });
}

function Legend({ language }: { readonly language: Language }): JSX.Element {
  const say = labTexts(language);
  return (
    <ul className="map-legend reach-map">
      {tileSteps.map((step) => (
        <li key={step}>
          <TileSwatch id="kort-0" step={step} />
          {say(`mapStep.${step}`)}
        </li>
      ))}
      <li>
        <DotSwatch />
        {say('mapSite')}
      </li>
    </ul>
  );
}
