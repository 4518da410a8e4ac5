/** The assumptions of a scenario that can be pulled one at a time: how each is read from it and set in it. */
import { type Distribution, meanOf } from '../simulation/distribution.ts';
import type { Scenario, Site } from '../simulation/scenario.ts';

export const leverIds = [
  'arrivalsPerYear',
  'dispersion',
  'accepts',
  'course.weekAtReferral',
  'course.termWeek',
  'course.afterBirthWeeks',
  'sites.places',
  'sites.fillingUp.weeks',
  'sites.flexible.leadWeeks',
  'sites.flexible.closeWhen.forWeeks',
  'sites.refuses',
  'travel',
] as const;
/** An assumption that can be pulled (da: håndtag), by the name of its field; `sites.` is all sites alike, `travel` a factor on every travel time. */
export type LeverId = (typeof leverIds)[number];

export function isLever(name: string): name is LeverId {
  return leverIds.some((id) => id === name);
}

/** What a lever stands at; null where the scenario has no such assumption, or its sites differ in it. */
export function leverValue(scenario: Scenario, lever: LeverId): number | null {
  const { course, sites } = scenario;
  switch (lever) {
    case 'arrivalsPerYear':
      return scenario.arrivalsPerYear;
    case 'dispersion':
      return scenario.dispersion ?? null;
    case 'accepts':
      return scenario.accepts ?? 1;
    case 'course.weekAtReferral':
      return course ? centreOf(course.weekAtReferral) : null;
    case 'course.termWeek':
      return course?.termWeek === undefined ? null : centreOf(course.termWeek);
    case 'course.afterBirthWeeks':
      return course ? centreOf(course.afterBirthWeeks) : null;
    case 'sites.places':
      return common(sites, placesOf);
    case 'sites.fillingUp.weeks':
      return common(sites, ({ fillingUp }) => fillingUp?.weeks ?? null);
    case 'sites.flexible.leadWeeks':
      return common(sites, ({ flexible }) => (flexible ? centreOf(flexible.leadWeeks) : null));
    case 'sites.flexible.closeWhen.forWeeks':
      return common(sites, ({ flexible }) => (flexible ? centreOf(flexible.closeWhen.forWeeks) : null));
    case 'sites.refuses':
      return common(sites, ({ refuses = 0 }) => refuses);
    case 'travel':
      return scenario.areas ? 1 : null;
  }
}

/** The scenario with the lever there, and nothing else changed. A lever that it does not have leaves it as it is. */
export function withLever(scenario: Scenario, lever: LeverId, value: number): Scenario {
  if (leverValue(scenario, lever) === null && lever !== 'dispersion') return scenario;
  const { course, areas } = scenario;
  const ofSites = (change: (site: Site) => Site): Scenario => ({ ...scenario, sites: scenario.sites.map(change) });
  const flexibly = (change: (flexible: NonNullable<Site['flexible']>) => NonNullable<Site['flexible']>): Scenario =>
    ofSites((site) => (site.flexible ? { ...site, flexible: change(site.flexible) } : site));
  switch (lever) {
    case 'arrivalsPerYear':
      return { ...scenario, arrivalsPerYear: value };
    case 'dispersion':
      return { ...scenario, dispersion: value };
    case 'accepts':
      return { ...scenario, accepts: value };
    case 'course.weekAtReferral':
      return course ? { ...scenario, course: { ...course, weekAtReferral: recentred(course.weekAtReferral, value) } } : scenario;
    case 'course.termWeek':
      return course ? { ...scenario, course: { ...course, termWeek: recentred(course.termWeek ?? value, value) } } : scenario;
    case 'course.afterBirthWeeks':
      return course ? { ...scenario, course: { ...course, afterBirthWeeks: recentred(course.afterBirthWeeks, value) } } : scenario;
    case 'sites.places':
      return ofSites((site) => withPlaces(site, Math.round(value)));
    case 'sites.fillingUp.weeks':
      return ofSites((site) => (site.fillingUp ? { ...site, fillingUp: { ...site.fillingUp, weeks: value } } : site));
    case 'sites.flexible.leadWeeks':
      return flexibly((flexible) => ({ ...flexible, leadWeeks: recentred(flexible.leadWeeks, value) }));
    case 'sites.flexible.closeWhen.forWeeks':
      return flexibly((flexible) => ({
        ...flexible,
        closeWhen: { ...flexible.closeWhen, forWeeks: recentred(flexible.closeWhen.forWeeks, value) },
      }));
    case 'sites.refuses':
      return ofSites((site) => ({ ...site, refuses: value }));
    case 'travel':
      return areas ? { ...scenario, areas: areas.map((area) => ({ ...area, minutes: scaled(area.minutes, value) })) } : scenario;
  }
}

/** The number that a distribution is spoken of by: its likeliest value where it has one, else its mean. */
function centreOf(distribution: Distribution): number {
  return typeof distribution === 'object' && 'triangular' in distribution ? distribution.triangular[1] : meanOf(distribution);
}

/** The same kind of distribution around another centre. Never below zero. */
export function recentred(distribution: Distribution, centre: number): Distribution {
  const moved = centre - centreOf(distribution);
  const up = (value: number): number => Math.max(0, value + moved);
  if (typeof distribution === 'number') return centre;
  if ('exp' in distribution) return { exp: centre };
  if ('uniform' in distribution) return { uniform: [up(distribution.uniform[0]), up(distribution.uniform[1])] };
  if ('triangular' in distribution) {
    const [least, , most] = distribution.triangular;
    return { triangular: [up(least), centre, Math.max(up(most), centre)] };
  }
  if ('lognormal' in distribution) return { lognormal: { ...distribution.lognormal, mean: centre } };
  return { ...distribution, values: distribution.values.map(up) };
}

/** All the places of a unit: those that stand and those that are opened by need. */
export function placesOf({ places, flexible }: Site): number {
  return places + (flexible?.places ?? 0);
}

/** With flexible places those that stand come first, and the rest are opened by need. */
function withPlaces(site: Site, places: number): Site {
  const { flexible, fillingUp } = site;
  const standing = flexible ? Math.min(site.places, places) : places;
  return {
    ...site,
    places: standing,
    ...(flexible ? { flexible: { ...flexible, places: places - standing } } : {}),
    ...(fillingUp ? { fillingUp: { ...fillingUp, fromPlaces: Math.min(fillingUp.fromPlaces, standing) } } : {}),
  };
}

/** What all sites that have it have; null where none has, or they differ. */
function common(sites: readonly Site[], of: (site: Site) => number | null): number | null {
  const values = new Set(sites.map(of).filter((value) => value !== null));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

function scaled(minutes: Readonly<Record<string, number>>, by: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(minutes).map(([site, value]) => [site, value * by]));
}
