/** Which place holds, and what no longer counts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admitted, start, stay, told, referral, need, decided, discharged, held, confirmed } from '../../../test/told-pathway.ts';
import { asId } from '../id.ts';
import { addDays } from '../time.ts';
import type { PathwayFact } from './facts.ts';
import { foldPathway } from './fold.ts';
import { placeOn } from './planned-places.ts';
import type { PathwayStay } from './state.ts';

describe('the place that holds', () => {
  const other = asId<'stay'>('ophold-2');
  const another: PathwayFact = { ...held, stay: other, unitName: 'Strand', placeName: '4' } as PathwayFact;
  const withdrawn: PathwayFact = { type: 'hold-ended', stay, how: 'withdrawn' };

  test('is the latest that was not ended, and the earlier ones stay known as ended', () => {
    const pathway = foldPathway(
      told([0, referral], [1, decided], [2, held], [3, confirmed], [4, withdrawn], [5, another], [6, { ...confirmed, stay: other }]),
    );

    expect(pathway.stay).toMatchObject({ id: other, unitName: 'Strand', status: 'confirmed', heldOn: addDays(start, 5) });
    expect(pathway.stays.map(({ id, status }) => [id, status])).toEqual([
      [stay, 'withdrawn'],
      [other, 'confirmed'],
    ]);
  });

  test('stays when another one that was held beside it is given up', () => {
    const both = told([0, referral], [1, decided], [2, held], [3, confirmed], [4, another], [5, { ...withdrawn, stay: other }]);

    expect(foldPathway(both)).toMatchObject({
      phase: 'arriving',
      stay: { id: stay, status: 'confirmed' },
      levelStatus: { status: 'decided', byName: 'Kirsten Vangsø' },
    });
  });
});

describe('what was taken back', () => {
  test('an event that was withdrawn counts no more', () => {
    const born = told([0, referral], [5, { type: 'event', kind: 'birth', text: 'Forvekslet' }]);
    const takenBack = [
      ...born,
      ...told([6, { type: 'event-withdrawn', event: 2, reason: 'En anden' }]).map((f) => ({ ...f, sequence: 3 })),
    ];

    expect(foldPathway(born).bornOn).toBe(addDays(start, 5));
    expect(foldPathway(takenBack).bornOn).toBeNull();
  });

  test('a pathway that was reopened awaits what it awaited before', () => {
    const ended = told([0, referral], [1, need], [9, { type: 'pathway-ended', reason: 'Flyttet' }]);
    const reopened = [...ended, ...told([12, { type: 'pathway-reopened', reason: 'Kom tilbage' }]).map((f) => ({ ...f, sequence: 4 }))];

    expect([foldPathway(ended).phase, foldPathway(reopened).phase]).toEqual(['ended', 'offering']);
  });
});

describe('a move within the unit', () => {
  const moves = (from: number | undefined, toPlace: string, more: object = {}): PathwayFact => ({
    type: 'place-changed',
    stay,
    unitName: 'Fjordhuset',
    fromPlace: '1',
    toPlace,
    ...(from === undefined ? {} : { from: addDays(start, from) }),
    ...more,
  });
  const [came, leaves] = [2, 60];
  const here = { ...held, arrival: addDays(start, came), departure: addDays(start, leaves) };
  const after = (...changed: readonly (readonly [number, PathwayFact])[]): PathwayStay => {
    const pathway = foldPathway(told([0, referral], [1, decided], [1, here], [2, confirmed], [came, admitted], ...changed));
    if (!pathway.stay) throw new Error('she has a stay');
    return pathway.stay;
  };
  const on = (one: PathwayStay, date: number): string | null => placeOn(one, addDays(start, date));

  test('that is planned leaves her where she is and names the next place with its day; one from today has happened', () => {
    expect(after([4, moves(9, '3')])).toMatchObject({ placeName: '1', plannedPlaces: [{ placeName: '3', from: addDays(start, 9) }] });
    for (const done of [moves(4, '3'), moves(undefined, '3')]) {
      expect(after([4, done])).toMatchObject({ placeName: '3' });
      expect(after([4, done])).not.toHaveProperty('plannedPlaces');
    }
  });

  test('and one after it both stand, and each that comes to nothing takes only its own nights', () => {
    const two = [
      [4, moves(10, '2')],
      [4, moves(20, '3')],
    ] as const;
    const both = after(...two, [15, { type: 'event', kind: 'contact', text: '' }]);
    expect([9, 10, 15, 19, 20].map((date) => on(both, date))).toEqual(['1', '2', '2', '2', '3']);
    const withoutSecond = after(...two, [5, moves(20, '2', { fromPlace: '3', undone: true })]);
    expect([5, 9, 10, 40].map((date) => on(withoutSecond, date))).toEqual(['1', '1', '2', '2']);
    const withoutFirst = after(...two, [5, moves(10, '1', { fromPlace: '2', undone: true })]);
    expect([5, 10, 19, 20].map((date) => on(withoutFirst, date))).toEqual(['1', '1', '1', '3']);
  });

  test('falls away where she leaves before its day, and stays fallen when the departure is moved again', () => {
    const leave = (departure: number): PathwayFact => ({
      type: 'departure-changed',
      stay,
      from: addDays(start, leaves),
      departure: addDays(start, departure),
      reason: '',
    });
    expect(on(after([4, moves(20, '3')], [5, leave(20)], [6, leave(50)]), 30)).toBe('1');
    expect(on(after([4, moves(20, '3')], [20, discharged]), 30)).toBe('1');
    expect(on(after([4, moves(20, '3')], [21, discharged]), 30)).toBe('3');
  });

  test('that was arranged when the place was held is planned too, and a place given to make room is changed by its name', () => {
    const further = [{ placeName: '2', from: addDays(start, 20) }];
    const hers = (...more: readonly PathwayFact[]): PathwayStay | null =>
      foldPathway(told([0, referral], [1, { ...here, further } as PathwayFact], ...more.map((fact) => [1, fact] as const))).stay;
    expect(hers()).toMatchObject({ placeName: '1', plannedPlaces: further });
    expect(hers(moves(undefined, '7', { fromPlace: '2' }))).toMatchObject({ placeName: '1', plannedPlaces: [{ placeName: '7' }] });
    expect(hers(moves(undefined, '7'))).toMatchObject({ placeName: '7', plannedPlaces: further });
    expect(hers(moves(came, '8'))).not.toHaveProperty('plannedPlaces');
  });

  test('leaves her each night where the nights, written one by one, have her', () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 6 }),
      ahead: fc.integer({ min: 0, max: 20 }),
      to: fc.constantFrom('1', '2', '3'),
      undoes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const nights = Array.from({ length: leaves }, () => '1');
        const facts: (readonly [number, PathwayFact])[] = [];
        let today = came;
        for (const { wait, ahead, to, undoes } of steps) {
          today = Math.min(today + wait, leaves - 1);
          const planned = nights.flatMap((place, night) => (night > today && place !== nights[night - 1] ? [night] : []));
          const undone = undoes ? planned[ahead % Math.max(planned.length, 1)] : undefined;
          if (undone !== undefined) {
            const [before = '', gone = ''] = [nights[undone - 1], nights[undone]];
            for (let night = undone; nights[night] === gone; night += 1) nights[night] = before;
            facts.push([today, moves(undone, before, { fromPlace: gone, undone: true })]);
          } else if (today + ahead < leaves) {
            nights.fill(to, today + ahead);
            facts.push([today, moves(today + ahead, to)]);
          }
        }
        const one = after(...facts);
        for (let night = today; night < leaves; night += 1) expect(on(one, night)).toBe(nights[night]);
      }),
    );
  });
});
