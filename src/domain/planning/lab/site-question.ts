/**
 * Where units should be when nobody knows which estimate of need is right: the best set for each, what it would be regretted under the others, the set
 * that is regretted least, and whether the best set for so many sites stays the best when every travel time may be a fifth off.
 */
import { municipalities } from '../../geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../../geography/travel.ts';
import { meanForThree } from '../proposals/carried-units.ts';
import { leastRegret, type RegretAnswer } from '../sites/regret.ts';
import { bestSets, type Shortlist } from '../sites/shortlist.ts';
import { type Contender, travelChange, type TravelChange } from '../sites/travel-change.ts';
import type { StatedEstimate } from '../simulation/scenario.ts';
import { placesOfBirth } from './places-of-birth.ts';
import { demandAt, mostProposals } from './study.ts';

/** Possible sites: the municipalities of the hospitals where children are born. That each of them could have a unit beside it is an assumption too. */
export const possibleSites: readonly string[] = placesOfBirth.map(({ municipality }) => municipality);

/** Sites to open at most: up to here every set of sites can be gone through for all estimates, so that the answer is proven. */
export const mostOpen = 8;
/** As many as are asked for when nobody says it: the units that the documents' proposals have. */
export const usualOpen = 5;
/** How far every travel time may be off, each for itself. */
export const travelOff = 0.2;
/**
 * How far the travel times of the model usually are off: the mean error against 41 journeys whose time is known, of which the worst was 19 %. Two
 * sets that such an error turns about cannot be told apart.
 */
export const travelUsuallyOff = 0.075;
/** The worst of the 41. */
export const travelWorstOff = 0.19;

/** `stays` within all of what the times may be off; `likely` beyond what they usually are; `undecided` where that much is enough to change the order. */
export const travelVerdicts = ['stays', 'likely', 'undecided'] as const;
export type TravelVerdict = (typeof travelVerdicts)[number];

/** Whether the set with the shortest travel is the best one, as far as the travel times can tell. */
export function travelVerdict({
  staysBest,
  safeUpTo,
}: Pick<Extract<TravelChange, { outcome: 'compared' }>, 'staysBest' | 'safeUpTo'>): TravelVerdict {
  if (staysBest) return 'stays';
  return safeUpTo >= travelUsuallyOff ? 'likely' : 'undecided';
}

/** The sets that a usual error of the travel times is enough to make better, the soonest first. */
export function asGood({ contenders }: Pick<Extract<TravelChange, { outcome: 'compared' }>, 'contenders'>): readonly Contender[] {
  return contenders.filter(({ from }) => from < travelUsuallyOff);
}

/** `open` sites at most, each with the admissions that reach three a year with 90 %. */
export type SiteQuestion = { readonly estimates: readonly StatedEstimate[]; readonly open: number };

export type SiteComparison = {
  /** Codes of municipalities, in the order that the sets count them in. */
  readonly sites: readonly string[];
  readonly regret: RegretAnswer;
  /** For each number of sites from one on. */
  readonly travel: readonly TravelChange[];
  /** The sets of exactly so many sites with the shortest travel, the shortest first: as many as a comparison holds, to be simulated with the same women. */
  readonly shortlist: Shortlist;
};

/** Women come as births do, at the middle of each estimate. */
export function compareSites({ estimates, open }: SiteQuestion): SiteComparison {
  const births = municipalities.reduce((sum, home) => sum + home.births, 0);
  const at = possibleSites.flatMap((id) => municipalities.filter((one) => one.id === id).map(municipalityLocation));
  const minutes = municipalities.map((home) => at.map((site) => minutesByCar(municipalityLocation(home), site)));
  const weightsOf = (demand: number): readonly number[] => municipalities.map((home) => (home.births * demand) / births);
  const travelAlone = { minutes, weights: weightsOf(1), objective: 'median', within: 0, volume: { least: 0, most: Infinity } } as const;
  return {
    sites: possibleSites,
    regret: leastRegret({
      minutes,
      objective: 'median',
      within: 0,
      volume: { least: meanForThree(), most: Infinity },
      estimates: estimates.map((stated) => ({ name: stated.name, weights: weightsOf(demandAt(stated, 'middle')), chance: null })),
      open: { least: 1, most: open },
    }),
    travel: Array.from({ length: open }, (_, more) => travelChange({ ...travelAlone, open: more + 1 }, travelOff)),
    shortlist: bestSets({ ...travelAlone, open }, mostProposals),
  };
}
