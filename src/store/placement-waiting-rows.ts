/** Requests and their events as rows. A request is moved by adding an event: its row is what the events add up to. */
import { type Selectable, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { afterEvent, foldRequest, type PlacementRequest, type RequestEvent } from '../domain/placement/waiting-request.ts';
import { birthInForce } from '../domain/placement/follow-birth.ts';
import { needsNow } from '../domain/placement/wait-after-birth.ts';
import { nightsByBirth } from '../domain/placement/wished-length.ts';
import { activeStatuses, type RequestAct, requestCan, type RequestStatus } from '../domain/placement/waiting-lifecycle.ts';
import type { OfferStatus } from '../domain/placement/waiting-offer.ts';
import type { Moment } from '../domain/time.ts';
import type { Need, Party } from '../domain/placement/needs.ts';
import { asWritten, type WishChange, wishChanges } from '../domain/placement/wish-change.ts';
import type { Actor, Recorded } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { needsWrittenOrAsked, wishOf, wishWithNeeds } from './her-needs-rows.ts';
import { herChildsBirth, herDayOfBirth, herDueDate } from './placement-birth.ts';
import { keepUrgency } from './placement-waiting-log.ts';
import type { PlacementRequestEventTable, PlacementRequestTable } from './placement-waiting-tables.ts';
import { sentAhead } from './prepared.ts';
import { system } from './system-actor.ts';

/** Who does something to a request. */
export type Author = Pick<Recorded, 'by' | 'byName' | 'capacity' | 'organisation' | 'organisationName'>;

export function authorOf({ user, name, role, organisation }: Actor): Author {
  return { by: user, byName: name, capacity: role, organisation: organisation.id, organisationName: organisation.name };
}

export type RequestRow = Selectable<PlacementRequestTable>;
export type EventRow = Selectable<PlacementRequestEventTable>;

export type RequestMove = {
  readonly act: RequestAct;
  readonly unit?: Id<'unit'> | null;
  readonly stay?: Id<'stay'> | null;
  readonly reason?: string | null;
  readonly text?: string;
  /** The key of the form that it was sent with. */
  readonly key?: string;
  /** What it changes in the wish. */
  readonly change?: readonly WishChange[];
  /** What she waited by before a birth that it follows. */
  readonly needsBefore?: readonly Need[];
};

/** What a form that moved a request is answered: kept with the event, so that the form sent again is answered alike. */
export type RequestAnswer = { readonly outcome: 'done'; readonly status: RequestStatus };

/** What a form was answered before; null when it has done nothing. */
export async function answerTo(tx: Transaction, pathway: Id<'pathway'>, act: RequestAct, key: string): Promise<RequestAnswer | null> {
  const row = await tx
    .selectFrom('placement_request_event')
    .innerJoin('placement_request', 'placement_request.id', 'placement_request_event.request')
    .select('placement_request_event.answer')
    .where('placement_request.pathway', '=', pathway)
    .where('placement_request_event.act', '=', act)
    .where('placement_request_event.request_key', '=', key)
    .executeTakeFirst();
  return row?.answer ?? null;
}

/** What a form changed in her wish, as it stands in the event it was written with; null when the form has changed nothing yet. */
export async function changeOf(tx: Transaction, pathway: Id<'pathway'>, key: string): Promise<readonly WishChange[] | null> {
  const row = await tx
    .selectFrom('placement_request_event')
    .innerJoin('placement_request', 'placement_request.id', 'placement_request_event.request')
    .select('placement_request_event.change')
    .where('placement_request.pathway', '=', pathway)
    .where('placement_request_event.act', '=', 'change')
    .where('placement_request_event.request_key', '=', key)
    .executeTakeFirst();
  return row ? (row.change ?? []) : null;
}

/** The request of a pathway that is on the list; null when there is none that the actor may see. */
export function activeRequest(tx: Transaction, pathway: Id<'pathway'>): Promise<RequestRow | null> {
  return tx
    .selectFrom('placement_request')
    .selectAll()
    .where('pathway', '=', pathway)
    .where('status', 'in', activeStatuses)
    .executeTakeFirst()
    .then((row) => row ?? null);
}

/** Does a piece of work that may read the whole list and take a request from it, whoever asks. */
export function whileOrdering<Result>(tx: Transaction, work: () => Promise<Result>): Promise<Result> {
  return whileSaid(tx, 'the list', work);
}

/** Does a piece of work for which row security is told what is done; afterwards nothing is told. */
export async function whileSaid<Result>(tx: Transaction, told: Id<'pathway'> | 'the list', work: () => Promise<Result>): Promise<Result> {
  await sql`select set_config('app.telling', ${told}, true) ${sql.raw(sentAhead)}`.execute(tx);
  const result = await work();
  await sql`select set_config('app.telling', '', true) ${sql.raw(sentAhead)}`.execute(tx);
  return result;
}

/** Locks a pathway before its request, as everyone does who writes on it, so that nobody waits in a ring. */
export async function lockPathway(tx: Transaction, pathway: Id<'pathway'>): Promise<void> {
  await sql`select set_config('lock_timeout', '3s', true) ${sql.raw(sentAhead)}`.execute(tx);
  await tx.selectFrom('pathway').select('id').where('id', '=', pathway).forUpdate().executeTakeFirst();
}

/**
 * Does an act to a request, under a lock on its row. Null when the act cannot follow where the request stands now. Whatever makes her wait again
 * takes up her needs as they stand, so that the next place offered meets them.
 */
export async function moveRequest(
  tx: Transaction,
  request: Id<'request'>,
  move: RequestMove,
  author: Author,
  now: Moment,
): Promise<RequestAnswer | null> {
  const row = await tx
    .selectFrom('placement_request')
    .select(['id', 'pathway', 'status', 'urgency', 'needs', 'party', 'earliest', 'nights', 'nights_after_birth', 'reach', 'wish'])
    .where('id', '=', request)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !requestCan(move.act, row.status)) return null;
  const before = await eventsOf(tx, request);
  const { act, unit = null, stay = null, reason = null } = move;
  const state = afterEvent(foldRequest(before.map(eventOf)), { act, at: now, unit, stay, reason });
  const answer: RequestAnswer = { outcome: 'done', status: state.status };
  await addRequestEvent(tx, request, { sequence: before.length + 1, move, author, recorded: now, answer });
  await tx
    .updateTable('placement_request')
    .set({ status: state.status, stay: state.stay, closed: JSON.stringify(state.closed) })
    .where('id', '=', request)
    .execute();
  await keepUrgency(tx, request, { ...row.urgency, refusals: state.refusals, herNoes: state.herNoes }, now);
  if (row.status !== 'waiting' && state.status === 'waiting') await takeUpNeeds(tx, row, before.length + 2, now);
  return answer;
}

