import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOf, now, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay } from '../time.ts';
import type { Location } from '../geography/travel.ts';
import { confirmStay, type Deviation } from './confirm.ts';
import { doubtsOf, tooFarFor } from './doubts.ts';
import { type Birth, nothingKnown, proposeNeeds } from './needs.ts';
import { noAdmissionRules } from './provision.ts';
import type { Stay } from './stay.ts';

const today = danishDay(now);
const [arrival, departure] = [today, addDays(today, 90)];
const held: Stay & Birth = {
  id: asId<'stay'>('hers'),
  pathway: asId<'pathway'>('nadja'),
  unit: asId<'unit'>('lyng'),
  nights: { arrival, departure },
  parts: [{ place: asId<'place'>('a'), nights: { arrival, departure } }],
  status: 'held',
  heldUntil: addMinutes(now, 30),
  extensions: 0,
  needs: [],
  legalBasis: null,
  paidBy: null,
  bornOn: null,
};
const plain = testUnit([testPlace('a'), testPlace('b', ['mother-and-baby', 'near-neonatal-ward'])]);
const dueWithin = { inTargetGroup: null, situation: { ...nothingKnown, dueDate: addDays(today, 60) } };
const unknown = { inTargetGroup: null, situation: nothingKnown };

describe('what speaks against a place', () => {
  test('is nothing where it suits her', () => {
    expect(doubtsOf(held, plain, unknown, now)).toEqual([]);
    expect(doubtsOf(held, plain, { ...unknown, inTargetGroup: true }, now)).toEqual([]);
  });

  test('is what the pathway suggests that she needs since it was found for her, where its own place does not have it', () => {
    expect(doubtsOf(held, plain, dueWithin, now)).toEqual([
      {
        kind: 'lacks-suggested',
        needs: [
          { property: 'mother-and-baby', why: 'stay-passes-birth', from: addDays(today, 39) },
          { property: 'near-neonatal-ward', why: 'birth-with-risk-to-child', until: addDays(today, 75) },
        ],
      },
    ]);
    const onTheOther = { ...held, parts: [{ place: asId<'place'>('b'), nights: held.nights }] };
    expect(doubtsOf(onTheOther, plain, dueWithin, now)).toEqual([]);
    // She moves within the stay: each of its places must have it.
    const half = addDays(today, 40);
    const moves = {
      ...held,
      parts: [
        { place: asId<'place'>('b'), nights: { arrival, departure: half } },
        { place: asId<'place'>('a'), nights: { arrival: half, departure } },
      ],
    };
    expect(doubtsOf(moves, plain, dueWithin, now).map(({ kind }) => kind)).toEqual(['lacks-suggested']);
    // Each place need only have what she needs while she is there.
    const roomLast = testUnit([testPlace('a', ['mother-and-baby', 'near-neonatal-ward']), testPlace('b', ['near-neonatal-ward'])]);
    expect(doubtsOf(moves, roomLast, { ...dueWithin, situation: { ...nothingKnown, dueDate: addDays(today, 61) } }, now)).toEqual([]);
    // The due date has moved since it was found: the room comes a day too late.
    const found = proposeNeeds({ ...nothingKnown, dueDate: addDays(today, 61) }, held.nights);
    const earlier = { ...dueWithin, situation: { ...nothingKnown, dueDate: addDays(today, 60) } };
    expect(doubtsOf({ ...moves, needs: found }, roomLast, earlier, now)).toMatchObject([
      { kind: 'lacks-suggested', needs: [{ property: 'mother-and-baby', from: addDays(today, 39) }] },
    ]);
    // The birth is after the stay: nothing of it is needed.
    const late = { ...dueWithin, situation: { ...nothingKnown, dueDate: addDays(today, 91) } };
    expect(doubtsOf(held, plain, late, now)).toEqual([]);
  });

  test('is told once: a need that the stay was found for and its place lacks is a trouble', () => {
    const sought = { ...held, needs: needsOf('mother-and-baby', 'near-neonatal-ward') };
    expect(doubtsOf(sought, plain, dueWithin, now)).toMatchObject([
      { kind: 'cannot-stand', troubles: [{ kind: 'lacks', properties: ['mother-and-baby', 'near-neonatal-ward'] }] },
    ]);
  });

  test('is that she is to have her children with her where none are received, though the place has the room', () => {
    const roomy = testUnit([testPlace('a', ['other-children'])], { admission: { ...noAdmissionRules, mostChildren: 0 } });
    const near = { ...unknown, situation: { ...nothingKnown, wantsChildrenNear: true } };
    expect(doubtsOf(held, roomy, near, now)).toMatchObject([{ kind: 'lacks-suggested', needs: [{ property: 'other-children' }] }]);
  });

  test('is a place that was closed for some of her nights, and a woman outside the target group', () => {
    const closure = { from: addDays(today, 8), to: addDays(today, 15), reason: 'Maling' };
    const shut = testUnit([testPlace('a', [], { closures: [closure] })]);
    expect(doubtsOf(held, shut, { ...unknown, inTargetGroup: false }, now)).toEqual([
      { kind: 'outside-target-group' },
      { kind: 'cannot-stand', troubles: [{ kind: 'closed', closure }] },
    ]);
    // A closure that is over before she comes is none of hers.
    const before = { ...closure, from: addDays(today, -9), to: today };
    expect(doubtsOf(held, testUnit([testPlace('a', [], { closures: [before] })]), unknown, now)).toEqual([]);
  });
});

