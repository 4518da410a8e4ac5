import { describe, expect, test } from 'vitest';
import {
  start,
  stay,
  told,
  referral,
  criteria,
  decided,
  need,
  offer,
  held,
  confirmed,
  admitted,
  wholeWay,
} from '../../../test/told-pathway.ts';
import { asId } from '../id.ts';
import { addDays, moment } from '../time.ts';
import { nobodysUser } from '../trail.ts';
import { actionIds, actions } from './actions.ts';
import { levelStep, missingOn, nextStep, nextStepFor } from './next-step.ts';
import { type PathwayFact } from './facts.ts';
import { phases } from './phases.ts';
import { foldPathway } from './fold.ts';
import { moveFellAway } from './transfer.ts';

describe('the next step', () => {
  test('says by when, as agreed, from the day the phase began', () => {
    expect(nextStep(foldPathway(told([0, referral])))).toMatchObject({
      action: 'assess-criteria',
      by: { day: '2026-10-04', basis: { kind: 'agreed' } },
    });
  });

  test('is what the law asks for when that comes first', () => {
    const notified: PathwayFact = { type: 'concern-notified', receivedAt: moment('2026-10-01T08:00:00Z'), notifier: 'Herberget' };

    expect(nextStep(foldPathway(told([0, referral], [0, notified])))).toMatchObject({
      action: 'assess-concern',
      by: { at: '2026-10-02T08:00:00.000Z', basis: { kind: 'law', citation: 'barnets lov § 136, stk. 2' } },
    });
  });

  test.each(['released', 'expired', 'refused', 'withdrawn'] as const)(
    'is to find a place, and not the offer of a contract, once the place she had was %s; with a new place it is asked for again',
    (how) => {
      // Her arrival is before the place is to be found: a contract that is still dated by it would come first.
      const soon = { ...held, arrival: addDays(start, 2) };
      const before = [[0, referral], [1, decided], [1, soon], ...(how === 'withdrawn' ? ([[1, confirmed]] as const) : [])] as const;
      const gone = foldPathway(told(...before, [2, { type: 'hold-ended', stay, how }]));
      expect(gone.clocks.find(({ id }) => id === 'contract-offer')?.limit.day).toBeNull();
      expect(nextStep(gone)?.action).toBe('hold-place');
      expect(nextStep(foldPathway(told(...before)))?.action).toBe('offer-contract');
      const another = { ...soon, stay: asId<'stay'>('ophold-2') };
      const again = foldPathway(told(...before, [2, { type: 'hold-ended', stay, how }], [2, another]));
      expect(again.clocks.find(({ id }) => id === 'contract-offer')?.limit.day).toBe(soon.arrival);
    },
  );

  test('of one who has no decision is no contract either, once the place that was confirmed for her is withdrawn', () => {
    const gone = told([0, referral], [1, held], [1, confirmed], [2, { type: 'hold-ended', stay, how: 'withdrawn' }]);
    expect(foldPathway(gone).clocks).toEqual([]);
    // A hold that ran out, and to which she came all the same, still brings it when it is confirmed.
    const came = told([0, referral], [1, held], [2, { type: 'hold-ended', stay, how: 'expired' }], [3, admitted], [3, confirmed]);
    expect(foldPathway(came).clocks.map(({ id }) => id)).toEqual(['contract-offer']);
  });

  test('is to settle her departure, for the one who decides, once the move it was changed for fell away, and until it is settled', () => {
    const next = asId<'stay'>('ophold-2');
    const moves = addDays(start, 60);
    const lives = [
      [0, referral],
      [1, { ...decided, legalBasis: 'BL-32-1-6' }],
      [1, held],
      [1, { ...confirmed, legalBasis: 'BL-32-1-6' }],
      [40, admitted],
      [41, { ...held, stay: next, unitName: 'Strand', arrival: moves }],
      [41, { ...confirmed, stay: next, legalBasis: 'BL-32-1-6' }],
      [41, { type: 'departure-changed', stay, from: held.departure, departure: moves, reason: 'Flytter', movesTo: next }],
    ] as const;
    const fell = [42, { type: 'hold-ended', stay: next, how: 'refused' }] as const;
    expect(nextStep(foldPathway(told(...lives)))?.action).toBe('admit');
    expect(moveFellAway(foldPathway(told(...lives)))).toBeNull();
    const pathway = foldPathway(told(...lives, fell));
    expect(moveFellAway(pathway)).toMatchObject({ from: { id: stay }, to: { id: next }, before: held.departure });
    expect(nextStep(pathway)).toMatchObject({
      action: 'settle-departure',
      by: { day: addDays(start, 44), basis: { kind: 'agreed' } },
      doneBy: ['care-decider'],
    });
    // The day she is to leave comes first where it is nearer.
    const late = foldPathway(told(...lives, [59, fell[1]]));
    expect(nextStep(late)?.by).toMatchObject({ day: moves, basis: { kind: 'stay' } });
    const settled: PathwayFact = { type: 'departure-changed', stay, from: moves, departure: addDays(start, 70), reason: 'Bliver' };
    for (const fact of [settled, { ...held, stay: asId<'stay'>('ophold-3') } satisfies PathwayFact]) {
      const after = foldPathway(told(...lives, fell, [43, fact]));
      expect([moveFellAway(after), nextStep(after)?.action]).not.toContain('settle-departure');
      expect(moveFellAway(after)).toBeNull();
    }
  });

  test('is the moment the hold runs out while a place is held', () => {
    expect(nextStep(foldPathway(wholeWay.slice(0, 7)))?.by).toEqual({
      day: '2026-11-05',
      at: '2026-11-05T12:00:00.000Z',
      basis: { kind: 'hold' },
    });
  });

  test('is to answer while the list offers a place, by all who may, and to confirm it once the team holds it', () => {
    const found = wholeWay.slice(0, 7);
    const offered = found.map((one) => (one.fact.type === 'place-held' ? { ...one, by: nobodysUser } : one));
    expect(nextStep(foldPathway(offered))).toEqual({
      action: 'answer-offer',
      by: { day: '2026-11-05', at: '2026-11-05T12:00:00.000Z', basis: { kind: 'offer' } },
      doneBy: ['coordinator', 'family-clinic', 'substance-treatment', 'family-department', 'crisis-centre', 'care-decider'],
    });
    const answered = found.filter(({ fact }) => fact.type === 'place-held').map((one) => ({ ...one, sequence: 99 }));
    expect(nextStep(foldPathway([...offered, ...answered]))?.action).toBe('confirm-place');
  });

  test('is the hold that runs out at a moment, before the law’s clock that runs to the end of the same day', () => {
    const today = told([0, referral], [1, decided], [1, { ...held, arrival: addDays(start, 1), until: moment('2026-10-02T12:00:00Z') }]);

    expect(nextStep(foldPathway(today))?.action).toBe('confirm-place');
    expect(nextStep(foldPathway([...today, ...told([1, confirmed]).map((fact) => ({ ...fact, sequence: 4 }))]))?.action).toBe(
      'offer-contract',
    );
  });

  test('is nothing on a pathway that has ended', () => {
    expect(nextStep(foldPathway(told([0, referral], [9, { type: 'pathway-ended', reason: 'Flyttet' }])))).toBeNull();
  });

  test('is one and only one in every phase but the last', () => {
    for (const phase of phases) {
      const expected = actionIds.filter((id) => actions[id].expectedIn.includes(phase));
      expect([phase, expected.length]).toEqual([phase, phase === 'ended' ? 0 : 1]);
    }
  });
});

