import { expect, test } from 'vitest';
import { day, moment } from '../time.ts';
import type { Need } from './needs.ts';
import { needsToWaitBy } from './wait-after-birth.ts';

const ward: Need = { property: 'near-neonatal-ward', why: 'birth-with-risk-to-child' };
const shielded: Need = { property: 'shielded', why: 'chosen' };
const room: Need = { property: 'mother-and-baby', why: 'stay-passes-birth' };
const birth = { on: day('2026-11-24'), told: moment('2026-11-25T08:00:00Z') };
const before = moment('2026-11-20T08:00:00Z');
const after = moment('2026-11-26T08:00:00Z');

test('she waits by what was written until her child is born, and then by the needs after the birth', () => {
  const needs = [ward, shielded];
  expect(needsToWaitBy({ needs, at: before }, null)).toEqual(needs);
  expect(needsToWaitBy({ needs, at: before }, birth)).toEqual([shielded, { ...room, from: birth.on }]);
  expect(needsToWaitBy({ needs, at: null }, birth)).toEqual([shielded, { ...room, from: birth.on }]);
});

test('what is written after the birth was told stands as it is written', () => {
  expect(needsToWaitBy({ needs: [ward], at: after }, birth)).toEqual([ward]);
  expect(needsToWaitBy({ needs: [], at: after }, birth)).toEqual([]);
});