type Standing = Pick<RequestRow, 'id' | 'pathway' | 'wish' | 'earliest' | 'nights' | 'nights_after_birth' | 'reach'> & {
  readonly needs: readonly Need[];
  readonly party: Party;
};

/**
 * While a place is offered or held for her, the wish keeps the needs and the length that it was found by; those written meanwhile, a birth and a due date are
 * taken up after it.
 */
async function takeUpNeeds(tx: Transaction, request: Standing, sequence: number, now: Moment): Promise<void> {
  const written = await needsWrittenOrAsked(tx, request);
  const born = await herDayOfBirth(tx, request.pathway);
  const hers = asWritten(written, born).party ?? request.party;
  const birth = await herChildsBirth(tx, request.pathway);
  const dueDate = await herDueDate(tx, request.pathway);
  const standing = await wishOf(tx, request);
  const taken = {
    needs: needsNow(written, birth, dueDate),
    party: { ...hers, age: hers.age ?? request.party.age },
    nights: nightsByBirth(standing, birthInForce({ bornOn: birth?.on ?? null, dueOn: dueDate })),
  };
  const change = wishChanges(asWritten(standing, born), asWritten({ ...standing, ...taken }, born));
  if (change.length === 0) return;
  await wishWithNeeds(tx, request, taken);
  const move = { act: 'take-up-needs', change, ...(birth === null ? {} : { needsBefore: request.needs }) } as const;
  await addRequestEvent(tx, request.id, { sequence, move, author: authorOf(system), recorded: now });
}