describe('a place that is held before anything is decided', () => {
  const heldEarly = foldPathway(told([0, referral], [1, held]));

  test('decides no level: what was said of it stands, with who said it and when', () => {
    expect(heldEarly.levelStatus).toBeNull();
    const assessed = foldPathway(told([0, referral], [1, { ...need, level: 'outpatient' }], [2, held], [3, confirmed]));
    expect(assessed.levelStatus).toEqual({
      on: addDays(start, 1),
      byName: 'Kirsten Vangsø',
      level: 'outpatient',
      status: 'assessed',
    });
    const given = foldPathway(told([0, referral], [1, need], [2, held], [3, { type: 'hold-ended', stay, how: 'released' }]));
    expect(given.levelStatus?.status).toBe('assessed');
    expect(foldPathway(told([0, referral], [1, held], [2, confirmed], [3, admitted])).levelStatus?.status).toBe('admitted');
  });

  test('leaves the criteria to those whose step they are, and the place to the one who confirms it', () => {
    expect(nextStep(heldEarly)?.action).toBe('confirm-place');
    expect(nextStepFor(heldEarly, 'family-clinic')).toEqual({
      action: 'assess-criteria',
      by: { day: addDays(start, 3), at: null, basis: { kind: 'agreed', edition: 'arbejdsgang/2026-11' } },
      doneBy: actions['assess-criteria'].doneBy,
    });
    expect(nextStepFor(heldEarly, 'care-decider')?.action).toBe('confirm-place');
    expect(nextStepFor(heldEarly, 'unit-leader')?.action).toBe('confirm-place');
  });

  test('stands beside no step once the level is decided, and none on a pathway that has ended', () => {
    expect(levelStep(foldPathway(told([0, referral], [1, decided], [2, held])))).toBeNull();
    expect(levelStep(foldPathway(told([0, referral])))).toBeNull();
    expect(levelStep(foldPathway(told([0, referral], [1, held], [2, { type: 'pathway-ended', reason: 'Flyttet' }])))).toBeNull();
    expect(levelStep(foldPathway(told([0, referral], [1, need], [1, offer], [2, held])))?.action).toBe('record-answer');
  });
});

