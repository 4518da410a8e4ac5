import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elsewhereByTrying, smallQuestion } from '../../../test/feasibility-by-trying.ts';
import { datedNeeds, holdsOn } from '../../../test/dated-needs.ts';
import { booked, now, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, danishDay, type Day } from '../time.ts';
import {
  type AdmissionRules,
  type Closure,
  noAdmissionRules,
  type Period,
  type Place,
  type PlaceProperty,
  type Unit,
} from './provision.ts';
import {
  affectedNow,
  type Booking,
  bookingsOf,
  effectOn,
  overStaffing,
  sharingAfter,
  toAskAbout,
  troublesOf,
  troublesOfStay,
} from './supply-effect.ts';
import { flexibleStandings } from './supply-flexible.ts';
import { type Stay, type StayInUnit, nightsTaken } from './stay.ts';

const today = danishDay(now);
const on = (offset: number): Day => addDays(today, offset);
const period = fc
  .tuple(fc.integer({ min: -10, max: 30 }), fc.option(fc.integer({ min: 1, max: 15 }), { freq: 4 }))
  .map(([from, length]): Period => ({ from: on(from), to: length === null ? null : on(from + length) }));
const booking = fc
  .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: -15, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.boolean(), fc.nat())
  .map(([place, from, length, admitted, number]): StayInUnit & Booking => ({
    ...booked(place, on(from), on(from + length), { status: admitted ? 'admitted' : 'confirmed' }),
    stay: `${place}-${number}` as StayInUnit['stay'],
  }));
const holds = ({ from, to }: Period, night: Day): boolean => from <= night && (to === null || night < to);
const nightsOf = (stay: StayInUnit): readonly Day[] => {
  const nights = nightsTaken(stay, now);
  return nights === null
    ? []
    : Array.from({ length: 70 }, (_, offset) => on(offset)).filter((night) => nights.arrival <= night && night < nights.departure);
};

