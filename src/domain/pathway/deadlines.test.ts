import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { type LegalBasisId, legalBases, legalBasisIds } from '../legal-basis.ts';
import { addDays, addMinutes, day, type Day, moment, startOfDanishDay } from '../time.ts';
import { clocksOf, clockStatus } from './deadlines.ts';
import type { PathwayFact, RecordedFact } from './facts.ts';
import { type flagIds, flagsOf } from './flags.ts';

const aalborg = asId<'municipality'>('0851');
const stay = asId<'stay'>('ophold-1');
const received = moment('2026-04-02T08:15:00Z');

function on(date: Day, sequence: number, fact: PathwayFact): RecordedFact {
  return {
    sequence,
    fact,
    by: asId<'user'>('u'),
    byName: 'Nanna',
    capacity: 'family-department',
    organisation: asId<'organisation'>('fam-0851'),
    organisationName: 'Familieafdelingen',
    happened: date,
    recorded: addMinutes(startOfDanishDay(date), 600),
  };
}

const referral: PathwayFact = {
  type: 'referral-registered',
  person: null,
  calledName: 'Maja',
  municipality: aalborg,
  concern: 'c',
  referrer: 'r',
};
const notified: PathwayFact = { type: 'concern-notified', receivedAt: received, notifier: 'Herberget' };
const decided = (legalBasis: LegalBasisId | null): PathwayFact => ({
  type: 'care-decided',
  level: 'residential',
  legalBasis,
  municipality: aalborg,
  reason: 'r',
});
const birth: PathwayFact = { type: 'event', kind: 'birth', text: '' };

describe('a notice of concern', () => {
  const facts = [on(day('2026-04-02'), 1, notified)];

  test('is assessed within 24 hours of its receipt, by barnets lov § 136', () => {
    const [assess] = clocksOf(facts);

    expect(assess).toMatchObject({ id: 'concern-assess', startedBy: 1, limit: { kind: 'moment', at: '2026-04-03T08:15:00.000Z' } });
    expect(assess && clockStatus(assess, moment('2026-04-03T08:15:00Z'))).toBe('running');
    expect(assess && clockStatus(assess, moment('2026-04-03T08:15:01Z'))).toBe('passed');
  });

  test('is acknowledged within 6 hverdage: Saturday counts, Easter does not', () => {
    // Received on skærtorsdag 2 April 2026; the first hverdag is Saturday 4 April, then 7, 8, 9, 10 and 11 April.
    expect(clocksOf(facts)[1]).toMatchObject({
      id: 'concern-acknowledge',
      limit: { kind: 'day', day: '2026-04-11' },
      rule: { citation: 'barnets lov § 138, stk. 1', unit: 'hverdage', count: 6 },
    });
  });

  test('that was assessed late stays late', () => {
    const late: PathwayFact = {
      type: 'concern-assessed',
      notice: 1,
      assessedAt: moment('2026-04-03T09:00:00Z'),
      urgent: false,
      reason: 'r',
    };
    const [assess] = clocksOf([...facts, on(day('2026-04-03'), 2, late)]);

    expect(assess && clockStatus(assess, received)).toBe('met-late');
  });

  test('is answered by the assessment of that notice and not of another', () => {
    const other: PathwayFact = { type: 'concern-assessed', notice: 7, assessedAt: received, urgent: true, reason: 'r' };

    expect(clocksOf([...facts, on(day('2026-04-02'), 2, other)])[0]?.metBy).toBeNull();
  });
});

describe('treatment she asked for', () => {
  const sought = (substances: 'drugs' | 'alcohol' | 'drugs-and-alcohol'): RecordedFact =>
    on(day('2026-03-02'), 1, { type: 'treatment-sought', substances });

  test.each([
    ['drugs', ['serviceloven § 101, stk. 4']],
    ['alcohol', ['sundhedsloven § 141, stk. 2']],
    ['drugs-and-alcohol', ['serviceloven § 101, stk. 4', 'sundhedsloven § 141, stk. 2']],
  ] as const)('for %s starts within 14 days by its own law', (substances, citations) => {
    const clocks = clocksOf([sought(substances)]);

    expect(clocks.map(({ rule }) => rule.citation)).toEqual(citations);
    expect(clocks.every(({ limit }) => limit.day === '2026-03-16')).toBe(true);
  });

  test('is begun by the first treatment or by admission', () => {
    const started: PathwayFact = { type: 'event', kind: 'treatment-started', text: '' };

    expect(clocksOf([sought('drugs'), on(day('2026-03-10'), 2, started)])[0]).toMatchObject({ metBy: 2, metOn: '2026-03-10' });
    expect(clocksOf([sought('drugs'), on(day('2026-03-20'), 2, { type: 'admitted', stay, unitName: 'F' })])[0]?.metBy).toBe(2);
  });

  test('starts no clock when nobody asked', () => {
    expect(clocksOf([on(day('2026-03-02'), 1, referral)])).toEqual([]);
  });
});

