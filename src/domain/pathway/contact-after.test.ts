/** A woman whose stay was broken off is talked with within few days: the coordinator's step, until a contact is written. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admitted, confirmed, decided, discharged, held, referral, told } from '../../../test/told-pathway.ts';
import { addDays, day } from '../time.ts';
import { contactDue } from './contact-after.ts';
import { workListOf } from './work.ts';
import { isBrokenOff } from './broken-off.ts';
import type { PathwayFact } from './facts.ts';
import { foldPathway } from './fold.ts';
import { longestWayTo } from './her-list-answer.ts';
import { nextStep, nextStepFor, stepOfContact, stepOfList } from './next-step.ts';
import type { Pathway, PathwayStay } from './state.ts';

const first = day('2026-11-26');
const stay = { status: 'discharged', dischargedOn: first, departure: addDays(first, 30) } as PathwayStay;
const hers: Parameters<typeof contactDue>[0] = { stay, bornOn: null, latestAnswer: null };

describe('contact after a stay that was broken off', () => {
  test('is due two days after she left, by our own edition', () => {
    expect(contactDue(hers)).toEqual({ day: addDays(first, 2), edition: 'kontakt-efter-afbrud/2026-11' });
  });

  test('is asked of nobody where the stay ended as agreed, began before the edition, or she has another place', () => {
    expect(contactDue({ ...hers, stay: { ...stay, departure: first } })).toBeNull();
    expect(contactDue({ ...hers, bornOn: first })).toBeNull();
    expect(contactDue({ ...hers, stay: { ...stay, dischargedOn: addDays(first, -1) } })).toBeNull();
    expect(contactDue({ ...hers, stay: { ...stay, status: 'admitted', dischargedOn: null } })).toBeNull();
    expect(contactDue({ ...hers, stay: null })).toBeNull();
  });

  test('is done by a contact on the day she left, and not by one before', () => {
    expect(contactDue({ ...hers, lastContact: first })).toBeNull();
    expect(contactDue({ ...hers, lastContact: addDays(first, -1) })).not.toBeNull();
  });

  test('is done by a contact from the day she left on, or by what she answered on a later day; on any days', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((after) => addDays(first, after));
    const answered = (on: ReturnType<typeof day>): Pathway['latestAnswer'] => ({ on, answer: 'considering', reason: null });
    fc.assert(
      fc.property(days, days, fc.option(days), fc.option(days), (left, departure, contact, answer) => {
        const one = { ...stay, dischargedOn: left, departure };
        const due = contactDue({
          ...hers,
          stay: one,
          ...(contact ? { lastContact: contact } : {}),
          latestAnswer: answer && answered(answer),
        });
        const isAsked = isBrokenOff(one, null) && !(contact && contact >= left) && !(answer && answer > left);
        expect(due?.day ?? null).toBe(isAsked ? addDays(left, 2) : null);
      }),
    );
  });
});

type Happening = readonly [days: number, fact: PathwayFact];

/** Broken off on the day of the first edition, before the agreed departure. */
const left = 56;
const here: readonly Happening[] = [
  [0, referral],
  [33, held],
  [34, confirmed],
  [40, admitted],
];
const after = (...more: readonly Happening[]): Pathway => foldPathway(told(...here, [left, discharged], ...more));
const contact: Happening[1] = { type: 'event', kind: 'contact', text: 'Hun er hos sin søster' };

describe('a contact with her who left', () => {
  test('stands beside the next step of those who decide and find a place, and takes it from none of them', () => {
    const seeking = after([left + 1, decided]);
    expect(nextStep(seeking)?.action).toBe('hold-place');
    expect(nextStepFor(seeking, 'care-decider')?.action).toBe('hold-place');
    expect(stepOfContact(seeking)).toMatchObject({ action: 'contact-her', by: { day: addDays(first, 2) } });
    expect(nextStepFor(seeking, 'coordinator')?.action).toBe('contact-her');
    expect(nextStepFor(seeking, 'family-department')?.action).toBe('contact-her');
    expect(nextStepFor(after([left + 1, decided], [left + 2, contact]), 'coordinator')?.action).toBe('hold-place');
  });

  test('is today’s from the day she left, first of all that is, also where the law’s clock or a form is due sooner', () => {
    const waits = foldPathway(told([0, referral]));
    const seeking = after([left + 1, { ...decided, legalBasis: 'BL-32-1-6' }]);
    for (const day of [0, 1, 2]) {
      const list = workListOf([{ pathway: waits }, { pathway: seeking }], 'coordinator', addDays(first, day));
      expect(list.today.map(({ next }) => next.action)[0]).toBe('contact-her');
    }
    expect(workListOf([{ pathway: seeking }], 'coordinator', addDays(first, 3)).overdue.map(({ next }) => next.action)).toEqual([
      'contact-her',
    ]);
    expect(workListOf([{ pathway: seeking }], 'care-decider', addDays(first, 1)).today).toEqual([]);
  });

  test('counts on the day she left where it was written after that she left, and not before', () => {
    expect(stepOfContact(after([left, contact]))).toBeNull();
    expect(stepOfContact(foldPathway(told(...here, [left, contact], [left, discharged])))).not.toBeNull();
    expect(stepOfContact(foldPathway(told(...here, [left - 1, contact], [left, discharged])))).not.toBeNull();
  });
});

describe('she who stands on the list and was not asked', () => {
  const onList = (edition?: string): Pathway =>
    foldPathway(told([0, referral], [56, { type: 'list-answered', answer: 'not-asked', ...(edition === undefined ? {} : { edition }) }]));

  test('is asked within the days of the edition she was put there by; a fact from before it was kept by that of its day', () => {
    for (const pathway of [onList('ja-til-venteliste/2026-11'), onList()])
      expect(stepOfList(pathway)?.by).toEqual({
        day: addDays(first, 2),
        at: null,
        basis: { kind: 'agreed', edition: 'ja-til-venteliste/2026-11' },
      });
  });

  test('keeps the way that she said when she comes, for the stay alone', () => {
    const came = (longestWay?: number | null): Pathway =>
      foldPathway(
        told(
          [0, referral],
          [30, { type: 'list-answered', answer: 'yes', ...(longestWay === undefined ? {} : { longestWay }) }],
          [33, held],
          [40, admitted],
        ),
      );
    for (const way of [30, null]) {
      expect(came(way).stay).toMatchObject({ longestWay: way });
      expect(came(way)).not.toHaveProperty('onList');
    }
    expect(came().stay).not.toHaveProperty('longestWay');
    expect([longestWayTo(undefined, { longestWay: 30 }, 90), longestWayTo({ longestWay: null }, { longestWay: 30 }, 90)]).toEqual([
      30,
      null,
    ]);
    expect([longestWayTo({}, {}, 90), longestWayTo(undefined, undefined, null)]).toEqual([90, null]);
  });
});
