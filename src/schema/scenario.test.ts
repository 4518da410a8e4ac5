import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectTypeOf, test } from 'vitest';
import type { Static } from 'typebox';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import type { Readable, Same } from './schema.ts';
import { publishedScenarioSchema, readScenario, type scenarioSchema } from './scenario.ts';

const small = { years: 10, arrivalsPerYear: 7, stayYears: { exp: 0.5 }, patience: 'none', sites: [{ id: 'A', places: 8 }] };

test('the schema is the same type as a scenario, both ways', () => {
  expectTypeOf<Same<Readable<Static<typeof scenarioSchema>>, Scenario>>().toEqualTypeOf<true>();
});

test('the published schema is the one that is used', () => {
  const file = join(import.meta.dirname, '..', '..', 'docs', 'scenario.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(publishedScenarioSchema())));
});

test('the published schema is one of its own draft: a tuple is no list of items', () => {
  const within = (value: unknown): readonly object[] =>
    typeof value !== 'object' || value === null ? [] : [value, ...Object.values(value).flatMap(within)];
  const schemas = within(publishedScenarioSchema());
  expect(schemas.filter((one) => 'prefixItems' in one).length).toBeGreaterThan(10);
  expect(schemas.filter((one) => 'additionalItems' in one || ('items' in one && Array.isArray(one.items)))).toEqual([]);
});

test('the smallest scenario and one with everything are read', () => {
  const { stayYears: _, ...rest } = small;
  const whole = {
    ...rest,
    dispersion: 4,
    areas: [{ id: 'Nord', weight: 2, minutes: { A: 30 } }],
    accepts: 0.8,
    reach: [{ upToMinutes: 60, share: 0.9 }],
    course: { weekAtReferral: { triangular: [8, 20, 36] }, termWeek: 39, afterBirthWeeks: { values: [4, 12], weights: [1, 3] } },
    patience: 'birth',
    order: 'furthest-pregnant',
    sites: [
      {
        id: 'A',
        places: 8,
        opensAtYears: 0.5,
        fillingUp: { fromPlaces: 2, weeks: 20 },
        flexible: {
          places: 2,
          leadWeeks: { lognormal: { mean: 4, cv: 0.5 } },
          openWhen: { freeAtMost: 0 },
          closeWhen: { freeAtLeast: 3, forWeeks: 8 },
        },
        refuses: 0.1,
      },
    ],
    costs: { currency: 'DKK', priceYear: 2025, discountRate: 0.035, siteYear: 1, openPlaceDay: 1, occupiedPlaceDay: 1, opening: 1 },
  };
  for (const value of [small, whole]) expect(readScenario(value)).toEqual({ outcome: 'read', scenario: value });
});

const faults: readonly (readonly [string, unknown, string, RegExp])[] = [
  ['is no object', 3, 'the scenario', /object/],
  ['has a misspelt field', { ...small, acepts: 1 }, 'acepts', /not a field/],
  ['has a misspelt field in a site', { ...small, sites: [{ id: 'A', places: 8, room: 1 }] }, 'sites[0].room', /not a field/],
  ['misses a field', { ...small, sites: [{ places: 8 }] }, 'sites[0].id', /missing/],
  ['has a text for a number', { ...small, years: '10' }, 'years', /number/],
  ['has a number without end', { ...small, years: Infinity }, 'years', /number/],
  ['has a distribution that is not known', { ...small, stayYears: { gamma: 1 } }, 'stayYears', /"exp"/],
  ['has two distributions in one', { ...small, stayYears: { exp: 1, uniform: [0, 1] } }, 'stayYears', /"exp"/],
  ['has a patience that is not known', { ...small, patience: 'long' }, 'patience', /"endless"/],
  ['has an order that is not known', { ...small, order: 'last' }, 'order', /first-come/],
  ['has half a year', { ...small, years: 2.5 }, 'years', /whole/],
  ['has no stay', { ...small, stayYears: undefined }, 'course', /stayYears/],
  ['has two sites of one name', { ...small, sites: [small.sites[0], small.sites[0]] }, 'sites[1].id', /twice/],
  ['lacks the minutes to a site', { ...small, areas: [{ id: 'N', weight: 1, minutes: {} }] }, 'areas[0].minutes', /“A”/],
];
test.each(faults)('a scenario that %s is refused with the field named', (_, value, where, what) => {
  const read = readScenario(value);
  if (read.outcome === 'read') throw new Error('it was read');
  expect(read.faults).toContainEqual(expect.objectContaining({ where, what: expect.stringMatching(what) }));
});
