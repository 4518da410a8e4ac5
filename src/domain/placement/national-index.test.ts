import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsOn } from '../../../test/dated-needs.ts';
import { needsOf, now, taken, testFacility, testPlace, testUnit } from '../../../test/provision.ts';
import { type Asked, crowdedAsked, someAsked } from '../../../test/random-units.ts';
import { locationIn, minutesByCar, municipalityLocation } from '../geography/travel.ts';
import { municipalities } from '../geography/municipalities.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay, type Moment } from '../time.ts';
import { answerFor, blocksOn, blocksWithin } from './availability.ts';
import { feasibility } from './feasibility.ts';
import { sheAlone } from './needs.ts';
import { emptyIndex, type NationalIndex, withoutStay, withUnits } from './national-index.ts';
import { knownWays } from './national-index-ways.ts';
import { glanceAtMoves, isImpossibleOnSomeNight } from './national-index-moves.ts';
import { bestOfCountry, decided, firstOf, inFull, type NationalRequest, searchCountry } from './national-index-search.ts';
import { firstFreeWithin, isFree, nightNumber, nightOf, spansOf } from './national-index-spans.ts';
import { freeByNight } from './calendar-of-unit.ts';
import { type CompiledUnit, compileUnit, quickAnswer } from './national-index-unit.ts';
import { needBits, type NeedBits, noNeeds } from './need-bits.ts';
import { countNights, faultIn, nightsFrom, shareANight } from './nights.ts';
import { guidelineForShieldedUnit } from './provision.ts';
import { answerFrom, type Candidate } from './search.ts';
import { warningsOf, womenOn } from './situation.ts';
import { nightsTaken, type StayInUnit } from './stay.ts';

const plenty = 1_000_000;
const today = danishDay(now);

/** Now, and moments at which holds have run out, the day has turned, or it was earlier. */
const anyMoment: fc.Arbitrary<Moment> = fc.constantFrom(-1, 0, 1, 3, 60 * 20, 60 * 72).map((minutes) => addMinutes(now, minutes));

/** Where most who are there have come, so that she is the one who changes places. */
const manyHaveCome = crowdedAsked.map((asked): Asked => ({
  ...asked,
  stays: asked.stays.map((stay, index) => (index % 4 === 0 ? stay : { ...stay, status: 'admitted' })),
}));

describe('spans of nights', () => {
  const periods = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 8 }), fc.boolean()).map(([from, length, ends]) => ({
      from: addDays(today, from),
      to: ends ? addDays(today, from + length) : null,
    })),
    { maxLength: 6 },
  );

  test('are free where no period has a night, and free first on the day that counting finds', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 }), (of, from, nights) => {
        const spans = spansOf(of);
        const [first, base] = [nightNumber(addDays(today, from)), nightNumber(today)];
        const isTaken = (night: number): boolean =>
          of.some((period) => nightNumber(period.from) <= night && (period.to === null || night < nightNumber(period.to)));
        const freeAt = (at: number): boolean => !Array.from({ length: nights }, (_, index) => at + index).some(isTaken);
        expect(isFree(spans, first, first + nights)).toBe(freeAt(first));
        const within = 25;
        const found = Array.from({ length: within + 1 }, (_, index) => first + index).find(freeAt) ?? null;
        expect(firstFreeWithin(spans, 0, spans.length, first, nights, within)).toBe(found);
        expect(nightNumber(nightOf(base))).toBe(base);
      }),
      { numRuns: 1000 },
    );
  });
});

test('the first of a list are those that stand first when all of it is put in order, also among equals', () => {
  const things = fc.array(fc.record({ rank: fc.integer({ min: 0, max: 5 }), name: fc.nat(99) }), { maxLength: 30 });
  const order = (one: { readonly rank: number }, other: { readonly rank: number }): number => one.rank - other.rank;
  fc.assert(
    fc.property(things, fc.integer({ min: -1, max: 35 }), (all, count) => {
      expect(firstOf(all, count, order)).toEqual(all.toSorted(order).slice(0, Math.max(0, count)));
    }),
  );
});