/** An event of a request as it is added: its number among the request's own, what was done, by whom and when, and what its form was answered. */
type NewRequestEvent = {
  readonly sequence: number;
  readonly move: RequestMove;
  readonly author: Author;
  readonly recorded: Moment;
  readonly answer?: RequestAnswer;
};

export async function addRequestEvent(
  tx: Transaction,
  request: Id<'request'>,
  { sequence, move, author, recorded, answer }: NewRequestEvent,
): Promise<void> {
  const { act, unit = null, stay = null, reason = null, text = '', key, change = [], needsBefore } = move;
  const { by, byName, capacity, organisation, organisationName } = author;
  const form = key === undefined ? {} : { request_key: key, answer: JSON.stringify(answer ?? null) };
  const changed = change.length === 0 ? {} : { change: JSON.stringify(change) };
  const kept = needsBefore === undefined ? {} : { needs_before: JSON.stringify(needsBefore) };
  const written = { recorded, by_user: by, by_name: byName, capacity, organisation, organisation_name: organisationName };
  await tx
    .insertInto('placement_request_event')
    .values({ request, sequence, act, unit, stay, reason, text, ...form, ...changed, ...kept, ...written })
    .execute();
}

/** The events of a request in the order they were written. */
export function eventsOf(tx: Transaction, request: Id<'request'>): Promise<readonly EventRow[]> {
  return eventRows(tx).where('placement_request_event.request', '=', request).orderBy('placement_request_event.sequence').execute();
}

/** Events of requests; the words of a unit to its no stand in them where row security shows them to the one who asks. */
// oxlint-disable-next-line typescript/explicit-function-return-type -- the builder's type says which columns are read
export function eventRows(tx: Transaction) {
  return tx
    .selectFrom('placement_request_event')
    .innerJoin('placement_request', 'placement_request.id', 'placement_request_event.request')
    .leftJoin('request_refusal_words', (join) =>
      join
        .onRef('request_refusal_words.request', '=', 'placement_request_event.request')
        .onRef('request_refusal_words.sequence', '=', 'placement_request_event.sequence'),
    )
    .selectAll('placement_request_event')
    .select(sql<string>`coalesce(request_refusal_words.words, placement_request_event.text)`.as('text'));
}

export function eventOf({ act, recorded, unit, stay, reason }: EventRow): RequestEvent {
  return { act, at: recorded, unit, stay, reason };
}

/** Says what became of an open offer; nothing where none is open. */
export async function closeOffer(tx: Transaction, stay: Id<'stay'>, status: Exclude<OfferStatus, 'open'>, now: Moment): Promise<void> {
  await tx.updateTable('placement_offer').set({ status, answered: now }).where('stay', '=', stay).where('status', '=', 'open').execute();
}

type ListRow = Pick<
  RequestRow,
  'id' | 'municipality' | 'needs' | 'party' | 'earliest' | 'nights' | 'reach' | 'status' | 'closed' | 'urgency'
> & {
  readonly asked_at: Moment;
  readonly nights_after_birth: number | null;
  readonly units: readonly Id<'unit'>[];
};

/**
 * Every request that is on the list, without name and pathway but with her risks: for putting it in order. What of it a page may show is for
 * the one who makes the page's material.
 */
export async function waitingRequests(tx: Transaction): Promise<readonly PlacementRequest[]> {
  const { rows } = await whileOrdering(tx, () => sql<ListRow>`select * from waiting_requests()`.execute(tx));
  return rows.map(requestOf);
}

/** One request as the list sees it; `null` where it is on the list no more. The rest of the list is not read for it. */
export async function waitingRequest(tx: Transaction, request: Id<'request'>): Promise<PlacementRequest | null> {
  const { rows } = await whileOrdering(tx, () => sql<ListRow>`select * from waiting_request(${request})`.execute(tx));
  const [row] = rows;
  return row ? requestOf(row) : null;
}

function requestOf({ asked_at: askedAt, nights_after_birth: nightsAfterBirth, ...same }: ListRow): PlacementRequest {
  return { ...same, askedAt, nightsAfterBirth };
}
