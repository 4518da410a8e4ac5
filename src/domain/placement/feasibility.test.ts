import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, type Day, danishDay, day, daysBetween, type Moment } from '../time.ts';
import { blocksOn, blocksWithin } from './availability.ts';
import { type Blocker, blockersIn, explain, withOnly } from './blockers.ts';
import { feasibility, mayMove, nextFeasibleDay, type Situation } from './feasibility.ts';
import { type Nights, nightsFrom, shareANight } from './nights.ts';
import type { PlaceProperty } from './provision.ts';
import type { StayInUnit } from './stay.ts';

const plenty = 1_000_000;
const today = danishDay(now);
const from = (offset: number, nights: number): Nights => nightsFrom(addDays(today, offset), nights);

function stay(place: string, nights: Nights, mustHave: readonly PlaceProperty[] = [], differs: Partial<StayInUnit> = {}): StayInUnit {
  return { ...taken(place, nights.arrival, nights.departure), mustHave, ...differs };
}

function situation(differs: Partial<Situation>): Situation {
  return { unit: testUnit([testPlace('a'), testPlace('b')]), stays: [], needs: [], nights: from(3, 7), at: now, ...differs };
}

describe('a unit where those who have not come may change places', () => {
  test('takes her on a free place without moving anybody', () => {
    expect(feasibility(situation({ stays: [stay('a', from(3, 7))] }), plenty)).toMatchObject({
      outcome: 'possible',
      place: { id: 'b' },
      moves: [],
    });
  });

  test('moves one who comes later, so that two halves become one whole', () => {
    const stays = [stay('a', from(1, 4), [], { status: 'admitted' }), stay('b', from(6, 9))];

    expect(feasibility(situation({ stays, nights: from(1, 10) }), plenty)).toMatchObject({
      outcome: 'possible',
      place: { id: 'b' },
      moves: [{ stay: stays[1]?.stay, from: { id: 'b' }, to: { id: 'a' } }],
    });
  });

  test('moves no one to a place that does not meet her needs', () => {
    const unit = testUnit([testPlace('a'), testPlace('b', ['mother-and-baby'])]);
    const stays = [stay('b', from(3, 7), ['mother-and-baby'])];

    expect(feasibility(situation({ unit, stays, needs: needsOf('mother-and-baby') }), plenty)).toEqual({ outcome: 'impossible' });
    expect(explain(situation({ unit, stays, needs: needsOf('mother-and-baby') }), plenty)).toMatchObject({
      outcome: 'explained',
      blockers: [
        { kind: 'taken', place: { id: 'b' } },
        { kind: 'needs', property: 'mother-and-baby' },
      ],
    });
  });

  test('moves nobody who has come', () => {
    const stays = [stay('a', from(-3, 20), [], { status: 'admitted' }), stay('b', from(-3, 30), [], { status: 'admitted' })];

    expect(feasibility(situation({ stays }), plenty)).toEqual({ outcome: 'impossible' });
    expect(nextFeasibleDay(situation({ stays }), 180, plenty)).toMatchObject({
      outcome: 'found',
      arrival: addDays(today, 17),
      place: { id: 'a' },
    });
  });

  test('that is closed says so with the reason, and without places has nothing to name', () => {
    const closure = { from: addDays(today, 5), to: addDays(today, 6), reason: 'nyt gulv' };
    const closed = situation({ unit: testUnit([testPlace('a')], { closures: [closure] }) });

    expect(explain(closed, plenty)).toEqual({ outcome: 'explained', blockers: [{ kind: 'closed', place: null, closure }] });
    expect(explain(situation({ unit: testUnit([]) }), plenty)).toEqual({ outcome: 'explained', blockers: [] });
    expect(explain(situation({}), plenty)).toEqual({ outcome: 'can-come' });
    expect(nextFeasibleDay(situation({ unit: testUnit([]) }), 180, plenty)).toEqual({ outcome: 'none-within', days: 180 });
  });

  test('does not answer for a stay without nights', () => {
    expect(feasibility(situation({ nights: from(3, 0) }), plenty)).toEqual({ outcome: 'not-a-stay', fault: 'no-nights' });
  });

  test('says when it was not decided in time, and guesses nothing', () => {
    const asked = situation({ stays: [stay('a', from(3, 7)), stay('b', from(3, 7))] });

    expect(feasibility(asked, 1)).toEqual({ outcome: 'not-decided-in-time' });
    expect(explain(asked, 1)).toEqual({ outcome: 'not-decided-in-time' });
    expect(nextFeasibleDay(asked, 180, 1)).toEqual({ outcome: 'not-decided-in-time' });
  });
});