describe('for any small unit', () => {
  test('the answer without moves, its place and the next day are those of the exact answer, also when time has passed', () => {
    const seen = { free: 0, next: 0, none: 0, never: 0 };
    fc.assert(
      fc.property(fc.oneof(someAsked({ staffed: false }), crowdedAsked), anyMoment, anyMoment, (asked, first, then) => {
        fc.pre(faultIn(asked.nights) === null);
        const index = indexOf(asked);
        for (const at of [first, then]) {
          const exact = answerFor(asked.unit, asked.stays, asked.needs, asked.nights, at);
          const quick = quickAnswer(compiled(index, at), ...numbered(asked));
          if (exact.outcome === 'can-come') {
            expect(quick).toMatchObject({ outcome: 'free', place: { place: { id: exact.place.id } } });
            seen.free += 1;
          } else if (exact.outcome === 'cannot-come' && exact.next.outcome === 'found') {
            const next = { arrival: nightNumber(exact.next.arrival), place: { place: { id: exact.next.place.id } } };
            expect(quick).toMatchObject({ outcome: 'not-free', next });
            seen.next += 1;
          } else if (exact.outcome === 'cannot-come' && exact.next.outcome === 'none-within') {
            expect(quick).toEqual({ outcome: 'not-free', next: null });
            seen.none += 1;
          } else {
            expect(quick).toEqual({ outcome: 'never' });
            seen.never += 1;
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(50);
  });

  test('what a glance says of moves is what the exact search says, with as few moves', () => {
    const seen = { possible: 0, impossible: 0, undecided: 0 };
    let moved = 0;
    fc.assert(
      fc.property(fc.oneof(someAsked({ staffed: false }), crowdedAsked, manyHaveCome), (asked) => {
        fc.pre(faultIn(asked.nights) === null);
        const { unit, stays, needs, nights } = asked;
        const made = compileUnit(unit, stays, now);
        const glance = glanceAtMoves(made, ...numbered(asked));
        const exact = feasibility({ unit, stays, needs, party: sheAlone, nights, at: now }, plenty);
        seen[glance.outcome] += 1;
        if (isImpossibleOnSomeNight(made, ...numbered(asked))) expect(exact.outcome).toBe('impossible');
        if (glance.outcome === 'undecided') return;
        expect(exact.outcome).toBe(glance.outcome);
        if (glance.outcome !== 'possible' || exact.outcome !== 'possible') return;
        expect(glance.parts).toHaveLength(exact.parts.length);
        expect(glance.moves).toHaveLength(exact.moves.length);
        const after = stays.map((one) => ({ ...one, place: glance.moves.find(({ stay }) => stay === one.stay)?.to.id ?? one.place }));
        expect([glance.parts[0]?.nights.arrival, glance.parts.at(-1)?.nights.departure]).toEqual([nights.arrival, nights.departure]);
        for (const [index, part] of glance.parts.entries()) {
          if (index > 0) expect(part.nights.arrival).toBe(glance.parts[index - 1]?.nights.departure);
          expect(blocksWithin(blocksOn(unit, part.place, after, now), part.nights)).toEqual([]);
          for (let night = part.nights.arrival; night < part.nights.departure; night = addDays(night, 1))
            expect(needs.filter((need) => holdsOn(need, night) && !part.place.properties.includes(need.property))).toEqual([]);
        }
        if (glance.parts.length > 1) moved += 1;
        for (const { stay, to, nights: theirs } of glance.moves) {
          expect(
            blocksWithin(
              blocksOn(
                unit,
                to,
                after.filter((one) => one.stay !== stay),
                now,
              ),
              theirs,
            ),
          ).toEqual([]);
          const mover = stays.find((one) => one.stay === stay);
          expect(mover?.mustHave.every((property) => to.properties.includes(property))).toBe(true);
        }
      }),
      { numRuns: 4000 },
    );
    expect(seen.possible, JSON.stringify(seen)).toBeGreaterThan(200);
    expect(seen.impossible, JSON.stringify(seen)).toBeGreaterThan(200);
    expect(moved, JSON.stringify(seen)).toBeGreaterThan(50);
    // The exact search is asked for the rest, and that is few of them.
    expect(seen.undecided, JSON.stringify(seen)).toBeLessThan(400);
  });

  test('a night with as many women as there is staff for is free for nobody, counted night by night', () => {
    let fullSeen = 0;
    fc.assert(
      fc.property(someAsked({ staffed: true }), fc.integer({ min: 0, max: 15 }), (asked, offset) => {
        const { unit, stays, needs } = asked;
        const night = addDays(today, offset);
        const limits = unit.staffing.filter(({ from, to }) => from <= night && (to === null || night < to));
        const there = stays.filter((stay) => {
          const nights = nightsTaken(stay, now);
          return nights !== null && nights.arrival <= night && night < nights.departure;
        });
        const isFull = limits.some(({ women }) => there.length >= women);
        const free = unit.places.filter((place) => blocksWithin(blocksOn(unit, place, stays, now), nightsFrom(night, 1)).length === 0);
        const suits = free.some(({ properties }) => needs.every((need) => !holdsOn(need, night) || properties.includes(need.property)));
        if (isFull && free.length > 0) fullSeen += 1;
        const compiled = compileUnit(unit, stays, now);
        const room = limits.map(({ women }) => Math.max(0, women - there.length));
        expect([...freeByNight(compiled, noNeeds, nightNumber(night), 1)]).toEqual([Math.min(free.length, ...room)]);
        expect(quickAnswer(compiled, needBits(needs, nightsFrom(night, 1)), nightNumber(night), 1).outcome === 'free').toBe(
          !isFull && suits,
        );
      }),
      { numRuns: 2000 },
    );
    expect(fullSeen).toBeGreaterThan(50);
  });
});

test('a unit with shielded places is crowded on the nights on which as many women as the guideline says are there, counted night by night', () => {
  const stay = fc.record({
    place: fc.nat(15),
    from: fc.integer({ min: -4, max: 6 }),
    count: fc.integer({ min: 0, max: 9 }),
    status: fc.constantFrom(
      'confirmed' as const,
      'confirmed' as const,
      'admitted' as const,
      'admitted' as const,
      'held' as const,
      'released' as const,
    ),
    minutes: fc.integer({ min: -2, max: 2 }),
  });
  let crowdedSeen = 0;
  fc.assert(
    fc.property(fc.array(stay, { minLength: 14, maxLength: 26 }), fc.boolean(), (drawn, shielded) => {
      const unit = testUnit(Array.from({ length: 16 }, (_, index) => testPlace(`p${index}`, shielded && index === 3 ? ['shielded'] : [])));
      const stays: StayInUnit[] = [];
      for (const [index, { place, from, count, status, minutes }] of drawn.entries()) {
        const nights = nightsFrom(addDays(today, from), count);
        // Each place has somebody at some time: a house that is nearly full.
        const id = asId<'place'>(`p${index < 16 ? index : place}`);
        if (stays.some((other) => other.place === id && shareANight(other.nights, nights))) continue;
        const heldUntil = status === 'held' ? addMinutes(now, minutes) : null;
        stays.push({ stay: asId<'stay'>(`s${index}`), place: id, nights, status, heldUntil, mustHave: [], movesOn: false });
      }
      const { crowded } = compileUnit(unit, stays, now);
      for (let offset = -4; offset < 20; offset += 1) {
        const night = addDays(today, offset);
        const isCrowded = shielded && womenOn(stays, night, now) >= guidelineForShieldedUnit;
        if (isCrowded) crowdedSeen += 1;
        expect(isFree(crowded, nightNumber(night), nightNumber(night) + 1)).toBe(!isCrowded);
        const warned = warningsOf({ unit, stays, needs: [], party: sheAlone, nights: nightsFrom(night, 3), at: now });
        expect(isFree(crowded, nightNumber(night), nightNumber(night) + 3)).toBe(!warned.includes('more-than-eight'));
      }
    }),
    { numRuns: 300 },
  );
  expect(crowdedSeen).toBeGreaterThan(20);
});

describe('for any small country', () => {
  const country = fc.array(
    fc.tuple(fc.oneof(someAsked({ staffed: false }), crowdedAsked, manyHaveCome), fc.constantFrom(...municipalities.slice(0, 12))),
    { maxLength: 6 },
  );
  const home = fc.constantFrom(null, ...municipalities.slice(0, 4)).map((of) => of && municipalityLocation(of));

  test('with time enough each unit says what it says when it is asked exactly, and the order is by day and way', () => {
    const seen = { 'can-come': 0, 'can-come-with-moves': 0, 'cannot-come': 0 };
    fc.assert(
      fc.property(country, home, crowdedAsked, anyMoment, (asked, from, { needs, nights }, at) => {
        const candidates = asked.map(([{ unit, stays }, { id, point }], index): Candidate => ({
          facility: { ...testFacility, id: asId<'facility'>(`f${index}`), municipality: id, point },
          unit: { ...unit, id: asId<'unit'>(`u${index}`) },
          occupations: stays,
        }));
        const index = withUnits(
          emptyIndex(),
          candidates.map((candidate) => ({ id: candidate.unit.id, candidate })),
        );
        const request: NationalRequest = { needs, nights, home: from, at, without: null, looked: plenty, steps: plenty };
        const found = searchCountry(index, request);
        expect(found.map(({ candidate }) => candidate.unit.id).toSorted()).toEqual(candidates.map(({ unit }) => unit.id));
        for (const one of found) {
          const { answer } = inFull(index, one, request);
          const exact = answerFrom(one.candidate, request).answer;
          expect(answer.outcome).toBe(exact.outcome);
          expect(decided(index, one, request).answer).toEqual(exact);
          if (answer.outcome === 'not-decided-in-time' || answer.outcome === 'not-a-stay') throw new Error('there was time enough');
          seen[answer.outcome] += 1;
          if (answer.outcome === 'cannot-come' || exact.outcome === 'cannot-come') continue;
          expect(answer).toMatchObject({ parts: { length: 'parts' in exact ? exact.parts.length : 0 } });
          if ('moves' in exact) expect(answer.moves).toHaveLength(exact.moves.length);
          if ('warnings' in exact) expect(answer.warnings).toEqual(exact.warnings);
        }
        const order = ['can-come', 'can-come-with-moves', 'cannot-come', 'not-a-stay'];
        for (const [position, one] of found.entries()) {
          const next = found[position + 1];
          if (!next) continue;
          const [here, there] = [order.indexOf(one.answer.outcome), order.indexOf(next.answer.outcome)];
          expect(here).toBeLessThanOrEqual(there);
          if (here === there && here < 2) expect(one.minutes ?? 0).toBeLessThanOrEqual(next.minutes ?? 0);
        }
        // A page that shows a few is shown the first of them, and one besides where it asks for one.
        const able = found.filter(({ answer }) => answer.outcome.startsWith('can-come')).length;
        for (const shown of [0, 1, 2, found.length])
          for (const also of [null, found.at(-1)?.candidate.unit.id ?? null]) {
            const best = found.filter(({ candidate }, place) => place < shown || candidate.unit.id === also);
            expect(bestOfCountry(index, request, shown, also)).toEqual({ best, able, units: found.length });
          }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(50);
  });

  test('what is not looked at for moves is said not to be decided, and a unit that is asked alone is decided', () => {
    const unit = testUnit([testPlace('a'), testPlace('b')]);
    const stays = [taken('a', addDays(today, 3), addDays(today, 6)), taken('b', addDays(today, 6), addDays(today, 12))];
    const index = withUnits(emptyIndex(), [{ id: unit.id, candidate: { facility: testFacility, unit, occupations: stays } }]);
    const nights = nightsFrom(addDays(today, 1), 6);
    const request = { needs: [], nights, home: null, at: now, without: null, looked: 0, steps: 0 };
    const [one] = searchCountry(index, request);

    expect(one?.answer).toMatchObject({ outcome: 'not-decided' });
    expect(one && inFull(index, one, request)).toMatchObject({ answer: { outcome: 'not-decided-in-time' }, movesUndecided: true });
    expect(one && decided(index, one, request)).toMatchObject({ answer: { outcome: 'can-come-with-moves' }, movesUndecided: false });
    expect(searchCountry(index, { ...request, needs: needsOf('step-free') })[0]?.answer).toEqual({ outcome: 'cannot-come', without: null });
  });

  test('a unit that does not receive her says no, whatever is free', () => {
    const unit = testUnit([testPlace('a')], { admission: { ...testUnit([]).admission, youngest: 18 } });
    const index = withUnits(emptyIndex(), [{ id: unit.id, candidate: { facility: testFacility, unit, occupations: [] } }]);
    const request = { needs: [], nights: nightsFrom(today, 5), home: null, at: now, without: null, looked: 5, steps: plenty };
    const aged = (age: number): NationalRequest => ({ ...request, partyOn: () => ({ ...sheAlone, age }) });

    expect(searchCountry(index, aged(17))[0]?.answer.outcome).toBe('cannot-come');
    expect(searchCountry(index, aged(18))[0]?.answer.outcome).toBe('can-come');
  });

  test('a unit put in anew, or taken out, leaves the others as they were and the older index untouched', () => {
    const candidate = (id: string, places: number): Candidate => ({
      facility: testFacility,
      unit: { ...testUnit(Array.from({ length: places }, (_, at) => testPlace(`${id}-${at}`))), id: asId<'unit'>(id) },
      occupations: [],
    });
    const [one, other] = [candidate('en', 1), candidate('to', 2)];
    const before = withUnits(emptyIndex(), [
      { id: one.unit.id, candidate: one },
      { id: other.unit.id, candidate: other },
    ]);
    const after = withUnits(before, [
      { id: one.unit.id, candidate: candidate('en', 3) },
      { id: other.unit.id, candidate: null },
    ]);

    expect(Array.from(after.units.values(), ({ candidate: { unit } }) => unit.places.length)).toEqual([3]);
    expect(Array.from(before.units.values(), ({ candidate: { unit } }) => unit.places.length)).toEqual([1, 2]);
  });

  test('a way is worked out once for all who lie there, however often a unit is put in, and what is known does not grow by it', () => {
    const asked: string[] = [];
    const ways = knownWays((from, to) => {
      asked.push(`${from.point.join()} ${to.point.join()}`);
      return minutesByCar(from, to);
    });
    const change = (id: string) => ({
      id: asId<'unit'>(id),
      candidate: { facility: testFacility, unit: { ...testUnit([testPlace(`${id}-a`)]), id: asId<'unit'>(id) }, occupations: [] },
    });
    const home = locationIn(testFacility.municipality, [10.4, 55.4]);
    let index = emptyIndex(ways);
    for (let round = 0; round < 20; round += 1) {
      index = withUnits(index, [change('en'), change('to')]);
      const found = searchCountry(index, {
        needs: [],
        nights: nightsFrom(today, 5),
        home,
        at: now,
        without: null,
        looked: 5,
        steps: plenty,
      });
      const minutes = minutesByCar(home, locationIn(testFacility.municipality, testFacility.point));
      expect(found.map((one) => one.minutes)).toEqual([minutes, minutes]);
      expect(Array.from(index.units.values(), (unit) => unit.minutesFrom(home))).toEqual([minutes, minutes]);
    }
    expect(asked).toHaveLength(1);
    expect(ways.spots.size).toBe(1);
  });

  test('her own stay takes no place from her', () => {
    const unit = testUnit([testPlace('a')]);
    const hers = taken('a', addDays(today, 1), addDays(today, 9));
    const index = withUnits(emptyIndex(), [{ id: unit.id, candidate: { facility: testFacility, unit, occupations: [hers] } }]);
    const [indexed] = index.units.values();
    const request = { needs: [], nights: nightsFrom(today, 5), home: null, at: now, looked: 5, steps: plenty };

    expect(searchCountry(index, { ...request, without: null })[0]?.answer.outcome).not.toBe('can-come');
    expect(searchCountry(index, { ...request, without: { stay: hers.stay, unit: unit.id } })[0]?.answer.outcome).toBe('can-come');
    expect(indexed && withoutStay(indexed, hers.stay).candidate.occupations).toEqual([]);
  });
});

function indexOf({ unit, stays }: Asked): NationalIndex {
  return withUnits(emptyIndex(), [{ id: unit.id, candidate: { facility: testFacility, unit, occupations: stays } }]);
}

function compiled(index: NationalIndex, at: Moment): CompiledUnit {
  const [unit] = index.units.values();
  if (!unit) throw new Error('there is no unit');
  return unit.compiledAt(at);
}

function numbered({ needs, nights }: Asked): [NeedBits, number, number] {
  return [needBits(needs, nights), nightNumber(nights.arrival), countNights(nights)];
}
