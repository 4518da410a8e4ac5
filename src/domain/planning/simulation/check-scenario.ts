/** What is wrong with a scenario, field by field, in words that name the field. */
import { type Distribution, faultInDistribution } from './distribution.ts';
import type { Scenario, Site } from './scenario.ts';
import { type FaultWords, type ScenarioFault, scenarioFault } from './scenario-fault.ts';

/** Years, places and sites that are simulated at most: more is a mistake or another program's work. */
export const mostYears = 100;
export const mostPlaces = 1_000;
export const mostSites = 100;
/** Below this nearly every year is empty and one in a million holds all women: their mean is in no simulation. */
const leastDispersion = 1e-6;
/** All weights together at most, so that shares of them are exact enough. */
const mostWeight = 1e12;
/** Expected arrivals of one replication at most. */
export const mostArrivals = 10_000_000;

/** Everything that is wrong with a scenario whose fields have the right types. Empty when it can be simulated. */
export function faultsIn(scenario: Scenario): readonly ScenarioFault[] {
  const { years, arrivalsPerYear, dispersion, accepts, sites, areas, reach, course, stayYears, patience, costs } = scenario;
  const faults: ScenarioFault[] = [];
  const say = (where: string, fault: FaultWords | null): void => void (fault && faults.push(scenarioFault(where, fault)));

  say('years', whole(years, 1, mostYears));
  say('arrivalsPerYear', arrivalsPerYear >= 0 && Number.isFinite(arrivalsPerYear) ? null : { code: 'not-zero-or-more' });
  if (arrivalsPerYear * years > mostArrivals) say('arrivalsPerYear', { code: 'many-arrivals', about: { most: mostArrivals, years } });
  if (dispersion !== undefined) say('dispersion', dispersion > 0 && Number.isFinite(dispersion) ? null : { code: 'not-above-zero' });
  if (dispersion !== undefined && dispersion > 0 && dispersion < leastDispersion)
    say('dispersion', { code: 'too-small', about: { least: leastDispersion } });
  if (accepts !== undefined) say('accepts', share(accepts));
  if ((course === undefined) === (stayYears === undefined)) say('course', { code: 'one-stay' });
  if (stayYears !== undefined) say('stayYears', faultInDistribution(stayYears));
  if (course) {
    say('course.weekAtReferral', faultInDistribution(course.weekAtReferral));
    say('course.termWeek', course.termWeek === undefined ? null : faultInDistribution(course.termWeek));
    say('course.afterBirthWeeks', faultInDistribution(course.afterBirthWeeks));
  }
  if (patience === 'birth' && course === undefined) say('patience', { code: 'no-birth' });
  if (isDistribution(patience)) say('patience', faultInDistribution(patience));

  if (sites.length > mostSites) say('sites', { code: 'many-sites', about: { most: mostSites } });
  const ids = sites.map(({ id }) => id);
  for (const [index, site] of sites.entries()) {
    if (ids.indexOf(site.id) !== index) say(`sites[${index}].id`, { code: 'twice', about: { name: site.id } });
    faults.push(...faultsInSite(site, `sites[${index}]`));
  }
  for (const [index, { id, weight, minutes }] of (areas ?? []).entries()) {
    if (areas?.findIndex((other) => other.id === id) !== index) say(`areas[${index}].id`, { code: 'twice', about: { name: id } });
    say(`areas[${index}].weight`, weight >= 0 && Number.isFinite(weight) ? null : { code: 'not-zero-or-more' });
    for (const site of ids)
      say(`areas[${index}].minutes`, (minutes[site] ?? -1) >= 0 ? null : { code: 'no-minutes', about: { from: id, to: site } });
  }
  if (areas && !areas.some(({ weight }) => weight > 0)) say('areas', { code: 'no-weight' });
  else if ((areas ?? []).reduce((sum, { weight }) => sum + weight, 0) > mostWeight)
    say('areas', { code: 'too-large', about: { most: mostWeight } });
  // Where nobody would go anywhere, somebody has forgotten to write how far.
  if (reach?.length === 0) say('reach', { code: 'no-values' });
  for (const [index, step] of (reach ?? []).entries()) {
    say(`reach[${index}].upToMinutes`, step.upToMinutes >= 0 ? null : { code: 'below-zero' });
    const before = reach?.[index - 1];
    say(`reach[${index}].share`, share(step.share));
    if (before && (before.upToMinutes >= step.upToMinutes || before.share < step.share)) say(`reach[${index}]`, { code: 'not-further' });
  }
  for (const [name, value] of Object.entries(costs ?? {}))
    if (typeof value === 'number' && name !== 'priceYear') say(`costs.${name}`, value >= 0 ? null : { code: 'below-zero' });
  if (costs) {
    say('costs.priceYear', whole(costs.priceYear, 1000, 9999));
    // 3.5 is meant as 3.5 %, and would make next year worth next to nothing.
    if (costs.discountRate > 1) say('costs.discountRate', { code: 'not-share' });
  }
  return faults;
}

/** Whether patience is a length. */
export function isDistribution(patience: Scenario['patience']): patience is Distribution {
  return typeof patience !== 'string';
}

function faultsInSite({ places, opensAtYears, fillingUp, flexible, refuses }: Site, where: string): readonly ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  const say = (field: string, fault: FaultWords | null): void => void (fault && faults.push(scenarioFault(`${where}.${field}`, fault)));
  say('places', whole(places, 0, mostPlaces));
  if (opensAtYears !== undefined) say('opensAtYears', opensAtYears >= 0 ? null : { code: 'below-zero' });
  if (refuses !== undefined) say('refuses', share(refuses));
  if (fillingUp) {
    say('fillingUp.fromPlaces', whole(fillingUp.fromPlaces, 0, places));
    say('fillingUp.weeks', fillingUp.weeks >= 0 ? null : { code: 'below-zero' });
  }
  if (flexible) {
    const { openWhen, closeWhen } = flexible;
    say('flexible.places', whole(flexible.places, 0, mostPlaces));
    say('flexible.leadWeeks', faultInDistribution(flexible.leadWeeks));
    if ('waiting' in openWhen) say('flexible.openWhen.waiting', whole(openWhen.waiting, 1, 1e6));
    else say('flexible.openWhen.freeAtMost', whole(openWhen.freeAtMost, 0, mostPlaces));
    say('flexible.closeWhen.freeAtLeast', whole(closeWhen.freeAtLeast, 1, mostPlaces));
    say('flexible.closeWhen.forWeeks', faultInDistribution(closeWhen.forWeeks));
    if ('freeAtMost' in openWhen && openWhen.freeAtMost + 1 >= closeWhen.freeAtLeast) say('flexible', { code: 'closes-at-once' });
  }
  return faults;
}

function whole(value: number, least: number, most: number): FaultWords | null {
  return Number.isInteger(value) && value >= least && value <= most ? null : { code: 'not-whole', about: { least, most } };
}

function share(value: number): FaultWords | null {
  return value >= 0 && value <= 1 ? null : { code: 'not-share' };
}
