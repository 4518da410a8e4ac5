import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import type { PathwayFact, RecordedFact } from './facts.ts';
import { foldPathway } from './fold.ts';
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

function known(facts: readonly PathwayFact[], legalBasis: LegalBasisId | null = null, readsSubstances = true): Reception {
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
  return receptionOf(foldPathway(recorded), recorded, { id: asId<'stay'>('ophold'), legalBasis }, readsSubstances);
}

describe('the contract that must be offered before she comes', () => {
  test('is owed by a decision on a basis that carries the duty, until it was offered, whatever she answered', () => {
    expect(known([decided('SUL-141')]).contract).toBe('owed');
    expect(known([decided('SUL-141'), offered]).contract).toBe('offered');
    // Written wrongly and taken back, it was not offered.
    expect(known([decided('SUL-141'), offered, { type: 'event-withdrawn', event: 2, reason: 'r' }]).contract).toBe('owed');
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
    substances: null,
    herYes: null,
    placeUnanswered: false,
    contract: 'not-owed',
  });
});

test('the unit is told that she has not answered about this place, also where she has said yes to a stay before it was found', () => {
  const stay = asId<'stay'>('ophold');
  const nights = { arrival: day('2026-12-01'), departure: day('2026-12-31') };
  const yesBefore: readonly PathwayFact[] = [
    { type: 'offered', level: 'residential', what: 'Døgn' },
    { type: 'answered', answer: 'accepted', reason: null, inHerWords: '' },
    { type: 'place-held', stay, unitName: 'Strand', placeName: 'Plads 1', ...nights, until: moment('2026-11-01T09:00:00Z') },
  ];
  const says = (answer: 'yes' | 'not-yet'): PathwayFact => ({
    type: 'place-answered',
    stay,
    unitName: 'Strand',
    said: answer === 'yes' ? { answer, asked: { by: 'Karen', way: 'telephone' } } : { answer, why: 'not-reached', written: '' },
  });
  expect(known(yesBefore).placeUnanswered).toBe(true);
  expect(known([...yesBefore, says('not-yet')]).placeUnanswered).toBe(true);
  expect(known([...yesBefore, says('yes')]).placeUnanswered).toBe(false);
});

test('the unit is told what she last sought treatment for once the place is hers, and not before', () => {
  const sought = (['alcohol', 'drugs'] as const).map((substances): PathwayFact => ({ type: 'treatment-sought', substances }));
  expect(known(sought).substances).toBe('drugs');
  expect(known(sought, null, false).substances).toBeNull();
  expect(known([]).substances).toBeNull();
});

test('the unit is told how her yes stands, also where it was said to residential care and not to the place', () => {
  const nights = { arrival: day('2026-11-10'), departure: day('2027-01-10') };
  const stay = asId<'stay'>('ophold');
  const place = { unitName: 'F', placeName: '1', ...nights, until: moment('2026-11-02T08:00:00Z') };
  const said = (...answers: readonly ('accepted' | 'declined' | 'considering')[]) =>
    known([
      { type: 'offered', level: 'residential', what: 'Døgn' },
      { type: 'place-held', stay, ...place, herYes: { answer: 'not-yet' } },
      ...answers.map((answer): PathwayFact => ({ type: 'answered', answer, reason: null, inHerWords: '' })),
    ]).herYes;
  expect([said(), said('accepted'), said('declined'), said('declined', 'considering')]).toEqual(['missing', 'said', 'refused', 'missing']);
});
