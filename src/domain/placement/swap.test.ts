import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsOf, now, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, danishDay, type Day, daysBetween } from '../time.ts';
import { correctLeave, withdrawLeave } from './leave-change.ts';
import { moveOptions } from './move-options.ts';
import { moveWithin } from './move-within.ts';
import { occupationsOf, type Stay } from './stay.ts';
import { swapPlaces } from './swap.ts';
import { undoMove } from './undo-move.ts';
import type { Birth } from './needs.ts';
import { undoSwap } from './undo-swap.ts';

const today = danishDay(now);
const names = ['a', 'b', 'c'] as const;
const unit = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b', ['mother-and-baby']), testPlace('c')]);
const on = (days: number): Day => addDays(today, days);

/** A stay on places one after the other, each up to a day counted from today. */
function stayOn(
  id: string,
  arrival: number,
  places: readonly (readonly [string, number])[],
  differs: Partial<Stay & Birth> = {},
): Stay & Birth {
  const starts = [arrival, ...places.map(([, to]) => to)];
  const parts = places.map(([place, to], index) => ({
    place: asId<'place'>(place),
    nights: { arrival: on(starts[index] ?? 0), departure: on(to) },
  }));
  return {
    id: asId<'stay'>(id),
    pathway: asId<'pathway'>(id),
    unit: unit.id,
    parts,
    nights: { arrival: on(arrival), departure: on(places.at(-1)?.[1] ?? arrival) },
    status: 'confirmed',
    heldUntil: null,
    extensions: 0,
    needs: [],
    legalBasis: null,
    paidBy: null,
    bornOn: null,
    ...differs,
  };
}