describe('what is missing', () => {
  test('is the coordinator first, then the deputy', () => {
    const named = (deputy: string | null): PathwayFact => ({ type: 'coordinator-named', coordinator: 'Kirsten', deputy });

    expect(missingOn(foldPathway(told([0, referral])))).toEqual(['coordinator', 'due-date', 'target-group']);
    expect(missingOn(foldPathway(told([0, referral], [0, named(null)])))).toContain('deputy');
    expect(missingOn(foldPathway(told([0, referral], [0, named('Signe')])))).not.toContain('deputy');
  });

  test('is the offer of a contract from the decision that brings the duty until it is offered', () => {
    const decidedOnly = told([0, referral], [1, decided]);
    const offered = told([0, referral], [1, decided], [2, { type: 'contract-offered', legalBasis: 'SEL-107-2-2', answer: 'declined' }]);

    expect(missingOn(foldPathway(decidedOnly))).toContain('contract-offer');
    expect(missingOn(foldPathway(offered))).not.toContain('contract-offer');
    expect(missingOn(foldPathway(told([0, referral], [1, { ...decided, legalBasis: 'BL-32-1-6' }])))).not.toContain('contract-offer');
  });

  test('is her yes, the decision and the offer of a contract where a place was confirmed without them, and the offer is the municipality’s', () => {
    const without = foldPathway(told([0, referral], [1, held], [2, confirmed]));
    expect(missingOn(without)).toEqual(expect.arrayContaining(['her-yes', 'care-decision', 'contract-offer']));
    const step = nextStep(without);
    expect([step?.action, step?.doneBy]).toEqual(['offer-contract', ['care-decider']]);

    const saidYes: PathwayFact = { ...held, herYes: { answer: 'yes' } };
    expect(missingOn(foldPathway(told([0, referral], [1, saidYes], [2, confirmed])))).not.toContain('her-yes');
    const there = foldPathway(told([0, referral], [1, held], [2, confirmed], [3, admitted]));
    expect(missingOn(there)).toEqual(expect.arrayContaining(['care-decision', 'contract-offer']));
    expect(nextStep(there)?.doneBy).toEqual(['care-decider', 'unit-leader']);
  });

  test('is the judgement, and no longer an answer, once the criteria have left it open', () => {
    const open = missingOn(foldPathway(told([0, referral], [1, criteria('professional-decides')])));
    expect(open).toContain('judgement');
    expect(open).not.toContain('target-group');
  });

  test('is the legal basis when residential care was decided without one', () => {
    expect(missingOn(foldPathway(told([0, referral], [1, { ...decided, legalBasis: null }])))).toContain('legal-basis');
  });
});
