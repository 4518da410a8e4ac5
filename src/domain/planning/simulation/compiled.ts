/** A scenario as the simulation reads it: numbers by index, times in years. */
import { isDistribution } from './check-scenario.ts';
import { type Sampler, samplerOf } from './distribution.ts';
import { fullTerm, type Scenario, type Site, weeksPerYear } from './scenario.ts';

export type Compiled = {
  readonly years: number;
  readonly rate: number;
  readonly dispersion: number | null;
  readonly accepts: number;
  readonly patience: 'none' | 'endless' | 'birth' | 'drawn';
  readonly furthestFirst: boolean;
  /** Weeks drawn; null where the stay has nothing to do with a birth. */
  readonly course: { readonly week: Sampler; readonly term: Sampler; readonly after: Sampler } | null;
  readonly stay: Sampler;
  readonly waits: Sampler;
  /** The share of women of her area who would go matters: her own is drawn. */
  readonly hasReach: boolean;
  readonly areas: Areas;
  /** Every woman would go to every site and is refused by none: nobody needs to be asked. */
  readonly allFitAll: boolean;
  readonly sites: readonly CompiledSite[];
};

/** Where women come from. The sites of an area stand from `area * sites` on, the nearest first. */
export type Areas = {
  /** Reached shares: an area is drawn by the first that is above the fraction. */
  readonly reached: Float64Array;
  /** The first area that a fraction can mean, by the fraction in so many steps: where the search begins. */
  readonly guide: Int32Array;
  readonly nearest: Int32Array;
  readonly minutes: Float64Array;
  /** The share of women of the area who would go to the site. */
  readonly willing: Float64Array;
};

export type CompiledSite = {
  readonly refuses: number;
  /** Years from the opening day; before it nothing is opened here, by plan or by need. */
  readonly opens: number;
  /** The first is from the opening day; each holds until the next. */
  readonly steps: readonly { readonly at: number; readonly places: number }[];
  readonly flexible: {
    readonly places: number;
    readonly lead: Sampler;
    readonly openAtWaiting: number;
    readonly openAtFree: number;
    readonly closeAtFree: number;
    /** Weeks; `closesAlike` where they are always the same. */
    readonly closeAfter: Sampler;
    readonly closesAlike: number | null;
  } | null;
};

/** The scenario must be without faults (`faultsIn`). */
export function compile(scenario: Scenario): Compiled {
  const { years, arrivalsPerYear, dispersion, accepts, course, stayYears, patience, order } = scenario;
  return {
    years,
    rate: arrivalsPerYear,
    dispersion: dispersion ?? null,
    accepts: accepts ?? 1,
    patience: isDistribution(patience) ? 'drawn' : patience,
    furthestFirst: order === 'furthest-pregnant' && course !== undefined,
    course: course
      ? {
          week: samplerOf(course.weekAtReferral),
          term: samplerOf(course.termWeek ?? fullTerm),
          after: samplerOf(course.afterBirthWeeks),
        }
      : null,
    stay: samplerOf(stayYears ?? 0),
    waits: samplerOf(isDistribution(patience) ? patience : 0),
    hasReach: scenario.reach !== undefined,
    areas: areasOf(scenario),
    allFitAll: scenario.reach === undefined && scenario.sites.every(({ refuses }) => (refuses ?? 0) === 0),
    sites: scenario.sites.map(siteOf),
  };
}

const guideSteps = 512;

function areasOf({ areas, sites, reach }: Scenario): Areas {
  const from = areas ?? [{ id: '', weight: 1, minutes: {} }];
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  const reached = Float64Array.from(from, ({ weight }) => (sum += weight) / total);
  const guide = Int32Array.from({ length: guideSteps }, (_, step) => {
    const first = reached.findIndex((share) => share > step / guideSteps);
    return first < 0 ? from.length - 1 : first;
  });
  const nearest = new Int32Array(from.length * sites.length);
  const minutes = new Float64Array(from.length * sites.length);
  const willing = new Float64Array(from.length * sites.length);
  for (const [area, { minutes: to }] of from.entries()) {
    const ways = sites
      .map(({ id }, site) => ({ site, way: to[id] ?? 0 }))
      .toSorted((one, other) => one.way - other.way || one.site - other.site);
    for (const [rank, { site, way }] of ways.entries()) {
      nearest[area * sites.length + rank] = site;
      minutes[area * sites.length + site] = way;
      willing[area * sites.length + site] = reach ? (reach.find(({ upToMinutes }) => way <= upToMinutes)?.share ?? 0) : 1;
    }
  }
  return { reached, guide, nearest, minutes, willing };
}

function siteOf({ places, opensAtYears, fillingUp, flexible, refuses }: Site): CompiledSite {
  const opens = opensAtYears ?? 0;
  const steps = [{ at: opens, places: fillingUp ? fillingUp.fromPlaces : places }];
  if (fillingUp) {
    const more = places - fillingUp.fromPlaces;
    for (let one = 1; one <= more; one += 1)
      steps.push({ at: opens + (fillingUp.weeks / weeksPerYear) * (one / more), places: fillingUp.fromPlaces + one });
  }
  return {
    refuses: refuses ?? 0,
    opens,
    steps,
    flexible: flexible
      ? {
          places: flexible.places,
          lead: samplerOf(flexible.leadWeeks),
          openAtWaiting: 'waiting' in flexible.openWhen ? flexible.openWhen.waiting : Infinity,
          openAtFree: 'freeAtMost' in flexible.openWhen ? flexible.openWhen.freeAtMost : -1,
          closeAtFree: flexible.closeWhen.freeAtLeast,
          closeAfter: samplerOf(flexible.closeWhen.forWeeks),
          closesAlike: typeof flexible.closeWhen.forWeeks === 'number' ? flexible.closeWhen.forWeeks : null,
        }
      : null,
  };
}
