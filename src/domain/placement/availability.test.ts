import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datedNeeds, holdsOn } from '../../../test/dated-needs.ts';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { addDays, addMinutes, type Day, danishDay, day, daysBetween } from '../time.ts';
import { answerFor, searchedDays, type UnitAnswer } from './availability.ts';
import { stayStatuses, takesPlace } from './lifecycle.ts';
import type { Need } from './needs.ts';
import { longestStay, type Nights, nightsFrom } from './nights.ts';
import { type PlaceProperty, placeProperties, type Unit } from './provision.ts';
import type { Occupation } from './stay.ts';

const wednesday = nightsFrom(day('2026-11-25'), 7);

describe('a unit', () => {
  test('takes her on a free place that meets all her needs, and keeps the place that can do more', () => {
    const unit = testUnit([testPlace('a', ['mother-and-baby', 'step-free']), testPlace('b', ['mother-and-baby'])]);

    expect(answerFor(unit, [], needsOf('mother-and-baby'), wednesday, now)).toMatchObject({ outcome: 'can-come', place: { id: 'b' } });
  });

  test('with a step-free place and another for mother and baby has none for her who needs both', () => {
    const unit = testUnit([testPlace('a', ['step-free']), testPlace('b', ['mother-and-baby'])]);

    expect(answerFor(unit, [], needsOf('step-free', 'mother-and-baby'), wednesday, now)).toEqual({
      outcome: 'cannot-come',
      hindrances: [{ kind: 'no-place-has-all', properties: ['step-free', 'mother-and-baby'] }],
      next: { outcome: 'never' },
    });
  });

  test('names the property that none of its places has', () => {
    const answer = answerFor(testUnit([testPlace('a', ['shielded'])]), [], needsOf('shielded', 'partner'), wednesday, now);

    expect(answer).toMatchObject({ hindrances: [{ kind: 'no-place-has', property: 'partner' }], next: { outcome: 'never' } });
  });

  test('without places takes no one', () => {
    expect(answerFor(testUnit([]), [], [], wednesday, now)).toMatchObject({ outcome: 'cannot-come', next: { outcome: 'never' } });
  });

  test('that is taken says from when to when, and the day it is free', () => {
    const answer = answerFor(testUnit([testPlace('a')]), [taken('a', '2026-11-20', '2026-11-27')], [], wednesday, now);

    expect(answer).toMatchObject({
      hindrances: [{ kind: 'blocked', block: { kind: 'taken', from: '2026-11-20', to: '2026-11-27' } }],
      next: { outcome: 'found', arrival: '2026-11-27' },
    });
  });

  test('takes her the day another leaves and until the day another comes', () => {
    const occupations = [taken('a', '2026-11-20', '2026-11-25'), taken('a', '2026-12-02', '2026-12-20')];

    expect(answerFor(testUnit([testPlace('a')]), occupations, [], wednesday, now).outcome).toBe('can-come');
    expect(answerFor(testUnit([testPlace('a')]), occupations, [], nightsFrom(wednesday.arrival, 8), now).outcome).toBe('cannot-come');
  });

  test('that is closed or not open says so with its reason', () => {
    const closure = { from: day('2026-11-28'), to: day('2026-11-30'), reason: 'nyt gulv' };
    const closed = testUnit([testPlace('a', [], { closures: [closure] })]);
    const opens = testUnit([testPlace('a')], { open: [{ from: day('2026-12-01'), to: null }] });

    expect(answerFor(closed, [], [], wednesday, now)).toMatchObject({
      hindrances: [{ block: { kind: 'closed', reason: 'nyt gulv' } }],
      next: { outcome: 'found', arrival: '2026-11-30' },
    });
    expect(answerFor(opens, [], [], wednesday, now)).toMatchObject({
      hindrances: [{ block: { kind: 'not-open' } }],
      next: { outcome: 'found', arrival: '2026-12-01' },
    });
  });

  test('that never frees a place within the days searched says how many days were searched', () => {
    const shut = testUnit([testPlace('a')], { open: [{ from: day('2020-01-01'), to: day('2026-11-26') }] });

    expect(answerFor(shut, [], [], wednesday, now)).toMatchObject({ next: { outcome: 'none-within', days: searchedDays } });
  });

  test('does not count a hold that has run out, and counts one that has a minute left', () => {
    const held = (minutes: number): Occupation =>
      taken('a', '2026-11-25', '2026-12-25', { status: 'held', heldUntil: addMinutes(now, minutes) });

    expect(answerFor(testUnit([testPlace('a')]), [held(0)], [], wednesday, now).outcome).toBe('can-come');
    expect(answerFor(testUnit([testPlace('a')]), [held(1)], [], wednesday, now).outcome).toBe('cannot-come');
  });

  test('has no place tonight while a woman who should have left is still there', () => {
    const overdue = taken('a', '2026-10-01', '2026-11-20', { status: 'admitted' });

    expect(answerFor(testUnit([testPlace('a')]), [overdue], [], nightsFrom(danishDay(now), 3), now)).toMatchObject({
      outcome: 'cannot-come',
      next: { outcome: 'found', arrival: '2026-11-23' },
    });
  });

  test('answers no question about no nights, or about more than a pregnancy and a year', () => {
    const ask = (nights: number): UnitAnswer => answerFor(testUnit([testPlace('a')]), [], [], nightsFrom(wednesday.arrival, nights), now);

    expect([0, -1].map(ask)).toEqual([
      { outcome: 'not-a-stay', fault: 'no-nights' },
      { outcome: 'not-a-stay', fault: 'no-nights' },
    ]);
    expect(ask(longestStay + 1)).toEqual({ outcome: 'not-a-stay', fault: 'too-long' });
  });
});

