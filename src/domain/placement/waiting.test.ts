import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsOf, now, taken, testFacility, testPlace, testUnit } from '../../../test/provision.ts';
import { waitingRequest as request } from '../../../test/waiting-request.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay, danishDayAndTime, day, moment } from '../time.ts';
import { isWorkingDay } from '../calendar.ts';
import { fairnessOn, medianOf, reachedSteps } from './waiting-fairness.ts';
import { requestActs, requestCan, requestStatuses } from './waiting-lifecycle.ts';
import { moreUrgentThan, waitingListOf } from './waiting-list.ts';
import { answerBy, nextOffer, nightsFor, offeredWithinDays } from './waiting-offer.ts';
import { closedFor, foldRequest, type PlacementRequest, type RequestEvent, restMinutes } from './waiting-request.ts';

const today = danishDay(now);
const unit = testUnit([testPlace('a', ['partner']), testPlace('b')]);
const noHome = (): null => null;

describe('a request', () => {
  it('is what its events add up to, and her own no is never a unit’s', () => {
    const at = moment('2026-11-22T08:00:00Z');
    const event = (act: RequestEvent['act'], differs: Partial<RequestEvent> = {}): RequestEvent => ({
      act,
      at,
      unit: unit.id,
      stay: null,
      reason: null,
      ...differs,
    });
    const stay = asId<'stay'>('s');
    const state = foldRequest([event('ask'), event('offer', { stay }), event('decline'), event('refuse', { unit: asId<'unit'>('x') })]);
    expect(state).toEqual({
      status: 'waiting',
      stay: null,
      closed: [
        { unit: 'lyng', why: 'declined', until: null },
        { unit: 'x', why: 'refused', until: null },
      ],
      refusals: 1,
      herNoes: 1,
    });
    expect(() => foldRequest([event('ask'), event('accept')])).toThrow(/cannot follow/);
    expect(() => foldRequest([event('offer')])).toThrow(/cannot follow/);
  });

  it('counts a unit that refuses twice once, keeps its no through a new wish, and asks the others anew', () => {
    const at = moment('2026-11-22T08:00:00Z');
    const event = (act: RequestEvent['act'], of: string): RequestEvent => ({ act, at, unit: asId<'unit'>(of), stay: null, reason: null });
    const state = foldRequest([event('ask', ''), event('refuse', 'x'), event('refuse', 'x'), event('decline', 'y'), event('change', '')]);
    expect(state).toMatchObject({ refusals: 1, herNoes: 1, closed: [{ unit: 'x', why: 'refused' }] });
  });

  it('rests from a unit for a day and a night after an unused offer', () => {
    const state = foldRequest([
      { act: 'ask', at: now, unit: null, stay: null, reason: null },
      { act: 'offer', at: now, unit: unit.id, stay: asId<'stay'>('s'), reason: null },
      { act: 'run-out', at: now, unit: unit.id, stay: asId<'stay'>('s'), reason: null },
    ]);
    expect(closedFor(state, unit.id, addMinutes(now, restMinutes - 1))?.why).toBe('unanswered');
    expect(closedFor(state, unit.id, addMinutes(now, restMinutes))).toBeNull();
  });

  it('can only leave the list for good', () => {
    for (const status of requestStatuses.filter((one) => one === 'withdrawn' || one === 'ended'))
      for (const act of requestActs) expect(requestCan(act, status)).toBe(false);
  });
});

describe('a list', () => {
  it('leaves out who refused or declined for good, keeps who rests, and says how many are before one who searches', () => {
    const closed = (why: 'refused' | 'passed', until: null | ReturnType<typeof moment>) => ({ closed: [{ unit: unit.id, why, until }] });
    const list = waitingListOf(
      [
        request('a', 20),
        request('b', 30),
        request('nej', 40, closed('refused', null)),
        request('hviler', 35, closed('passed', addMinutes(now, 60))),
        request('andetsteds', 40, { units: [asId<'unit'>('hede')] }),
        request('har plads', 40, { status: 'accepted' }),
        request('forbi', 40, { earliest: addDays(today, -9), nights: 9, nightsAfterBirth: 0 }),
        request('behov', 40, { needs: needsOf('step-free') }),
      ],
      { facility: testFacility, unit },
      noHome,
      today,
      now,
    );
    expect(list.map(({ number, request: { id }, closed: one }) => [number, id, one?.why ?? null])).toEqual([
      [1, 'hviler', 'passed'],
      [2, 'b', null],
      [3, 'a', null],
    ]);
    const searching = { facts: request('', 25).urgency, askedAt: now, request: null };
    expect(moreUrgentThan(list, searching, today).map(({ request: { id } }) => id)).toEqual(['b']);
    expect(moreUrgentThan(list, { ...searching, request: asId<'request'>('b') }, today)).toEqual([]);
  });
});