/** Stays that share no night on a place: of those drawn, the ones that fit beside those before them. */
const stays = fc
  .array(
    fc.record({
      arrival: fc.integer({ min: -3, max: 8 }),
      lengths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 2 }),
      places: fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((drawn) =>
    drawn.reduce<readonly (Stay & Birth)[]>((all, { arrival, lengths, places }, index) => {
      let to = arrival;
      const parts = lengths.map((length, part): readonly [string, number] => [places[part] ?? 'a', (to += length)]);
      if (parts.length === 2 && parts[0]?.[0] === parts[1]?.[0]) return all;
      const stay = stayOn(`s${index}`, arrival, parts, to > 0 && arrival <= 0 ? { status: 'admitted' } : {});
      return to > 0 && isSound([...all, stay]) ? [...all, stay] : all;
    }, []),
  );

/** Night by night, place by place: nobody shares one. The simple way to ask it. */
function isSound(all: readonly (Stay & Birth)[]): boolean {
  const seen = new Set<string>();
  for (const { parts } of all)
    for (const { place, nights } of parts)
      for (let night = nights.arrival; night < nights.departure; night = addDays(night, 1)) {
        if (seen.has(`${place} ${night}`)) return false;
        seen.add(`${place} ${night}`);
      }
  return true;
}

/** The place of each night, as a list of words. */
function nightsOf({ parts }: Pick<Stay, 'parts'>): readonly string[] {
  return parts.flatMap(({ place, nights }) =>
    Array.from({ length: daysBetween(nights.arrival, nights.departure) }, (_, night) => `${addDays(nights.arrival, night)} ${place}`),
  );
}

describe('two who change places', () => {
  it('can, exactly where no third is on a place that one of them would have, counted night by night', () => {
    fc.assert(
      fc.property(stays, fc.nat({ max: 8 }), fc.nat(), fc.nat(), (all, after, first, second) => {
        fc.pre(all.length >= 2);
        const [one, other] = [all[first % all.length], all[second % all.length]];
        fc.pre(one !== undefined && other !== undefined && one.id !== other.id);
        const day = on(after);
        const occupations = all.flatMap(occupationsOf);
        const swap = swapPlaces(one, other, unit, occupations, day, now);

        const end = ({ parts }: Stay): string => parts.at(-1)?.place ?? '';
        const lastFrom = ({ parts }: Stay): Day => parts.at(-1)?.nights.arrival ?? today;
        const start = (stay: Stay): Day => (day > stay.nights.arrival ? day : stay.nights.arrival);
        const isSimple = [one, other].every((stay) => start(stay) < stay.nights.departure && lastFrom(stay) <= start(stay));
        const after1 = nightsOf(one).map((night) => (night.slice(0, 10) >= start(one) ? `${night.slice(0, 10)} ${end(other)}` : night));
        const after2 = nightsOf(other).map((night) => (night.slice(0, 10) >= start(other) ? `${night.slice(0, 10)} ${end(one)}` : night));
        const third = all.filter(({ id }) => id !== one.id && id !== other.id).flatMap(nightsOf);
        const together = [...after1, ...after2, ...third];
        const isPossible = isSimple && end(one) !== end(other) && new Set(together).size === together.length;

        expect(swap.outcome === 'swapped').toBe(isPossible);
        if (swap.outcome === 'swapped') expect(swap.both.map(nightsOf)).toEqual([after1, after2]);
      }),
    );
  });

  it('are both put back exactly where they were, before the day', () => {
    fc.assert(
      fc.property(stays, fc.integer({ min: -1, max: 8 }), fc.nat(), fc.nat(), (all, after, first, second) => {
        const [one, other] = [all[first % all.length], all[second % all.length]];
        fc.pre(one !== undefined && other !== undefined && one.id !== other.id);
        const swap = swapPlaces(one, other, unit, all.flatMap(occupationsOf), on(after), now);
        fc.pre(swap.outcome === 'swapped');
        const [mine, theirs] = swap.both;
        const [moved, movedToo] = [
          { ...one, parts: mine.parts },
          { ...other, parts: theirs.parts },
        ];
        const standing = all.map((stay) => (stay.id === one.id ? moved : stay.id === other.id ? movedToo : stay));
        const undone = undoSwap([moved, movedToo], swap.both, unit, standing.flatMap(occupationsOf), now);
        // What has been on some night is not put back: the first of the two to change decides.
        if ([mine.from, theirs.from].some((from) => from <= today)) expect(undone).toEqual({ outcome: 'has-moved' });
        else expect(undone.outcome === 'swap-undone' && undone.both.map(nightsOf)).toEqual([nightsOf(one), nightsOf(other)]);
      }),
    );
  });

  it('are not put back where one has changed since, where she moves again, or where a third has the place', () => {
    const one = stayOn('one', 0, [
      ['a', 4],
      ['b', 10],
    ]);
    const other = stayOn('other', 0, [
      ['b', 4],
      ['a', 8],
    ]);
    const sides = [
      { from: on(4), toPlace: 'Plads b' },
      { from: on(4), toPlace: 'Plads a' },
    ] as const;
    const undo = (both: readonly [Stay & Birth, Stay & Birth], third: readonly (Stay & Birth)[] = []) =>
      undoSwap(both, sides, unit, [...both, ...third].flatMap(occupationsOf), now);
    expect(undo([one, other]).outcome).toBe('swap-undone');
    expect(undo([one, stayOn('other', 0, [['c', 8]])])).toEqual({ outcome: 'no-such-swap' });
    expect(
      undo([
        one,
        stayOn('other', 0, [
          ['b', 4],
          ['a', 6],
          ['c', 8],
        ]),
      ]),
    ).toEqual({ outcome: 'moves-planned' });
    expect(undo([one, other], [stayOn('third', 8, [['a', 12]])])).toMatchObject({ outcome: 'place-not-free', place: 'Plads a' });
    expect(undo([one, { ...other, status: 'discharged' }])).toEqual({ outcome: 'cannot', status: 'discharged' });
    expect(undo([one, stayOn('other', 0, [['b', 4]])])).toEqual({ outcome: 'no-such-swap' });
  });

  it('are told what the new place lacks, and that a planned move is undone first', () => {
    const one = stayOn('one', 0, [['a', 10]], { needs: needsOf('mother-and-baby') });
    const other = stayOn('other', 2, [['c', 8]]);
    const all = [one, other].flatMap(occupationsOf);
    expect(swapPlaces(one, other, unit, all, today, now)).toMatchObject({
      outcome: 'swapped',
      both: [
        { toPlace: 'Plads c', from: today, lacks: ['mother-and-baby'] },
        { toPlace: 'Plads a', from: on(2), lacks: [] },
      ],
    });
    const moves = stayOn('other', 2, [
      ['c', 5],
      ['b', 8],
    ]);
    expect(swapPlaces(one, moves, unit, [one, moves].flatMap(occupationsOf), today, now)).toEqual({ outcome: 'moves-planned' });
    expect(swapPlaces(one, one, unit, all, today, now)).toEqual({ outcome: 'no-such-stay' });
    expect(swapPlaces(one, stayOn('x', 0, [['b', 4]], { status: 'released' }), unit, all, today, now)).toEqual({
      outcome: 'cannot',
      status: 'released',
    });
  });
});

describe('the places that she can be moved to', () => {
  it('are given with the first day from which a move there is not refused, and no earlier one is', () => {
    fc.assert(
      fc.property(stays, fc.nat(), (all, which) => {
        fc.pre(all.length > 0);
        const her = all[which % all.length];
        fc.pre(her !== undefined && her.nights.departure > today);
        const occupations = all.flatMap(occupationsOf);
        const first = her.nights.arrival > today ? her.nights.arrival : today;
        for (const { place, from } of moveOptions(her, unit, occupations, now)) {
          for (let day = first; day < her.nights.departure; day = addDays(day, 1)) {
            const move = moveWithin(her, unit, occupations, { place: place.id, from: day }, now);
            expect(move.outcome === 'place-not-free').toBe(from === null || day < from);
          }
        }
      }),
    );
  });
});

describe('a planned move', () => {
  const parts = [
    ['a', 4],
    ['b', 8],
    ['c', 12],
  ] as const;

  it('is undone: she stays where she was for those nights, and moves on as agreed', () => {
    const her = stayOn('her', 0, parts, { status: 'admitted' });
    const undone = undoMove(her, unit, occupationsOf(her), on(4), now);
    expect(undone.outcome === 'move-undone' && nightsOf(undone)).toEqual(
      nightsOf(
        stayOn('her', 0, [
          ['a', 8],
          ['c', 12],
        ]),
      ),
    );
  });

  it('is not undone where another has the place, where the day has come, or where there is none', () => {
    const her = stayOn('her', -5, parts, { status: 'admitted' });
    const next = stayOn('next', 5, [['a', 7]]);
    const all = [her, next].flatMap(occupationsOf);
    expect(undoMove(her, unit, all, on(4), now)).toMatchObject({ outcome: 'place-not-free', place: 'Plads a' });
    expect(undoMove(her, unit, all, on(5), now)).toEqual({ outcome: 'no-such-move' });
    expect(undoMove(her, unit, all, on(-5), now)).toEqual({ outcome: 'no-such-move' });
    const moved = stayOn('her', -9, [
      ['a', 0],
      ['b', 8],
    ]);
    expect(undoMove(moved, unit, occupationsOf(moved), today, now)).toEqual({ outcome: 'has-moved' });
  });
});

describe('a leave that was written', () => {
  const her = stayOn('her', -5, [['a', 20]], { status: 'admitted' });
  const leave = (from: number, back: number) => ({ from: on(from), back: on(back), reason: 'home', text: '' }) as const;
  const leaves = [leave(1, 3), leave(6, 8)];

  it('gets other days by the rules of any leave, its own nights not in its way', () => {
    expect(correctLeave(her, leaves, leave(1, 3), leave(2, 5), today)).toEqual({ outcome: 'leave-corrected', from: on(2), back: on(5) });
    expect(correctLeave(her, leaves, leave(1, 3), leave(2, 7), today)).toMatchObject({ outcome: 'on-leave-already' });
    expect(correctLeave(her, leaves, leave(1, 3), leave(2, 2), today)).toEqual({ outcome: 'no-nights' });
    expect(correctLeave(her, leaves, leave(1, 4), leave(2, 5), today)).toEqual({ outcome: 'no-such-leave' });
  });

  it('is taken back, once', () => {
    expect(withdrawLeave(her, leaves, leave(6, 8))).toEqual({ outcome: 'leave-withdrawn', from: on(6), back: on(8) });
    expect(withdrawLeave(her, [], leave(6, 8))).toEqual({ outcome: 'no-such-leave' });
    expect(withdrawLeave({ status: 'discharged' }, leaves, leave(6, 8))).toEqual({ outcome: 'not-admitted', status: 'discharged' });
  });
});
