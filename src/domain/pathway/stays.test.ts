/** Which place holds, and what no longer counts. */
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, day, moment, startOfDanishDay } from '../time.ts';
import type { PathwayFact, RecordedFact } from './facts.ts';
import { foldPathway } from './state.ts';

const start = day('2026-10-01');
const stay = asId<'stay'>('ophold-1');
const aalborg = asId<'municipality'>('0851');

function told(...happenings: readonly (readonly [days: number, fact: PathwayFact])[]): readonly RecordedFact[] {
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

const referral: PathwayFact = {
  type: 'referral-registered',
  person: null,
  calledName: 'Maja',
  municipality: aalborg,
  concern: 'Har brug for hjælp',
  referrer: 'Egen læge',
};
const need: PathwayFact = { type: 'need-assessed', level: 'residential', reason: 'Ro' };
const decided: PathwayFact = { type: 'care-decided', level: 'residential', legalBasis: 'SEL-107-2-2', municipality: aalborg, reason: '' };
const held: PathwayFact = {
  type: 'place-held',
  stay,
  unitName: 'Fjordhuset',
  placeName: '1',
  arrival: addDays(start, 40),
  departure: addDays(start, 130),
  until: moment('2026-11-05T12:00:00Z'),
};
const confirmed: PathwayFact = { type: 'place-confirmed', stay, legalBasis: 'SEL-107-2-2', paidBy: aalborg };

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
      levelStatus: { status: 'confirmed' },
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
