import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { now } from '../../../test/provision.ts';
import { holdsOn } from '../../../test/dated-needs.ts';
import { freeByCounting } from '../../../test/free-count.ts';
import { crowdedAsked, someAsked } from '../../../test/random-units.ts';
import { addDays, danishDay } from '../time.ts';
import { answerFor, blocksOn, blocksWithin } from './availability.ts';
import { calendarOf, stretchesOf } from './calendar-of-unit.ts';
import { compileUnit } from './national-index-unit.ts';
import { nightsFrom } from './nights.ts';

const today = danishDay(now);
const anyUnit = fc.oneof(someAsked({ staffed: false }), crowdedAsked);

describe('the calendar of any small unit', () => {
  test('counts what is free each night as those do who count place by place, and for her as the answer to her search', () => {
    let [some, none] = [0, 0];
    fc.assert(
      fc.property(anyUnit, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -3, max: 12 }), ({ unit, stays, needs }, nights, offset) => {
        const from = addDays(today, offset);
        const calendar = calendarOf(compileUnit(unit, stays, now), from, 21, { needs, nights });
        for (const { night, free, places, forHer } of calendar) {
          expect([free, places]).toEqual([freeByCounting(unit, stays, [], night), unit.places.length]);
          const suitable = unit.places.filter(
            (place) =>
              Array.from({ length: nights }, (_, index) => addDays(night, index)).every((one) =>
                needs.every((need) => !holdsOn(need, one) || place.properties.includes(need.property)),
              ) && blocksWithin(blocksOn(unit, place, stays, now), nightsFrom(night, nights)).length === 0,
          );
          expect(forHer).toBe(suitable.length);
          expect(answerFor(unit, stays, needs, nightsFrom(night, nights), now).outcome === 'can-come').toBe(suitable.length > 0);
          if (suitable.length > 0) some += 1;
          else none += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(some, none)).toBeGreaterThan(500);
  });

  test('for everybody says nothing of her, and a unit without places has none free', () => {
    fc.assert(
      fc.property(anyUnit, ({ unit, stays }) => {
        const calendar = calendarOf(compileUnit(unit, stays, now), today, 14, null);
        expect(calendar.every(({ forHer, free, places }) => forHer === null && free <= places)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('falls into stretches that follow each other, differ from the next, and hold every day once', () => {
    fc.assert(
      fc.property(anyUnit, fc.integer({ min: 1, max: 9 }), ({ unit, stays, needs }, nights) => {
        const calendar = calendarOf(compileUnit(unit, stays, now), today, 30, { needs, nights });
        const stretches = stretchesOf(calendar);
        const days = stretches.flatMap(({ from, to, can }) =>
          calendar.filter(({ night }) => night >= from && night <= to).map(({ night, forHer }) => [night, (forHer ?? 0) > 0 === can]),
        );
        expect(days).toEqual(calendar.map(({ night }) => [night, true]));
        for (const [index, { can }] of stretches.entries()) expect(stretches[index + 1]?.can).not.toBe(can);
      }),
      { numRuns: 300 },
    );
  });
});