describe('a stay is in trouble', () => {
  const closures = fc.array(
    period.map((one): Closure => ({ ...one, reason: 'maling' })),
    { maxLength: 3 },
  );

  test('exactly when one of its nights from now on is closed, outside the opening, or not opened', () => {
    fc.assert(
      fc.property(
        closures,
        closures,
        fc.array(period, { maxLength: 2 }),
        fc.option(fc.array(period, { maxLength: 2 })),
        booking,
        (ofUnit, ofPlace, open, opened, stay) => {
          const flexible = opened && { leadDays: 7, closesAfterDays: 14, opened };
          const unit = testUnit([testPlace('a', [], { closures: ofPlace, flexible }), testPlace('b')], { closures: ofUnit, open });
          const nights = nightsOf(stay);
          const kinds = new Set(troublesOf(unit, stay, now).map(({ kind }) => kind));

          const closedBy = [...ofUnit, ...(stay.place === 'a' ? ofPlace : [])];
          expect(kinds.has('closed')).toBe(nights.some((night) => closedBy.some((one) => holds(one, night))));
          expect(kinds.has('not-open')).toBe(nights.some((night) => !open.some((one) => holds(one, night))));
          expect(kinds.has('not-opened')).toBe(
            stay.place === 'a' && opened !== null && nights.some((night) => !opened.some((one) => holds(one, night))),
          );
        },
      ),
    );
  });

  test('when its place lacks what she needs on some nights, on exactly those of them that are to come, told night by night', () => {
    const parts = fc.array(fc.record({ place: fc.constantFrom('a', 'b'), nights: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 3,
    });
    let lacking = 0;
    fc.assert(
      fc.property(parts, fc.integer({ min: -9, max: 9 }), datedNeeds(['mother-and-baby', 'shielded']), (ofStay, begins, needs) => {
        let free = begins;
        const places = ofStay.map(({ place, nights: count }): Stay['parts'][number] => {
          const nights = { arrival: on(free), departure: on(free + count) };
          free += count;
          return { place: asId<'place'>(place), nights };
        });
        const stay: Stay = {
          id: asId<'stay'>('hers'),
          pathway: asId<'pathway'>('maja'),
          unit: asId<'unit'>('lyng'),
          parts: places,
          nights: { arrival: on(begins), departure: on(free) },
          status: 'confirmed',
          heldUntil: null,
          extensions: 0,
          needs,
          legalBasis: null,
          paidBy: null,
        };
        const unit = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b', ['shielded'])]);
        const troubles = troublesOfStay(unit, { ...stay, bornOn: null }, now);
        for (let offset = 0; offset < 30; offset += 1) {
          const night = on(offset);
          const part = places.find(({ nights }) => nights.arrival <= night && night < nights.departure);
          const has = part?.place === 'a' ? 'mother-and-baby' : 'shielded';
          const lacks = part === undefined ? [] : needs.filter((need) => need.property !== has && holdsOn(need, night));
          const told = troubles.flatMap((one) => (one.kind === 'lacks' && one.from <= night && night < one.to ? one.properties : []));
          expect(told.toSorted()).toEqual(lacks.map(({ property }) => property).toSorted());
          lacking += lacks.length;
        }
      }),
    );
    expect(lacking).toBeGreaterThan(100);
  });

  test('when its place does not have what she needs, on the nights from now on, whether she is expected or lives there', () => {
    const unit = testUnit([testPlace('a', ['shielded'])]);
    const expected = booked('a', on(2), on(9), { mustHave: ['shielded', 'partner'] });
    expect(troublesOf(unit, expected, now)).toEqual([{ kind: 'lacks', properties: ['partner'], from: on(2), to: on(9) }]);
    const living = booked('a', on(-5), on(9), { status: 'admitted', mustHave: ['shielded', 'partner'] });
    expect(troublesOf(unit, living, now)).toEqual([{ kind: 'lacks', properties: ['partner'], from: today, to: on(9) }]);
    expect(troublesOf(testUnit([testPlace('a', ['shielded', 'partner'])]), living, now)).toEqual([]);
  });

  test('not for what was needed for the birth once the child is born, but where there is no room for both', () => {
    const needs = [
      { property: 'near-neonatal-ward', why: 'birth-with-risk-to-child' },
      { property: 'shielded', why: 'target-group-asks-for-shielding' },
    ] as const satisfies Stay['needs'];
    const living: Stay = {
      id: asId<'stay'>('bor'),
      pathway: asId<'pathway'>('alma'),
      unit: asId<'unit'>('lyng'),
      parts: [{ place: asId<'place'>('a'), nights: { arrival: on(-5), departure: on(9) } }],
      nights: { arrival: on(-5), departure: on(9) },
      status: 'admitted',
      heldUntil: null,
      extensions: 0,
      needs,
      legalBasis: null,
      paidBy: null,
    };
    const lacks = (properties: readonly PlaceProperty[], bornOn: Day | null) =>
      troublesOfStay(testUnit([testPlace('a', properties)]), { ...living, bornOn }, now).flatMap((one) =>
        one.kind === 'lacks' ? one.properties : [],
      );
    expect(lacks(['shielded'], null)).toEqual(['near-neonatal-ward']);
    expect(lacks(['shielded'], on(-1))).toEqual(['mother-and-baby']);
    expect(lacks(['shielded', 'mother-and-baby'], on(-1))).toEqual([]);
    // What a professional has chosen stands after the birth too.
    const chosen = { ...living, needs: [{ property: 'near-neonatal-ward', why: 'chosen' }], bornOn: on(-1) } as const;
    expect(bookingsOf(chosen).map(({ mustHave, dated }) => [mustHave, dated])).toEqual([
      [['near-neonatal-ward'], [{ property: 'mother-and-baby', why: 'stay-passes-birth', from: on(-1) }]],
    ]);
  });

  test('when she is to have her children with her and the unit receives none', () => {
    const admission = { ...noAdmissionRules, mostChildren: 0 };
    const hers = booked('a', on(2), on(9), { mustHave: ['other-children'] });
    expect(troublesOf(testUnit([testPlace('a', ['other-children'])], { admission }), hers, now)).toEqual([{ kind: 'no-children' }]);
    expect(troublesOf(testUnit([testPlace('a')], { admission }), booked('a', on(2), on(9)), now)).toEqual([]);
    // Also where they come later, but not where they are no longer with her.
    const place = testPlace('a', ['other-children']);
    const later = booked('a', on(2), on(9), { dated: [{ property: 'other-children', from: on(5) }] });
    expect(troublesOf(testUnit([place], { admission }), later, now)).toEqual([{ kind: 'no-children' }]);
    const before = booked('a', on(-5), on(9), { dated: [{ property: 'other-children', until: on(-1) }] });
    expect(troublesOf(testUnit([place], { admission }), before, now)).toEqual([]);
  });

  test('not when it was let go, has ended, or its hold has run out', () => {
    const unit = testUnit([testPlace('a')], { closures: [{ from: on(-5), to: null, reason: 'maling' }] });
    expect(troublesOf(unit, booked('a', on(-9), on(0)), now)).toEqual([]);
    expect(troublesOf(unit, booked('a', on(1), on(3), { status: 'released' }), now)).toEqual([]);
    expect(troublesOf(unit, booked('a', on(1), on(3), { status: 'held', heldUntil: now }), now)).toEqual([]);
    expect(troublesOf(unit, booked('ukendt', on(1), on(3)), now)).toEqual([]);
  });
});

test('the effect of a closure is those whose nights it shares, and not those who were in trouble before', () => {
  const before = testUnit([testPlace('a'), testPlace('b')]);
  const closed: Unit = { ...before, closures: [{ from: on(5), to: on(12), reason: 'maling' }] };
  const stays = [booked('a', on(1), on(5)), booked('a', on(5), on(6)), booked('b', on(11), on(40)), booked('b', on(12), on(20))];

  expect(effectOn(before, closed, stays, now).map((one) => one.booking.nights.arrival)).toEqual([on(5), on(11)]);
  expect(effectOn(closed, closed, stays, now)).toEqual([]);
});

test('a closure whose words or whose days beside hers are changed puts nobody in trouble anew, and one that takes more of her nights does', () => {
  const open = testUnit([testPlace('a'), testPlace('b')]);
  const closed = (to: number, reason = 'maling', more: readonly Closure[] = []): Unit => ({
    ...open,
    closures: [{ from: on(5), to: on(to), reason }, ...more],
  });
  const stays = [booked('a', on(5), on(9)), booked('b', on(11), on(40))];
  const places = (before: Unit, after: Unit) => effectOn(before, after, stays, now).map((one) => one.booking.place);

  expect(places(closed(12), closed(12, 'maling af alle rum'))).toEqual([]);
  expect(places(closed(12), closed(20))).toEqual(['b']);
  expect(places(closed(12), closed(12, 'maling', [{ from: on(5), to: on(9), reason: 'skimmel' }]))).toEqual(['a']);
  const lacking = testUnit([testPlace('a', ['shielded'])]);
  const hers = [booked('a', on(5), on(9), { mustHave: ['shielded', 'partner'] })];
  expect(effectOn(lacking, testUnit([testPlace('a', [])]), hers, now).length).toBe(1);
});

test('one who must move is shown every place of the unit that has what she needs and is free on all her nights, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(booking, { maxLength: 5 }),
      fc.array(
        period.map((one): Closure => ({ ...one, reason: 'maling' })),
        { maxLength: 2 },
      ),
      fc.constantFrom([], ['shielded'] as const),
      (stays, ofB, has) => {
        const places = [testPlace('a'), testPlace('b', has, { closures: ofB }), testPlace('c', ['shielded'])];
        const unit = testUnit(places);
        const all = stays.map((stay) => ({ ...stay, mustHave: ['shielded'] as const }));
        for (const { booking: hers, others } of affectedNow(unit, all, now)) {
          const free = places.filter(
            ({ id, properties, closures }) =>
              id !== hers.place &&
              properties.includes('shielded') &&
              nightsOf(hers).every(
                (night) =>
                  !closures.some((one) => holds(one, night)) && !all.some((one) => one.place === id && nightsOf(one).includes(night)),
              ),
          );
          expect(others.map(({ id }) => id)).toEqual(free.map(({ id }) => id));
        }
      },
    ),
  );
});

