/** What she says to the place that is found for her: which word of hers counts, who is to ask her, and what is said until she has answered. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  admitted,
  confirmed,
  decided,
  discharged,
  held,
  need,
  no,
  offer,
  referral,
  start,
  stay,
  told,
  wholeWay,
  yes,
} from '../../../test/told-pathway.ts';
import { asId } from '../id.ts';
import { addDays, day } from '../time.ts';
import { nobodysUser } from '../trail.ts';
import { missingOn, nextStep, nextStepFor, stepOfHerAnswer } from './next-step.ts';
import { clocksOf, isOpen } from './deadlines.ts';
import type { PathwayFact } from './facts.ts';
import { flagsOf } from './flags.ts';
import { foldPathway } from './fold.ts';
import { asksOfPlace, type PlaceAnswer, placeAnswers, type ToldAnswer, withoutWhy, yesStanding, yesToPlaceEdition } from './her-answer.ts';
import { workListOf } from './work.ts';

type Happening = readonly [days: number, fact: PathwayFact];

const asked = { by: 'Kirsten', way: 'telephone' } as const;
const says: Readonly<Record<PlaceAnswer, ToldAnswer>> = {
  yes: { answer: 'yes', asked },
  no: { answer: 'no', asked, why: 'home', written: 'Hun vil blive hos sin søster' },
  'not-yet': { answer: 'not-yet', why: 'not-reached', written: '' },
  'not-possible': { answer: 'not-possible', why: 'other', written: 'Hun er bevidstløs' },
};
const answered = (answer: PlaceAnswer): PathwayFact => ({ type: 'place-answered', stay, unitName: 'Fjordhuset', said: says[answer] });
const before = [
  [0, referral],
  [5, need],
  [30, { ...decided, legalBasis: 'BL-32-1-6' }],
  [33, held],
] as const;
const confirmedBL = { ...confirmed, legalBasis: 'BL-32-1-6' } as const;
const standingOf = (...facts: readonly Happening[]): ReturnType<typeof yesStanding> => {
  const now = foldPathway(told(...facts)).stay;
  return now && yesStanding(now);
};

describe('her yes to a place', () => {
  test('is the yes she gave to residential care before it was found, and stays so whatever she is offered later', () => {
    expect(standingOf([0, referral], [5, offer], [6, yes], [33, held])).toBe('said');
    const later = [
      [50, { ...offer, level: 'outpatient' }],
      [51, no],
    ] as const;
    expect(standingOf([0, referral], [5, offer], [6, yes], [33, held], [34, confirmed], [40, admitted], ...later)).toBe('said');
  });

  test('from before the place was found stands, and she is asked about the place all the same until she has answered to it', () => {
    const found = [
      [0, referral],
      [5, offer],
      [6, yes],
      [33, held],
    ] as const;
    const asks = (...more: readonly Happening[]): unknown => {
      const { stay: hers } = foldPathway(told(...found, ...more));
      return hers && asksOfPlace(hers);
    };
    expect(asks()).toBe(true);
    expect(asks([34, confirmed])).toBe(true);
    expect(placeAnswers.map((answer) => asks([34, answered(answer)]))).toEqual([false, false, true, false]);
    const saidAtHold = foldPathway(told([0, referral], [5, offer], [6, yes], [33, { ...held, herYes: { answer: 'yes' } }])).stay;
    expect(saidAtHold && asksOfPlace(saidAtHold)).toBe(false);
  });

  test('from before she left a stay is no yes to the next', () => {
    const next = asId<'stay'>('ophold-2');
    const left = [
      [0, referral],
      [5, offer],
      [6, yes],
      [33, held],
      [34, confirmed],
      [40, admitted],
      [60, discharged],
    ] as const;
    expect(standingOf(...left, [70, { ...held, stay: next }])).toBe('missing');
    expect(standingOf(...left, [65, offer], [66, yes], [70, { ...held, stay: next }])).toBe('said');
  });

  test('is taken back by her no, or her thinking it over, to residential care', () => {
    const found = [
      [0, referral],
      [5, offer],
      [6, yes],
      [33, held],
    ] as const;
    expect(standingOf(...found, [34, no])).toBe('refused');
    expect(standingOf(...found, [34, { ...yes, answer: 'considering' }])).toBe('missing');
    expect(standingOf([0, referral], [5, offer], [6, no], [33, held])).toBe('missing');
    expect(standingOf([0, referral], [5, offer], [6, no], [33, held], [34, yes])).toBe('said');
  });

  test('is what was told last of the place itself, but that nothing short of her yes takes her no back', () => {
    const standings = { yes: 'said', no: 'refused', 'not-yet': 'missing', 'not-possible': 'explained' } as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...placeAnswers), { minLength: 1, maxLength: 6 }), fc.boolean(), (all, isThere) => {
        const said = all.map((answer) => [35, answered(answer)] as const);
        const facts = [...before, [34, confirmedBL] as const, ...(isThere ? [[35, admitted] as const] : []), ...said];
        const [last, own] = [all.at(-1), all.findLast((answer) => answer === 'yes' || answer === 'no')];
        expect(standingOf(...facts)).toBe(own === 'no' ? 'refused' : last && standings[last]);
      }),
    );
  });

  test('that is a no is no less so where the list offered the place and it is taken before she is reached, until she says that she thinks it over', () => {
    const refused = [...before, [34, answered('no')]] as const;
    const accepted = { ...held, herYes: { answer: 'not-yet', why: 'not-reached', written: '' } } as const;
    expect(standingOf(...refused, [34, accepted])).toBe('refused');
    expect(standingOf(...refused, [35, offer], [35, { ...yes, answer: 'considering' }])).toBe('missing');
    expect(standingOf(...refused, [35, offer], [35, yes])).toBe('said');
  });

  test('is added up alike by one who may not read why', () => {
    const reasons = ['not-reached', 'thinks-it-over'] as const;
    for (const why of reasons) {
      const said = { answer: 'not-yet', why, written: '' } as const;
      const fact = { type: 'place-answered', stay, unitName: 'Fjordhuset', said } as const;
      const withoutIt = { ...fact, said: withoutWhy(said) };
      const start = [...before, [34, answered('no')]] as const;
      expect(standingOf(...start, [35, fact])).toBe(standingOf(...start, [35, withoutIt]));
    }
  });

  test('is asked of no one whose place came to nothing, or who has left', () => {
    expect(standingOf(...before, [34, { type: 'hold-ended', stay, how: 'released' }])).toBeNull();
    expect(standingOf(...before, [34, confirmedBL], [40, admitted], [90, discharged])).toBeNull();
  });

  test('to a house she moves to is not the yes by which she lives in another', () => {
    const next = asId<'stay'>('ophold-2');
    const lives = [
      [0, referral],
      [5, offer],
      [6, yes],
      [33, held],
      [34, confirmed],
      [40, admitted],
    ] as const;
    expect(standingOf(...lives, [50, { ...held, stay: next }])).toBe('missing');
    expect(standingOf(...lives, [50, { ...held, stay: next, herYes: { answer: 'yes' } }])).toBe('said');
    const came = { type: 'admitted', stay: next, unitName: 'Strand', fromUnit: 'Fjordhuset' } as const;
    expect(standingOf(...lives, [60, { ...discharged, stay }], [60, came])).toBe('missing');
  });

  test('is kept by the edition of its day', () => {
    expect(yesToPlaceEdition(day('2026-11-26'))).toBe('ja-til-plads/2026-11-26');
    expect(yesToPlaceEdition(day('2031-01-01'))).toBe('ja-til-plads/2026-11-27');
  });

  test('is told without its reason where the reader may not read it, and with who asked', () => {
    expect(placeAnswers.map((answer) => withoutWhy(says[answer]))).toEqual([
      { answer: 'yes', asked },
      { answer: 'no', asked },
      { answer: 'not-yet' },
      { answer: 'not-possible' },
    ]);
  });
});

describe('what waits for her answer', () => {
  test('is the step of those who ask her, beside the next step and not before it', () => {
    const pathway = foldPathway(told(...before));
    expect(nextStep(pathway)?.action).toBe('confirm-place');
    expect(stepOfHerAnswer(pathway)).toMatchObject({ action: 'ask-her', by: { at: held.until, basis: { kind: 'hold' } } });
    expect(nextStepFor(pathway, 'coordinator')?.action).toBe('ask-her');
    expect(nextStepFor(pathway, 'care-decider')?.action).toBe('confirm-place');
    expect(nextStepFor(pathway, 'unit-leader')?.action).toBe('confirm-place');
    const list = workListOf([{ pathway }], 'coordinator', addDays(start, 33));
    expect(list.week.map(({ next }) => next.action)).toEqual(['ask-her']);
  });

  test('is asked within two days of the confirmation and before she comes, and on the day she came, then by the house too', () => {
    const by = (...facts: readonly Happening[]): unknown => stepOfHerAnswer(foldPathway(told(...facts)))?.by?.day;
    expect(by(...before, [34, confirmedBL])).toBe(addDays(start, 36));
    expect(by(...before, [39, confirmedBL])).toBe(held.arrival);
    const there = foldPathway(told(...before, [34, confirmedBL], [40, admitted]));
    expect(stepOfHerAnswer(there)).toMatchObject({ action: 'ask-her', by: { day: addDays(start, 40) } });
    expect(nextStepFor(there, 'unit-leader')?.action).toBe('ask-her');
  });

  test('is nothing once she has said yes, or cannot be asked, and is her no to be heeded where she said no', () => {
    const step = (answer: PlaceAnswer): unknown => stepOfHerAnswer(foldPathway(told(...before, [34, answered(answer)])))?.action;
    expect(placeAnswers.map(step)).toEqual([undefined, 'heed-her-no', 'ask-her', undefined]);
    expect(stepOfHerAnswer(foldPathway(told(...before, [34, { type: 'pathway-ended', reason: 'Flyttet' }])))).toBeNull();
  });

  test('is answered with the offer where the list offers the place', () => {
    const offered = told(...before).map((one) => (one.fact.type === 'place-held' ? { ...one, by: nobodysUser } : one));
    expect(stepOfHerAnswer(foldPathway(offered))).toMatchObject({
      action: 'answer-offer',
      by: { at: held.until, basis: { kind: 'offer' } },
    });
    expect(nextStep(foldPathway(offered))?.action).toBe('answer-offer');
    // Also where the law asks those who decide for something else before that.
    const owed = told([0, referral], [30, decided], [33, { ...held, arrival: addDays(start, 34) }]);
    const first = foldPathway(owed.map((one) => (one.fact.type === 'place-held' ? { ...one, by: nobodysUser } : one)));
    expect([nextStep(first)?.action, nextStepFor(first, 'coordinator')?.action]).toEqual(['offer-contract', 'answer-offer']);
  });

  test('is missing from the confirmation on, and after she has come, until it is answered or explained', () => {
    const missing = (...more: readonly Happening[]): boolean => missingOn(foldPathway(told(...before, ...more))).includes('her-yes');
    expect(missing()).toBe(false);
    expect(missing([34, confirmedBL])).toBe(true);
    const there = [
      [34, confirmedBL],
      [40, admitted],
    ] as const;
    expect(missing(...there)).toBe(true);
    expect(placeAnswers.map((answer) => missing(...there, [41, answered(answer)]))).toEqual([false, true, true, false]);
    expect(missing(...there, [90, discharged])).toBe(false);
  });
});

describe('a flag', () => {
  const flagged = (...facts: readonly Happening[]): readonly string[] =>
    flagsOf(told(...facts))
      .filter(({ settled }) => !settled)
      .map(({ flag }) => flag);

  test('is put on her coming without her yes, until she says it or it is explained', () => {
    const came = [...before, [34, confirmedBL], [40, admitted]] as const;
    expect(flagged(...came)).toContain('admitted-without-yes');
    expect(placeAnswers.map((answer) => flagged(...came, [41, answered(answer)]).includes('admitted-without-yes'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(flagged(...before, [34, answered('yes')], [34, confirmedBL], [40, admitted])).not.toContain('admitted-without-yes');
    expect(flagsOf(wholeWay).map(({ flag }) => flag)).not.toContain('admitted-without-yes');
  });

  test('is put on a place that is confirmed against her no', () => {
    expect(flagged(...before, [34, answered('no')], [34, confirmedBL])).toContain('confirmed-against-her-no');
    for (const other of ['not-yet', 'not-possible'] as const) {
      expect(flagged(...before, [34, answered('no')], [34, answered(other)], [34, confirmedBL])).toContain('confirmed-against-her-no');
      expect(flagged(...before, [34, answered('no')], [34, confirmedBL], [35, answered(other)])).toContain('confirmed-against-her-no');
    }
    expect(flagged(...before, [34, answered('no')], [34, answered('yes')], [34, confirmedBL])).not.toContain('confirmed-against-her-no');
    expect(flagged(...before, [34, answered('no')], [34, confirmedBL], [35, answered('yes')])).not.toContain('confirmed-against-her-no');
  });
});

describe('a contract', () => {
  test('whose duty comes after she has left is owed all the same: no clock falls away before it starts', () => {
    const cared = { ...decided, legalBasis: 'BL-32-1-6' } as const;
    const lived = [
      [0, referral],
      [1, cared],
      [2, held],
      [3, confirmedBL],
      [4, admitted],
      [20, discharged],
    ] as const;
    expect(clocksOf(told(...lived))).toEqual([]);
    expect(clocksOf(told(...lived, [51, decided]))).toMatchObject([
      { id: 'contract-offer', start: addDays(start, 51), lapsedOn: null, limit: { kind: 'arrival', day: null } },
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 21, max: 60 }), (decides, leaves) => {
        const clocks = clocksOf(told([0, referral], [1, held], [2, admitted], [leaves, discharged], [decides, decided]));
        for (const { start: from, lapsedOn } of clocks)
          expect(lapsedOn).toBe(addDays(start, leaves) < from ? null : addDays(start, leaves));
      }),
    );
  });

  const owed = (...more: readonly Happening[]): ReturnType<typeof clocksOf> =>
    clocksOf(told([0, referral], [30, decided], [33, held], [34, confirmed], [40, admitted], ...more)).filter(isOpen);

  test('is owed no more to one who has left, and again with the next place that is found for her', () => {
    expect(owed().map(({ id }) => id)).toEqual(['contract-offer']);
    expect(owed([90, discharged])).toEqual([]);
    const left = foldPathway(told([0, referral], [30, decided], [33, held], [34, confirmed], [40, admitted], [90, discharged]));
    expect([nextStep(left)?.action, ...missingOn(left)]).not.toContain('offer-contract');
    expect(missingOn(left)).not.toContain('contract-offer');
    expect(left.clocks).toMatchObject([{ id: 'contract-offer', lapsedOn: addDays(start, 90), limit: { day: addDays(start, 40) } }]);
    const again = { ...held, stay: asId<'stay'>('ophold-2'), arrival: addDays(start, 120) };
    expect(owed([90, discharged], [100, again])).toMatchObject([{ id: 'contract-offer', limit: { day: again.arrival } }]);
  });
});
