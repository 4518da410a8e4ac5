/** A pathway told step by step, for the tests of what is read from it. */
import { asId } from '../src/domain/id.ts';
import type { PathwayFact, RecordedFact } from '../src/domain/pathway/facts.ts';
import { addDays, day, moment, startOfDanishDay } from '../src/domain/time.ts';

export const start = day('2026-10-01');
export const stay = asId<'stay'>('ophold-1');
export const aalborg = asId<'municipality'>('0851');

export function told(...happenings: readonly (readonly [days: number, fact: PathwayFact])[]): readonly RecordedFact[] {
  return happenings.map(([days, fact], index) => ({
    sequence: index + 1,
    fact,
    by: asId<'user'>('koordinator'),
    byName: 'Kirsten Vangsø',
    capacity: 'coordinator',
    organisation: asId<'organisation'>('fam-0851'),
    organisationName: 'Familieafdelingen',
    happened: addDays(start, days),
    recorded: startOfDanishDay(addDays(start, days)),
  }));
}

export const referral = {
  type: 'referral-registered',
  person: null,
  calledName: 'Maja',
  municipality: aalborg,
  concern: 'Har brug for hjælp',
  referrer: 'Egen læge',
} as const satisfies PathwayFact;
export const criteria = (outcome: 'in-target-group' | 'not-in-target-group' | 'professional-decides'): PathwayFact => ({
  type: 'criteria-assessed',
  edition: 'udmelding-2019-11-26',
  answers: {},
  outcome,
});
export const need = { type: 'need-assessed', level: 'residential', reason: 'Ro' } as const satisfies PathwayFact;
export const offer = { type: 'offered', level: 'residential', what: 'Døgntilbud' } as const satisfies PathwayFact;
export const yes = { type: 'answered', answer: 'accepted', reason: null, inHerWords: 'Ja' } as const satisfies PathwayFact;
export const no = { type: 'answered', answer: 'declined', reason: 'home', inHerWords: 'Nej' } as const satisfies PathwayFact;
export const decided = {
  type: 'care-decided',
  level: 'residential',
  legalBasis: 'SEL-107-2-2',
  municipality: aalborg,
  reason: '',
} as const satisfies PathwayFact;
export const held = {
  type: 'place-held',
  stay,
  unitName: 'Fjordhuset',
  placeName: '1',
  arrival: addDays(start, 40),
  departure: addDays(start, 130),
  until: moment('2026-11-05T12:00:00Z'),
} as const satisfies PathwayFact;
export const confirmed = { type: 'place-confirmed', stay, legalBasis: 'SEL-107-2-2', paidBy: aalborg } as const satisfies PathwayFact;
export const admitted = { type: 'admitted', stay, unitName: 'Fjordhuset' } as const satisfies PathwayFact;
export const discharged = { type: 'discharged', stay, to: 'Egen bolig' } as const satisfies PathwayFact;

export const wholeWay = told(
  [0, referral],
  [3, criteria('in-target-group')],
  [5, need],
  [8, offer],
  [12, yes],
  [30, decided],
  [33, held],
  [34, confirmed],
  [40, admitted],
  [130, discharged],
);
