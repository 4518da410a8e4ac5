/** What a unit sees of its waiting list, and its no. Initials and no more, until the place is hers or held for her; each reading is traced. */
import { sql } from 'kysely';
import { homeOf } from '../domain/geography/travel.ts';
import type { Id } from '../domain/id.ts';
import { refusalNeedsWords, type RefusalReason } from '../domain/placement/confirm.ts';
import { comesWithBaby } from '../domain/placement/her-needs.ts';
import { initialOf } from '../domain/placement/unit-sight.ts';
import { type UrgencyToldToUnit, urgencyToldToUnit } from '../domain/placement/urgency-told.ts';
import { type TrimmedLine, type WaitingLine, waitingListOf } from '../domain/placement/waiting-list.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, leaveTrace, type Transaction } from './database.ts';
import { telling, whileTelling } from './placement-pathway.ts';
import { loadUnit, type Provision } from './placement-provision.ts';
import { patiently } from './placement-retry.ts';
import { offerWhereWaiting } from './placement-waiting-offer.ts';
import { askedElsewhere, isAskedElsewhere } from './placement-asked-elsewhere.ts';
import { authorOf, lockPathway, moveRequest, waitingRequests } from './placement-waiting-rows.ts';

/** An offer that the unit can see runs. */
export type OpenOffer = {
  readonly request: Id<'request'>;
  readonly stay: Id<'stay'>;
  readonly initials: string;
  readonly answerBy: Moment;
};

/** A line of the list as a unit reads it: what she wishes, and how urgent she is as far as a unit is told. */
export type UnitLine = TrimmedLine & { readonly urgency: UrgencyToldToUnit };

export type UnitListMaterial = Provision & {
  /** The list in its order. */
  readonly list: readonly UnitLine[];
  /** By request: initials for the unit's own leader. */
  readonly initials: ReadonlyMap<Id<'request'>, string>;
  /** Those who wait for another unit too: what the unit's no leaves her. */
  readonly elsewhere: ReadonlySet<Id<'request'>>;
  readonly offers: readonly OpenOffer[];
  /** Those who come with a newborn: who comes is told the unit, and when it was born is not. */
  readonly withBaby: ReadonlySet<Id<'request'>>;
  readonly now: Moment;
};

/** The list of a unit for its own leader; null for everybody else, and where there is no such unit. */
export function unitListMaterial(db: Database, permit: Permit, unit: Id<'unit'>): Promise<UnitListMaterial | null> {
  return asActor(db, permit, { kind: 'unit', id: unit }, async (tx) => {
    const provision = await loadUnit(tx, unit);
    if (!provision || provision.facility.id !== permit.actor.organisation.facility) return null;
    const now = await databaseNow(tx);
    const all = await waitingRequests(tx);
    const whole = waitingListOf(all, provision, homeOf, danishDay(now), now);
    const list = whole.map(withoutCircumstances);
    const withBaby = new Set(
      whole.filter(({ request }) => comesWithBaby(request, request.urgency.bornOn)).map(({ request }) => request.id),
    );
    const onTheList = list.map(({ request }) => request.id);
    const known = (await waitingAt(tx, unit)).filter(({ id }) => onTheList.includes(id));
    for (const { pathway } of known) await leaveTrace(tx, permit, { kind: 'pathway', id: pathway });
    const initials = new Map(known.map((one) => [one.id, one.initials]));
    const elsewhere = await askedElsewhere(
      tx,
      all.filter(({ id, status }) => onTheList.includes(id) && status === 'waiting'),
      unit,
    );
    return { ...provision, list, withBaby, initials, elsewhere, offers: await openOffersAt(tx, unit), now };
  });
}

/** Her circumstances are for her team: the unit is told how urgent she is, and of why only what says nothing about her. */
function withoutCircumstances({ request, urgency, number, closed }: WaitingLine): UnitLine {
  const { urgency: _, municipality: __, ...told } = request;
  return { number, closed, request: told, urgency: urgencyToldToUnit(urgency) };
}

