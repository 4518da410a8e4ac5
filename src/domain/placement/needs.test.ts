import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../test/chance.ts';
import { holdsOn } from '../../../test/dated-needs.ts';
import { addDays, type Day, day, daysBetween } from '../time.ts';
import { nightsOfNeed, needStretches } from './need-nights.ts';
import {
  birthAheadRule,
  birthOf,
  lackedThere,
  type Need,
  needsAfterBirth,
  needsByDueDate,
  needsStillHeld,
  nothingKnown,
  proposeNeeds,
} from './needs.ts';
import type { PlaceProperty } from './provision.ts';

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
  expect(needsStillHeld([birth, other], { bornOn: null })).toEqual([birth, other]);
  expect(needsStillHeld([birth, other], { bornOn: first })).toEqual([other]);
  expect(needsStillHeld([chosen], { bornOn: first })).toEqual([chosen]);
  // Nothing is added to what a team has written; a place she has is held against room for both.
  expect(needsAfterBirth([birth], { bornOn: first })).toEqual([{ property: 'mother-and-baby', why: 'stay-passes-birth', from: first }]);
  // A child that came before the room was to be there needs it from then on; a room from an earlier day stays as it is.
  const room = (from: number) => ({ property: 'mother-and-baby', why: 'stay-passes-birth', from: addDays(first, from) }) as const;
  expect(needsAfterBirth([room(9)], { bornOn: first })).toEqual([room(0)]);
  expect(needsAfterBirth([room(-9)], { bornOn: first })).toEqual([room(-9)]);
  expect(needsAfterBirth([{ ...room(-9), until: first }], { bornOn: first })).toHaveLength(2);
});

test('room for both is proposed from week 37 on or from the birth, and what is for the birth until it is behind', () => {
  fc.assert(
    fc.property(nightsOf, days, fc.option(days), ({ arrival, count }, due, bornOn) => {
      const situation = { ...nothingKnown, dueDate: bornOn ?? due, bornOn };
      const nights = { arrival, departure: addDays(arrival, count) };
      const proposed = proposeNeeds(situation, nights);
      const all = Array.from({ length: count }, (_, index) => addDays(arrival, index));
      const has = (property: PlaceProperty, night: Day): boolean =>
        proposed.some(
          (need) => need.property === property && nightsOfNeed(need, { arrival: night, departure: addDays(night, 1) }) !== null,
        );
      const term = (night: Day): boolean => (bornOn === null ? daysBetween(addDays(due, -280), night) >= 37 * 7 : night >= bornOn);
      const passes = (bornOn ?? due) < nights.departure;
      const ahead = bornOn === null && passes && arrival <= addDays(due, birthAheadRule.daysAfterDueDate);
      expect(all.filter((night) => has('mother-and-baby', night))).toEqual(passes ? all.filter(term) : []);
      expect(all.filter((night) => has('near-neonatal-ward', night))).toEqual(
        ahead ? all.filter((night) => night <= addDays(due, birthAheadRule.daysAfterDueDate)) : [],
      );
    }),
  );
});

test('a child born before week 37 keeps the ward near for as long as one that is not born, and any other birth ends it', () => {
  const ward: Need = { property: 'near-neonatal-ward', why: 'birth-with-risk-to-child' };
  fc.assert(
    fc.property(nightsOf, days, fc.integer({ min: -60, max: 20 }), ({ arrival, count }, due, after) => {
      const bornOn = addDays(due, after);
      const nights = { arrival, departure: addDays(arrival, count) };
      const isEarly = daysBetween(addDays(due, -280), bornOn) < 37 * 7;
      const last = addDays(due, birthAheadRule.daysAfterDueDate);
      const ofWard = (needs: readonly Need[]) => needs.filter(({ property }) => property === ward.property);
      const situation = { ...nothingKnown, dueDate: bornOn, bornOn, dueOn: due };
      // Proposed where the child is there on a night of the stay, and she comes while it is to be near.
      const proposed = ofWard(proposeNeeds(situation, nights));
      expect(proposed.length).toBe(isEarly && bornOn < nights.departure && arrival <= last ? 1 : 0);
      const expected = isEarly ? [{ ...ward, until: addDays(last, 1) }] : [];
      for (const need of proposed) expect([need]).toEqual(expected);
      // However it was written before the birth, and whether or not it had nights then.
      const before = [ward, { ...ward, until: addDays(due, 3) }];
      for (const written of before) {
        expect(ofWard(needsAfterBirth([written], { bornOn, dueOn: due }))).toEqual(expected);
        expect(needsAfterBirth([written], { bornOn }).some(({ why }) => why === ward.why)).toBe(false);
      }
    }),
  );
});

