import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { now, testFacility } from '../../../test/provision.ts';
import { waitingRequest } from '../../../test/waiting-request.ts';
import { someAsked } from '../../../test/random-units.ts';
import { homeOf } from '../geography/travel.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay, daysBetween } from '../time.ts';
import { beforeAsking } from './offer-freshness.ts';
import { nextOffer, offeredWithinDays } from './waiting-offer.ts';
import type { PlacementRequest } from './waiting-request.ts';
import { unitForWaiting } from './waiting-why.ts';

const noHome = (): null => null;
const always = (): true => true;

const request = (differs: Partial<PlacementRequest>): PlacementRequest => waitingRequest('hers', 0, differs);

describe('why a unit is asked for one who waits', () => {
  test('is that it can be offered exactly where the list would offer her a place of it', () => {
    fc.assert(
      fc.property(someAsked({ staffed: true }), ({ unit, stays, needs, nights }) => {
        const hers = request({ needs, earliest: nights.arrival, nights: Math.max(1, daysBetween(nights.arrival, nights.departure)) });
        const offers = unit.places.some(
          (place) => nextOffer({ facility: testFacility, unit, place, stays }, [hers], noHome, now).outcome === 'offer',
        );
        const why = unitForWaiting(hers, { facility: testFacility, unit, occupations: stays }, noHome, now, always);
        expect(why.outcome === 'can-be-offered').toBe(offers);
        // Whatever stands in the way has a name.
        if (why.outcome === 'not-now') expect(why.explanation).toMatchObject({ outcome: 'explained' });
      }),
    );
  });

  test('is said with the end that stands whatever day she comes, and that what she waits for is over once it is', () => {
    let over = 0;
    fc.assert(
      fc.property(someAsked({ staffed: true }), fc.integer({ min: -20, max: 20 }), fc.nat(40), ({ unit, stays, needs }, from, count) => {
        const today = danishDay(now);
        const hers = request({ needs, earliest: addDays(today, from), nights: count, nightsAfterBirth: 0 });
        const candidate = { facility: testFacility, unit, occupations: stays };
        const why = unitForWaiting(hers, candidate, noHome, now, always);
        const left = Math.min(count, count + from);
        expect(why.outcome === 'over').toBe(left <= 0);
        if (left <= 0) {
          over += 1;
          return;
        }
        // What stands in the way is what does for one who waits for as many nights as are left, from the first day she can still come.
        const first = request({ needs, earliest: addDays(today, Math.max(from, 0)), nights: left });
        const same = unitForWaiting(first, candidate, noHome, now, always);
        if (why.outcome === 'not-now' && same.outcome === 'not-now') expect(why.explanation).toEqual(same.explanation);
        // What every night of the longer stay allows, the shorter one does: a later day is no less possible for her.
        if (same.outcome === 'can-be-offered' && left > offeredWithinDays) expect(why.outcome).toBe('can-be-offered');
      }),
    );
    expect(over).toBeGreaterThan(5);
  });

  test('is her own no, and the way, before what stands in the unit', () => {
    fc.assert(
      fc.property(someAsked({ staffed: false }), ({ unit, stays }) => {
        const candidate = { facility: testFacility, unit, occupations: stays };
        const closed = { unit: unit.id, why: 'declined', until: null } as const;
        expect(unitForWaiting(request({ closed: [closed] }), candidate, noHome, now, always)).toEqual({ outcome: 'closed', closed });
        const rested = { ...closed, why: 'passed', until: addMinutes(now, -1) } as const;
        expect(unitForWaiting(request({ closed: [rested] }), candidate, noHome, now, always).outcome).not.toBe('closed');
        const far = request({ reach: 30, municipality: asId<'municipality'>('0851') });
        expect(unitForWaiting(far, candidate, homeOf, now, always, () => 31)).toEqual({ outcome: 'out-of-reach', minutes: 31, reach: 30 });
        expect(unitForWaiting(far, candidate, homeOf, now, always, () => 30).outcome).not.toBe('out-of-reach');
      }),
    );
  });
});

test('she is asked at once while the capacity is confirmed within a day and a night, and the unit is rung first otherwise', () => {
  const confirmed = (minutes: number): Parameters<typeof beforeAsking>[0] => ({ by: 'Lederen', at: addMinutes(now, -minutes) });
  expect(beforeAsking(confirmed(24 * 60), now)).toEqual({ outcome: 'ask-her' });
  expect(beforeAsking(confirmed(24 * 60 + 1), now)).toEqual({ outcome: 'ring-first', freshness: 'old' });
  expect(beforeAsking(null, now)).toEqual({ outcome: 'ring-first', freshness: 'never-confirmed' });
});
