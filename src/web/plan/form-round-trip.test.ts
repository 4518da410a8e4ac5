import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { faultsIn } from '../../domain/planning/simulation/check-scenario.ts';
import type { Scenario, Site } from '../../domain/planning/simulation/scenario.ts';
import { fieldsFrom } from './form-fields.ts';
import { scenarioFromForm } from './form-scenario.ts';

function again(scenario: Scenario, changed: Readonly<Record<string, string>> = {}) {
  const fields = { ...fieldsFrom(scenario, 'da'), ...changed };
  return scenarioFromForm((name) => fields[name] ?? '', scenario);
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const amount = fc.double({ min: 0, max: 60, noNaN: true });
const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  amount,
  fc.record({ exp: amount }),
  fc.tuple(amount, amount).map(([one, more]) => ({ uniform: [one, one + more] as const })),
  fc.tuple(amount, amount, amount).map(([one, two, three]) => ({ triangular: [one, one + two, one + two + three] as const })),
  fc.array(amount, { minLength: 1, maxLength: 3 }).map((values) => ({ values })),
);
const ofSite = fc
  .record(
    {
      places: fc.nat({ max: 9 }),
      opensAtYears: amount,
      fillingUp: fc.record({ fromPlaces: fc.nat({ max: 9 }), weeks: amount }),
      flexible: fc.record({
        places: fc.nat({ max: 9 }),
        leadWeeks: distribution,
        openWhen: fc.oneof(fc.record({ waiting: fc.integer({ min: 1, max: 4 }) }), fc.record({ freeAtMost: fc.nat({ max: 1 }) })),
        closeWhen: fc.record({ freeAtLeast: fc.integer({ min: 3, max: 5 }), forWeeks: distribution }),
      }),
      refuses: share,
    },
    { requiredKeys: ['places'] },
  )
  .map(({ fillingUp, ...site }) => ({
    ...site,
    ...(fillingUp ? { fillingUp: { ...fillingUp, fromPlaces: Math.min(fillingUp.fromPlaces, site.places) } } : {}),
  }));
const word = fc.constantFrom('x', 'Nord', 'assumption', 'Rapport 2024, side 3');
const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    title: word,
    sites: fc.array(ofSite, { maxLength: 12 }).map((all) => all.map((site, index): Site => ({ id: `sted ${index}`, ...site }))),
    years: fc.integer({ min: 1, max: 20 }),
    arrivalsPerYear: amount,
    stay: fc.oneof(
      fc.record({ stayYears: distribution }),
      fc.record({
        course: fc.record(
          { weekAtReferral: distribution, termWeek: distribution, afterBirthWeeks: distribution },
          { requiredKeys: ['weekAtReferral', 'afterBirthWeeks'] },
        ),
      }),
    ),
    patience: fc.oneof(fc.constantFrom('none' as const, 'endless' as const), distribution),
    reach: fc.option(fc.tuple(amount, share).map(([upToMinutes, of]) => [{ upToMinutes, share: of }])),
    may: fc.record(
      {
        estimates: fc.array(fc.record({ name: word, from: amount, to: amount, source: word }), { maxLength: 6 }),
        basis: fc.dictionary(
          fc.constantFrom('accepts', 'patience', 'sites.refuses', 'costs', 'arrivalsPerYear', 'sites.places', 'travel'),
          fc.record({ source: word, range: fc.tuple(amount, amount) }, { requiredKeys: ['source'] }),
        ),
        dispersion: fc.double({ min: 0.1, max: 50, noNaN: true }),
        accepts: share,
        order: fc.constantFrom('first-come' as const, 'furthest-pregnant' as const),
        costs: fc.record({
          currency: fc.constantFrom('kr.', 'EUR'),
          priceYear: fc.integer({ min: 2000, max: 2030 }),
          discountRate: share,
          siteYear: amount,
          openPlaceDay: amount,
          occupiedPlaceDay: amount,
          opening: amount,
        }),
      },
      { requiredKeys: [] },
    ),
    weights: fc.option(fc.constantFrom('births', 'own', 'file')),
    factor: fc.double({ min: 0.1, max: 9, noNaN: true }),
  })
  .map(({ stay, may, reach, weights, factor, ...rest }): Scenario => {
    const minutes = Object.fromEntries(rest.sites.map(({ id }, index) => [id, 10 + index * factor]));
    const areas =
      weights === 'file'
        ? [{ id: 'nord', weight: factor, minutes }]
        : municipalities.map(({ id, births }) => ({ id, weight: weights === 'own' ? births * factor : births, minutes }));
    // Records are drawn without a prototype, which no scenario from a file is.
    return structuredClone({ ...rest, ...stay, ...may, ...(reach ? { reach } : {}), ...(weights ? { areas } : {}) });
  });

describe('a form that is saved as it was opened', () => {
  test('gives the same scenario, whatever its sites have of their own', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(faultsIn(scenario)).toEqual([]);
        const { scenario: read, problems } = again(scenario);
        expect(problems).toEqual({});
        expect(read).toStrictEqual(scenario);
      }),
      { numRuns: 200 },
    );
  });

  const two: Scenario = {
    title: 'To steder',
    years: 5,
    arrivalsPerYear: 12,
    stayYears: 0.4,
    patience: 'endless',
    sites: [
      { id: 'A', places: 4, refuses: 0.1, fillingUp: { fromPlaces: 2, weeks: 8 } },
      { id: 'B', places: 4, refuses: 0.3 },
    ],
  };

  test('takes a field that is changed, for the sites that have it, and for a new one', () => {
    expect(again(two, { indkoering: '10', 'siger-nej': '5', 'sted-2': 'C', 'pladser-2': '1' }).scenario.sites).toEqual([
      { id: 'A', places: 4, refuses: 0.05, fillingUp: { fromPlaces: 2, weeks: 10 } },
      { id: 'B', places: 4, refuses: 0.05 },
      { id: 'C', places: 1, refuses: 0.05, fillingUp: { fromPlaces: 1, weeks: 10 } },
    ]);
    expect(again(two, { indkoering: '' }).scenario.sites.map(({ fillingUp }) => fillingUp)).toEqual([undefined, undefined]);
    expect(again(two, { 'pladser-0': '1' }).scenario.sites[0]?.fillingUp).toEqual({ fromPlaces: 1, weeks: 8 });
  });

  test('is refused where it has no room for all the sites or all the estimates', () => {
    const sites = Array.from({ length: 13 }, (_, index): Site => ({ id: `sted ${index}`, places: 1 }));
    const estimates = Array.from({ length: 8 }, (_, index) => ({ name: `n ${index}`, from: 1, to: 2, source: 'x' }));
    expect(again({ ...two, sites, estimates }).problems).toEqual({ 'sted-0': 'room', 'skoen-0-navn': 'room' });
  });
});