describe('the contract of detention with prior consent', () => {
  const today = day('2026-05-04');

  test.each(legalBasisIds)('is owed with residential care by %s exactly when that basis says so', (basis) => {
    const clocks = clocksOf([on(today, 1, decided(basis))]);

    expect(clocks.map(({ id }) => id)).toEqual(legalBases[basis].contractMustBeOffered ? ['contract-offer'] : []);
    if (legalBases[basis].contractMustBeOffered) expect(clocks[0]?.rule.citation).toBe(legalBases[basis].contractRule);
  });

  test('is not derived without a legal basis, nor after the birth', () => {
    expect(clocksOf([on(today, 1, decided(null))])).toEqual([]);
    expect(clocksOf([on(today, 1, birth), on(addDays(today, 1), 2, decided('SUL-141'))])).toEqual([]);
  });

  test('is due before she arrives, once an arrival is agreed', () => {
    const held: PathwayFact = {
      type: 'place-held',
      stay,
      unitName: 'F',
      placeName: '1',
      arrival: addDays(today, 6),
      departure: addDays(today, 60),
      until: moment('2026-05-05T12:00:00Z'),
    };

    expect(clocksOf([on(today, 1, decided('SUL-141'))])[0]?.limit).toEqual({ kind: 'arrival', day: null });
    expect(clocksOf([on(today, 1, decided('SUL-141')), on(today, 2, held)])[0]?.limit).toEqual({ kind: 'arrival', day: addDays(today, 6) });
  });

  test('has no limit before the duty came, where she came before it was decided', () => {
    const held: PathwayFact = {
      type: 'place-held',
      stay,
      unitName: 'Strand',
      placeName: 'Plads 1',
      arrival: addDays(today, 1),
      departure: addDays(today, 40),
      until: moment('2026-05-05T12:00:00Z'),
    };
    const came: PathwayFact = { type: 'admitted', stay, unitName: 'Strand' };
    const limitOf = (decidedOn: number, cameOn: number) =>
      clocksOf([on(today, 0, held), on(addDays(today, cameOn), 1, came), on(addDays(today, decidedOn), 2, decided('SUL-141'))])[0]?.limit;
    expect(limitOf(3, 2)).toEqual({ kind: 'arrival', day: addDays(today, 3) });
    expect(limitOf(2, 2)).toEqual({ kind: 'arrival', day: addDays(today, 2) });
  });

  test('lapses with the birth when it was not offered before', () => {
    const [clock] = clocksOf([on(today, 1, decided('SEL-107-2-2')), on(addDays(today, 3), 2, birth)]);

    expect(clock && clockStatus(clock, moment('2026-05-08T08:00:00Z'))).toBe('lapsed');
  });
});

