import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../time.ts';
import type { LeverId } from '../lab/levers.ts';
import { carryingOf, unitsCarried } from './carried-units.ts';
import { fewerCarried, roomOverturned } from './overturned.ts';
import { roomRuleOn } from './room-rule.ts';

const rule = roomRuleOn(day('2026-11-26'));
const sure = (mean: number) => ({ mean, interval: [mean, mean] as const });

function pulled(asIs: number, pulls: readonly (readonly [LeverId, number | null, number | null])[]) {
  return {
    base: [{ measure: 'never-admitted' as const, value: sure(asIs) }],
    pulls: pulls.map(([lever, low, high]) => ({
      lever,
      range: [1, 9] as const,
      effects: [{ measure: 'never-admitted' as const, low: low === null ? null : sure(low), high: high === null ? null : sure(high) }],
    })),
  };
}

test('the assumption that leaves most outside overturns the answer, at the end that does so, where it makes the room worse', () => {
  const answer = pulled(0.005, [
    ['sites.places', 0.08, -0.005],
    ['course.afterBirthWeeks', -0.001, 0.205],
    ['arrivalsPerYear', 0, 0.9],
  ]);
  expect(roomOverturned(answer, rule)).toEqual({ lever: 'course.afterBirthWeeks', end: 9, asIs: 0.005, becomes: 0.21 });
  expect(roomOverturned(pulled(0.005, [['sites.places', 0.08, 0]]), rule)).toMatchObject({ lever: 'sites.places', end: 1 });
});

test('nothing overturns it where the room stays what it is, or there is no number', () => {
  expect(roomOverturned(pulled(0.001, [['sites.places', 0.004, -0.001]]), rule)).toBeNull();
  expect(roomOverturned(pulled(0.001, []), rule)).toBeNull();
  expect(roomOverturned({ base: [], pulls: [] }, rule)).toBeNull();
});

test('where there is too little room already, only so many more outside overturn it as are too many by themselves', () => {
  expect(roomOverturned(pulled(0.25, [['sites.places', 0.375, -0.25]]), rule)).toEqual({
    lever: 'sites.places',
    end: 1,
    asIs: 0.25,
    becomes: 0.625,
  });
  expect(roomOverturned(pulled(0.25, [['sites.places', 0.09, null]]), rule)).toBeNull();
  expect(roomOverturned(pulled(0.05, [['sites.places', 0.04, null]]), rule)).toBeNull();
});

test('an estimate is named exactly where fewer who accept bring women enough for fewer units than they do now', () => {
  const worse = ['whole', 'upper', 'no', 'nothing'];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 })), { maxLength: 4 }),
      fc.integer({ min: 0, max: 6 }),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (pairs, units, accepts, part) => {
        const needs = pairs.map(([from, more]) => ({ from, to: from + more }));
        const few = Math.max(0.05, accepts * part);
        const at = (need: (typeof needs)[number], share: number) =>
          worse.indexOf(carryingOf(units, unitsCarried(need, { accepts: share })));
        expect(fewerCarried(needs, units, { accepts, few })).toEqual(needs.filter((need) => at(need, few) !== at(need, accepts)));
      },
    ),
  );
  expect(fewerCarried([{ from: 30, to: 30 }], 5, { accepts: 1, few: 0.5 })).toHaveLength(1);
  expect(fewerCarried([{ from: 90, to: 90 }], 5, { accepts: 1, few: 0.5 })).toHaveLength(0);
});
