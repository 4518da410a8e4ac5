import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTrying, smallQuestion } from '../../../test/feasibility-by-trying.ts';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay } from '../time.ts';
import type { Asked } from './board.ts';
import { type Blocker, blockersIn, explain, type Explanation, without } from './blockers.ts';
import { answerFrom } from './search.ts';
import { sheAlone } from './needs.ts';
import { countNights, type Nights, nightsFrom } from './nights.ts';
import { stepsUpTo } from './puzzle.ts';
import type { Situation } from './situation.ts';

const plenty = 50_000_000;
/** Small units of which one place is closed within her nights. */
const closedQuestion = fc
  .tuple(smallQuestion, fc.nat(3), fc.nat(4), fc.option(fc.integer({ min: 1, max: 3 })))
  .map(([asked, which, after, length]): Asked => {
    const from = addDays(asked.nights.arrival, after);
    const closure = { from, to: length === null ? null : addDays(from, length), reason: 'maling' };
    const places = asked.unit.places.map((place, index) =>
      index === which % asked.unit.places.length ? { ...place, closures: [...place.closures, closure] } : place,
    );
    return { ...asked, unit: { ...asked.unit, places } };
  });
const today = danishDay(now);
const from = (offset: number, nights: number): Nights => nightsFrom(addDays(today, offset), nights);

function situation(differs: Partial<Situation>): Situation {
  const unit = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b')]);
  return { unit, stays: [], needs: needsOf('mother-and-baby'), party: sheAlone, nights: from(3, 7), at: now, ...differs };
}

function why(differs: Partial<Situation>): Explanation {
  return explain(situation(differs), stepsUpTo(plenty));
}

