import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { now, testFacility } from '../../../test/provision.ts';
import { type Asked, crowdedAsked, someAsked } from '../../../test/random-units.ts';
import { asId } from '../id.ts';
import { feasibility } from './feasibility.ts';
import { emptyIndex, withUnits } from './national-index.ts';
import { type NationalRequest, searchCountry } from './national-index-search.ts';
import { type Need, sheAlone } from './needs.ts';
import { faultIn, type Nights, nightsFrom } from './nights.ts';
import { whatWouldHelp } from './what-would-help.ts';

const plenty = 1_000_000;

/** Whether any of the units takes her, asked of each by itself. */
function anyTakes(units: readonly Asked[], needs: readonly Need[], nights: Nights): boolean {
  return units.some(
    ({ unit, stays }) => feasibility({ unit, stays, needs, party: sheAlone, nights, at: now }, plenty).outcome === 'possible',
  );
}

test('a need is named if, and only if, some unit takes her without it, and never one that a legal duty gives', () => {
  const seen = { named: 0, notNamed: 0, duties: 0 };
  const oneUnit = fc.oneof(someAsked({ staffed: true }), crowdedAsked);
  fc.assert(
    fc.property(oneUnit, oneUnit, fc.integer({ min: 5, max: 16 }), ({ ...first }, second, count) => {
      const nights = nightsFrom(first.nights.arrival, count);
      const { needs } = first;
      const units = [first, { ...second, unit: { ...second.unit, id: asId<'unit'>('anden') } }];
      fc.pre(faultIn(nights) === null && !anyTakes(units, needs, nights));
      const candidates = units.map(({ unit, stays }) => ({ id: unit.id, candidate: { facility: testFacility, unit, occupations: stays } }));
      const index = withUnits(emptyIndex(), candidates);
      const request: NationalRequest = { needs, nights, home: null, at: now, without: null, looked: 40, steps: plenty };
      const { helps, undecided } = whatWouldHelp(index, request);
      expect(undecided).toEqual([]);
      for (const property of new Set(needs.map((need) => need.property))) {
        const isPossible = anyTakes(
          units,
          needs.filter((need) => need.property !== property),
          nights,
        );
        expect(helps.some(({ without }) => without === property)).toBe(isPossible);
        seen[isPossible ? 'named' : 'notNamed'] += 1;
      }
      const duty = needs.map((need): Need => ({ ...need, why: 'contract-must-be-offered' }));
      expect(whatWouldHelp(index, { ...request, needs: duty })).toEqual({ helps: [], undecided: [] });
      if (helps.length > 0) seen.duties += 1;
    }),
    { numRuns: 600 },
  );
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(10);
});

test('what was not decided in time is no no and no yes', () => {
  const seen = { undecided: 0 };
  fc.assert(
    fc.property(crowdedAsked, ({ unit, stays, needs, nights }) => {
      const index = withUnits(emptyIndex(), [{ id: unit.id, candidate: { facility: testFacility, unit, occupations: stays } }]);
      const request: NationalRequest = { needs, nights, home: null, at: now, without: null, looked: 0, steps: 0 };
      const { helps, undecided } = whatWouldHelp(index, request);
      for (const property of undecided) {
        expect(helps.some(({ without }) => without === property)).toBe(false);
        const asked = { ...request, needs: needs.filter((need) => need.property !== property) };
        expect(searchCountry(index, asked).map(({ answer }) => answer.outcome)).toEqual(['not-decided']);
        seen.undecided += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(seen.undecided).toBeGreaterThan(10);
});
