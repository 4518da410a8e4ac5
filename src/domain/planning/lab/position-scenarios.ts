/** The positions of the documents, and an empty one, as scenario files: every value with its source or the word assumption, and a range. */
import { demandsOf, type NeedEstimateId, needEstimateIds, needEstimates } from '../proposals/need-estimates.ts';
import { assumed, type PositionId, positions, positionScenario } from '../proposals/positions.ts';
import type { Basis, Scenario, StatedEstimate } from '../simulation/scenario.ts';
import { assumptionWord } from './check-basis.ts';

/** What the estimates are called in a file: one reader or another will see it in a list. */
const estimateNames: Readonly<Record<NeedEstimateId, string>> = {
  'placed-2017-2019': 'Visiterede 2017–2019',
  'municipalities-2025': 'Kommunerne 2025',
  'agency-2024': 'Styrelsen 2024',
};

const estimateSources: Readonly<Record<NeedEstimateId, string>> = {
  'placed-2017-2019': 'Visiterede på landsplan 2017–2019, afrapporteringen december 2020',
  'municipalities-2025': '19 og 36 % af styrelsens 83 kvinder, kommunernes fælles besvarelse 2025',
  'agency-2024': 'Social- og Boligstyrelsens samlede vurdering, anmodningen 2024; uopdagede er ikke med',
};

/** The documents' estimates of need. */
export const documentedEstimates: readonly StatedEstimate[] = needEstimateIds.map((id) => ({
  name: estimateNames[id],
  ...needEstimates[id],
  source: estimateSources[id],
}));

const assumption = (low: number, high: number): Basis => ({ source: assumptionWord, range: [low, high] });

/** A position as a scenario file. `places` in each unit, at least `assumed.firstPlaces`. */
export function positionFile(id: PositionId, title: string, places: number = assumed.placesOfUnit): Scenario {
  const position = positions[id];
  const [, demand] = demandsOf(needEstimates['municipalities-2025']);
  const { dispersion: _, ...scenario } = positionScenario(position, { demand, places });
  return {
    title,
    estimates: documentedEstimates,
    basis: {
      arrivalsPerYear: { source: estimateSources['municipalities-2025'], range: [16, 30] },
      accepts: assumption(0.5, 1),
      'course.weekAtReferral': assumption(14, 28),
      'course.afterBirthWeeks': assumption(4, 26),
      'sites.places': assumption(Math.max(assumed.firstPlaces, Math.round(places / 2)), places * 2),
      ...(position.places === 'standing'
        ? {
            'sites.fillingUp.weeks': { source: 'Et nyt tilbud er 1–3 år om at komme i gang (kommunerne, 2025)', range: [52, 156] as const },
          }
        : { 'sites.flexible.leadWeeks': assumption(1, 12), 'sites.flexible.closeWhen.forWeeks': assumption(4, 26) }),
      'sites.refuses': assumption(0, 0.2),
      travel: { source: 'Model uden vejnet; ± 20 %', range: [0.8, 1.2] },
      areas: { source: '0-årige 2018–2020, Danmarks Statistik; lige stor risiko overalt er en antagelse' },
      sites: { source: 'Ét stort fødested i hver region er en antagelse' },
    },
    ...scenario,
  };
}

/** A scenario to begin on: one unit, nothing of the documents but the estimates. */
export function emptyFile(title: string): Scenario {
  const { sites, areas, ...rest } = positionFile('pilot', title);
  return { ...rest, ...(areas ? { areas } : {}), sites: sites.map(({ id, places }) => ({ id, places })) };
}