describe('an explanation', () => {
  test('names the nights on which every place with the property is taken, and the property', () => {
    const stays = [taken('a', addDays(today, 5), addDays(today, 8), { mustHave: ['mother-and-baby'] })];

    expect(why({ stays })).toEqual({
      outcome: 'explained',
      gone: 'each',
      blockers: [
        { kind: 'need', property: 'mother-and-baby', offered: 'not-then' },
        { kind: 'full', nights: from(5, 3), properties: ['mother-and-baby'], joint: false },
      ],
    });
  });

  test('names a hold that may run out, and a closure', () => {
    const heldUntil = addMinutes(now, 20);
    const held = [taken('a', addDays(today, 5), addDays(today, 8), { status: 'held', heldUntil, mustHave: ['mother-and-baby'] })];
    const closure = { from: addDays(today, 5), to: addDays(today, 8), reason: 'nyt gulv' };
    const unit = testUnit([testPlace('a', ['mother-and-baby'], { closures: [closure] })]);

    expect(why({ stays: held })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'need' }, { kind: 'held', until: heldUntil }, { kind: 'full' }],
    });
    expect(why({ unit })).toEqual({
      outcome: 'explained',
      gone: 'each',
      blockers: [{ kind: 'closed', place: unit.places[0], closure, elsewhere: false }],
    });
  });

  test('of a place that is closed for a week within her stay names those nights, unless another place takes her then', () => {
    const closure = { from: addDays(today, 20), to: addDays(today, 27), reason: 'nyt gulv' };
    const unit = testUnit([
      testPlace('a', ['mother-and-baby'], { closures: [closure] }),
      testPlace('b', ['mother-and-baby']),
      testPlace('c'),
    ]);
    const hers = from(3, 60);
    const has = (...nights: readonly (readonly [number, number])[]): Situation['stays'] =>
      nights.map(([arrival, departure]) => taken('b', addDays(today, arrival), addDays(today, departure), { status: 'admitted' }));
    const answerOf = (stays: Situation['stays']): ReturnType<typeof answerFrom>['answer'] =>
      answerFrom({ unit, occupations: stays }, { needs: needsOf('mother-and-baby'), nights: hers, at: now }).answer;

    // The other place is free for that week alone: there and back again.
    const moved = answerOf(has([0, 20], [27, 80]));
    expect(moved).toMatchObject({ outcome: 'can-come-with-moves', moves: [] });
    expect('parts' in moved && moved.parts.map(({ place, nights }) => [place.name, nights])).toEqual([
      ['Plads a', from(3, 17)],
      ['Plads b', from(20, 7)],
      ['Plads a', from(27, 36)],
    ]);
    // Free for all of it, nobody moves.
    expect(answerOf([])).toMatchObject({ outcome: 'can-come', place: { name: 'Plads b' } });
    // Taken for a part of it: the no names the closure with exactly its nights, and that the stay would do without it.
    const not = answerOf(has([22, 24]));
    expect(not).toMatchObject({ outcome: 'cannot-come', explanation: { outcome: 'explained', gone: 'each' } });
    expect(not.outcome === 'cannot-come' && not.explanation).toEqual({
      outcome: 'explained',
      gone: 'each',
      // Without the need she would have the third place.
      blockers: [
        { kind: 'need', property: 'mother-and-baby', offered: 'not-then' },
        { kind: 'closed', place: unit.places[0], closure, elsewhere: false },
      ],
    });
    // Where another place has those nights the closure is not named: what is full is.
    const alone = answerOf([...has([0, 20], [27, 80]), taken('a', addDays(today, 40), addDays(today, 45), { status: 'admitted' })]);
    expect(alone.outcome === 'cannot-come' && alone.explanation).toMatchObject({ blockers: [{ kind: 'need' }, { kind: 'full' }] });
  });

  test('names what no place has, and what is only apart', () => {
    const apart = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b', ['partner'])]);

    expect(why({ needs: needsOf('mother-and-baby', 'step-free') })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'need', property: 'step-free', offered: 'nowhere' }],
    });
    expect(why({ unit: apart, needs: needsOf('mother-and-baby', 'partner') })).toMatchObject({
      gone: 'each',
      blockers: [
        { kind: 'need', property: 'mother-and-baby', offered: 'apart' },
        { kind: 'need', property: 'partner', offered: 'apart' },
      ],
    });
  });

  test('names what holds for the unit as a whole: opening, staffing, rules of admission, notice', () => {
    const rules = { youngest: 25, oldest: null, womenOnly: true, mostChildren: null, oldestChild: null };
    const place = testPlace('a', ['mother-and-baby']);
    const flexible = { leadDays: 6, closesAfterDays: 14, opened: [] };
    const party = { age: 20, partner: { sex: 'man' as const }, children: [] };

    expect(why({ unit: testUnit([place], { open: [{ from: addDays(today, 5), to: null }] }) })).toMatchObject({
      blockers: [{ kind: 'not-open' }],
    });
    expect(why({ unit: testUnit([place], { staffing: [{ from: today, to: null, women: 0 }] }) })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'staffing', nights: from(3, 7) }],
    });
    expect(why({ unit: testUnit([place], { admission: rules }), party })).toMatchObject({
      gone: 'together',
      blockers: [{ rule: 'youngest' }, { rule: 'womenOnly' }],
    });
    expect(why({ unit: testUnit([testPlace('a', ['mother-and-baby'], { flexible })]) })).toMatchObject({
      blockers: [
        { kind: 'lead-time', openFrom: addDays(today, 6) },
        { kind: 'full', nights: from(3, 3) },
      ],
    });
  });

  test('names a closure within a long stay of which other nights are full, also where the two hang together', () => {
    const closure = { from: addDays(today, 10), to: addDays(today, 17), reason: 'nyt gulv' };
    const unit = testUnit([testPlace('a', ['mother-and-baby'], { closures: [closure] })]);
    for (const [arrival, departure] of [
      [30, 40],
      [17, 40],
    ] as const) {
      const stays = [taken('a', addDays(today, arrival), addDays(today, departure), { mustHave: ['mother-and-baby'] })];
      expect(why({ unit, stays, nights: from(3, 100) })).toEqual({
        outcome: 'explained',
        gone: 'together',
        blockers: [
          { kind: 'closed', place: unit.places[0], closure, elsewhere: false },
          { kind: 'full', nights: from(arrival, departure - arrival), properties: [], joint: false },
        ],
      });
    }
  });

  test('names two runs of nights together', () => {
    const stays = [
      taken('a', addDays(today, 3), addDays(today, 5), { mustHave: ['mother-and-baby'] }),
      taken('a', addDays(today, 7), addDays(today, 9), { mustHave: ['mother-and-baby'] }),
    ];
    const unit = testUnit([testPlace('a', ['mother-and-baby'])]);

    expect(why({ unit, stays })).toMatchObject({
      gone: 'together',
      blockers: [
        { kind: 'full', nights: from(3, 2) },
        { kind: 'full', nights: from(7, 2) },
      ],
    });
  });

  test('names a need that holds on some nights with its nights, and the nights on which it is full of those alone', () => {
    const fromDay = (offset: number, until?: number): Situation['needs'] => [
      {
        property: 'mother-and-baby',
        why: 'chosen',
        from: addDays(today, offset),
        ...(until === undefined ? {} : { until: addDays(today, until) }),
      },
    ];
    const stays = [taken('a', addDays(today, 2), addDays(today, 9), { status: 'admitted' })];
    // The room is lived on from before she comes: the nights before she needs it are full of nothing.
    expect(why({ stays, needs: fromDay(7) })).toEqual({
      outcome: 'explained',
      gone: 'each',
      blockers: [
        { kind: 'need', property: 'mother-and-baby', offered: 'not-then', nights: from(7, 3) },
        { kind: 'full', nights: from(7, 2), properties: ['mother-and-baby'], joint: false },
      ],
    });
    expect(why({ stays, needs: fromDay(9) })).toEqual({ outcome: 'can-come' });
    expect(why({ stays, needs: fromDay(2, 3) })).toEqual({ outcome: 'can-come' });
    // What no place has is named with its nights too, and what is only apart on the nights on which both hold.
    const plain = testUnit([testPlace('b'), testPlace('c', ['partner'])]);
    expect(why({ unit: plain, needs: fromDay(7) })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'need', offered: 'nowhere', nights: from(7, 3) }],
    });
    const apart = testUnit([testPlace('a', ['mother-and-baby']), testPlace('c', ['partner'])]);
    const partner = { property: 'partner', why: 'chosen', until: addDays(today, 8) } as const;
    expect(why({ unit: apart, needs: [...fromDay(7), partner] })).toMatchObject({
      gone: 'each',
      blockers: [
        { property: 'mother-and-baby', offered: 'apart', nights: from(7, 3) },
        { property: 'partner', offered: 'apart', nights: from(3, 5) },
      ],
    });
    expect(why({ unit: apart, needs: [...fromDay(8), partner] })).toEqual({ outcome: 'can-come' });
  });

  test('has nothing to name but the place where there are none, and nothing to explain where she can come', () => {
    expect(why({ unit: testUnit([]), needs: [] })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'full', nights: from(3, 7), properties: [] }],
    });
    expect(why({})).toEqual({ outcome: 'can-come' });
    expect(
      explain(situation({ stays: [taken('a', addDays(today, 5), addDays(today, 8), { stay: asId<'stay'>('x') })] }), stepsUpTo(0)).outcome,
    ).toBe('not-decided-in-time');
  });
});

