/** The positions of the documents, and an empty one, as scenario files: every value with its source or the word assumption, and a range. */
import { demandsOf, type NeedEstimateId, needEstimateIds, needEstimates, needNames } from '../proposals/need-estimates.ts';
import { assumed, type Position, type PositionId, positions, positionScenario } from '../proposals/positions.ts';
import type { Basis, Scenario, StatedEstimate } from '../simulation/scenario.ts';
import { assumptionWord } from './check-basis.ts';

/** Where the values of a position's file come from, as it is written in the file: in Danish, whoever fetches it. */
export const documentSources = {
  'placed-2017-2019': 'Visiterede på landsplan 2017–2019, afrapporteringen december 2020',
  'municipalities-2025': '19 og 36 % af styrelsens 83 kvinder, kommunernes fælles besvarelse 2025',
  'agency-2024': 'Social- og Boligstyrelsens samlede vurdering, anmodningen 2024; uopdagede er ikke med',
  fillingUp: 'Et nyt tilbud er 1–3 år om at komme i gang (kommunerne, 2025)',
  travel: 'Model uden vejnet; ± 20 %',
  areas: '0-årige 2018–2020, Danmarks Statistik; lige stor risiko overalt er en antagelse',
  sites: 'Ét stort fødested i hver region er en antagelse',
  chosenSites: 'Valgt efter rejsetid blandt fødestederne; om der kan være et afsnit, er ikke undersøgt',
} as const satisfies Readonly<Record<NeedEstimateId, string>> & Readonly<Record<string, string>>;

/** The documents' estimates of need. */
export const documentedEstimates: readonly StatedEstimate[] = needEstimateIds.map((id) => ({
  name: needNames[id],
  ...needEstimates[id],
  source: documentSources[id],
}));

const assumption = (low: number, high: number): Basis => ({ source: assumptionWord, range: [low, high] });

/** A position as a scenario file. `places` in each unit, at least `assumed.firstPlaces`. */
export function positionFile(id: PositionId, title: string, places: number = assumed.placesOfUnit): Scenario {
  return fileOf(positions[id], title, places, documentSources.sites);
}

/** Units at these sites (codes of municipalities), in all else like the agency's proposal: sets of sites that are to be compared differ by nothing more. */
export function sitesFile(sites: readonly string[], title: string): Scenario {
  return fileOf({ ...positions['agency-2024'], sites }, title, assumed.placesOfUnit, documentSources.chosenSites);
}

function fileOf(position: Position, title: string, places: number, whereFrom: string): Scenario {
  const [, demand] = demandsOf(needEstimates['municipalities-2025']);
  const { dispersion: _, ...scenario } = positionScenario(position, { demand, places });
  return {
    title,
    estimates: documentedEstimates,
    basis: {
      arrivalsPerYear: { source: documentSources['municipalities-2025'], range: [16, 30] },
      accepts: assumption(0.5, 1),
      'course.weekAtReferral': assumption(14, 28),
      'course.afterBirthWeeks': assumption(4, 26),
      'sites.places': assumption(Math.max(assumed.firstPlaces, Math.round(places / 2)), places * 2),
      ...(position.places === 'standing'
        ? {
            'sites.fillingUp.weeks': { source: documentSources.fillingUp, range: [52, 156] as const },
          }
        : { 'sites.flexible.leadWeeks': assumption(1, 12), 'sites.flexible.closeWhen.forWeeks': assumption(4, 26) }),
      'sites.refuses': assumption(0, 0.2),
      travel: { source: documentSources.travel, range: [0.8, 1.2] },
      areas: { source: documentSources.areas },
      sites: { source: whereFrom },
    },
    ...scenario,
  };
}

/** A scenario to begin on: one unit, nothing of the documents but the estimates. */
export function emptyFile(title: string): Scenario {
  const { sites, areas, ...rest } = positionFile('pilot', title);
  return { ...rest, ...(areas ? { areas } : {}), sites: sites.map(({ id, places }) => ({ id, places })) };
}
