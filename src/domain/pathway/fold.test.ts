import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  start,
  stay,
  aalborg,
  told,
  referral,
  criteria,
  need,
  offer,
  yes,
  no,
  decided,
  held,
  confirmed,
  admitted,
  discharged,
  wholeWay,
} from '../../../test/told-pathway.ts';
import { asId } from '../id.ts';
import { addDays } from '../time.ts';
import { canFollow, lifecycle, type StayAct, stayActs, type StayStatus } from '../placement/lifecycle.ts';
import { actionIds, actions } from './actions.ts';
import { nextStep } from './next-step.ts';
import { cascadesOf, cascadeSteps, stepsOf } from './cascade.ts';
import { eventKinds, levelsOfCare, type PathwayFact, womansAnswers } from './facts.ts';
import { foldPathway } from './fold.ts';
import { isInTargetGroup } from './state.ts';

describe('a pathway to a place and home again', () => {
  test('passes the phases in their order, each with its one next step', () => {
    const steps = wholeWay.map((_, index) => {
      const pathway = foldPathway(wholeWay.slice(0, index + 1));
      return [pathway.phase, actionIds.filter((id) => actions[id].expectedIn.includes(pathway.phase))];
    });

    expect(steps).toEqual([
      ['assessing-criteria', ['assess-criteria']],
      ['assessing-need', ['assess-need']],
      ['offering', ['offer']],
      ['awaiting-answer', ['record-answer']],
      ['deciding', ['decide-care']],
      ['finding-place', ['hold-place']],
      ['confirming', ['confirm-place']],
      ['arriving', ['admit']],
      ['in-stay', ['discharge']],
      ['following', ['hold-network-meeting']],
    ]);
  });

  test('keeps the whole cascade with its days and why days passed', () => {
    const [cascade] = cascadesOf(wholeWay);

    expect(cascade?.entries.map(({ step }) => step)).toEqual(cascadeSteps);
    expect(cascade?.gaps).toEqual([
      { from: 'need-assessed', to: 'offered', days: 3, cause: 'formal-steps' },
      { from: 'offered', to: 'answered', days: 4, cause: 'her-choice' },
      { from: 'answered', to: 'decided', days: 18, cause: 'formal-steps' },
      { from: 'decided', to: 'place-held', days: 3, cause: 'no-place' },
      { from: 'place-held', to: 'place-confirmed', days: 1, cause: 'formal-steps' },
      { from: 'place-confirmed', to: 'admitted', days: 6, cause: 'no-place' },
    ]);
  });

  test('goes back to finding a place when the hold ran out', () => {
    const lost = foldPathway([
      ...wholeWay.slice(0, 7),
      ...told([34, { type: 'hold-ended', stay, how: 'expired' }]).map((f) => ({ ...f, sequence: 8 })),
    ]);

    expect(lost).toMatchObject({
      phase: 'finding-place',
      phaseSince: '2026-10-31',
      stay: { status: 'expired' },
      levelStatus: { status: 'decided' },
    });
  });
});

