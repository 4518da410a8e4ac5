import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import type { PathwayFact, RecordedFact } from './facts.ts';
import { foldPathway } from './state.ts';
import { day, moment } from '../time.ts';
import { type Reception, receptionOf } from './reception.ts';

const decided = (legalBasis: 'SUL-141' | 'BL-32-1-6'): PathwayFact => ({
  type: 'care-decided',
  level: 'residential',
  legalBasis,
  municipality: asId<'municipality'>('0851'),
  reason: 'opdigtet',
});
const offered: PathwayFact = { type: 'contract-offered', legalBasis: 'SUL-141', answer: 'declined' };
const born: PathwayFact = { type: 'event', kind: 'birth', text: '' };

function known(facts: readonly PathwayFact[], basis: Parameters<typeof receptionOf>[2] = null): Reception {
  const recorded = facts.map((fact, index): RecordedFact => ({
    sequence: index + 1,
    fact,
    by: asId<'user'>('test'),
    byName: 'Test',
    capacity: 'care-decider',
    organisation: asId<'organisation'>('test'),
    organisationName: 'Test',
    happened: day('2026-11-01'),
    recorded: moment('2026-11-01T08:00:00Z'),
  }));
  return receptionOf(foldPathway(recorded), recorded, basis);
}

describe('the contract that must be offered before she comes', () => {
  test('is owed by a decision on a basis that carries the duty, until it was offered, whatever she answered', () => {
    expect(known([decided('SUL-141')]).contract).toBe('owed');
    expect(known([decided('SUL-141'), offered]).contract).toBe('offered');
  });

  test('follows the stay’s own basis where it was confirmed on another', () => {
    expect(known([decided('SUL-141')], 'BL-32-1-6').contract).toBe('not-owed');
    expect(known([decided('BL-32-1-6')], 'SEL-107-2-2').contract).toBe('owed');
  });

  test('is not owed without a decision, nor after the birth', () => {
    expect(known([]).contract).toBe('not-owed');
    expect(known([decided('SUL-141'), born]).contract).toBe('not-owed');
  });
});

test('the unit is told the term, and whom to call where somebody was named', () => {
  expect(known([{ type: 'due-date-set', dueDate: day('2027-02-01'), basis: 'ultrasound' }])).toEqual({
    dueDate: '2027-02-01',
    bornOn: null,
    coordinator: null,
    contract: 'not-owed',
  });
});
