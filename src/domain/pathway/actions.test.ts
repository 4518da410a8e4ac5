import { describe, expect, test } from 'vitest';
import { start, told, referral, criteria, decided, held, confirmed, admitted, wholeWay } from '../../../test/told-pathway.ts';
import { addDays, moment } from '../time.ts';
import { actionIds, actions, missingOn, nextStep } from './actions.ts';
import { type PathwayFact } from './facts.ts';
import { phases } from './phases.ts';
import { foldPathway } from './state.ts';

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

  test('is the moment the hold runs out while a place is held', () => {
    expect(nextStep(foldPathway(wholeWay.slice(0, 7)))?.by).toEqual({
      day: '2026-11-05',
      at: '2026-11-05T12:00:00.000Z',
      basis: { kind: 'hold' },
    });
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
