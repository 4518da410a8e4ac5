/** What the pages about the waiting list are made of, each read in one transaction at one moment of the database's clock. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { candidatesIn } from '../domain/placement/national-index.ts';
import type { Candidate } from '../domain/placement/search.ts';
import type { CountedOffer, CountedOvertaking, CountedRequest, FairnessMatter } from '../domain/placement/waiting-fairness.ts';
import type { OfferStatus } from '../domain/placement/waiting-offer.ts';
import type { PlacementRequest } from '../domain/placement/waiting-request.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { HerNeeds } from '../domain/placement/her-needs.ts';
import { type HerReach, herReach } from './her-reach.ts';
import { herNeedsNow } from './her-needs.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { type ReadPathway, readPathway } from './pathway.ts';
import { herDayOfBirth } from './placement-birth.ts';
import type { HeldPlaces } from './placement-index.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';
import { logOf, type WrittenLine } from './placement-waiting-log.ts';
import { eventRows, type EventRow, eventsOf, type RequestRow, waitingRequests } from './placement-waiting-rows.ts';
import { byCode } from '../domain/code-order.ts';

/** Her latest request with all that was written on it. */
export type HerRequest = RequestRow & {
  readonly units: readonly Id<'unit'>[];
  /** So many nights after the birth; null of so many nights. */
  readonly nightsAfterBirth: number | null;
  readonly events: readonly EventRow[];
  /** What was written on her earlier requests, the oldest first. */
  readonly earlier: readonly EventRow[];
  readonly log: readonly WrittenLine[];
  readonly offers: readonly {
    readonly stay: Id<'stay'>;
    readonly unit: Id<'unit'>;
    readonly offered: Moment;
    readonly answerBy: Moment;
    readonly status: OfferStatus;
  }[];
  /** The stay that is offered or held for her. */
  readonly herStay: StayWithName | null;
};

export type HerWaitingMaterial = {
  readonly her: ReadPathway;
  /** Her day of birth; `null` where it is not known. */
  readonly born: Day | null;
  /** The longest way by her requests. */
  readonly reach: HerReach;
  /** Her needs as her team wrote them, and from the birth on as they are after it; null where nobody has written any. */
  readonly needs: HerNeeds | null;
  /** Null when she was never on the list. */
  readonly request: HerRequest | null;
  readonly requests: readonly PlacementRequest[];
  readonly candidates: readonly Candidate[];
  readonly now: Moment;
};

/** Null when there is no such pathway, or the actor takes no part in it. */
export function herWaitingMaterial(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  places: HeldPlaces,
): Promise<HerWaitingMaterial | null> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) => {
    const her = await readPathway(tx, pathway);
    if (!her) return null;
    const now = await databaseNow(tx);
    const requests = await waitingRequests(tx);
    const born = await herDayOfBirth(tx, pathway);
    const [needs, candidates] = [await herNeedsNow(tx, pathway), await unitsInOrder(tx, places)];
    const reach = await herReach(tx, pathway);
    return { her, born, reach, needs, request: await latestRequest(tx, pathway), requests, candidates, now };
  });
}

/** Every unit by the ids of its facility and itself, from what the process holds, as new as the transaction. */
async function unitsInOrder(tx: Transaction, places: HeldPlaces): Promise<readonly Candidate[]> {
  return candidatesIn(await places.asOf(tx)).toSorted(
    ({ unit: one }, { unit: other }) => byCode(one.facility, other.facility) || byCode(one.id, other.id),
  );
}

