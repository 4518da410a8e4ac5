import { describe, expect, test } from 'vitest';
import { now, taken } from '../../../test/provision.ts';
import { permissions } from '../../access/permissions.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay, type Day, day } from '../time.ts';
import { admit, arrivalQuestions, discharge, openQuestions } from './arrival.ts';
import { confirmStay, endStay } from './confirm.ts';
import { lifecycle, stayActs, stayStatuses, takesPlace } from './lifecycle.ts';
import type { Stay } from './stay.ts';

const today = danishDay(now);
const municipality = asId<'municipality'>('0851');
/** These nights on place a. */
const on = (arrival: Day, departure: Day): Pick<Stay, 'nights' | 'parts'> => ({
  nights: { arrival, departure },
  parts: [{ place: asId<'place'>('a'), nights: { arrival, departure } }],
});
const held: Stay = {
  id: asId<'stay'>('hers'),
  pathway: asId<'pathway'>('maja'),
  unit: asId<'unit'>('lyng'),
  ...on(today, addDays(today, 90)),
  status: 'held',
  heldUntil: addMinutes(now, 30),
  extensions: 0,
  needs: [],
  legalBasis: null,
  paidBy: null,
};
const confirmed: Stay = { ...held, status: 'confirmed', heldUntil: null, legalBasis: 'SEL-107-2-2', paidBy: municipality };
const decided = { legalBasis: 'SUL-141', municipality } as const;
const admitted: Stay = { ...confirmed, status: 'admitted' };

describe('the life of a stay', () => {
  test('begins with a hold, and every status is reached by some act', () => {
    expect(stayActs.filter((act) => lifecycle[act].from.length === 0)).toEqual(['hold']);
    expect(new Set(stayActs.map((act) => lifecycle[act].to).filter((to) => to !== 'as-it-was'))).toEqual(new Set(stayStatuses));
  });

  test('has the unit alone write who came, left or was refused, and the municipality alone commit itself to pay', () => {
    expect(permissions['place:manage'].roles).toEqual(['unit-leader']);
    expect(permissions['place:confirm'].roles).toEqual(['care-decider', 'family-department', 'substance-treatment']);
  });

  test('takes no place once it was let go, and nothing but an admission follows a hold that ran out', () => {
    for (const status of stayStatuses.filter((one) => !takesPlace[one]))
      expect(stayActs.filter((act) => (lifecycle[act].from as readonly string[]).includes(status))).toEqual(
        status === 'expired' ? ['admit'] : [],
      );
  });
});

describe('a confirmation', () => {
  test('rests on a legal basis and a municipality that pays', () => {
    expect(confirmStay(held, { legalBasis: 'SUL-141', paidBy: municipality }, now, decided)).toEqual({
      outcome: 'confirmed',
      legalBasis: 'SUL-141',
      paidBy: municipality,
      deviations: [],
    });
  });

  test('names all that is missing', () => {
    expect(confirmStay(held, { legalBasis: null, paidBy: null }, now, decided)).toEqual({
      outcome: 'missing',
      what: ['legal-basis', 'paying-municipality'],
    });
    expect(confirmStay(held, { legalBasis: 'SUL-141', paidBy: null }, now, decided)).toEqual({
      outcome: 'missing',
      what: ['paying-municipality'],
    });
  });

  test('comes too late when the hold has run out, and is not given twice', () => {
    const commitment = { legalBasis: 'SUL-141', paidBy: municipality } as const;

    expect(confirmStay(held, commitment, addMinutes(now, 30), decided)).toEqual({ outcome: 'run-out' });
    expect(confirmStay({ ...held, status: 'expired' }, commitment, now, decided)).toEqual({ outcome: 'run-out' });
    expect(confirmStay(confirmed, commitment, now, decided)).toEqual({ outcome: 'not-held', status: 'confirmed' });
  });
});

describe('a confirmation that differs from the decision', () => {
  const other = { legalBasis: 'BL-32-1-6', paidBy: asId<'municipality'>('0461') } as const;

  test('is asked about once, and is recorded with the difference when it is meant so', () => {
    expect(confirmStay(held, other, now, decided)).toEqual({ outcome: 'ask', about: ['other-basis', 'other-payer'] });
    expect(confirmStay(held, other, now, decided, ['other-basis'])).toEqual({ outcome: 'ask', about: ['other-payer'] });
    expect(confirmStay(held, other, now, decided, ['other-basis', 'other-payer'])).toMatchObject({
      outcome: 'confirmed',
      deviations: ['other-basis', 'other-payer'],
    });
  });

  test('where nothing was decided is asked about too', () => {
    expect(confirmStay(held, other, now, { legalBasis: null, municipality: null })).toEqual({
      outcome: 'ask',
      about: ['no-decided-basis'],
    });
  });
});

