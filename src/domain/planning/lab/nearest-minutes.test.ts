import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { municipalities } from '../../geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../../geography/travel.ts';
import { positions, positionScenario } from '../proposals/positions.ts';
import { chooseSites } from '../sites/choose-sites.ts';
import { minutesToNearest } from './nearest-minutes.ts';
import { possibleSites } from './site-question.ts';

describe('the minutes to the nearest unit', () => {
  test('are what the choice of sites finds for the same sites, when nothing is asked of their volume', () => {
    const homes = municipalities.map(municipalityLocation);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...possibleSites), { minLength: 1, maxLength: 5 }), (sites) => {
        const scenario = positionScenario({ sites, places: 'standing', afterBirthWeeks: 8 }, { demand: 20, places: 4 });
        const at = sites.flatMap((id) => municipalities.filter((one) => one.id === id).map(municipalityLocation));
        const chosen = chooseSites({
          minutes: homes.map((home) => at.map((site) => minutesByCar(home, site))),
          weights: municipalities.map(({ births }) => births),
          open: sites.length,
          objective: 'median',
          within: 0,
          volume: { least: 0, most: Infinity },
        });
        expect(chosen.outcome).toBe('chosen');
        if (chosen.outcome === 'chosen') expect(minutesToNearest(scenario)).toBeCloseTo(chosen.objective, 8);
      }),
      { numRuns: 40 },
    );
  });

  test('follow the weights of the scenario, and are none without homes, women or units', () => {
    const near = { id: 'a', weight: 3, minutes: { x: 10, y: 50 } };
    const far = { id: 'b', weight: 1, minutes: { x: 90, y: 30 } };
    const sites = [
      { id: 'x', places: 1 },
      { id: 'y', places: 1 },
    ];
    expect(minutesToNearest({ areas: [near, far], sites })).toBe(15);
    expect(minutesToNearest({ areas: [{ ...near, weight: 0 }, far], sites })).toBe(30);
    expect(minutesToNearest({ sites })).toBeNull();
    expect(minutesToNearest({ areas: [{ ...near, weight: 0 }], sites })).toBeNull();
    expect(minutesToNearest(positionScenario(positions['nothing-new'], { demand: 20, places: 8 }))).toBeNull();
  });
});