async function latestRequest(tx: Transaction, pathway: Id<'pathway'>): Promise<HerRequest | null> {
  const row = await tx
    .selectFrom('placement_request')
    .selectAll()
    .where('pathway', '=', pathway)
    .orderBy(sql`(select max(recorded) from placement_request_event where request = placement_request.id)`, 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const earlier = await eventRows(tx)
    .where('placement_request.pathway', '=', pathway)
    .where('placement_request.id', '<>', row.id)
    .orderBy('placement_request_event.recorded')
    .orderBy('placement_request_event.sequence')
    .execute();
  const units = await tx
    .selectFrom('placement_request_unit')
    .select('unit')
    .where('request', '=', row.id)
    .where('wish', '=', row.wish)
    .orderBy('preference')
    .execute();
  const offers = await tx.selectFrom('placement_offer').selectAll().where('request', '=', row.id).orderBy('offered').execute();
  return {
    ...row,
    units: units.map(({ unit }) => unit),
    nightsAfterBirth: row.nights_after_birth,
    events: await eventsOf(tx, row.id),
    earlier,
    log: await logOf(tx, row.id),
    offers: offers.map(({ stay, unit, offered, answer_by: answerBy, status }) => ({ stay, unit, offered, answerBy, status })),
    herStay: row.stay === null ? null : await loadStay(tx, row.stay),
  };
}

/** An offer that waits for the answer of the asker's organisation. */
export type OfferToAnswer = {
  readonly pathway: Id<'pathway'>;
  readonly calledName: string;
  readonly unitName: string;
  readonly answerBy: Moment;
};

/** Open offers on the pathways that an organisation takes part in, the first to run out first; those that have run out are left out. */
export function offersToAnswer(db: Database, permit: Permit): Promise<{ readonly offers: readonly OfferToAnswer[]; readonly now: Moment }> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const now = await databaseNow(tx);
    const rows = await tx
      .selectFrom('placement_offer')
      .innerJoin('placement_request', 'placement_request.id', 'placement_offer.request')
      .innerJoin('care_team_member', 'care_team_member.pathway', 'placement_request.pathway')
      .innerJoin('unit', 'unit.id', 'placement_offer.unit')
      .innerJoin('facility', 'facility.id', 'unit.facility')
      .where('care_team_member.organisation', '=', permit.actor.organisation.id)
      .where('placement_offer.status', '=', 'open')
      .where('placement_offer.answer_by', '>', now)
      .select([
        'placement_request.pathway',
        'placement_request.called_name',
        'placement_offer.answer_by',
        'unit.name',
        'facility.name as facility_name',
      ])
      .orderBy('placement_offer.answer_by')
      .execute();
    const offers = rows.map(({ pathway, called_name, answer_by, name, facility_name }) => ({
      pathway,
      calledName: called_name,
      unitName: `${facility_name}, ${name}`,
      answerBy: answer_by,
    }));
    return { offers, now };
  });
}

/** The country's list without names. */
export type NationalWaitingMaterial = {
  readonly requests: readonly PlacementRequest[];
  readonly candidates: readonly Candidate[];
  readonly now: Moment;
};

export function nationalWaitingMaterial(db: Database, permit: Permit, places: HeldPlaces): Promise<NationalWaitingMaterial> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const now = await databaseNow(tx);
    return { requests: await waitingRequests(tx), candidates: await unitsInOrder(tx, places), now };
  });
}

export type FairnessMaterial = FairnessMatter & { readonly candidates: readonly Candidate[]; readonly now: Moment };

/** What the report of fairness counts: every request there was, for the roles that read the internal edition; for others it is empty. */
export function fairnessMaterial(db: Database, permit: Permit, places: HeldPlaces): Promise<FairnessMaterial> {
  return asActor(db, permit, { kind: 'report', id: 'venteliste' }, async (tx) => {
    const now = await databaseNow(tx);
    const requests = await sql<
      Omit<CountedRequest, 'leftOn'> & { left_on: CountedRequest['leftOn'] }
    >`select * from counted_requests_reached()`.execute(tx);
    const offers = await sql<CountedOffer>`select * from counted_offers()`.execute(tx);
    const overtakings = await sql<CountedOvertaking>`select * from counted_overtakings()`.execute(tx);
    return {
      requests: requests.rows.map(({ left_on: leftOn, ...same }) => ({ ...same, leftOn })),
      offers: offers.rows,
      overtakings: overtakings.rows,
      candidates: await unitsInOrder(tx, places),
      now,
    };
  });
}
