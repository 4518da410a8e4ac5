import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { measuresOf } from './measures.ts';
import { simulate, simulationEdition } from './run.ts';
import type { Scenario } from './scenario.ts';

/** The digits of an edition, for as long as it is the edition: where they change, the edition is raised and its digits are written here. */
const digitsOf: Readonly<Record<string, string>> = {
  '2026-11-26.7': '961f36d841290cfaabef5807779e8aaedc78abe566d426b978afef175f7c9352',
};

const scenario: Scenario = {
  years: 4,
  arrivalsPerYear: 14,
  dispersion: 6,
  accepts: 0.9,
  areas: [
    { id: 'nord', weight: 2, minutes: { a: 20, b: 90 } },
    { id: 'syd', weight: 1, minutes: { a: 100, b: 15 } },
  ],
  reach: [{ upToMinutes: 95, share: 0.8 }],
  course: { weekAtReferral: { lognormal: { mean: 20, cv: 0.5 } }, termWeek: { triangular: [36, 40, 42] }, afterBirthWeeks: { exp: 8 } },
  patience: 'birth',
  order: 'furthest-pregnant',
  sites: [
    { id: 'a', places: 2, refuses: 0.1, fillingUp: { fromPlaces: 1, weeks: 20 } },
    {
      id: 'b',
      places: 1,
      opensAtYears: 1.5,
      flexible: { places: 3, leadWeeks: { uniform: [2, 6] }, openWhen: { waiting: 1 }, closeWhen: { freeAtLeast: 2, forWeeks: 8 } },
    },
  ],
  costs: {
    currency: 'DKK',
    priceYear: 2025,
    discountRate: 0.035,
    siteYear: 2_000_000,
    openPlaceDay: 3_000,
    occupiedPlaceDay: 1_500,
    opening: 40_000,
  },
};

test('the same scenario and seed have the digits of the edition, and other digits need another edition', () => {
  const { rows } = simulate(scenario, { seed: 20_261_126, replications: 60, precision: null }, () => 'go on');
  // Twelve digits: the last ones of a logarithm are not the same on all processors.
  const written = [...rows.rows, ...measuresOf(scenario, rows).flatMap(({ mean, interval }) => [mean, ...(interval ?? [])])]
    .map((value) => value?.toPrecision(12) ?? 'none')
    .join();
  expect(createHash('sha256').update(written).digest('hex')).toBe(digitsOf[simulationEdition]);
});