describe('a stay', () => {
  const factOf: Readonly<Record<StayAct, PathwayFact>> = {
    hold: held,
    extend: held,
    confirm: confirmed,
    'confirm-afterwards': confirmed,
    admit: admitted,
    discharge: discharged,
    release: { type: 'hold-ended', stay, how: 'released' },
    expire: { type: 'hold-ended', stay, how: 'expired' },
    refuse: { type: 'hold-ended', stay, how: 'refused' },
    withdraw: { type: 'hold-ended', stay, how: 'withdrawn' },
    'change-place': { type: 'place-changed', stay, unitName: 'Fjordhuset', fromPlace: 'Plads 1', toPlace: 'Plads 2' },
    move: { type: 'place-changed', stay, unitName: 'Fjordhuset', fromPlace: 'Plads 1', toPlace: 'Plads 2', from: start },
    'change-departure': { type: 'departure-changed', stay, from: start, departure: addDays(start, 140), reason: 'Barnet er født' },
    'answer-place': { type: 'place-answered', stay, unitName: 'Fjordhuset', said: { answer: 'yes', asked: { by: 'K', way: 'telephone' } } },
    'keep-departure': {
      type: 'departure-changed',
      stay,
      from: addDays(start, 60),
      departure: addDays(start, 60),
      reason: 'Hun har bolig fra den dag',
    },
    'agree-by-birth': { type: 'departure-changed', stay, from: start, departure: start, reason: 'Opholdet følger fødslen' },
    'agree-fixed-day': { type: 'departure-changed', stay, from: start, departure: start, reason: 'Boligen er klar' },
    'agree-to-move': { type: 'move-answered', stay, unitName: 'Fjordhuset', answer: 'yes' },
    leave: { type: 'leave-begun', stay, back: addDays(start, 50) },
    return: { type: 'leave-ended', stay },
    'correct-leave': { type: 'leave-begun', stay, back: addDays(start, 51), corrected: true },
    'withdraw-leave': { type: 'leave-ended', stay, withdrawn: true },
    'undo-move': {
      type: 'place-changed',
      stay,
      unitName: 'Fjordhuset',
      fromPlace: 'Plads 2',
      toPlace: 'Plads 1',
      from: start,
      undone: true,
    },
    swap: { type: 'place-changed', stay, unitName: 'Fjordhuset', fromPlace: 'Plads 1', toPlace: 'Plads 3', from: start },
    'undo-swap': {
      type: 'place-changed',
      stay,
      unitName: 'Fjordhuset',
      fromPlace: 'Plads 3',
      toPlace: 'Plads 1',
      from: start,
      undone: true,
    },
    'leave-earlier': { type: 'departure-changed', stay, from: addDays(start, 140), departure: addDays(start, 60), reason: 'Hun vil hjem' },
    'undo-admit': { type: 'admission-withdrawn', stay, unitName: 'Fjordhuset', reason: 'Skrevet på den forkerte' },
    'undo-leave-earlier': {
      type: 'departure-changed',
      stay,
      from: addDays(start, 60),
      departure: addDays(start, 140),
      reason: 'Hun bliver',
    },
    'undo-discharge': { type: 'discharge-withdrawn', stay, unitName: 'Fjordhuset', reason: 'Skrevet på den forkerte' },
  };

  test('that is held and confirmed today and admitted from yesterday is admitted', () => {
    expect(foldPathway(told([0, referral], [10, held], [10, confirmed], [9, admitted]))).toMatchObject({
      phase: 'in-stay',
      stay: { status: 'admitted', since: addDays(start, 9), unitName: 'Fjordhuset' },
      levelStatus: { status: 'admitted' },
    });
  });

  test('that is given another place before she comes says the new one', () => {
    expect(foldPathway(told([0, referral], [10, held], [11, factOf['change-place']])).stay).toMatchObject({
      status: 'held',
      placeName: 'Plads 2',
    });
  });

  test('stands on the pathway as it stands itself, whatever days its acts are dated to', () => {
    const anyActs = fc.array(fc.tuple(fc.constantFrom(...stayActs), fc.integer({ min: 0, max: 30 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyActs, anyHappenings, (acts, others) => {
        let status: StayStatus | null = null;
        let isConfirmed = false;
        const happenings: (readonly [number, PathwayFact])[] = [];
        for (const [act, days] of [['hold', 15] as const, ...acts]) {
          if (status === null ? act !== 'hold' : !canFollow(act, status)) continue;
          // An admission is taken back where the place is confirmed, before or after she came.
          if (act === 'undo-admit' && !isConfirmed) continue;
          isConfirmed ||= act === 'confirm' || act === 'confirm-afterwards';
          const { to } = lifecycle[act];
          status = to === 'as-it-was' ? status : to;
          happenings.push([days, factOf[act]]);
        }
        const aboutOther = others.filter(([, fact]) => !('stay' in fact));
        expect(foldPathway(told([0, referral], ...aboutOther, ...happenings)).stay?.status).toBe(status);
      }),
    );
  });

  test('before another leaves the other alone, also when its discharge is written late', () => {
    const second: PathwayFact = { ...held, stay: asId<'stay'>('ophold-2') };

    expect(foldPathway(told([0, referral], [1, held], [3, admitted], [9, second], [8, discharged])).stay).toMatchObject({
      id: 'ophold-2',
      status: 'held',
    });
  });
});

describe('her answer', () => {
  test('no leads to something else, and what came instead stands beside the offer', () => {
    const pathway = foldPathway(
      told([0, referral], [1, need], [2, offer], [3, no], [9, { type: 'alternative-arranged', level: 'outpatient', what: 'Hjemme' }]),
    );

    expect(pathway).toMatchObject({ phase: 'following', levelStatus: { level: 'outpatient', status: 'arranged' } });
    expect(pathway.cascades[0]).toMatchObject({
      level: 'residential',
      answers: [{ answer: 'declined', reason: 'home' }],
      instead: [{ what: 'Hjemme' }],
    });
  });

  test('not yet leaves the offer open from the day it was made', () => {
    const thinking: PathwayFact = { type: 'answered', answer: 'considering', reason: 'distance', inHerWords: 'Hvor langt?' };

    expect(foldPathway(told([0, referral], [1, need], [2, offer], [6, thinking]))).toMatchObject({
      phase: 'awaiting-answer',
      phaseSince: addDays(start, 2),
      levelStatus: { status: 'considering' },
    });
  });

  test('can be changed: doubt after a no opens the offer again', () => {
    const thinking: PathwayFact = { type: 'answered', answer: 'considering', reason: null, inHerWords: 'Måske alligevel' };

    expect(foldPathway(told([0, referral], [1, need], [2, offer], [3, no], [5, thinking]))).toMatchObject({
      phase: 'awaiting-answer',
      phaseSince: addDays(start, 5),
      latestAnswer: { answer: 'considering' },
    });
  });

  test('a yes after the decision does not ask for a second decision', () => {
    expect(foldPathway(told([0, referral], [2, offer], [3, decided], [4, yes])).phase).toBe('finding-place');
  });

  test('a lower level tried before residential care stands as the cause of the days', () => {
    const tried = told([0, referral], [1, need], [2, { type: 'offered', level: 'outpatient', what: '' }], [20, offer]);

    expect(cascadesOf(tried).find(({ level }) => level === 'residential')?.gaps).toEqual([
      { from: 'need-assessed', to: 'offered', days: 19, cause: 'other-offer-first' },
    ]);
  });
});

describe('the target group', () => {
  test('is open while the criteria leave it to a professional, and settled by the judgement', () => {
    const open = told([0, referral], [1, criteria('professional-decides')]);
    const judged = told(
      [0, referral],
      [1, criteria('professional-decides')],
      [2, { type: 'target-group-judged', inTargetGroup: true, reason: 'r' }],
    );

    expect([foldPathway(open).phase, isInTargetGroup(foldPathway(open))]).toEqual(['judging', null]);
    expect([foldPathway(judged).phase, isInTargetGroup(foldPathway(judged))]).toEqual(['assessing-need', true]);
  });
});

const anyFact: fc.Arbitrary<PathwayFact> = fc.oneof(
  fc.constantFrom<PathwayFact>(held, confirmed, admitted, discharged, criteria('in-target-group'), criteria('professional-decides')),
  fc
    .constantFrom(...levelsOfCare)
    .chain((level) =>
      fc.constantFrom<PathwayFact>(
        { type: 'need-assessed', level, reason: 'r' },
        { type: 'offered', level, what: 'w' },
        { type: 'care-decided', level, legalBasis: null, municipality: aalborg, reason: 'r' },
        { type: 'alternative-arranged', level, what: 'w' },
      ),
    ),
  fc.constantFrom(...womansAnswers).map((answer): PathwayFact => ({ type: 'answered', answer, reason: null, inHerWords: '' })),
  fc.constantFrom(...eventKinds).map((kind): PathwayFact => ({ type: 'event', kind, text: 't' })),
  fc.constantFrom<PathwayFact>({ type: 'hold-ended', stay, how: 'released' }, { type: 'pathway-ended', reason: 'r' }),
);
const anyHappenings = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), anyFact), { maxLength: 25 });

