import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { someAsked } from '../../../test/random-units.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, day, type Moment } from '../time.ts';
import { canBeHeld, extendHold, holdMinutes, holdPlace, holdWithMoves, mostExtensions } from './hold.ts';
import { nightsFrom } from './nights.ts';
import { type Occupation, occupationsOf, type Stay } from './stay.ts';

const [a, b] = [testPlace('a', ['mother-and-baby']), testPlace('b', ['mother-and-baby', 'partner'])];
const unit = testUnit([a, b]);
const request = { needs: needsOf('mother-and-baby'), nights: nightsFrom(day('2026-11-25'), 30) };

describe('a free place', () => {
  test('is held for thirty minutes', () => {
    expect(holdPlace(unit, a, [], request, now)).toEqual({ outcome: 'held', until: addMinutes(now, holdMinutes) });
  });

  test('is held when the hold another had on it has run out', () => {
    const ranOut = taken('a', '2026-11-25', '2026-12-25', { status: 'held', heldUntil: now });

    expect(holdPlace(unit, a, [ranOut], request, now).outcome).toBe('held');
  });

  test('is not held for one whose needs it does not meet', () => {
    expect(holdPlace(unit, a, [], { ...request, needs: needsOf('partner') }, now)).toEqual({ outcome: 'lacks', properties: ['partner'] });
  });

  test('is not held for no nights or for nights that have been', () => {
    expect(holdPlace(unit, a, [], { ...request, nights: nightsFrom(day('2026-11-25'), 0) }, now)).toEqual({
      outcome: 'not-a-stay',
      fault: 'no-nights',
    });
    expect(holdPlace(unit, a, [], { ...request, nights: nightsFrom(day('2026-11-21'), 3) }, now)).toEqual({
      outcome: 'not-a-stay',
      fault: 'in-the-past',
    });
  });
});

describe('a place that she is to move on from', () => {
  const plain = testPlace('plain');
  const house = testUnit([plain, a]);
  const moves = day('2026-12-10');
  const asked = {
    needs: [{ property: 'mother-and-baby', why: 'chosen', from: moves }] as const,
    nights: request.nights,
    mostMoves: 0,
    mostOwnMoves: 1,
  };
  const livesThere = (until: string) => taken('a', '2026-11-20', until, { status: 'admitted' });

  test('is held together with the one that has what she needs from a night on', () => {
    expect(holdWithMoves(house, plain, [livesThere('2026-12-01')], asked, now)).toMatchObject({
      outcome: 'held',
      parts: [
        { place: { id: 'plain' }, nights: { arrival: request.nights.arrival } },
        { place: { id: 'a' }, nights: { departure: request.nights.departure } },
      ],
      moves: [],
    });
    // Of her own moves there are never more than were shown.
    expect(holdWithMoves(house, plain, [livesThere('2026-12-01')], { ...asked, mostOwnMoves: 0 }, now)).toEqual({
      outcome: 'lacks',
      properties: ['mother-and-baby'],
    });
  });

  test('is not where the other was taken meanwhile: the next day is told', () => {
    // She stays as long from whatever day she comes.
    expect(holdWithMoves(house, plain, [livesThere('2026-12-20')], asked, now)).toMatchObject({
      outcome: 'not-free',
      next: { outcome: 'found', arrival: '2026-12-20', place: { id: 'a' } },
    });
  });

  test('is refused where it lacks what she needs on the night she comes', () => {
    const atOnce = { ...asked, needs: needsOf('mother-and-baby') };
    expect(holdWithMoves(house, plain, [], atOnce, now)).toEqual({ outcome: 'lacks', properties: ['mother-and-baby'] });
  });
});

describe('a place that is taken', () => {
  test('gives the other place of the unit on the same day as the next possibility', () => {
    expect(holdPlace(unit, a, [taken('a', '2026-11-20', '2026-12-01')], request, now)).toMatchObject({
      outcome: 'not-free',
      blocks: [{ kind: 'taken', to: '2026-12-01' }],
      next: { outcome: 'same-day', place: { id: 'b' } },
    });
  });

  test('gives the next possible day when the whole unit is full', () => {
    const full = [taken('a', '2026-11-20', '2026-12-08'), taken('b', '2026-11-20', '2026-12-01')];

    expect(holdPlace(unit, a, full, request, now)).toMatchObject({ next: { outcome: 'found', arrival: '2026-12-01', place: { id: 'b' } } });
  });
});