describe('a rule that becomes narrower', () => {
  const expected = booked('a', on(2), on(9));
  const withFamily = booked('b', on(-2), on(9), { status: 'admitted', mustHave: ['partner', 'other-children'] });
  const asked = (before: Partial<AdmissionRules>, after: Partial<AdmissionRules>) =>
    toAskAbout({ ...noAdmissionRules, ...before }, { ...noAdmissionRules, ...after }, [expected, withFamily], now).map(
      ({ booking: { place }, rules }) => [place, ...rules],
    );

  test('is asked about of those whom it may concern: ages of those who have not come, men and children of those who bring them', () => {
    expect(asked({}, { youngest: 18, oldest: 40 })).toEqual([['a', 'youngest', 'oldest']]);
    expect(asked({}, { womenOnly: true, mostChildren: 1, oldestChild: 3 })).toEqual([['b', 'womenOnly', 'mostChildren', 'oldestChild']]);
    // Where no children are received, her own needs say that she cannot be there: she is marked.
    expect(asked({}, { mostChildren: 0 })).toEqual([]);
  });

  test('is not asked about where it became wider or stayed as it was, or the stay is over', () => {
    const rules = { youngest: 18, oldest: 40, womenOnly: true, mostChildren: 1, oldestChild: 3 };
    expect(asked(rules, rules)).toEqual([]);
    expect(asked(rules, { youngest: 17, oldest: 41, womenOnly: false, mostChildren: 2, oldestChild: null })).toEqual([]);
    expect(toAskAbout(noAdmissionRules, { ...noAdmissionRules, youngest: 18 }, [booked('a', on(-9), on(0))], now)).toEqual([]);
  });
});

