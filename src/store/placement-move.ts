/** What the team does to a stay beside confirming it: more time for the hold, another departure, and the ways it ends before she has come. */
import { type Ending, endStay, type EndingAct, type RefusalReason } from '../domain/placement/confirm.ts';
import { changeDeparture, type DepartureChange } from '../domain/placement/departure.ts';
import { agreedAfter, followBirthRule } from '../domain/placement/follow-birth.ts';
import { type Extension, extendHold } from '../domain/placement/hold.ts';
import { needsAfterBirth } from '../domain/placement/needs.ts';
import type { Id } from '../domain/id.ts';
import { danishDay, type Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database, Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { endedPathway, type PathwayEnded, tellPathway } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { moveStay } from './placement-stay-write.ts';
import type { StayWithName } from './placement-stays.ts';
import { stayAfterAll, stayAfterRefusal } from './placement-transfer.ts';

/** Gives a hold more time, before it has run out. */
export function extendHoldOf(db: Database, permit: Permit, sent: StayForm): Promise<Extension | PathwayEnded | NotDone> {
  const form = asking(sent, []);
  return withStay(
    db,
    permit,
    form,
    { act: 'extend', done: 'extended', by: 'team' },
    async (tx, before, now): Promise<Extension | PathwayEnded> => {
      if (await endedPathway(tx, before.pathway)) return { outcome: 'pathway-ended' };
      const extension = extendHold(before, now);
      if (extension.outcome === 'extended') {
        const { until, extensions } = extension;
        await moveStay(
          tx,
          before,
          { held_until: until, extensions },
          {
            act: 'extend',
            status: 'held',
            actor: permit.actor,
            at: now,
            data: { until },
            form: { key: form.key, answer: extension },
          },
        );
        const { pathway, unitName, nights } = before;
        await tellPathway(
          tx,
          pathway,
          { type: 'place-held', stay: before.id, unitName, ...placesTold(before), ...nights, until, extended: true },
          permit.actor,
          now,
        );
      }
      return extension;
    },
  );
}

/** The first place and those she moves to, as they are told on the pathway. */
function placesTold({ parts }: StayWithName): {
  readonly placeName: string;
  readonly further?: readonly { readonly placeName: string; readonly from: Day }[];
} {
  const [first, ...rest] = parts;
  const further = rest.map(({ placeName, nights: { arrival: from } }) => ({ placeName, from }));
  return { placeName: first?.placeName ?? '', ...(further.length > 0 ? { further } : {}) };
}

/** Another departure as it is asked for: on which day, why, and on which place of the unit where it is not her own. */
export type DepartureAsked = {
  readonly departure: Day;
  readonly onPlace: Id<'place'> | null;
  readonly reason: string;
  /** Whether whoever wrote the reason was told that she reads it. */
  readonly readByHer?: boolean;
};

/** Lets her stay longer, as after the birth, or shorter. The municipality's act: it pays for the nights. */
export function changeDepartureOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  { departure, onPlace, reason, readByHer = false }: DepartureAsked,
): Promise<DepartureChange | PathwayEnded | NotDone> {
  const form = asking(sent, [departure, onPlace, reason]);
  return withStay(
    db,
    permit,
    form,
    { act: 'change-departure', done: 'departure-changed', by: 'team', locks: 'unit' },
    async (tx, before, now): Promise<DepartureChange | PathwayEnded> => {
      const her = (await readPathway(tx, before.pathway))?.pathway;
      if (her?.ended) return { outcome: 'pathway-ended' };
      const provision = await loadUnit(tx, before.unit);
      if (!provision) throw new Error(`the unit of the stay ${before.id} is not there`);
      const needs = needsAfterBirth(before.needs, before);
      const occupations = await loadOccupations(tx, danishDay(now), [before.unit]);
      const change = changeDeparture(before, provision.unit, occupations, { departure, onPlace, needs }, now);
      if (change.outcome === 'departure-changed') {
        const nightsAfter = agreedAfter(before, departure);
        // It follows the birth where it is counted by it, and she is told so.
        const follows = nightsAfter === null ? {} : ({ follows: before.bornOn === null ? 'due-date' : 'birth' } as const);
        const edition = nightsAfter === null ? {} : { edition: followBirthRule.edition };
        await moveStay(
          tx,
          before,
          { parts: change.parts, nightsAfterBirth: nightsAfter },
          {
            act: 'change-departure',
            status: before.status,
            actor: permit.actor,
            at: now,
            data: { from: before.nights.departure, departure, reason, ...follows, ...edition },
            form: { key: form.key, answer: change },
          },
        );
        await tellPathway(
          tx,
          before.pathway,
          {
            type: 'departure-changed',
            stay: before.id,
            from: before.nights.departure,
            departure,
            reason,
            ...(readByHer ? { readByHer } : {}),
            ...follows,
          },
          permit.actor,
          now,
        );
      }
      return change;
    },
  );
}

/** Why a stay ended before it began; the unit's no has a reason from a closed list. */
export type EndingReason = { readonly reason: RefusalReason | null; readonly text: string };

/** Ends a stay that has not begun: released by those who held it, refused by the unit, withdrawn by the municipality. */
export function endStayOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  act: Exclude<EndingAct, 'expire'>,
  why: EndingReason,
): Promise<Ending | NotDone> {
  const form = asking(sent, [why]);
  return withStay(
    db,
    permit,
    form,
    { act, done: 'ended', by: act === 'refuse' ? 'unit' : 'team' },
    async (tx: Transaction, before, now): Promise<Ending> => {
      const ending = endStay(before, act, now, why.text, why.reason);
      if (ending.outcome === 'ended' && before.status !== ending.status) {
        await moveStay(
          tx,
          before,
          { status: ending.status, held_until: null },
          { act, status: ending.status, actor: permit.actor, at: now, data: why, form: { key: form.key, answer: ending } },
        );
        const reason = why.reason === null ? {} : { reason: why.reason };
        await tellPathway(tx, before.pathway, { type: 'hold-ended', stay: before.id, how: ending.status, ...reason }, permit.actor, now);
        if (act === 'withdraw') await stayAfterAll(tx, permit, before, now);
        if (act === 'refuse') await stayAfterRefusal(tx, permit, before, now);
      }
      return ending;
    },
  );
}