test('a way that is longer than she will travel is a doubt with both, and one as long as she will is none', () => {
  const [municipality, point] = [asId<'municipality'>('0851'), [9.92, 57.04] as const];
  const home = { point, landmass: 'jutland' } as unknown as Location;
  const ask = (longestWay: number | null, minutes: number, known = true) =>
    tooFarFor(
      { longestWay, municipality: known ? municipality : null },
      { municipality, point },
      () => home,
      () => minutes,
    );
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 0, max: 300 })), fc.integer({ min: 0, max: 300 }), fc.boolean(), (longest, minutes, known) => {
      const isFar = known && longest !== null && minutes > longest;
      expect(ask(longest, minutes, known)).toEqual(isFar ? { minutes, longest } : null);
    }),
  );
  const tooFar = { minutes: 91, longest: 90 };
  expect(doubtsOf(held, plain, { ...unknown, tooFar }, now)).toEqual([{ kind: 'beyond-her-way', ...tooFar }]);
});

test('against her no only a reason in words confirms, whatever is ticked', () => {
  const paidBy = asId<'municipality'>('0851');
  const commitment = { legalBasis: 'SUL-141', paidBy } as const;
  const decided = { legalBasis: 'SUL-141', municipality: paidBy } as const;
  const confirms = (answered: readonly Deviation[], againstNo: string, saysNo = true) =>
    confirmStay(held, commitment, now, decided, answered, { saysNo }, againstNo);
  for (const blank of ['', ' ', '\n']) expect(confirms(['she-says-no'], blank)).toEqual({ outcome: 'ask', about: ['she-says-no'] });
  expect(confirms([], 'Der er fare.')).toMatchObject({ outcome: 'confirmed', deviations: ['she-says-no'] });
  // A reason that nothing asks for is no deviation.
  expect(confirms([], 'Der er fare.', false)).toMatchObject({ outcome: 'confirmed', deviations: [] });
});

test('a confirmation asks each doubt, and is recorded with those that were ticked', () => {
  const paidBy = asId<'municipality'>('0851');
  const commitment = { legalBasis: 'SUL-141', paidBy } as const;
  const decided = { legalBasis: 'SUL-141', municipality: paidBy } as const;
  const doubts = ['cannot-stand', 'lacks-suggested'] as const;
  expect(confirmStay(held, commitment, now, decided, ['cannot-stand'], { doubts })).toEqual({
    outcome: 'ask',
    about: ['lacks-suggested'],
  });
  expect(confirmStay(held, commitment, now, decided, doubts, { doubts })).toMatchObject({ outcome: 'confirmed', deviations: doubts });
  // One that was ticked and is so no more is not recorded.
  expect(confirmStay(held, commitment, now, decided, doubts)).toMatchObject({ outcome: 'confirmed', deviations: [] });
});