describe('whatever happens', () => {
  test('the same facts in any order of reading give the same pathway', () => {
    fc.assert(
      fc.property(anyHappenings, fc.infiniteStream(fc.nat()), (happenings, keys) => {
        const facts = told([0, referral], ...happenings);
        const shuffled = facts.map((fact) => [keys.next().value ?? 0, fact] as const).toSorted(([a], [b]) => a - b);
        expect(foldPathway(shuffled.map(([, fact]) => fact))).toEqual(foldPathway(facts));
      }),
    );
  });

  test('a step that was reached is never lost: its first day stays or is found to be earlier', () => {
    fc.assert(
      fc.property(anyHappenings, anyFact, fc.integer({ min: 0, max: 200 }), (happenings, fact, days) => {
        // An offer that is written late can change which level an answer was to; all other steps name their level themselves.
        fc.pre(fact.type !== 'offered');
        const before = cascadesOf(told([0, referral], ...happenings));
        const after = cascadesOf(told([0, referral], ...happenings, [days, fact]));
        for (const { level, entries } of before)
          for (const { step, first } of entries) {
            const now = after.find((cascade) => cascade.level === level)?.entries.find((entry) => entry.step === step);
            expect(now?.first !== undefined && now.first <= first).toBe(true);
          }
      }),
    );
  });

  test('the cascade holds only steps of its level, and days between them are never negative', () => {
    fc.assert(
      fc.property(anyHappenings, (happenings) => {
        for (const { level, entries, gaps } of cascadesOf(told([0, referral], ...happenings))) {
          expect(stepsOf(level)).toEqual(expect.arrayContaining(entries.map(({ step }) => step)));
          expect(gaps.every(({ days }) => days > 0)).toBe(true);
        }
      }),
    );
  });

  test('there is a next step unless the pathway has ended', () => {
    fc.assert(
      fc.property(anyHappenings, (happenings) => {
        const pathway = foldPathway(told([0, referral], ...happenings));
        expect(nextStep(pathway) === null).toBe(pathway.ended !== null);
      }),
    );
  });
});
