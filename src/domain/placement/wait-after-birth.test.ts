import { expect, test } from 'vitest';
import { day } from '../time.ts';
import type { Need } from './needs.ts';
import { type BirthTold, needsNow, standingBirth } from './wait-after-birth.ts';

const [monday, tuesday] = [day('2026-11-23'), day('2026-11-24')];
const ward: Need = { property: 'near-neonatal-ward', why: 'birth-with-risk-to-child' };
const shielded: Need = { property: 'shielded', why: 'chosen' };
const room: Need = { property: 'mother-and-baby', why: 'stay-passes-birth', from: tuesday };
const birth = { on: tuesday, since: 5 };

test('she waits by what was written until her child is born, and then by the needs after the birth', () => {
  const needs = [ward, shielded];
  expect(needsNow({ needs, afterFact: 4 }, null, null)).toEqual(needs);
  expect(needsNow({ needs, afterFact: 4 }, birth, null)).toEqual([shielded, room]);
  expect(needsNow({ needs, afterFact: null }, birth, null)).toEqual([shielded, room]);
});

test('what is written after the birth was told stands as it is written, on the nights that follow from it', () => {
  expect(needsNow({ needs: [shielded], afterFact: 5 }, birth, null)).toEqual([shielded]);
  expect(needsNow({ needs: [], afterFact: 6 }, birth, null)).toEqual([]);
  expect(needsNow({ needs: [{ ...room, from: monday }], afterFact: 6 }, birth, null)).toEqual([room]);
});

test('a birth stands since the first that was told without a break, on the first day that stands', () => {
  const told = (sequence: number, happened: typeof monday): BirthTold => ({ sequence, happened, withdraws: null });
  const withdrawn = (sequence: number, withdraws: number): BirthTold => ({ sequence, happened: tuesday, withdraws });
  expect(standingBirth([])).toBeNull();
  expect(standingBirth([told(3, monday)])).toEqual({ on: monday, since: 3 });
  expect(standingBirth([told(3, monday), withdrawn(4, 3)])).toBeNull();
  // Put right: whichever is told first, and in whatever order the rows are read.
  expect(standingBirth([told(3, monday), told(5, tuesday)])).toEqual({ on: monday, since: 3 });
  expect(standingBirth([withdrawn(6, 3), told(5, tuesday), told(3, monday)])).toEqual({ on: tuesday, since: 3 });
  // Withdrawn and told anew, she had none in between.
  expect(standingBirth([told(3, monday), withdrawn(4, 3), told(5, tuesday)])).toEqual({ on: tuesday, since: 5 });
  // What is withdrawn was another event.
  expect(standingBirth([told(3, monday), withdrawn(4, 2)])).toEqual({ on: monday, since: 3 });
});
