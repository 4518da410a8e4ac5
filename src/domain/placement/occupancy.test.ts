import { expect, test } from 'vitest';
import { now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { day } from '../time.ts';
import { freePlacesByNight, placesOn } from './occupancy.ts';

const closed = { from: day('2026-11-24'), to: day('2026-11-25'), reason: 'nyt gulv' };
const unit = testUnit([testPlace('a'), testPlace('b', [], { closures: [closed] })]);
const occupations = [taken('a', '2026-11-20', '2026-11-23')];

test('the free places of a unit are counted night by night', () => {
  expect(freePlacesByNight(unit, occupations, day('2026-11-22'), 4, now).map(({ free }) => free)).toEqual([1, 2, 1, 2]);
});

test('a place that cannot be had on a night says why', () => {
  expect(placesOn(unit, occupations, day('2026-11-22'), now).map(({ block }) => block?.kind ?? 'free')).toEqual(['taken', 'free']);
  expect(placesOn(unit, occupations, day('2026-11-24'), now).map(({ block }) => block?.kind ?? 'free')).toEqual(['free', 'closed']);
});

test('no more places are free than there is staffing for', () => {
  const staffing = [{ from: day('2026-11-23'), to: day('2026-11-26'), women: 1 }];

  expect(freePlacesByNight({ ...unit, staffing }, occupations, day('2026-11-22'), 5, now).map(({ free }) => free)).toEqual([1, 1, 1, 1, 2]);
});
