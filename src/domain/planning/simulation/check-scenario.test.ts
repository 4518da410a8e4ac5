import { describe, expect, test } from 'vitest';
import { faultsIn } from './check-scenario.ts';
import type { Scenario, Site } from './scenario.ts';

const site: Site = { id: 'a', places: 4 };
const scenario: Scenario = { years: 3, arrivalsPerYear: 7, stayYears: 0.5, patience: 'none', sites: [site] };
const flexible: NonNullable<Site['flexible']> = {
  places: 2,
  leadWeeks: 3,
  openWhen: { waiting: 1 },
  closeWhen: { freeAtLeast: 2, forWeeks: 4 },
};
const withSite = (change: Partial<Site>): Scenario => ({ ...scenario, sites: [{ ...site, ...change }] });
const course = { weekAtReferral: 20, afterBirthWeeks: 8 };
const costs = { currency: 'kr.', priceYear: 2025, discountRate: 0.035, siteYear: 1, openPlaceDay: 2, occupiedPlaceDay: 3, opening: 4 };

describe('a scenario', () => {
  test.each<readonly [string, Scenario]>([
    ['that is small', scenario],
    ['without demand', { ...scenario, arrivalsPerYear: 0 }],
    ['without sites', { ...scenario, sites: [] }],
    ['with costs', { ...scenario, costs }],
    ['where only those who live there would come', { ...scenario, reach: [{ upToMinutes: 0, share: 1 }] }],
    ['of a unit without places', withSite({ places: 0 })],
    ['where a place opens by need', withSite({ flexible })],
    ['where the last free place opens another', withSite({ flexible: { ...flexible, openWhen: { freeAtMost: 0 } } })],
  ])('%s has no faults', (_, given) => {
    expect(faultsIn(given)).toEqual([]);
  });

  test.each<readonly [string, Scenario]>([
    ['years', { ...scenario, years: 0 }],
    ['years', { ...scenario, years: 101 }],
    ['arrivalsPerYear', { ...scenario, arrivalsPerYear: -1 }],
    ['arrivalsPerYear', { ...scenario, arrivalsPerYear: 5e6 }],
    ['dispersion', { ...scenario, dispersion: 0 }],
    ['accepts', { ...scenario, accepts: 1.1 }],
    ['course', { ...scenario, course }],
    ['stayYears', { ...scenario, stayYears: -1 }],
    ['patience', { ...scenario, patience: 'birth' }],
    ['patience', { ...scenario, patience: { uniform: [2, 1] } }],
    ['sites[1].id', { ...scenario, sites: [site, site] }],
    ['sites[0].places', withSite({ places: 1.5 })],
    ['sites[0].opensAtYears', withSite({ opensAtYears: -1 })],
    ['sites[0].refuses', withSite({ refuses: 2 })],
    ['sites[0].fillingUp.fromPlaces', withSite({ fillingUp: { fromPlaces: 5, weeks: 4 } })],
    ['sites[0].fillingUp.weeks', withSite({ fillingUp: { fromPlaces: 1, weeks: -4 } })],
    ['sites[0].flexible.leadWeeks', withSite({ flexible: { ...flexible, leadWeeks: -1 } })],
    ['sites[0].flexible.openWhen.waiting', withSite({ flexible: { ...flexible, openWhen: { waiting: 0 } } })],
    ['sites[0].flexible.closeWhen.forWeeks', withSite({ flexible: { ...flexible, closeWhen: { freeAtLeast: 1, forWeeks: -1 } } })],
    ['sites[0].flexible', withSite({ flexible: { ...flexible, openWhen: { freeAtMost: 1 } } })],
    ['areas', { ...scenario, areas: [{ id: 'n', weight: 0, minutes: { a: 1 } }] }],
    ['areas[0].minutes', { ...scenario, areas: [{ id: 'n', weight: 1, minutes: { b: 1 } }] }],
    [
      'reach[1]',
      {
        ...scenario,
        reach: [
          { upToMinutes: 60, share: 0.5 },
          { upToMinutes: 50, share: 0.4 },
        ],
      },
    ],
    ['reach[0].share', { ...scenario, reach: [{ upToMinutes: 60, share: -0.5 }] }],
    ['reach[0].upToMinutes', { ...scenario, reach: [{ upToMinutes: -60, share: 0.5 }] }],
    ['reach', { ...scenario, reach: [] }],
    ['dispersion', { ...scenario, dispersion: 1e-300 }],
    ['stayYears', { ...scenario, stayYears: { lognormal: { mean: 1, cv: 1e200 } } }],
    [
      'areas',
      {
        ...scenario,
        areas: [
          { id: 'n', weight: 1e308, minutes: { a: 1 } },
          { id: 'm', weight: 1e308, minutes: { a: 1 } },
        ],
      },
    ],
    [
      'areas[1].id',
      {
        ...scenario,
        areas: [
          { id: 'n', weight: 1, minutes: { a: 1 } },
          { id: 'n', weight: 2, minutes: { a: 9 } },
        ],
      },
    ],
    ['costs.discountRate', { ...scenario, costs: { ...costs, discountRate: 3.5 } }],
    ['costs.discountRate', { ...scenario, costs: { ...costs, discountRate: -0.01 } }],
    ['costs.priceYear', { ...scenario, costs: { ...costs, priceYear: 25 } }],
    ['costs.priceYear', { ...scenario, costs: { ...costs, priceYear: 2025.5 } }],
    ['costs.opening', { ...scenario, costs: { ...costs, opening: -1 } }],
  ])('names %s where it is wrong', (where, given) => {
    expect(faultsIn(given).map((fault) => fault.where)).toEqual([where]);
  });
});