describe('for every small unit there is', () => {
  const first = day('2026-11-20');
  const anyDay = fc.integer({ min: 0, max: 24 }).map((offset) => addDays(first, offset));
  const period = fc.tuple(anyDay, fc.integer({ min: 0, max: 9 })).map(([from, length]) => ({ from, to: addDays(from, length) }));
  const closures = fc.array(
    period.map((part) => ({ ...part, reason: 'prøve' })),
    { maxLength: 2 },
  );
  const properties = fc.subarray<PlaceProperty>(placeProperties.slice(0, 3));
  const unit = fc
    .record({
      open: fc.oneof(fc.constant([{ from: first, to: null }]), fc.array(period, { maxLength: 3 })),
      closures,
      places: fc.array(fc.tuple(properties, closures), { maxLength: 3 }),
    })
    .map(({ open, closures: ofUnit, places }) =>
      testUnit(
        places.map(([has, ofPlace], index) => testPlace(String(index), has, { closures: ofPlace })),
        { open, closures: ofUnit },
      ),
    );
  const occupation = fc.record({
    place: fc.constantFrom('0', '1', '2'),
    period,
    status: fc.constantFrom(...stayStatuses),
    minutesLeft: fc.integer({ min: -1, max: 1 }),
  });
  const occupations = fc
    .array(occupation, { maxLength: 6 })
    .map((all) =>
      all.map(({ place, period: { from, to }, status, minutesLeft }) =>
        taken(place, from, to, { status, heldUntil: addMinutes(now, minutesLeft) }),
      ),
    );
  const question = fc.record({ needs: datedNeeds(placeProperties.slice(0, 3)), arrival: anyDay, nights: fc.integer({ min: 1, max: 6 }) });

  test('the answer is the one found by looking at each place on each night', () => {
    fc.assert(
      fc.property(unit, occupations, question, (which, others, { needs, arrival, nights }) => {
        const answer = answerFor(which, others, needs, nightsFrom(arrival, nights), now);
        const places = placesByLooking(which, others, needs, nightsFrom(arrival, nights));

        if (answer.outcome === 'can-come') expect(places).toContain(answer.place.id);
        else expect(places).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('the next possible day is the first one found by trying each day', () => {
    fc.assert(
      fc.property(unit, occupations, question, (which, others, { needs, arrival, nights }) => {
        const answer = answerFor(which, others, needs, nightsFrom(arrival, nights), now);
        if (answer.outcome !== 'cannot-come') return;

        const days = Array.from({ length: searchedDays + 1 }, (_, offset) => addDays(arrival, offset));
        const found = days.find((date) => placesByLooking(which, others, needs, nightsFrom(date, nights)).length > 0);
        expect(answer.next.outcome === 'found' ? answer.next.arrival : undefined).toBe(found);
      }),
      { numRuns: 300 },
    );
  });

  test('each reason given is true: with every block away from a place she could come', () => {
    fc.assert(
      fc.property(unit, occupations, question, (which, others, { needs, arrival, nights }) => {
        const answer = answerFor(which, others, needs, nightsFrom(arrival, nights), now);
        if (answer.outcome !== 'cannot-come') return;

        for (const hindrance of answer.hindrances)
          if (hindrance.kind === 'blocked') {
            const { from, to } = hindrance.block;
            expect(from < addDays(arrival, nights) && (to === null || to > arrival)).toBe(true);
          } else if (hindrance.kind === 'no-place-has')
            expect(which.places.some(({ properties: has }) => has.includes(hindrance.property))).toBe(false);
          else expect(placesByLooking(testUnit(which.places), [], needs, nightsFrom(arrival, nights))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** The slow way: the places that meet every need and are open, not closed and not taken on each single night. */
function placesByLooking(
  unit: Unit,
  occupations: readonly Occupation[],
  needs: readonly Need[],
  { arrival, departure }: Nights,
): readonly string[] {
  const nights = Array.from({ length: daysBetween(arrival, departure) }, (_, offset) => addDays(arrival, offset));
  const holds = ({ from, to }: { readonly from: Day; readonly to: Day | null }, night: Day): boolean =>
    from <= night && (to === null || night < to);
  const isTaken = (place: string, night: Day): boolean =>
    occupations.some(({ place: where, status, heldUntil, nights: { arrival: from, departure: to } }) => {
      if (where !== place || !takesPlace[status] || from >= to) return false;
      if (status === 'held' && heldUntil !== null && heldUntil <= now) return false;
      const stillThere = status === 'admitted' && from <= night && night <= danishDay(now);
      return stillThere || holds({ from, to }, night);
    });
  return unit.places
    .filter(({ id, properties, closures }) =>
      nights.every(
        (night) =>
          needs.every((need) => !holdsOn(need, night) || properties.includes(need.property)) &&
          unit.open.some((period) => holds(period, night)) &&
          ![...unit.closures, ...closures].some((closure) => holds(closure, night)) &&
          !isTaken(id, night),
      ),
    )
    .map(({ id }) => id);
}
