import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTrying, crowdedQuestion, smallQuestion } from '../../../test/feasibility-by-trying.ts';
import { holdsOn } from '../../../test/dated-needs.ts';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, danishDay } from '../time.ts';
import type { Asked } from './board.ts';
import { blocksOn, blocksWithin } from './availability.ts';
import { feasibility, possible } from './feasibility.ts';
import { sheAlone } from './needs.ts';
import { countNights, type Nights, nightsFrom } from './nights.ts';
import { placeProperties, type PlaceProperty } from './provision.ts';
import { stepsUpTo } from './puzzle.ts';
import { movableAmong, type Situation, warningsOf } from './situation.ts';
import type { StayInUnit } from './stay.ts';

const plenty = 50_000_000;
const today = danishDay(now);
const from = (offset: number, nights: number): Nights => nightsFrom(addDays(today, offset), nights);

function stay(place: string, nights: Nights, mustHave: readonly PlaceProperty[] = [], differs: Partial<StayInUnit> = {}): StayInUnit {
  return { ...taken(place, nights.arrival, nights.departure), mustHave, ...differs };
}

function situation(differs: Partial<Situation>): Situation {
  const unit = testUnit([testPlace('a'), testPlace('b')]);
  return { unit, stays: [], needs: [], party: sheAlone, nights: from(3, 7), at: now, ...differs };
}

describe('a unit where those who have not come may change places', () => {
  test('takes her on a free place without moving anybody', () => {
    expect(feasibility(situation({ stays: [stay('a', from(3, 7))] }), plenty)).toMatchObject({
      outcome: 'possible',
      parts: [{ place: { id: 'b' }, nights: from(3, 7) }],
      moves: [],
    });
  });

  test('keeps the place that can do more, and the place that can do what she needs not', () => {
    const unit = testUnit([testPlace('a', ['mother-and-baby', 'step-free']), testPlace('b', ['mother-and-baby']), testPlace('c')]);

    expect(feasibility(situation({ unit, needs: needsOf('mother-and-baby') }), plenty)).toMatchObject({ parts: [{ place: { id: 'b' } }] });
  });

  test('moves one who comes later, so that two halves become one whole', () => {
    const stays = [stay('a', from(1, 4), [], { status: 'admitted' }), stay('b', from(6, 9))];

    expect(feasibility(situation({ stays, nights: from(1, 10) }), plenty)).toMatchObject({
      outcome: 'possible',
      parts: [{ place: { id: 'b' } }],
      moves: [{ stay: stays[1]?.stay, from: { id: 'b' }, to: { id: 'a' } }],
    });
  });

  test('has her move once where the other cannot, on the day that the other comes', () => {
    const unit = testUnit([testPlace('a'), testPlace('b', ['step-free'])]);
    const stays = [stay('a', from(1, 4), [], { status: 'admitted' }), stay('b', from(6, 9), ['step-free'])];

    expect(feasibility(situation({ unit, stays, nights: from(1, 10) }), plenty)).toMatchObject({
      outcome: 'possible',
      parts: [
        { place: { id: 'b' }, nights: from(1, 5) },
        { place: { id: 'a' }, nights: from(6, 5) },
      ],
      moves: [],
    });
  });

  test('moves three others rather than her', () => {
    const stays = [
      stay('a', from(0, 3), [], { status: 'admitted' }),
      stay('b', from(4, 4)),
      stay('a', from(5, 1), [], { stay: asId<'stay'>('short-1') }),
      stay('a', from(7, 1), [], { stay: asId<'stay'>('short-2') }),
      stay('c', from(0, 5), [], { status: 'admitted' }),
    ];
    const unit = testUnit([testPlace('a'), testPlace('b'), testPlace('c')]);
    const answer = feasibility(situation({ unit, stays, nights: from(3, 6) }), plenty);

    expect(answer).toMatchObject({ outcome: 'possible', parts: [{ nights: from(3, 6) }] });
  });

  test('moves nobody who has come, and nobody whose stay is in parts', () => {
    const came = [stay('a', from(-3, 20), [], { status: 'admitted' }), stay('b', from(-3, 30), [], { status: 'admitted' })];
    const inParts = [
      stay('a', from(1, 4), [], { status: 'admitted' }),
      stay('b', from(6, 9), [], { stay: asId<'stay'>('parts') }),
      stay('a', from(15, 2), [], { stay: asId<'stay'>('parts') }),
    ];

    expect(feasibility(situation({ stays: came }), plenty)).toEqual({ outcome: 'impossible' });
    expect(feasibility(situation({ stays: inParts, nights: from(1, 10) }), plenty)).toMatchObject({ parts: { length: 2 }, moves: [] });
  });

  test('says when it was not decided in time, with the way it knows, and guesses nothing', () => {
    const unit = testUnit([testPlace('a'), testPlace('b', ['step-free'])]);
    const known = situation({ unit, stays: [stay('a', from(1, 3)), stay('b', from(6, 9))], nights: from(2, 10) });
    const unknown = situation({ unit, stays: [stay('b', from(4, 4))], needs: needsOf('step-free'), nights: from(3, 7) });

    expect(feasibility(known, 1)).toMatchObject({ outcome: 'not-decided-in-time' });
    expect(feasibility(unknown, 0)).toMatchObject({ outcome: 'not-decided-in-time', known: null });
    expect(feasibility(unknown, plenty)).toMatchObject({ outcome: 'possible', moves: { length: 1 } });
  });
});