test('a place where the contract can be kept is needed until the birth', () => {
  const nights = { arrival: first, departure: addDays(first, 60) };
  const hers = { ...nothingKnown, legalBasis: 'SEL-107-2-2', dueDate: addDays(first, 9), dueOn: addDays(first, 9) } as const;
  const contract = ({ why }: Need): boolean => why === 'contract-must-be-offered';
  expect(proposeNeeds(hers, nights).filter(contract)).toHaveLength(1);
  expect(proposeNeeds({ ...hers, dueDate: first, bornOn: first }, nights).filter(contract)).toEqual([]);
  const written = proposeNeeds(hers, nights);
  expect(needsAfterBirth(written, { bornOn: null }).filter(contract)).toHaveLength(1);
  expect(needsAfterBirth(written, { bornOn: first, dueOn: hers.dueOn }).filter(contract)).toEqual([]);
});

test('what was written moves with the due date, and what a professional chose does not', () => {
  const nights = { arrival: first, departure: addDays(first, 200) };
  const expected = (dueDate: Day) => ({ ...nothingKnown, dueDate });
  const written = proposeNeeds(expected(addDays(first, 60)), nights);
  const chosen = { property: 'shielded', why: 'chosen', from: first } as const;
  const later = expected(addDays(first, 74));
  expect(needsByDueDate([...written, chosen], birthOf(later))).toEqual([...proposeNeeds(later, nights), chosen]);
  expect(needsByDueDate(written, birthOf(nothingKnown))).toEqual(written);
  // One that was written before needs had nights follows from the birth all the same.
  expect(needsByDueDate([{ property: 'mother-and-baby', why: 'stay-passes-birth' }], birthOf(later))).toEqual([
    proposeNeeds(later, nights)[0],
  ]);
});

test('the nights of a need are those of the stay on which it holds, and a stay is cut where a need begins or ends', () => {
  fc.assert(
    fc.property(
      nightsOf,
      fc.array(fc.record({ from: fc.option(days), until: fc.option(days) }), { maxLength: 4 }),
      ({ arrival, count }, some) => {
        const nights = { arrival, departure: addDays(arrival, count) };
        const needs = some.map(({ from, until }) => ({ ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) }));
        const all = Array.from({ length: count }, (_, index) => addDays(arrival, index));
        const stretches = needStretches(needs, nights);
        for (const night of all) {
          const [stretch, ...others] = stretches.filter((one) => one.nights.arrival <= night && night < one.nights.departure);
          expect(others).toEqual([]);
          expect(stretch?.needs).toEqual(needs.filter((need) => holdsOn(need, night)));
        }
        for (const [index, stretch] of stretches.entries()) {
          expect(stretch.nights.arrival).toBe(index === 0 ? arrival : stretches[index - 1]?.nights.departure);
          expect(stretch.nights.arrival < stretch.nights.departure).toBe(true);
        }
        for (const need of needs) {
          const theirs = all.filter((night) => holdsOn(need, night));
          const hers = nightsOfNeed(need, nights);
          const [one, last] = [theirs[0], theirs.at(-1)];
          expect(hers).toEqual(one === undefined || last === undefined ? null : { arrival: one, departure: addDays(last, 1) });
        }
      },
    ),
  );
});

test('a place lacks, from the birth on, the room that was to be needed first later', () => {
  const nights = { arrival: day('2026-12-01'), departure: day('2026-12-10') };
  const later: Need = { property: 'mother-and-baby', why: 'stay-passes-birth', from: day('2026-12-20') };
  const ofStay = (bornOn: Day | null) => ({ needs: [later], bornOn });
  expect(lackedThere(ofStay(null), { properties: [] }, nights)).toEqual([]);
  expect(lackedThere(ofStay(day('2026-11-26')), { properties: [] }, nights)).toEqual(['mother-and-baby']);
  expect(lackedThere(ofStay(day('2026-11-26')), { properties: ['mother-and-baby'] }, nights)).toEqual([]);
});