describe('an admission', () => {
  test('as agreed has no remarks', () => {
    expect(admit(confirmed, [], today, now)).toEqual({ outcome: 'admitted', ...on(today, addDays(today, 90)), remarks: [] });
  });

  test('is recorded without confirmation and after the hold has run out, and says so', () => {
    expect(admit({ ...held, heldUntil: now }, [], today, now)).toMatchObject({
      outcome: 'admitted',
      remarks: ['hold-had-run-out', 'not-confirmed'],
    });
    expect(admit({ ...held, status: 'expired' }, [], today, now)).toMatchObject({
      outcome: 'admitted',
      remarks: ['hold-had-run-out', 'not-confirmed'],
    });
  });

  test('earlier or later than agreed takes the nights she is there', () => {
    const agreed = { ...confirmed, ...on(addDays(today, 3), addDays(today, 10)) };
    const past = { ...confirmed, ...on(addDays(today, -10), addDays(today, -3)) };

    expect(admit(agreed, [], today, now)).toEqual({
      outcome: 'admitted',
      ...on(today, addDays(today, 10)),
      remarks: ['came-earlier'],
    });
    expect(admit(past, [], today, now)).toEqual({
      outcome: 'admitted',
      ...on(today, addDays(today, 7)),
      remarks: ['came-later'],
    });
  });

  test('before the contract was offered is recorded and marked', () => {
    expect(admit(confirmed, [], today, now, { elsewhere: false, contractOwed: true })).toMatchObject({
      outcome: 'admitted',
      remarks: ['contract-not-offered'],
    });
  });

  test('is asked about for what can be a slip of the pen or be done before, and for nothing that was answered', () => {
    expect(openQuestions(['came-later', 'must-move', 'contract-not-offered'], [])).toEqual(['came-later', 'contract-not-offered']);
    expect(openQuestions(['came-later', 'contract-not-offered'], ['came-later'])).toEqual(['contract-not-offered']);
    expect(openQuestions(arrivalQuestions, arrivalQuestions)).toEqual([]);
  });

  test('of a woman whom another unit still has as admitted is recorded and marked', () => {
    expect(admit(confirmed, [], today, now, { elsewhere: true, contractOwed: false })).toMatchObject({
      outcome: 'admitted',
      remarks: ['not-discharged-elsewhere'],
    });
  });

  test('on a place where somebody else is names the nights that stand in the way', () => {
    const by = taken('a', addDays(today, -2), addDays(today, 4), { status: 'admitted' });

    expect(admit({ ...held, status: 'expired' }, [by], today, now)).toEqual({ outcome: 'place-taken', by: [by.nights] });
  });

  test('on a place that is another’s from a later night is recorded until then', () => {
    const next = taken('a', addDays(today, 20), addDays(today, 40));

    expect(admit({ ...held, status: 'expired' }, [next], today, now)).toMatchObject({
      outcome: 'admitted',
      ...on(today, addDays(today, 20)),
      remarks: ['hold-had-run-out', 'not-confirmed', 'must-move'],
    });
  });

  test('happens once, not in the future, and not after the stay was given up', () => {
    expect(admit(admitted, [], today, now)).toEqual({ outcome: 'already-admitted' });
    expect(admit(confirmed, [], addDays(today, 1), now)).toEqual({ outcome: 'in-the-future' });
    expect(admit({ ...confirmed, status: 'refused' }, [], today, now)).toEqual({ outcome: 'ended', status: 'refused' });
  });
});

describe('a discharge', () => {
  const there = { ...admitted, ...on(addDays(today, -20), addDays(today, 30)) };

  test('ends the nights on the day she left, also on the day she came', () => {
    expect(discharge(there, [], today, now)).toEqual({
      outcome: 'discharged',
      ...on(there.nights.arrival, today),
      remarks: [],
    });
    expect(discharge(there, [], there.nights.arrival, now)).toMatchObject({
      ...on(there.nights.arrival, there.nights.arrival),
    });
  });

  test('later than planned is recorded, and leaves another’s nights alone', () => {
    const overdue = { ...there, ...on(day('2026-10-01'), day('2026-11-01')) };
    const next = taken('a', '2026-11-10', '2026-12-01', { status: 'confirmed' });

    expect(discharge(overdue, [next], today, now)).toEqual({
      outcome: 'discharged',
      ...on(day('2026-10-01'), day('2026-11-10')),
      remarks: ['left-later'],
    });
  });

  test('needs an admission, and a day between the arrival and today', () => {
    expect(discharge(confirmed, [], today, now)).toEqual({ outcome: 'not-admitted', status: 'confirmed' });
    expect(discharge(there, [], addDays(there.nights.arrival, -1), now)).toEqual({ outcome: 'before-arrival' });
    expect(discharge(there, [], addDays(today, 1), now)).toEqual({ outcome: 'in-the-future' });
  });
});

describe('a stay that has not begun', () => {
  test('is released by those who seek a place, refused by the unit and withdrawn after confirmation', () => {
    expect(endStay(held, 'release', now)).toEqual({ outcome: 'ended', status: 'released' });
    expect(endStay(confirmed, 'refuse', now, 'ingen nattevagt')).toEqual({ outcome: 'ended', status: 'refused' });
    // A place that was promised is not taken back without words; one that is only held is.
    expect(endStay(confirmed, 'refuse', now, ' ')).toEqual({ outcome: 'words-missing' });
    expect(endStay(held, 'refuse', now)).toEqual({ outcome: 'ended', status: 'refused' });
    // A reason that says nothing by itself is said in words, also of a place that was only held.
    expect(endStay(held, 'refuse', now, ' ', 'other')).toEqual({ outcome: 'words-missing' });
    expect(endStay(held, 'refuse', now, 'røgskade', 'other')).toEqual({ outcome: 'ended', status: 'refused' });
    expect(endStay(held, 'refuse', now, '', 'staffing')).toEqual({ outcome: 'ended', status: 'refused' });
    expect(endStay(confirmed, 'withdraw', now)).toEqual({ outcome: 'ended', status: 'withdrawn' });
    expect(endStay(confirmed, 'release', now)).toEqual({ outcome: 'cannot', status: 'confirmed' });
  });

  test('ends once: asking again changes nothing', () => {
    expect(endStay({ ...held, status: 'released' }, 'release', now)).toEqual({ outcome: 'ended', status: 'released' });
  });

  test('expires when its time has come and not before', () => {
    expect(endStay(held, 'expire', addMinutes(now, 29))).toEqual({ outcome: 'not-yet' });
    expect(endStay(held, 'expire', addMinutes(now, 30))).toEqual({ outcome: 'ended', status: 'expired' });
  });
});