test('a unit of a hundred places is answered by counting alone where one stands free, or where a night is too full', () => {
  const unit = testUnit(Array.from({ length: 100 }, (_, index) => testPlace(`p${index}`, index < 60 ? ['shielded'] : [])));
  const stays = Array.from({ length: 60 }, (_, index) =>
    stay(`p${index}`, from((index % 3) + 2, 9), ['shielded'], { stay: asId<'stay'>(`s${index}`) }),
  );
  const asked = situation({ unit, stays, nights: from(4, 3) });

  expect(feasibility({ ...asked, needs: [] }, 0)).toMatchObject({ outcome: 'possible', moves: [] });
  // All of the shielded places are taken by those who need them: whoever moves, there is none more.
  expect(feasibility({ ...asked, needs: needsOf('shielded') }, 0)).toEqual({ outcome: 'impossible' });
});

describe('needs that hold on some nights', () => {
  const plain = testPlace('plain');
  const room = testPlace('room', ['mother-and-baby']);
  const fromDay = (offset: number): Situation['needs'] => [{ property: 'mother-and-baby', why: 'chosen', from: addDays(today, offset) }];
  const asked = (differs: Partial<Situation>): ReturnType<typeof feasibility> =>
    feasibility(situation({ unit: testUnit([plain, room]), nights: from(0, 30), ...differs }), plenty);
  const came = (place: string, nights: Nights): StayInUnit => stay(place, nights, [], { status: 'admitted' });

  test('let her come to another place and move on the night from which she needs the room', () => {
    const stays = [came('room', from(-3, 13))];

    expect(asked({ stays, needs: needsOf('mother-and-baby') })).toEqual({ outcome: 'impossible' });
    expect(asked({ stays, needs: fromDay(20) })).toMatchObject({
      outcome: 'possible',
      parts: [
        { place: { id: 'plain' }, nights: from(0, 20) },
        { place: { id: 'room' }, nights: from(20, 10) },
      ],
      moves: [],
    });
    // From the night before the room is free there is one night too many.
    expect(asked({ stays, needs: fromDay(9) })).toEqual({ outcome: 'impossible' });
    expect(asked({ stays, needs: fromDay(10) })).toMatchObject({ parts: { length: 2 } });
  });

  test('keep her on one place where one has all of them all the time, and ask nothing of nights that are not hers', () => {
    expect(asked({ needs: fromDay(20) })).toMatchObject({ parts: [{ place: { id: 'room' }, nights: from(0, 30) }], moves: [] });
    for (const needs of [
      fromDay(30),
      [{ property: 'mother-and-baby', why: 'chosen', from: addDays(today, 9), until: addDays(today, 9) }] as const,
    ])
      expect(asked({ needs })).toMatchObject({ parts: [{ place: { id: 'plain' } }] });
  });

  test('are also those that end: the place with the ward nearby, and then the room', () => {
    const ward = testPlace('ward', ['near-neonatal-ward']);
    const needs: Situation['needs'] = [...fromDay(20), { property: 'near-neonatal-ward', why: 'chosen', until: addDays(today, 20) }];
    const meeting: Situation['needs'] = [...fromDay(20), { property: 'near-neonatal-ward', why: 'chosen', until: addDays(today, 21) }];

    expect(asked({ unit: testUnit([ward, room]), needs })).toMatchObject({
      parts: [{ place: { id: 'ward' }, nights: from(0, 20) }, { place: { id: 'room' } }],
    });
    expect(asked({ unit: testUnit([ward, room]), needs: meeting })).toEqual({ outcome: 'impossible' });
  });
});