/** Independent of the search: every stay on every place, one after the other. The fewest moves, or null when there is no way. */
function fewestMoves({ unit, stays, needs, nights, at }: Situation): number | null {
  const fixed = stays.filter((one) => !mayMove(one, at));
  const movable = stays.filter((one) => mayMove(one, at));
  const free = (place: (typeof unit.places)[number], of: Nights): boolean =>
    blocksWithin(blocksOn(unit, place, fixed, at), of).length === 0;
  let fewest: number | null = null;
  const tryFrom = (index: number, seated: readonly { readonly place: string; readonly nights: Nights }[], moves: number): void => {
    const one = movable[index];
    if (!one) {
      if (fewest === null || moves < fewest) fewest = moves;
      return;
    }
    for (const place of unit.places) {
      const stays_ = place.id === one.place;
      const wouldDo = stays_ || (free(place, one.nights) && one.mustHave.every((property) => place.properties.includes(property)));
      if (!wouldDo || seated.some((other) => other.place === place.id && shareANight(other.nights, one.nights))) continue;
      tryFrom(index + 1, [...seated, { place: place.id, nights: one.nights }], moves + (stays_ ? 0 : 1));
    }
  };
  for (const place of unit.places)
    if (free(place, nights) && needs.every(({ property }) => place.properties.includes(property)))
      tryFrom(0, [{ place: place.id, nights }], 0);
  return fewest;
}

const properties: readonly PlaceProperty[] = ['mother-and-baby', 'shielded'];
const someNights = fc.tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: 1, max: 6 })).map(([offset, count]) => from(offset, count));
const someClosures = fc.array(
  fc.tuple(someNights, fc.boolean()).map(([{ arrival, departure }, ends]) => ({
    from: arrival,
    to: ends ? departure : null,
    reason: 'ombygning',
  })),
  { maxLength: 1 },
);

const anySituation: fc.Arbitrary<Situation> = fc
  .tuple(
    fc.array(fc.tuple(fc.subarray([...properties]), fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, someClosures)), { maxLength: 5 }),
    fc.array(
      fc.record({
        place: fc.nat(4),
        nights: someNights,
        status: fc.constantFrom('held', 'confirmed', 'confirmed', 'confirmed', 'admitted', 'discharged'),
        mustHave: fc.subarray([...properties]),
        meetsHers: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    fc.subarray([...properties]),
    fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 8 })),
    fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, someClosures),
    fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, someNights),
  )
  .map(([ofPlaces, ofStays, needs, [offset, count], closures, open]) => {
    const places = ofPlaces.map(([has, own], index) => testPlace(`p${index}`, has, { closures: own }));
    const stays: StayInUnit[] = [];
    for (const [index, { place: number, nights, status, mustHave, meetsHers }] of ofStays.entries()) {
      const place = places[number];
      if (!place || stays.some((other) => other.place === place.id && shareANight(other.nights, nights))) continue;
      const needed = meetsHers ? mustHave.filter((property) => place.properties.includes(property)) : mustHave;
      const heldUntil = status === 'held' ? heldUntilOf(index) : null;
      stays.push(stay(place.id, nights, needed, { stay: asId<'stay'>(`s${index}`), status, heldUntil }));
    }
    const period = open === null ? { from: day('2020-01-01'), to: null } : { from: day('2020-01-01'), to: open.departure };
    return { unit: testUnit(places, { closures, open: [period] }), stays, needs: needsOf(...needs), nights: from(offset, count), at: now };
  });

/** Three places with short gaps between stays that have not begun: where moves are what it takes. */
const crowded: fc.Arbitrary<Situation> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.subarray([...properties], { minLength: 1 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 2 }),
      ),
      { minLength: 3, maxLength: 3 },
    ),
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 4, max: 7 })),
  )
  .map(([ofPlaces, [offset, count]]) => {
    const places = ofPlaces.map(([has], index) => testPlace(`p${index}`, has));
    const stays = ofPlaces.flatMap(([, spells], index) => {
      let free = 1;
      return spells.map(([gap, nights]) => {
        const theirs = from(free + gap, nights);
        free += gap + nights;
        return stay(`p${index}`, theirs);
      });
    });
    return situation({ unit: testUnit(places), stays, nights: from(offset, count) });
  });

const someSituation = fc.oneof(anySituation, crowded);

/** Every other hold has run out. */
function heldUntilOf(index: number): Moment {
  return addMinutes(now, index % 2 === 0 ? 20 : -20);
}