test('who come to share a room are those whose places did not lie in one before, on nights that they share', () => {
  const before = testUnit([testPlace('a'), testPlace('b'), testPlace('c')]);
  const together: Unit = {
    ...before,
    places: before.places.map((place) => (place.id === 'c' ? place : { ...place, room: 'fælles' as Place['room'] })),
  };
  const stays = [booked('a', on(1), on(5)), booked('b', on(4), on(9)), booked('b', on(9), on(12)), booked('c', on(1), on(9))];
  const arrivals = (one: Unit, other: Unit) =>
    sharingAfter(one, other, stays, now).map((pair) => [pair.one.nights.arrival, pair.other.nights.arrival]);
  expect(arrivals(before, together)).toEqual([[on(1), on(4)]]);
  expect(arrivals(together, together)).toEqual([]);
});

test('more women than the staffing are found on the worst nights of each period', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(period, fc.integer({ min: 0, max: 3 })), { maxLength: 3 }),
      fc.array(booking, { maxLength: 6 }),
      (rows, stays) => {
        const staffing = rows.map(([of, women]) => ({ ...of, women }));
        const found = overStaffing(testUnit([testPlace('a'), testPlace('b')], { staffing }), stays, now);
        const expected = staffing.flatMap((row) => {
          const counts = Array.from({ length: 70 }, (_, offset) => on(offset))
            .filter((night) => holds(row, night))
            .map((night) => stays.filter((stay) => nightsOf(stay).includes(night)).length);
          const most = Math.max(0, ...counts);
          return most > row.women ? [{ women: row.women, booked: most }] : [];
        });
        expect(found.map(({ women, booked }) => ({ women, booked: booked.length }))).toEqual(expected);
        for (const { from, to, booked } of found) {
          expect(from < to).toBe(true);
          expect(stays.filter((stay) => nightsOf(stay).includes(from))).toEqual(booked);
        }
      },
    ),
  );
});

describe('closing a flexible place is proposed', () => {
  const flexible = { leadDays: 7, closesAfterDays: 14, opened: [{ from: on(-40), to: on(60) }] };
  const unit = testUnit([testPlace('a', [], { flexible }), testPlace('b')]);
  const standing = (...stays: readonly StayInUnit[]) => flexibleStandings(unit, stays, now);

  test('when it has been empty for as long as it may', () => {
    expect(standing(booked('a', on(-30), on(-14), { status: 'discharged' }))).toMatchObject([
      { emptySince: on(-14), proposeToClose: true },
    ]);
    expect(standing(booked('a', on(-30), on(-13), { status: 'discharged' }))).toMatchObject([
      { emptySince: on(-13), proposeToClose: false },
    ]);
    expect(standing()).toMatchObject([{ emptySince: on(-40), proposeToClose: true }]);
  });

  test('not while somebody is there, or comes before it could be opened again', () => {
    expect(standing(booked('a', on(-30), on(5), { status: 'admitted' }))).toMatchObject([{ emptySince: null, proposeToClose: false }]);
    expect(standing(booked('a', on(7), on(50)))).toMatchObject([{ emptySince: on(-40), proposeToClose: false }]);
    expect(standing(booked('a', on(8), on(50)))).toMatchObject([{ emptySince: on(-40), proposeToClose: true }]);
  });

  test('not when it is closed', () => {
    const shut = testUnit([testPlace('a', [], { flexible: { ...flexible, opened: [{ from: on(-40), to: on(0) }] } })]);
    expect(flexibleStandings(shut, [], now)).toMatchObject([{ isOpenTonight: false, emptySince: null, proposeToClose: false }]);
  });
});

test('of whoever must move, the places she could have here are those that night by night have all she needs, and none where the whole unit is shut', () => {
  fc.assert(
    fc.property(smallQuestion, ({ unit, stays }) => {
      const bookings = stays.map((stay) => ({ ...stay, dated: [] }));
      for (const { booking, others, isWholeUnit } of affectedNow(unit, bookings, now)) {
        const tried = elsewhereByTrying({ unit, stays }, booking);
        expect(others.map(({ id }) => id)).toEqual(tried.others.map(({ id }) => id));
        expect(isWholeUnit).toBe(tried.isWholeUnit);
        if (isWholeUnit) expect(others).toEqual([]);
      }
    }),
    { numRuns: 600 },
  );
});