describe('a flag', () => {
  const at = day('2026-05-04');
  const flagged = (...facts: readonly PathwayFact[]): readonly string[] =>
    flagsOf([referral, ...facts].map((fact, index) => on(at, index + 1, fact))).map(({ flag }) => flag);
  const need: PathwayFact = { type: 'need-assessed', level: 'residential', reason: 'r' };
  const offered: PathwayFact = { type: 'offered', level: 'residential', what: 'w' };
  const yes: PathwayFact = { type: 'answered', answer: 'accepted', reason: null, inHerWords: '' };
  const no: PathwayFact = { type: 'answered', answer: 'declined', reason: 'child', inHerWords: '' };
  const admitted: PathwayFact = { type: 'admitted', stay, unitName: 'F' };
  const outside: PathwayFact = { type: 'criteria-assessed', edition: 'e', answers: {}, outcome: 'not-in-target-group' };

  test.each<[string, readonly PathwayFact[], readonly (typeof flagIds)[number][]]>([
    ['nothing when all comes in its order', [need, offered, yes, decided('BL-32-1-6')], []],
    ['an offer before the need was assessed', [offered], ['offered-without-need']],
    ['an answer to no offer', [yes], ['answered-without-offer']],
    ['a decision against her no', [need, offered, no, decided('SUL-141')], ['decided-without-yes']],
    ['residential care without its legal basis', [need, offered, yes, decided(null)], ['residential-without-legal-basis']],
    ['residential care outside the target group', [outside, need, offered, yes, decided('SUL-141')], ['decided-outside-target-group']],
    [
      'an admission without a decision',
      [admitted],
      ['admitted-without-decision', 'admitted-without-confirmed-place', 'admitted-without-yes'],
    ],
    [
      'an admission without the contract having been offered',
      [need, offered, yes, decided('SUL-141'), admitted],
      ['admitted-without-confirmed-place', 'admitted-without-contract-offer'],
    ],
    ['a discharge of someone who was not admitted', [{ type: 'discharged', stay, to: 'Hjem' }], ['discharged-without-admission']],
    ['what is written after the end', [{ type: 'pathway-ended', reason: 'r' }, need], ['after-end']],
    ['an assessment of a notice that is not there', [{ type: 'concern-acknowledged', notice: 9 }], ['notice-unknown']],
    [
      'something else arranged without a no',
      [{ type: 'alternative-arranged', level: 'outpatient', what: 'w' }],
      ['alternative-without-no'],
    ],
  ])('is put on %s', (_what, facts, expected) => {
    expect(flagged(...facts)).toEqual(expected);
  });

  test('is found in one pass: a pathway twice as long is not folded again for each fact', () => {
    const readsOf = (count: number): number => {
      let reads = 0;
      const facts = [referral, ...Array.from({ length: count }, (_, index) => [need, offered, yes, no][index % 4] ?? need)];
      flagsOf(
        facts.map((fact, index) => {
          const recorded = on(addDays(at, index), index + 1, fact);
          return Object.defineProperty({ ...recorded }, 'fact', { get: () => ((reads += 1), fact) });
        }),
      );
      return reads;
    };

    expect(readsOf(300)).toBeLessThan(2.2 * readsOf(150));
    expect(readsOf(300)).toBeLessThan(10 * 300);
  });

  test('is put on nothing in an admission of yesterday that is written after today’s hold and confirmation', () => {
    const dated = (days: number, sequence: number, fact: PathwayFact): ReturnType<typeof on> => on(addDays(at, days), sequence, fact);
    const told = [referral, need, offered, yes, decided('SEL-107-2-2')].map((fact, index) => dated(0, index + 1, fact));
    const held: PathwayFact = {
      type: 'place-held',
      stay,
      unitName: 'F',
      placeName: '1',
      arrival: addDays(at, 4),
      departure: addDays(at, 90),
      until: startOfDanishDay(addDays(at, 6)),
    };
    const confirmed: PathwayFact = { type: 'place-confirmed', stay, legalBasis: 'SEL-107-2-2', paidBy: asId<'municipality'>('0851') };

    const flags = flagsOf([...told, dated(5, 6, held), dated(5, 7, confirmed), dated(4, 8, admitted)]).map(({ flag }) => flag);

    expect(flags).not.toContain('admitted-without-confirmed-place');
  });

  test('is put on what happened before the referral or is dated after it was written', () => {
    const early = on(addDays(at, -3), 2, { type: 'event', kind: 'note', text: 't' });
    const future = { ...on(addDays(at, 9), 3, need), recorded: startOfDanishDay(at) };

    expect(flagsOf([on(at, 1, referral), early, future])).toEqual([
      { flag: 'day-before-referral', sequence: 2, type: 'event', settled: false },
      { flag: 'happened-later-than-written', sequence: 3, type: 'need-assessed', settled: false },
    ]);
    // Written before there was any referral: that one came later changes nothing of it.
    const first = on(addDays(at, -3), 1, { type: 'event', kind: 'note', text: 't' });
    expect(flagsOf([first, on(at, 2, referral)])).toEqual([{ flag: 'before-referral', sequence: 1, type: 'event', settled: false }]);
  });
});