describe('the unit as a whole', () => {
  const staffing = [{ from: addDays(today, 5), to: addDays(today, 8), women: 1 }];

  test('takes no more women than it is staffed for on a night, however many places are free', () => {
    const unit = testUnit([testPlace('a'), testPlace('b')], { staffing });

    expect(feasibility(situation({ unit, stays: [stay('a', from(7, 5))] }), plenty)).toEqual({ outcome: 'impossible' });
    expect(feasibility(situation({ unit, stays: [stay('a', from(8, 5))] }), plenty).outcome).toBe('possible');
  });

  test('receives by its rules, and takes nobody whose age it does not know for too young', () => {
    const admission = { youngest: 18, oldest: null, womenOnly: true, mostChildren: 1, oldestChild: 3 };
    const unit = testUnit([testPlace('a')], { admission });
    const ask = (party: Partial<Situation['party']>): string =>
      feasibility(situation({ unit, party: { ...sheAlone, ...party } }), plenty).outcome;

    expect(
      [{ age: 17 }, { partner: { sex: 'man' as const } }, { children: [{ age: 4 }] }, { children: [{ age: 0 }, { age: 1 }] }].map(ask),
    ).toEqual(Array.from({ length: 4 }, () => 'impossible'));
    expect([{ age: 18 }, { partner: { sex: 'woman' as const } }, { children: [{ age: 3 }] }, {}].map(ask)).toEqual(
      Array.from({ length: 4 }, () => 'possible'),
    );
    expect(warningsOf(situation({ unit, party: { ...sheAlone, partner: { sex: 'unknown' } } }))).toEqual([
      'age-unknown',
      'partner-unknown',
    ]);
  });

  test('can open a flexible place by need after its days of notice, and on the nights it is open before', () => {
    const flexible = { leadDays: 5, closesAfterDays: 14, opened: [{ from: addDays(today, 1), to: addDays(today, 3) }] };
    const unit = testUnit([testPlace('a', [], { flexible })]);
    const ask = (nights: Nights): string => feasibility(situation({ unit, nights }), plenty).outcome;

    expect([from(1, 2), from(1, 3), from(4, 2), from(5, 2)].map(ask)).toEqual(['possible', 'impossible', 'impossible', 'possible']);
  });

  test('with more than eight women is a warning where it is shielded, and nothing more', () => {
    const places = (has: readonly PlaceProperty[]) => Array.from({ length: 9 }, (_, index) => testPlace(String(index), has));
    const stays = Array.from({ length: 8 }, (_, index) => stay(String(index), from(0, 30)));

    expect(warningsOf(situation({ unit: testUnit(places(['shielded'])), stays }))).toEqual(['more-than-eight']);
    expect(warningsOf(situation({ unit: testUnit(places(['shielded'])), stays: stays.slice(1) }))).toEqual([]);
    expect(warningsOf(situation({ unit: testUnit(places([])), stays }))).toEqual([]);
    expect(feasibility(situation({ unit: testUnit(places(['shielded'])), stays }), plenty).outcome).toBe('possible');
  });
});