describe('a hold', () => {
  const stay: Stay = {
    id: asId<'stay'>('stay'),
    pathway: asId<'pathway'>('maja'),
    unit: unit.id,
    parts: [{ place: a.id, nights: request.nights }],
    nights: request.nights,
    status: 'held',
    heldUntil: addMinutes(now, 10),
    extensions: 0,
    needs: request.needs,
    legalBasis: null,
    paidBy: null,
  };

  test('is extended from when it would have run out, so that no minute is lost', () => {
    expect(extendHold(stay, now)).toEqual({ outcome: 'extended', until: addMinutes(now, 10 + holdMinutes), extensions: 1 });
  });

  test('is not extended once it has run out, nor more than twice', () => {
    const at: Moment = addMinutes(now, 10);

    expect(extendHold(stay, at)).toEqual({ outcome: 'run-out' });
    expect(extendHold({ ...stay, extensions: mostExtensions }, now)).toEqual({ outcome: 'no-more-extensions' });
    expect(extendHold({ ...stay, status: 'confirmed', heldUntil: null }, now)).toEqual({ outcome: 'not-held', status: 'confirmed' });
  });

  test('that has run out takes no nights even though nobody has cleared it away', () => {
    const occupations: readonly Occupation[] = occupationsOf({ ...stay, heldUntil: addMinutes(now, -1) });

    expect(holdPlace(unit, a, occupations, request, now).outcome).toBe('held');
  });
});

describe('a hold with moves', () => {
  const [one, two] = [testPlace('a'), testPlace('b', ['step-free'])];
  const stays = [
    taken('a', '2026-11-20', '2026-11-30', { status: 'admitted' }),
    taken('b', '2026-11-30', '2026-12-30', { mustHave: ['step-free'] }),
  ];
  const asked = { needs: [], nights: nightsFrom(day('2026-11-25'), 10), mostMoves: 0 };
  const both = testUnit([one, two]);

  test('is on the places that were shown, and never has her move more often', () => {
    expect(holdWithMoves(both, two, stays, { ...asked, mostOwnMoves: 1 }, now)).toMatchObject({
      outcome: 'held',
      parts: [{ place: { id: 'b' } }, { place: { id: 'a' } }],
      moves: [],
    });
    expect(holdWithMoves(both, two, stays, asked, now)).toMatchObject({ outcome: 'not-free', next: { outcome: 'found' } });
  });

  test('is refused by staffing and by rules of admission, though the place is free', () => {
    const staffing = [{ from: day('2026-11-01'), to: null, women: 1 }];
    const admission = { ...both.admission, youngest: 18 };
    const later = { ...asked, nights: nightsFrom(day('2026-12-01'), 10) };

    expect(holdWithMoves({ ...both, staffing }, one, stays, later, now)).toMatchObject({
      outcome: 'understaffed',
      by: [{ staffing: { women: 1 } }],
    });
    expect(
      holdWithMoves({ ...both, admission }, one, stays, { ...later, party: { age: 17, partner: null, children: [] } }, now),
    ).toMatchObject({ outcome: 'not-received', broken: ['youngest'] });
    expect(holdWithMoves({ ...both, admission }, one, stays, later, now)).toMatchObject({ outcome: 'held', moves: [] });
  });
});

describe('whether a place can be held as things stand', () => {
  /** How often each answer was seen, so that the property says something of all of them. */
  const seen = new Map<string, number>();

  test('is what holding it with nobody moved answers, whatever stands in the way', () => {
    const somebody = fc.record({
      age: fc.constantFrom(null, 17, 30),
      partner: fc.constantFrom(null, { sex: 'man' as const }),
      children: fc.constantFrom([], [{ age: 3 }]),
    });
    const rules = fc.record({
      youngest: fc.constantFrom(null, null, 18),
      oldest: fc.constant(null),
      womenOnly: fc.boolean(),
      mostChildren: fc.constantFrom(null, null, 0),
      oldestChild: fc.constant(null),
    });
    fc.assert(
      fc.property(someAsked({ staffed: true }), somebody, rules, fc.integer({ min: -2, max: 0 }), (of, party, admission, earlier) => {
        const asking = { needs: of.needs, party, nights: { ...of.nights, arrival: addDays(of.nights.arrival, earlier) } };
        const house = { ...of.unit, admission };
        for (const place of house.places) {
          const { outcome } = holdWithMoves(house, place, of.stays, { ...asking, mostMoves: 0 }, now);
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
          expect(canBeHeld(house, place, of.stays, asking, now)).toBe(outcome === 'held');
        }
      }),
      { numRuns: 400 },
    );
    for (const outcome of ['held', 'not-free', 'lacks', 'not-received', 'understaffed', 'not-a-stay'])
      expect([outcome, seen.get(outcome) ?? 0]).not.toEqual([outcome, 0]);
  });
});