describe('for any small unit', () => {
  test('the answer and the number of moves are those of an exhaustive search', () => {
    const seen = { unmoved: 0, moved: 0, impossible: 0 };
    let many = 0;
    fc.assert(
      fc.property(someSituation, (asked) => {
        const answer = feasibility(asked, plenty);
        const fewest = fewestMoves(asked);
        expect(answer.outcome).toBe(fewest === null ? 'impossible' : 'possible');
        if (answer.outcome !== 'possible') {
          seen.impossible += 1;
          return;
        }
        expect(answer.moves).toHaveLength(fewest ?? -1);
        seen[answer.moves.length > 0 ? 'moved' : 'unmoved'] += 1;
        if (answer.moves.length > 1) many += 1;
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(50);
    expect(many).toBeGreaterThan(2);
  });

  test('once the moves are done her place is free for her, and nobody else has moved or lost what she needs', () => {
    fc.assert(
      fc.property(someSituation, (asked) => {
        const answer = feasibility(asked, plenty);
        if (answer.outcome !== 'possible') return;
        const after = asked.stays.map((one) => ({
          ...one,
          place: answer.moves.find((move) => move.stay === one.stay)?.to.id ?? one.place,
        }));
        const { unit, nights, needs, at } = asked;
        expect(blocksWithin(blocksOn(unit, answer.place, after, at), nights)).toEqual([]);
        expect(needs.every(({ property }) => answer.place.properties.includes(property))).toBe(true);
        for (const { stay: id, to, nights: theirs } of answer.moves) {
          const others = after.filter((one) => one.stay !== id);
          expect(blocksWithin(blocksOn(unit, to, others, at), theirs)).toEqual([]);
          const mover = asked.stays.find((one) => one.stay === id);
          expect(mover && mayMove(mover, at)).toBe(true);
          expect(mover?.mustHave.every((property) => to.properties.includes(property))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the explanation is true: the blockers are enough, and without any one of them she could come', () => {
    let explained = 0;
    fc.assert(
      fc.property(someSituation, (asked) => {
        const explanation = explain(asked, plenty);
        const possible = fewestMoves(asked) !== null;
        expect(explanation.outcome).toBe(possible ? 'can-come' : 'explained');
        if (explanation.outcome !== 'explained') return;
        explained += 1;
        const { blockers } = explanation;
        const only = (some: readonly Blocker[]): number | null => fewestMoves(withOnly(asked, some));
        expect(only(blockers)).toBeNull();
        expect(blockers.length === 0).toBe(asked.unit.places.length === 0);
        if (asked.unit.places.length > 0)
          for (const one of blockers) expect(only(blockers.filter((other) => other !== one))).not.toBeNull();
      }),
      { numRuns: 600 },
    );
    expect(explained).toBeGreaterThan(50);
  });

  test('all that could stand in the way is named among the blockers, and with all of them the situation is as it was', () => {
    fc.assert(
      fc.property(someSituation, (asked) => {
        expect(fewestMoves(withOnly(asked, blockersIn(asked)))).toBe(fewestMoves(asked));
        if (asked.unit.places.length > 0) expect(fewestMoves(withOnly(asked, []))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test('the next possible day is the first one on which an exhaustive search finds a way', () => {
    fc.assert(
      fc.property(someSituation, (asked) => {
        const within = 20;
        const arrivals: readonly Day[] = Array.from({ length: within }, (_, index) => addDays(asked.nights.arrival, index + 1));
        const count = daysBetween(asked.nights.arrival, asked.nights.departure);
        const first = arrivals.find((arrival) => fewestMoves({ ...asked, nights: nightsFrom(arrival, count) }) !== null);
        fc.pre(fewestMoves(asked) === null);
        const next = nextFeasibleDay(asked, within, plenty);
        expect(next).toMatchObject(first === undefined ? { outcome: 'none-within', days: within } : { outcome: 'found', arrival: first });
      }),
      { numRuns: 400 },
    );
  });
});

/** Forty places, each with one stay after another for most of a year; `gap` is the mean number of free nights between them. */
function largeUnit(seed: number, gap: number): Situation {
  let state = seed;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const some = (of: readonly PlaceProperty[], tenths: number): readonly PlaceProperty[] => of.filter(() => below(10) < tenths);
  const all: readonly PlaceProperty[] = ['mother-and-baby', 'shielded', 'partner', 'step-free'];
  const places = Array.from({ length: 40 }, (_, index) => testPlace(`p${index}`, some(all, 6)));
  const stays = places.flatMap(({ id, properties: has }) => {
    const onPlace: StayInUnit[] = [];
    for (let begins = -below(60); begins < 300;) {
      const nights = from(begins, 30 + below(90));
      onPlace.push(stay(id, nights, some(has, 4), { status: begins < 0 ? 'admitted' : 'confirmed' }));
      begins = daysBetween(today, nights.departure) + below(gap * 2);
    }
    return onPlace;
  });
  return situation({ unit: testUnit(places), stays, needs: needsOf(...some(all, 3)), nights: from(5 + below(60), 20 + below(60)) });
}

describe('a unit of forty places', () => {
  test('is decided within 100,000 steps where places stand free for a month between stays', () => {
    const answers = Array.from({ length: 20 }, (_, index) => feasibility(largeUnit(index + 1, 30), 100_000));

    expect(answers.filter(({ outcome }) => outcome === 'not-decided-in-time')).toEqual([]);
    expect(answers.some((answer) => answer.outcome === 'possible' && answer.moves.length > 1)).toBe(true);
  });

  test('is decided within 5,000 steps where some night is full', () => {
    const answers = Array.from({ length: 20 }, (_, index) => feasibility(largeUnit(index + 1, 2), 5_000));

    expect(answers.map(({ outcome }) => outcome)).toEqual(answers.map(() => 'impossible'));
  });
});