export type RefusedRequest =
  /** `elsewhere`: she stands on the list of another unit. */
  | { readonly outcome: 'refused'; readonly elsewhere: boolean }
  /** The unit has said no to her before, and its no stands: nothing is written, and it is counted once. The form may have come twice. */
  | { readonly outcome: 'refused-already' }
  | { readonly outcome: 'no-such-pathway' }
  /** The reason says nothing by itself, and no words say it: nothing is written. */
  | { readonly outcome: 'words-missing' }
  | { readonly outcome: 'cannot' }
  | { readonly outcome: 'busy' };

/** The unit's no to one who waits, with a reason of its closed list. Her request moves on to the next unit. A stay is refused on its own page. */
export function refuseRequest(
  db: Database,
  permit: Permit,
  unit: Id<'unit'>,
  request: Id<'request'>,
  reason: RefusalReason,
  text: string,
): Promise<RefusedRequest> {
  return patiently(() =>
    asActor(db, permit, { kind: 'unit', id: unit }, async (tx): Promise<RefusedRequest> => {
      const hers = (await waitingAt(tx, unit)).find(({ id }) => id === request);
      if (!hers) return { outcome: 'no-such-pathway' };
      await leaveTrace(tx, permit, { kind: 'pathway', id: hers.pathway });
      await whileTelling(tx, hers.pathway, () => lockPathway(tx, hers.pathway));
      const isListed = await isOnListOf(tx, unit, request);
      const outcome = await whileTelling(
        tx,
        hers.pathway,
        async (): Promise<'refused' | 'refused-already' | 'words-missing' | 'cannot'> => {
          const row = await tx.selectFrom('placement_request').select(['status', 'closed']).where('id', '=', request).executeTakeFirst();
          if (row?.closed.some((one) => one.unit === unit && one.why === 'refused')) return 'refused-already';
          if (row?.status !== 'waiting' || !isListed) return 'cannot';
          if (refusalNeedsWords('waiting', reason) && text.trim() === '') return 'words-missing';
          const refusal = { act: 'refuse', unit, reason, text } as const;
          return (await moveRequest(tx, request, refusal, authorOf(permit.actor), await databaseNow(tx))) === null ? 'cannot' : 'refused';
        },
      );
      if (outcome !== 'refused') return { outcome };
      await offerWhereWaiting(tx, request, telling);
      return { outcome, elsewhere: await isAskedElsewhere(tx, request, unit) };
    }),
  );
}

type KnownAtUnit = { readonly id: Id<'request'>; readonly pathway: Id<'pathway'>; readonly initials: string };

/**
 * Whether the unit reads her on its list as it is now. One who has said no to it herself, or whom no place of it suits any more, is refused by nobody:
 * a unit's no counts for her, and must not stand where hers did.
 */
async function isOnListOf(tx: Transaction, unit: Id<'unit'>, request: Id<'request'>): Promise<boolean> {
  const provision = await loadUnit(tx, unit);
  const now = await databaseNow(tx);
  return (
    provision !== null &&
    waitingListOf(await waitingRequests(tx), provision, homeOf, danishDay(now), now).some((line) => line.request.id === request)
  );
}

/** Those who wish for the unit, or for any: the database tells them to its own leader alone. */
async function waitingAt(tx: Transaction, unit: Id<'unit'>): Promise<readonly KnownAtUnit[]> {
  const { rows } = await sql<KnownAtUnit>`select * from waiting_at(${unit})`.execute(tx);
  return rows;
}

async function openOffersAt(tx: Transaction, unit: Id<'unit'>): Promise<readonly OpenOffer[]> {
  const rows = await tx
    .selectFrom('placement_offer')
    .innerJoin('stay', 'stay.id', 'placement_offer.stay')
    .select(['placement_offer.request', 'placement_offer.stay', 'placement_offer.answer_by', 'stay.called_name'])
    .where('placement_offer.unit', '=', unit)
    .where('placement_offer.status', '=', 'open')
    .orderBy('placement_offer.answer_by')
    .execute();
  return rows.map(({ request, stay, answer_by, called_name }) => ({
    request,
    stay,
    initials: initialOf(called_name),
    answerBy: answer_by,
  }));
}
