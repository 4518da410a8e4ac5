import { describe, expect, test } from 'vitest';
import { stayStatuses } from './lifecycle.ts';
import { initialOf, leavesNothing, nameTo, nobodysName, unitSight } from './unit-sight.ts';

describe('what a unit reads of one who is to come', () => {
  test.each(stayStatuses)('%s is the same whoever offered it, but for a hold that the waiting list made', (status) => {
    const [offer, hold] = [true, false].map((isOffer) => unitSight({ status, isOffer, legalBasis: null }));
    expect(offer === hold).toBe(status !== 'held');
  });

  test('grows with how certain it is that she comes', () => {
    expect([
      unitSight({ status: 'held', isOffer: true, legalBasis: null }),
      unitSight({ status: 'held', isOffer: false, legalBasis: null }),
      unitSight({ status: 'confirmed', isOffer: false, legalBasis: null }),
      unitSight({ status: 'admitted', isOffer: false, legalBasis: null }),
      unitSight({ status: 'discharged', isOffer: false, legalBasis: null }),
    ]).toEqual(['offered', 'held', 'expected', 'expected', 'over']);
  });

  test('is her name for her team, and for the unit where the place was hers or is held by her team', () => {
    const called = (wasOffered: boolean, readsPathway: boolean, legalBasis: 'SEL-107-2-2' | null = null) =>
      stayStatuses.filter((status) => nameTo({ calledName: 'Maja', status, legalBasis, wasOffered }, readsPathway) === 'Maja');
    expect([called(false, true), called(true, true), called(false, false, 'SEL-107-2-2')]).toEqual([
      stayStatuses,
      stayStatuses,
      stayStatuses,
    ]);
    expect(called(false, false)).toEqual(['held', 'confirmed', 'admitted', 'discharged']);
    expect(called(true, false)).toEqual(['confirmed', 'admitted', 'discharged']);
  });

  test('is nothing of her where a hold came to nothing unconfirmed, but for the initial while she can still be admitted from it', () => {
    const ended = ['released', 'expired', 'refused', 'withdrawn'] as const;
    for (const status of ended) {
      expect(unitSight({ status, isOffer: false, legalBasis: null })).toBe('gone');
      expect(unitSight({ status, isOffer: false, legalBasis: 'SEL-107-2-2' })).toBe('over');
      expect([false, true].map((reads) => leavesNothing({ status, isOffer: false, legalBasis: null }, reads))).toEqual([true, false]);
    }
    const names = ended.map((status) => nameTo({ calledName: 'Maja', status, legalBasis: null, wasOffered: false }, false));
    expect(names).toEqual([nobodysName, 'M.', nobodysName, nobodysName]);
  });

  test('is her initial alone while nobody has answered, also where her name begins beyond the first plane or with a small letter', () => {
    expect(['Maja (opdigtet)', ' åse', '𝒜da', ''].map(initialOf)).toEqual(['M.', 'Å.', '𝒜.', '?.']);
  });
});
