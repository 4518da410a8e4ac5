import { expect, test } from 'vitest';
import { day } from '../../time.ts';
import { admittedOf, pricesOf, roomOf, roomRuleOn, roomRules } from './room-rule.ts';

const rule = roomRuleOn(day('2026-11-26'));
const outside = (from: number, to: number) => ({ neverAdmitted: { from, to } });

test('the rule of a day is the newest that has begun', () => {
  expect(rule.edition).toBe('plads/2026-1');
  expect(roomRuleOn(day('2020-01-01'))).toBe(roomRules[0]);
  const froms = roomRules.map(({ from }) => from);
  expect(froms).toEqual([...froms].toSorted());
});

test.each([
  [0, 0, 'nearly-all'],
  [0, 0.0099, 'nearly-all'],
  [0, 0.01, 'some-outside'],
  [0.09, 0.0999, 'some-outside'],
  [0, 0.1, 'short'],
  [0.45, 0.53, 'short'],
  [1, 1, 'short'],
])('where from %f to %f stay outside there is %s', (from, to, room) => {
  expect(roomOf(outside(from, to), rule)).toBe(room);
});

test('those admitted are the others', () => {
  const { from, to } = admittedOf(outside(0.45, 0.53));
  expect([from, to]).toEqual([expect.closeTo(0.47), expect.closeTo(0.55)]);
});

test.each([
  [0.5, 59, []],
  [0.85, 10, ['full']],
  [0.1, 60, ['far']],
  [0.95, 120, ['full', 'far']],
])('at an occupancy of %f and %i minutes, room costs %j', (share, minutes, prices) => {
  expect(pricesOf({ occupancy: { from: 0, to: share }, minutes: { from: 0, to: minutes } }, rule)).toEqual(prices);
});

test('where nobody is admitted there is nothing to measure', () => {
  expect(pricesOf({ occupancy: null, minutes: null }, rule)).toEqual([]);
});