describe('the degenerate', () => {
  test('no places, no nights, a stay too long, everything closed', () => {
    const closure = { from: today, to: null, reason: 'nyt gulv' };

    expect(feasibility(situation({ unit: testUnit([]) }), plenty)).toEqual({ outcome: 'impossible' });
    expect(feasibility(situation({ nights: from(3, 0) }), plenty)).toEqual({ outcome: 'not-a-stay', fault: 'no-nights' });
    expect(feasibility(situation({ nights: from(3, 641) }), plenty)).toEqual({ outcome: 'not-a-stay', fault: 'too-long' });
    expect(feasibility(situation({ unit: testUnit([testPlace('a')], { closures: [closure] }) }), plenty)).toEqual({
      outcome: 'impossible',
    });
    expect(feasibility(situation({ unit: testUnit([testPlace('a')], { open: [] }) }), plenty)).toEqual({ outcome: 'impossible' });
  });

  test('every property there is, all of them had by one place and by none', () => {
    const all = needsOf(...placeProperties);
    const [whole, lacking] = [testPlace('a', placeProperties), testPlace('b', placeProperties.slice(1))];
    const stays = [stay('a', from(4, 3))];

    expect(feasibility(situation({ unit: testUnit([lacking]), needs: all }), plenty)).toEqual({ outcome: 'impossible' });
    expect(feasibility(situation({ unit: testUnit([whole, lacking]), stays, needs: all }), plenty)).toMatchObject({
      outcome: 'possible',
      parts: [{ place: { id: 'a' } }],
      moves: [{ to: { id: 'b' } }],
    });
  });

  test('everybody has come already: she has what is free, and nobody is asked to move', () => {
    const came = [stay('a', from(-3, 8), [], { status: 'admitted' }), stay('b', from(-2, 20), [], { status: 'admitted' })];

    expect(feasibility(situation({ stays: came, nights: from(3, 7) }), plenty)).toEqual({ outcome: 'impossible' });
    expect(feasibility(situation({ stays: came, nights: from(5, 7) }), plenty)).toMatchObject({
      outcome: 'possible',
      parts: [{ place: { id: 'a' } }],
      moves: [],
    });
  });

  test('identical places and stays that touch', () => {
    const stays = [stay('a', from(0, 3)), stay('a', from(3, 7), [], { stay: asId<'stay'>('next') }), stay('b', from(10, 4))];

    expect(feasibility(situation({ stays, nights: from(0, 10) }), plenty)).toMatchObject({
      outcome: 'possible',
      parts: [{ place: { id: 'b' } }],
      moves: [],
    });
    expect(feasibility(situation({ stays, nights: from(0, 11) }), plenty)).toMatchObject({ outcome: 'possible', moves: { length: 1 } });
  });
});

describe('for any small unit', () => {
  test('the answer, her moves and the moves of others are those of trying everything', () => {
    const seen = { unmoved: 0, othersMoved: 0, sheMoved: 0, both: 0, impossible: 0 };
    const check = (asked: Asked): void => {
      const answer = feasibility(asked, plenty);
      const fewest = byTrying(asked);
      expect(answer.outcome).toBe(fewest === null ? 'impossible' : 'possible');
      expect(possible(asked, stepsUpTo(plenty)).outcome).toBe(answer.outcome);
      if (answer.outcome !== 'possible') {
        seen.impossible += 1;
        return;
      }
      const [hers, others] = [answer.parts.length - 1, answer.moves.length];
      expect({ hers, others }).toEqual(fewest);
      seen[hers > 0 ? (others > 0 ? 'both' : 'sheMoved') : others > 0 ? 'othersMoved' : 'unmoved'] += 1;
    };
    fc.assert(fc.property(smallQuestion, check), { numRuns: 2000 });
    fc.assert(fc.property(crowdedQuestion, check), { numRuns: 2500 });
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(15);
  });

  test('once the moves are done her places are free for her, and nobody else has moved or lost what she needs', () => {
    fc.assert(
      fc.property(smallQuestion, (asked) => {
        const answer = feasibility(asked, plenty);
        if (answer.outcome !== 'possible') return;
        const { unit, nights, needs, at } = asked;
        const after = asked.stays.map((one) => ({
          ...one,
          place: answer.moves.find((move) => move.stay === one.stay)?.to.id ?? one.place,
        }));
        expect(answer.parts[0]?.nights.arrival).toBe(nights.arrival);
        expect(answer.parts.at(-1)?.nights.departure).toBe(nights.departure);
        for (const [index, part] of answer.parts.entries()) {
          expect(countNights(part.nights)).toBeGreaterThan(0);
          if (index > 0) expect(part.nights.arrival).toBe(answer.parts[index - 1]?.nights.departure);
          expect(blocksWithin(blocksOn(unit, part.place, after, at), part.nights)).toEqual([]);
          const theirs = Array.from({ length: countNights(part.nights) }, (_, night) => addDays(part.nights.arrival, night));
          const lacks = needs.filter(({ property }) => !part.place.properties.includes(property));
          expect(theirs.filter((night) => lacks.some((need) => holdsOn(need, night)))).toEqual([]);
        }
        const movable = movableAmong(asked);
        for (const { stay: id, to, nights: theirs } of answer.moves) {
          const others = after.filter((one) => one.stay !== id);
          expect(blocksWithin(blocksOn(unit, to, others, at), theirs)).toEqual([]);
          expect(movable.find((one) => one.stay === id)?.mustHave.every((property) => to.properties.includes(property))).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
