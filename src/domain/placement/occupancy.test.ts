import { expect, test } from 'vitest';
import { now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { day } from '../time.ts';
import { placesOn } from './occupancy.ts';

const closed = { from: day('2026-11-24'), to: day('2026-11-25'), reason: 'nyt gulv' };
const unit = testUnit([testPlace('a'), testPlace('b', [], { closures: [closed] })]);
const occupations = [taken('a', '2026-11-20', '2026-11-23')];

test('a place that cannot be had on a night says why', () => {
  expect(placesOn(unit, occupations, day('2026-11-22'), now).map(({ block }) => block?.kind ?? 'free')).toEqual(['taken', 'free']);
  expect(placesOn(unit, occupations, day('2026-11-22'), now).map(({ freeUntil }) => freeUntil)).toEqual([null, day('2026-11-24')]);
  expect(placesOn(unit, occupations, day('2026-11-24'), now).map(({ block }) => block?.kind ?? 'free')).toEqual(['free', 'closed']);
});