describe('for any small unit', () => {
  test('the explanation is true, by trying everything', () => {
    const seen = { each: 0, together: 0, several: 0 };
    fc.assert(
      fc.property(smallQuestion, (asked) => {
        const explanation = explain(asked, stepsUpTo(plenty));
        expect(explanation.outcome).toBe(byTrying(asked) === null ? 'explained' : 'can-come');
        if (explanation.outcome !== 'explained') return;
        const { gone, blockers } = explanation;
        const canWithout = (some: readonly Blocker[]): boolean => byTrying(without(asked, some)) !== null;
        expect(blockers.length).toBeGreaterThan(0);
        seen[gone] += 1;
        if (gone === 'each') for (const one of blockers) expect(canWithout([one])).toBe(true);
        else {
          if (blockers.length > 1) seen.several += 1;
          expect(canWithout(blockers)).toBe(true);
          for (const one of blockers) expect(canWithout(blockers.filter((other) => other !== one))).toBe(false);
          // None of all that could be named would have been enough alone.
          const all = blockersIn(asked, stepsUpTo(plenty));
          if (all !== 'not-decided-in-time') for (const one of all) expect(canWithout([one])).toBe(false);
        }
      }),
      { numRuns: 2500 },
    );
    expect(seen.each).toBeGreaterThan(100);
    expect(seen.several).toBeGreaterThan(30);
  });

  test('nights that are called full are so: she could not have just these, with no more than those needs', () => {
    let full = 0;
    fc.assert(
      fc.property(smallQuestion, (asked) => {
        const explanation = explain(asked, stepsUpTo(plenty));
        if (explanation.outcome !== 'explained') return;
        for (const blocker of explanation.blockers)
          if (blocker.kind === 'full' && !blocker.joint) {
            full += 1;
            const others = explanation.blockers.filter(({ kind }) => kind === 'staffing' || kind === 'admission' || kind === 'not-open');
            const open = without(asked, others);
            // Not even if nothing were closed: a closure is named as itself.
            const places = open.unit.places.map((place) => ({ ...place, closures: [] }));
            const unit = { ...open.unit, closures: [], places };
            const only = { ...open, unit, spare: [], nights: blocker.nights, needs: needsOf(...blocker.properties) };
            expect(byTrying(only)).toBeNull();
          }
      }),
      { numRuns: 1500 },
    );
    expect(full).toBeGreaterThan(100);
  });
});

