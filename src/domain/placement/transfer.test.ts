import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, day, type Day, daysBetween } from '../time.ts';
import type { Stay } from './stay.ts';
import { leavesForTransfer } from './transfer.ts';

const start = day('2026-11-01');

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
      const leaving = leavesForTransfer(former, moves);
      const kept = nightsOf(former.parts).filter(([night]) => night < moves);
      const isShortened = kept.length > 0 && kept.length < nightsOf(former.parts).length;
      expect(leaving.outcome).toBe(isShortened ? 'leaves-then' : 'stands');
      if (leaving.outcome === 'leaves-then') expect(nightsOf(leaving.parts)).toEqual(kept);
    }),
  );
});

test('a stay that is not lived in is left as it is', () => {
  for (const status of ['held', 'confirmed', 'discharged', 'withdrawn'] as const)
    expect(leavesForTransfer(living([5, 5], status), addDays(start, 4))).toEqual({ outcome: 'stands' });
});
