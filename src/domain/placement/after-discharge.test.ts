/** What follows of a discharge, held against what the list itself would do once she has left. */
import { describe, expect, test } from 'vitest';
import { now, taken, testFacility, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay } from '../time.ts';
import { afterDischarge } from './after-discharge.ts';
import { discharge } from './arrival.ts';
import type { Leave } from './leave.ts';
import { sheAlone } from './needs.ts';
import type { Stay } from './stay.ts';
import { waitingListOf } from './waiting-list.ts';
import { nextOffer } from './waiting-offer.ts';
import type { PlacementRequest } from './waiting-request.ts';

const today = danishDay(now);
const unit = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b')]);
const where = { facility: testFacility, unit };
const home = () => null;
const leave: Leave = { from: addDays(today, 2), back: addDays(today, 4), reason: 'home', text: '' };
const was: Leave = { from: addDays(today, -4), back: addDays(today, -2), reason: 'home', text: '' };
const hers: Stay & { readonly leaves: readonly Leave[] } = {
  id: asId<'stay'>('hers'),
  pathway: asId<'pathway'>('maja'),
  unit: unit.id,
  parts: [
    { place: asId<'place'>('a'), nights: { arrival: addDays(today, -9), departure: addDays(today, 10) } },
    { place: asId<'place'>('b'), nights: { arrival: addDays(today, 10), departure: addDays(today, 20) } },
  ],
  nights: { arrival: addDays(today, -9), departure: addDays(today, 20) },
  status: 'admitted',
  heldUntil: null,
  extensions: 0,
  needs: [],
  legalBasis: null,
  paidBy: null,
  leaves: [was, leave],
};
const stays = [
  taken('a', addDays(today, -9), addDays(today, 10), { stay: hers.id, status: 'admitted', movesOn: true }),
  taken('b', addDays(today, 10), addDays(today, 20), { stay: hers.id, status: 'admitted' }),
  taken('b', today, addDays(today, 5), { stay: asId<'stay'>('other') }),
];

function request(id: string, differs: Partial<PlacementRequest>): PlacementRequest {
  return {
    id: asId<'request'>(id),
    status: 'waiting',
    askedAt: addMinutes(now, -600),
    closed: [],
    urgency: { countedFrom: null, bornOn: null, risks: [], askedOn: today, refusals: 0, herNoes: 0 },
    needs: [],
    party: sheAlone,
    earliest: today,
    nights: 8,
    units: [],
    reach: null,
    municipality: null,
    ...differs,
  };
}

function follows(requests: readonly PlacementRequest[] = []) {
  const leaving = discharge(hers, stays, today, now);
  if (leaving.outcome !== 'discharged') throw new Error('she is discharged');
  return afterDischarge(hers, where, stays, leaving, waitingListOf(requests, where, home, today, now), now);
}

describe('what follows of a discharge', () => {
  test('is that her place is free from that night, that planned moves and leaves fall away, and how many nights do', () => {
    expect(follows()).toMatchObject({
      place: { id: 'a' },
      from: today,
      next: null,
      nightsLeft: 20,
      leaves: [leave],
      moves: [{ place: 'b' }],
      serves: [],
    });
  });

  test('serves those on the list who can have it, in their order; the first is the one the list itself offers it to', () => {
    const requests = [
      request('1', { nights: 300 }),
      request('2', { closed: [{ unit: unit.id, why: 'refused', until: null }] }),
      request('3', { needs: [{ property: 'mother-and-baby', why: 'chosen' }], askedAt: addMinutes(now, -900) }),
      request('4', { earliest: addDays(today, 400), nights: 2 }),
      request('5', { needs: [{ property: 'step-free', why: 'chosen' }] }),
      request('6', { status: 'offered' }),
    ];
    const { serves, place } = follows(requests);
    const after = stays.filter(({ stay }) => stay !== hers.id);
    const offer = nextOffer({ ...where, place, stays: after }, requests, home, now);
    expect(offer.outcome === 'offer' && offer.request.id).toBe(serves[0]?.request.id);
    // One by one: each who is served is the one offered it when those before her are not there.
    let left = requests;
    for (const { request: served } of serves) {
      const next = nextOffer({ ...where, place, stays: after }, left, home, now);
      expect(next.outcome === 'offer' && next.request.id).toBe(served.id);
      left = left.filter(({ id }) => id !== served.id);
    }
    expect(nextOffer({ ...where, place, stays: after }, left, home, now).outcome).toBe('nobody');
    expect(serves.length).toBeGreaterThan(1);
  });

  test('frees the place of a planned move or swap too, for those on the list who can have that one and not hers', () => {
    // She was to be on b from the tenth day; there another lives until the fifth, and hers is taken by the one she swaps with.
    const swapsWithHer = taken('a', addDays(today, 3), addDays(today, 300), { stay: asId<'stay'>('swaps') });
    const requests = [request('long', { nights: 100 }), request('on-list', { status: 'offered', nights: 100 })];
    const leaving = discharge(hers, [...stays, swapsWithHer], today, now);
    if (leaving.outcome !== 'discharged') throw new Error('she is discharged');
    const list = waitingListOf(requests, where, home, today, now);
    const after = afterDischarge(hers, where, [...stays, swapsWithHer], leaving, list, now);
    expect(after.serves).toEqual([]);
    expect(after.alsoFree).toMatchObject([{ place: { id: 'b' }, from: addDays(today, 10), serves: [{ request: { id: 'long' } }] }]);
    const left = [...stays, swapsWithHer].filter(({ stay }) => stay !== hers.id);
    for (const freed of [after, ...after.alsoFree]) {
      const offer = nextOffer({ ...where, place: freed.place, stays: left }, requests, home, now);
      expect(offer.outcome === 'offer' ? offer.request.id : null).toBe(freed.serves[0]?.request.id ?? null);
    }
  });
});