test('a closure says that the unit has a place for her on the nights it meets exactly when trying everything finds one', () => {
  let told = 0;
  fc.assert(
    fc.property(closedQuestion, (asked) => {
      const explained = explain(asked, stepsUpTo(plenty));
      if (explained.outcome !== 'explained') return;
      for (const blocker of explained.blockers) {
        if (blocker.kind !== 'closed') continue;
        const { closure, place } = blocker;
        const met = Array.from({ length: countNights(asked.nights) }, (_, index) => addDays(asked.nights.arrival, index)).filter(
          (night) => closure.from <= night && (closure.to === null || night < closure.to),
        );
        const [first, last] = [met[0], met.at(-1)];
        if (place === null || first === undefined || last === undefined) {
          expect(blocker.elsewhere).toBeUndefined();
          continue;
        }
        const elsewhere = byTrying({ ...asked, nights: { arrival: first, departure: addDays(last, 1) } }) !== null;
        expect(blocker.elsewhere).toBe(elsewhere);
        told += 1;
      }
    }),
    { numRuns: 1000 },
  );
  expect(told).toBeGreaterThan(100);
});

test('a closure says that the unit has a place on those nights where moving others for them takes the place she has after them', () => {
  const [second, third, fourth] = [addDays(today, 4), addDays(today, 5), addDays(today, 6)];
  const closure = { from: second, to: third, reason: 'nyt gulv' };
  const unit = testUnit([
    testPlace('a', ['mother-and-baby'], { closures: [closure] }),
    testPlace('b', ['mother-and-baby', 'step-free']),
    testPlace('c', ['step-free']),
    testPlace('d', ['shielded']),
    testPlace('e', ['mother-and-baby', 'shielded']),
  ]);
  const stays = [
    // To make room for her on the place b: the first moves to c, the second from c to d, and the third from d to e, which she needs the night after.
    taken('b', second, third, { mustHave: ['step-free'] }),
    taken('c', second, fourth),
    taken('d', third, fourth, { mustHave: ['shielded'] }),
    taken('a', third, fourth, { status: 'admitted' }),
    taken('b', third, fourth, { status: 'admitted' }),
    taken('e', second, third, { status: 'admitted' }),
  ];
  const asked = situation({ unit, stays, nights: from(4, 2) });
  const explained = explain(asked, stepsUpTo(plenty));
  const closed = explained.outcome === 'explained' && explained.blockers.find(({ kind }) => kind === 'closed');
  expect(closed).toMatchObject({ kind: 'closed', elsewhere: true });
  expect(byTrying({ ...asked, spare: [] })).toBeNull();
  expect(byTrying({ ...asked, spare: [], nights: from(4, 1) })).not.toBeNull();
});
