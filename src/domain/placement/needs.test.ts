import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../test/chance.ts';
import { addDays, day } from '../time.ts';
import { birthAheadRule, needsAfterBirth, needsStillHeld, nothingKnown, proposeNeeds } from './needs.ts';

const first = day('2026-12-01');
const days = fc.integer({ min: -60, max: 60 }).map((count) => addDays(first, count));
const nightsOf = fc.record({ arrival: days, count: fc.integer({ min: 1, max: 90 }) });

/** Night by night: whether the birth can be on one of them, and whether the child is there on one of them. */
function byNight(arrival: typeof first, count: number, due: typeof first, isBorn: boolean): { ward: boolean; both: boolean } {
  const all = Array.from({ length: count }, (_, index) => addDays(arrival, index));
  const latest = addDays(due, birthAheadRule.daysAfterDueDate);
  return { ward: !isBorn && all.some((night) => night >= due && night <= latest), both: all.some((night) => night >= due) };
}

test('the ward is near for nights on which the birth can be, and room for the child is for nights on which it is there', () => {
  fc.assert(
    fc.property(nightsOf, days, fc.boolean(), ({ arrival, count }, due, isBorn) => {
      const situation = { ...nothingKnown, dueDate: due, bornOn: isBorn ? due : null };
      const proposed = proposeNeeds(situation, { arrival, departure: addDays(arrival, count) }).map(({ property }) => property);
      const { ward, both } = byNight(arrival, count, due, isBorn);
      expect([proposed.includes('near-neonatal-ward'), proposed.includes('mother-and-baby')]).toEqual([ward, both]);
    }),
  );
});

test('what was written for the birth no longer holds once the child is born, and what somebody chose does', () => {
  const birth = { property: 'near-neonatal-ward', why: 'birth-with-risk-to-child' } as const;
  const chosen = { property: 'near-neonatal-ward', why: 'chosen' } as const;
  const other = { property: 'step-free', why: 'chosen' } as const;
  expect(needsStillHeld([birth, other], null)).toEqual([birth, other]);
  expect(needsStillHeld([birth, other], first)).toEqual([other]);
  expect(needsStillHeld([chosen], first)).toEqual([chosen]);
  // Nothing is added to what a team has written; a place she has is held against room for both.
  expect(needsAfterBirth([birth], first)).toEqual([{ property: 'mother-and-baby', why: 'stay-passes-birth' }]);
});
