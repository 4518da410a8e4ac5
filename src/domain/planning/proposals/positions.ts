/**
 * The positions of the documents as scenarios: who proposes what. The documents say where units should be and how they should work, and never
 * how many places, how long a stay is, or in which week a woman comes: those are assumptions, alike in every position so that the
 * positions can be compared, and named by `Assumption` so that a page can say so.
 */
import { type Municipality, municipalities } from '../../geography/municipalities.ts';
import { minutesByCar, municipalityLocation, type TravelModel } from '../../geography/travel.ts';
import type { Scenario, Site } from '../simulation/scenario.ts';

export const positionIds = ['agency-2024', 'municipalities-2025', 'regions-2023', 'pilot', 'nothing-new'] as const;
export type PositionId = (typeof positionIds)[number];

export type Position = {
  /** Codes of the municipalities whose hospital the units stand at. */
  readonly sites: readonly string[];
  /** Standing places, or places that open by need beyond a few that stand. */
  readonly places: 'standing' | 'by-need';
  readonly afterBirthWeeks: number;
};

/** One hospital with a family clinic in each of the five regions of the documents: which one is an assumption. */
const oneInEachRegion = ['0167', '0265', '0461', '0751', '0851'] as const;

/** What no document says. */
export const assumed = {
  years: 10,
  /** Gestational week at referral: earliest, likeliest, latest. */
  weekAtReferral: [8, 20, 36],
  afterBirthWeeks: 8,
  /** Where family housing takes over after the birth. */
  afterBirthWeeksWithHousing: 26,
  /** Places from the first day, and those that always stand where places open by need. */
  firstPlaces: 2,
  leadWeeks: 4,
  closedAfterWeeks: 8,
  placesOfUnit: 8,
} as const;

/** A new offer takes one to three years to fill (the municipalities, 2025): the middle. */
export const fillingUpWeeks = 104;

export const positions: Readonly<Record<PositionId, Position>> = {
  /** The agency's request of 2024: a residential unit in each region. */
  'agency-2024': { sites: oneInEachRegion, places: 'standing', afterBirthWeeks: assumed.afterBirthWeeks },
  /** The municipalities' joint answer of 2025: places at the regional family clinics that open and close by need. */
  'municipalities-2025': { sites: oneInEachRegion, places: 'by-need', afterBirthWeeks: assumed.afterBirthWeeks },
  /** Danish Regions 2023: at the family clinics, followed by regional housing for new families. */
  'regions-2023': { sites: oneInEachRegion, places: 'standing', afterBirthWeeks: assumed.afterBirthWeeksWithHousing },
  /** A trial (prøvehandling) at one family clinic, as the municipalities recommend in 2025. */
  pilot: { sites: ['0461'], places: 'standing', afterBirthWeeks: assumed.afterBirthWeeks },
  'nothing-new': { sites: [], places: 'standing', afterBirthWeeks: assumed.afterBirthWeeks },
};

/** The municipality of each unit of a position. */
export function sitesOf(position: Position): readonly Municipality[] {
  return position.sites.map((code) => {
    const municipality = municipalities.find(({ id }) => id === code);
    if (!municipality) throw new Error(`there is no municipality ${code}`);
    return municipality;
  });
}

/** A position under a demand a year, with so many places in each unit (at least `assumed.firstPlaces`). Women come as births do. */
export function positionScenario(
  position: Position,
  { demand, places, travel = minutesByCar }: { readonly demand: number; readonly places: number; readonly travel?: TravelModel },
): Scenario {
  const at = sitesOf(position);
  return {
    years: assumed.years,
    arrivalsPerYear: demand,
    areas: municipalities.map((home) => ({
      id: home.id,
      weight: home.births,
      minutes: Object.fromEntries(at.map((site) => [site.id, travel(municipalityLocation(home), municipalityLocation(site))])),
    })),
    course: { weekAtReferral: { triangular: assumed.weekAtReferral }, afterBirthWeeks: position.afterBirthWeeks },
    patience: 'birth',
    order: 'furthest-pregnant',
    sites: at.map(({ id }) => unitOf(id, position, places)),
  };
}

function unitOf(id: string, position: Position, places: number): Site {
  switch (position.places) {
    case 'standing':
      return { id, places, fillingUp: { fromPlaces: assumed.firstPlaces, weeks: fillingUpWeeks } };
    case 'by-need':
      return {
        id,
        places: assumed.firstPlaces,
        flexible: {
          places: places - assumed.firstPlaces,
          leadWeeks: assumed.leadWeeks,
          openWhen: { waiting: 1 },
          closeWhen: { freeAtLeast: 2, forWeeks: assumed.closedAfterWeeks },
        },
      };
  }
}
