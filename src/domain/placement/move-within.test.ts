/** Moves within the unit, one after another and also on the day she came or moved: held against a list of her nights, one by one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, danishDay, type Day } from '../time.ts';
import { leaveEarlier } from './leave-earlier.ts';
import { moveWithin } from './move-within.ts';
import { nightsFrom } from './nights.ts';
import { partsUntil, type StayPart } from './parts.ts';
import type { Birth } from './needs.ts';
import type { Stay } from './stay.ts';

const today = danishDay(now);
const unit = testUnit([testPlace('a'), testPlace('b'), testPlace('c')]);

/** Where she sleeps, night by night. */
function walked(parts: readonly StayPart[]): readonly (readonly [Day, string])[] {
  return parts.flatMap(({ place, nights }) => {
    const all: (readonly [Day, string])[] = [];
    for (let night = nights.arrival; night < nights.departure; night = addDays(night, 1)) all.push([night, place]);
    return all;
  });
}

function admitted(arrival: number, nights: number): Stay & Birth {
  const hers = nightsFrom(addDays(today, arrival), nights);
  return {
    id: asId<'stay'>('hers'),
    pathway: asId<'pathway'>('maja'),
    unit: unit.id,
    parts: [{ place: asId<'place'>('a'), nights: hers }],
    nights: hers,
    status: 'admitted',
    heldUntil: null,
    extensions: 0,
    needs: [],
    legalBasis: null,
    paidBy: null,
    bornOn: null,
  };
}

/** No part without a night, none that overlaps or leaves a gap, and no two on the same place after each other. */
function expectWhole({ parts, nights }: Pick<Stay, 'parts' | 'nights'>): void {
  let follows = nights.arrival;
  for (const [index, part] of parts.entries()) {
    expect(part.nights.arrival).toBe(follows);
    expect(part.nights.departure > part.nights.arrival).toBe(true);
    expect(part.place).not.toBe(parts[index - 1]?.place);
    follows = part.nights.departure;
  }
  expect(follows).toBe(nights.departure);
}

test('a move on the day she came, or on the day of another move, rewrites the nights and leaves none behind', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -3, max: 12 })), { minLength: 1, maxLength: 6 });
  const occupied = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -3, max: 12 }), fc.integer({ min: 1, max: 4 })), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.integer({ min: -2, max: 0 }), fc.integer({ min: 3, max: 10 }), moves, occupied, (arrival, nights, asked, theirs) => {
      let stay = admitted(arrival, nights);
      const others = theirs
        .map(([place, from, length], index) =>
          taken(place, addDays(today, from), addDays(today, from + length), { stay: asId<'stay'>(`other-${index}`) }),
        )
        .filter(({ place }) => place !== 'a');
      for (const [place, day] of asked) {
        const before = walked(stay.parts);
        const from = addDays(today, day) > stay.nights.arrival ? addDays(today, day) : stay.nights.arrival;
        const move = moveWithin(stay, unit, others, { place: asId<'place'>(place), from: addDays(today, day) }, now);
        const after = before.map(([night, where]) => [night, night >= from ? place : where] as const);
        const isTaken = before.some(
          ([night]) =>
            night >= from && others.some((one) => one.place === place && one.nights.arrival <= night && night < one.nights.departure),
        );
        const changes = after.some(([, where], index) => where !== before[index]?.[1]);
        if (!changes) expect(move.outcome).toBe('not-her-nights');
        else if (isTaken) expect(move.outcome).toBe('place-not-free');
        else {
          expect(move.outcome).toBe('moved');
          if (move.outcome !== 'moved') return;
          expect(walked(move.parts)).toEqual(after);
          stay = { ...stay, parts: move.parts };
        }
        expectWhole(stay);
      }
    }),
  );
});

test('one who leaves earlier keeps every night before the day and none after, whatever moves were planned', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 10 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -2, max: 12 }),
      (nights, moves, leaves) => {
        const stay = admitted(0, nights);
        const moved = moveWithin(stay, unit, [], { place: asId<'place'>('b'), from: addDays(today, moves) }, now);
        const parts = moved.outcome === 'moved' ? moved.parts : stay.parts;
        const departure = addDays(today, leaves);
        const earlier = leaveEarlier({ ...stay, parts }, departure, now);
        if (leaves <= 0) expect(earlier).toEqual({ outcome: 'has-come' });
        else if (leaves >= nights) expect(earlier).toEqual({ outcome: 'not-earlier', departure: stay.nights.departure });
        else if (earlier.outcome === 'leaves-earlier') {
          expect(walked(earlier.parts)).toEqual(walked(parts).filter(([night]) => night < departure));
          expectWhole(earlier);
        } else expect(earlier.outcome).toBe('leaves-earlier');
      },
    ),
  );
});

test('a stay that ends on the day she came is the one that has a part without a night', () => {
  expect(walked(partsUntil(admitted(0, 5).parts, today))).toEqual([]);
});