describe('an offer', () => {
  const free = (stays: Parameters<typeof taken>[] = []) => {
    const [place] = unit.places;
    if (!place) throw new Error('the unit has a place');
    return { facility: testFacility, unit, place, stays: stays.map((one) => taken(...one)) };
  };

  it('goes to the most urgent who can have the place, as trying each of them gives', () => {
    const requests = fc.array(
      fc.record({
        weeks: fc.nat(41),
        nights: fc.integer({ min: 1, max: 60 }),
        later: fc.integer({ min: -20, max: 30 }),
        toTheBirth: fc.boolean(),
        partner: fc.boolean(),
        status: fc.constantFrom('waiting' as const, 'offered' as const),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(requests, fc.nat(40), fc.integer({ min: 1, max: 40 }), (given, from, nights) => {
        const all = given.map(({ weeks, nights: wished, later, toTheBirth, partner, status }, index) =>
          request(`${index}`, weeks, {
            nights: wished,
            nightsAfterBirth: toTheBirth ? 14 : null,
            earliest: addDays(today, later),
            needs: partner ? needsOf('partner') : [],
            status,
          }),
        );
        const taking = free([['a', addDays(today, from), addDays(today, from + nights)]]);
        const [blocked] = taking.stays;
        // By hand: every day within the fortnight on which none of her nights is taken.
        const can = all.filter((one) => {
          if (one.status !== 'waiting') return false;
          for (let after = 0; after <= offeredWithinDays; after += 1) {
            const first = addDays(one.earliest > today ? one.earliest : today, after);
            // To the birth and some nights after she leaves on the same day whenever she comes, and there is nothing to come for on that day.
            const end = addDays(one.nightsAfterBirth === null ? first : one.earliest, one.nights);
            const hers = Array.from({ length: 60 }, (_, night) => addDays(first, night)).filter((night) => night < end);
            const isFree = hers.every((night) => !blocked || night < blocked.nights.arrival || night >= blocked.nights.departure);
            if (isFree && hers.length > 0) return true;
          }
          return false;
        });
        const expected = can.reduce<PlacementRequest | null>((best, one) => {
          const weeks = (of: PlacementRequest): string => of.urgency.countedFrom ?? '';
          return best === null || weeks(one) < weeks(best) ? one : best;
        }, null);
        const next = nextOffer(taking, all, noHome, now);
        expect(next.outcome === 'offer' ? next.request.id : null).toBe(expected?.id ?? null);
        if (next.outcome === 'offer') expect(nightsFor(next.request, taking, now)).toEqual(next.nights);
      }),
    );
  });

  it('asks the function it is given whether she can have the place, and nothing else', () => {
    expect(nextOffer(free(), [request('a', 20)], noHome, now, () => false)).toEqual({ outcome: 'nobody' });
  });

  it('is answered within four hours in working hours, else by noon of the next working day', () => {
    expect(answerBy(moment('2026-11-25T09:00:00Z'))).toBe('2026-11-25T13:00:00.000Z');
    expect(answerBy(moment('2026-11-25T20:00:00Z'))).toBe('2026-11-26T11:00:00.000Z');
    expect(answerBy(moment('2026-11-25T05:00:00Z'))).toBe('2026-11-25T11:00:00.000Z');
    expect(answerBy(moment('2026-11-27T16:00:00Z'))).toBe('2026-11-30T11:00:00.000Z');
    // The clock is moved on the night to Sunday 28 March 2027.
    expect(answerBy(moment('2027-03-27T12:00:00Z'))).toBe('2027-03-30T10:00:00.000Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 365 }), (minutes) => {
        const at = addMinutes(moment('2026-01-01T00:00:00Z'), minutes);
        const by = answerBy(at);
        expect(by > at).toBe(true);
        expect(isWorkingDay(danishDayAndTime(by).day)).toBe(true);
      }),
    );
  });
});

describe('fairness', () => {
  it('counts everyone once in each table, and the middle as sorting by hand gives', () => {
    const counted = fc.record({
      municipality: fc.constantFrom(asId<'municipality'>('0851'), asId<'municipality'>('0101'), asId<'municipality'>('0825'), null),
      status: fc.constant('waiting' as const),
      urgency: fc.nat(40).map((weeks) => request('', weeks).urgency),
      leftOn: fc.option(fc.nat(90).map((days) => addDays(today, days))),
      reached: fc.constantFrom(...reachedSteps, null),
      refusals: fc.array(
        fc.record({ unit: fc.constantFrom(unit.id, asId<'unit'>('hede')), reason: fc.constantFrom('staffing' as const, null) }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(counted), (requests) => {
        const report = fairnessOn({ requests, offers: [], overtakings: [] }, today);
        const counts = requests.filter(({ leftOn, reached }) => leftOn === null || (reached !== 'offered' && reached !== null)).length;
        for (const table of [report.byBand, report.bySize, report.byRegion])
          expect(table.reduce((sum, { waiting, held, placed }) => sum + waiting.count + held.count + placed.count, 0)).toBe(counts);
        for (const { step, waits } of report.reached)
          expect([step, waits.count]).toEqual([step, requests.filter(({ reached }) => reached === step).length]);
        expect(report.refusals.reduce((sum, { count }) => sum + count, 0)).toBe(requests.flatMap(({ refusals }) => refusals).length);
      }),
    );
  });

  it('has no middle of nothing, and half of the two in the middle of an even number', () => {
    expect([medianOf([]), medianOf([7]), medianOf([4, 1]), medianOf([9, 1, 5])]).toEqual([null, 7, 2.5, 5]);
  });

  it('counts the days from the request to the place or to today', () => {
    const one = {
      municipality: null,
      status: 'waiting',
      urgency: { ...request('', 25).urgency, askedOn: day('2026-11-02') },
      reached: null,
      refusals: [],
    } as const;
    const { byBand } = fairnessOn(
      {
        requests: [
          { ...one, leftOn: null },
          { ...one, leftOn: day('2026-11-05'), reached: 'confirmed', status: 'accepted' },
          // A yes that only holds a place is no place yet.
          { ...one, leftOn: day('2026-11-04'), reached: 'held', status: 'accepted' },
        ],
        offers: [],
        overtakings: [],
      },
      today,
    );
    expect(byBand.find(({ group }) => group === '200-299')).toEqual({
      group: '200-299',
      waiting: { count: 1, median: 20, longest: 20 },
      held: { count: 1, median: 2, longest: 2 },
      placed: { count: 1, median: 3, longest: 3 },
    });
  });
});
