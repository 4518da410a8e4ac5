import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, day, type Day, daysBetween, type Moment, startOfDanishDay } from '../time.ts';
import { unmetNeeds } from './needs.ts';
import type { Stay, StayInUnit } from './stay.ts';
import { agreeToMove, leavesForTransfer, putBack, yesToMoveEditions } from './transfer.ts';
import { needsOf, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { stayStatuses } from './lifecycle.ts';

const start = day('2026-11-01');
const now: Moment = startOfDanishDay(day('2026-11-27'));

function living(lengths: readonly number[], status: Stay['status'] = 'admitted'): Stay {
  const parts = lengths.map((nights, index) => {
    const arrival = addDays(
      start,
      lengths.slice(0, index).reduce((sum, one) => sum + one, 0),
    );
    return { place: asId<'place'>(`plads-${index}`), nights: { arrival, departure: addDays(arrival, nights) } };
  });
  const departure = parts.at(-1)?.nights.departure ?? start;
  return {
    id: asId<'stay'>('bor'),
    pathway: asId<'pathway'>('alma'),
    unit: asId<'unit'>('strand'),
    parts,
    nights: { arrival: start, departure },
    status,
    heldUntil: null,
    extensions: 0,
    needs: [],
    legalBasis: null,
    paidBy: null,
  };
}

/** Place by night, counted one by one. */
function nightsOf(parts: Stay['parts']): readonly (readonly [Day, string])[] {
  return parts.flatMap(({ place, nights }) =>
    Array.from({ length: daysBetween(nights.arrival, nights.departure) }, (_, index) => [addDays(nights.arrival, index), place] as const),
  );
}

test('she keeps every night before the day she moves, where it was, and none from that day on', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: -3, max: 30 }), (parts, after) => {
      const former = living(parts);
      const moves = addDays(start, after);
      // The day before she came: no day that she could move on has passed.
      const leaving = leavesForTransfer(former, moves, true, startOfDanishDay(addDays(start, -3)));
      const kept = nightsOf(former.parts).filter(([night]) => night < moves);
      const isShortened = kept.length > 0 && kept.length < nightsOf(former.parts).length;
      expect(leaving.outcome).toBe(isShortened ? 'leaves-then' : 'stands');
      if (leaving.outcome === 'leaves-then') expect(nightsOf(leaving.parts)).toEqual(kept);
    }),
  );
});

test('no yes, whenever it is written, takes a night from her that she has slept, or says that she left before the day it is written', () => {
  const days = fc.integer({ min: -3, max: 40 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), days, days, (parts, after, written) => {
      const former = living(parts);
      const [moves, today] = [addDays(start, after), addDays(start, written)];
      const leaving = leavesForTransfer(former, moves, true, startOfDanishDay(today));
      if (leaving.outcome !== 'leaves-then') {
        const passed = moves > start && moves < former.nights.departure && moves < today;
        expect(leaving.outcome).toBe(passed ? 'kept-until-admitted' : 'stands');
        return;
      }
      expect(leaving.departure >= today).toBe(true);
      const slept = nightsOf(former.parts).filter(([night]) => night < today);
      expect(nightsOf(leaving.parts).slice(0, slept.length)).toEqual(slept);
    }),
  );
});

test('a stay that is not lived in is left as it is', () => {
  for (const status of ['held', 'confirmed', 'discharged', 'withdrawn'] as const)
    expect(leavesForTransfer(living([5, 5], status), addDays(start, 4), true, now)).toMatchObject({ outcome: 'stands' });
});

test('her nights are kept until she says yes, from the day the rule is in force and not before it', () => {
  const moves = addDays(start, 30);
  for (const { edition, from, waitsForHerYes } of yesToMoveEditions) {
    const at = startOfDanishDay(from);
    const kept = { outcome: 'kept-until-yes', edition };
    expect(leavesForTransfer(living([25, 25]), moves, false, at)).toMatchObject(
      waitsForHerYes ? kept : { outcome: 'leaves-then', edition },
    );
    expect(leavesForTransfer(living([25, 25]), moves, true, at)).toMatchObject({ outcome: 'leaves-then', departure: moves, edition });
  }
  expect(leavesForTransfer(living([25, 25]), moves, false, now).outcome).toBe('kept-until-yes');
});

test('a yes is written once to a move that is confirmed, and to nothing else', () => {
  for (const status of stayStatuses) {
    const isConfirmed = status === 'confirmed';
    expect(agreeToMove(living([5], status), true, false).outcome).toBe(isConfirmed ? 'move-agreed' : 'cannot');
    expect(agreeToMove(living([5], status), true, true).outcome).toBe(isConfirmed ? 'said-already' : 'cannot');
    expect(agreeToMove(living([5], status), false, false).outcome).toBe(isConfirmed ? 'not-a-move' : 'cannot');
  }
});

test('the next day on which a unit can have her back is the first from which she can have its places, one after the other, to the day she had', () => {
  const names = ['plads-0', 'b', 'c'] as const;
  const others = fc.array(
    fc.record({
      place: fc.constantFrom(...names),
      from: fc.integer({ min: 30, max: 45 }),
      nights: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 6 },
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(others, fc.boolean(), (asked, needsStepFree) => {
      const moved = addDays(start, 30);
      const before = addDays(start, 45);
      const stays: StayInUnit[] = [];
      for (const { place, from, nights } of asked) {
        const [arrival, departure] = [addDays(start, from), addDays(start, from + nights)];
        const shares = stays.some((one) => one.place === place && one.nights.arrival < departure && arrival < one.nights.departure);
        // They have come, so that none of them changes places: what is free is seen night by night.
        if (!shares) stays.push(taken(place, arrival, departure, { status: 'admitted' }));
      }
      const unit = testUnit([testPlace('plads-0'), testPlace('b', ['step-free']), testPlace('c')]);
      const needs = needsStepFree ? needsOf('step-free') : [];
      const movesTo = { unitName: 'Skov', status: 'refused', arrival: moved, departureBefore: before } as const;
      const back = putBack({ ...living([30]), needs, bornOn: null, movesTo }, unit, stays, now);
      seen.add(`${back?.outcome} ${back?.next?.outcome}`);
      const suits = unit.places.filter((place) => unmetNeeds(needs, place.properties, { arrival: moved, departure: before }).length === 0);
      const isFree = (night: Day): boolean =>
        suits.some(({ id }) => !stays.some((one) => one.place === id && one.nights.arrival <= night && night < one.nights.departure));
      const after = Array.from({ length: daysBetween(moved, before) }, (_, index) => addDays(moved, index));
      const lastTaken = after.findLast((night) => !isFree(night));
      const first = lastTaken === undefined ? moved : addDays(lastTaken, 1);
      if (back?.outcome !== 'cannot-stay-on') expect(back?.next).toBeNull();
      else if (back.next?.outcome === 'found') expect(back.next.arrival).toBe(first);
      else expect([back.next?.outcome, first]).toEqual(['none-within', before]);
    }),
  );
  expect([...seen].toSorted()).toEqual(['cannot-stay-on found', 'cannot-stay-on none-within', 'departure-changed undefined']);
});
