/** One meaning of «free»: the list, the calendars, the weeks and the search of any small unit say the same number for the same night. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeByCounting } from '../../../test/free-count.ts';
import { now } from '../../../test/provision.ts';
import { crowdedAsked, someAsked } from '../../../test/random-units.ts';
import { asId } from '../id.ts';
import { municipality } from '../geography/municipalities.ts';
import { addDays, danishDay, type Day, weekdayOf } from '../time.ts';
import { calendarOf, freeByNight } from './calendar-of-unit.ts';
import { feasibility } from './feasibility.ts';
import { emptyIndex, withUnits } from './national-index.ts';
import { searchCountry } from './national-index-search.ts';
import { nightNumber } from './national-index-spans.ts';
import { compileUnit } from './national-index-unit.ts';
import { needBits } from './need-bits.ts';
import { type Need, sheAlone } from './needs.ts';
import { type Nights, nightsFrom } from './nights.ts';
import type { Facility, Place, Unit } from './provision.ts';
import type { StayInUnit } from './stay.ts';
import { fewestByWeek, unitWeeks } from './week-view.ts';

const today = danishDay(now);
const anyUnit = fc.oneof({ weight: 3, arbitrary: someAsked({ staffed: true }) }, { weight: 1, arbitrary: crowdedAsked });

/** How many women with some needs get a place for one night, one after the other, until one is told no or that somebody would have to move. */
function received(unit: Unit, stays: readonly StayInUnit[], needs: readonly Need[], night: Day): number {
  const nights = nightsFrom(night, 1);
  const taken = [...stays];
  for (let count = 0; ; count += 1) {
    const place = placeFor(unit, taken, needs, nights);
    if (!place) return count;
    const stay = asId<'stay'>(`ny-${count}`);
    taken.push({ stay, place: place.id, nights, status: 'confirmed', heldUntil: null, mustHave: [], movesOn: false });
  }
}

function placeFor(unit: Unit, stays: readonly StayInUnit[], needs: readonly Need[], nights: Nights): Place | null {
  const answer = feasibility({ unit, stays, needs, party: sheAlone, nights, at: now }, 100_000);
  return answer.outcome === 'possible' && answer.moves.length === 0 ? (answer.parts[0]?.place ?? null) : null;
}

function searched(unit: Unit, occupations: readonly StayInUnit[], needs: readonly Need[], night: Day): string | undefined {
  const home = municipality('0851');
  const facility: Facility = {
    id: unit.facility,
    name: 'F',
    operator: 'municipality',
    operatorName: 'K',
    region: 'nordjylland',
    municipality: asId<'municipality'>('0851'),
    town: 'T',
    point: home?.point ?? [10, 56],
  };
  const index = withUnits(emptyIndex(), [{ id: unit.id, candidate: { facility, unit, occupations } }]);
  const request = { needs, nights: nightsFrom(night, 1), home: null, at: now, without: null, looked: 0, steps: 0 };
  return searchCountry(index, request)[0]?.answer.outcome;
}

test('is what a case worker can get: so many women one after the other, and the same in every view of the night', () => {
  let [some, limited] = [0, 0];
  fc.assert(
    fc.property(anyUnit, fc.integer({ min: 0, max: 12 }), ({ unit, stays, needs }, offset) => {
      const night = addDays(today, offset);
      const compiled = compileUnit(unit, stays, now);
      for (const asked of [needs, []]) {
        const free = freeByCounting(unit, stays, asked, night);
        expect(received(unit, stays, asked, night)).toBe(free);
        expect(freeByNight(compiled, needBits(asked, nightsFrom(today, 20)), nightNumber(today), 20)[offset]).toBe(free);
        expect(searched(unit, stays, asked, night) === 'can-come').toBe(free > 0);
        if (free > 0) some += 1;
        if (free < freeByCounting({ ...unit, staffing: [] }, stays, asked, night)) limited += 1;
      }
      // The list and the calendar of the unit.
      const all = freeByCounting(unit, stays, [], night);
      expect(calendarOf(compiled, night, 1, null)).toEqual([{ night, free: all, places: unit.places.length, forHer: null }]);
      // A week that begins on that night, by itself and of the whole country: only its Sunday is asked about where it is one.
      const left = Array.from({ length: 8 - weekdayOf(night) }, (_, step) => freeByCounting(unit, stays, needs, addDays(night, step)));
      expect(unitWeeks(compiled, needs, night, 1).weeks[0]?.free).toBe(Math.min(...left));
      expect(fewestByWeek(compiled, needs, night, 1)).toEqual([Math.min(...left)]);
    }),
    { numRuns: 400 },
  );
  expect(Math.min(some, limited)).toBeGreaterThan(50);
});
