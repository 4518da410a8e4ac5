/**
 * A request follows her pathway: what is told of her stays and of her moves it and its urgency in the same transaction, whoever wrote it and by
 * whatever way. So the list needs no job to be right.
 */
import type { Id } from '../domain/id.ts';
import { inForce, type RecordedFact } from '../domain/pathway/facts.ts';
import type { Pathway } from '../domain/pathway/state.ts';
import type { Moment } from '../domain/time.ts';
import { type Need, needsByDueDate } from '../domain/placement/needs.ts';
import { needsToWaitBy } from '../domain/placement/wait-after-birth.ts';
import { needsChanges } from '../domain/placement/wish-change.ts';
import { nobodysUser } from '../domain/trail.ts';
import { databaseNow, type Transaction } from './database.ts';
import { wishWithNeeds, writtenNeeds } from './her-needs-rows.ts';
import { herChildsBirth } from './placement-birth.ts';
import { crisisCentres, keepUrgency, urgencyOfPathway } from './placement-waiting-log.ts';
import {
  activeRequest,
  authorOf,
  closeOffer,
  moveRequest,
  type RequestMove,
  type RequestRow,
  whileSaid,
} from './placement-waiting-rows.ts';
import { system } from './system-actor.ts';

/** Called with all facts of a pathway after one more was written: the last of them by its number is the new one. */
export async function followRequest(tx: Transaction, id: Id<'pathway'>, facts: readonly RecordedFact[], pathway: Pathway): Promise<void> {
  // Whoever of the team wrote it: what follows is not hers to write by herself.
  if (await activeRequest(tx, id)) await whileSaid(tx, id, () => follow(tx, id, facts, pathway));
}

async function follow(tx: Transaction, id: Id<'pathway'>, facts: readonly RecordedFact[], pathway: Pathway): Promise<void> {
  const request = await activeRequest(tx, id);
  const recorded = facts.at(-1);
  if (!request || !recorded) return;
  const now = await databaseNow(tx);
  const move = await moveTold(tx, request, recorded, now);
  if (move) await moveRequest(tx, request.id, move, recorded, now);
  const birth = birthNews(facts, pathway);
  if (birth) await followBirth(tx, request, birth, now);
  if (recorded.fact.type === 'due-date-set') await followDueDate(tx, request, pathway, now);
  const { urgency } = await tx.selectFrom('placement_request').select('urgency').where('id', '=', request.id).executeTakeFirstOrThrow();
  await keepUrgency(tx, request.id, { ...urgency, ...urgencyOfPathway(pathway, facts, await crisisCentres(tx)) }, now);
}

/** What the last fact says of a birth: that her child is born, or that this is withdrawn. A second child of the same birth is no news here. */
function birthNews(facts: readonly RecordedFact[], pathway: Pathway): 'born' | 'not-born' | null {
  const last = facts.at(-1)?.fact;
  if (last?.type === 'event' && last.kind === 'birth') return births(facts).length === 1 ? 'born' : null;
  if (last?.type !== 'event-withdrawn' || pathway.bornOn !== null) return null;
  return births(facts.slice(0, -1)).length > 0 ? 'not-born' : null;
}

function births(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  return inForce(facts).filter(({ fact }) => fact.type === 'event' && fact.kind === 'birth');
}

/**
 * One who waits when her child is born waits from then on by the needs after the birth, and the list says why; a birth that is withdrawn gives her the
 * needs that were written. While a place is offered or held for her they are taken up when she waits again (`moveRequest`).
 */
async function followBirth(tx: Transaction, request: RequestRow, reason: 'born' | 'not-born', now: Moment): Promise<void> {
  if (request.status !== 'waiting') return;
  const birth = await herChildsBirth(tx, request.pathway);
  // The birth is news: all that stands was written before it.
  const needs =
    birth === null
      ? ((await writtenNeeds(tx, request.pathway))?.needs ?? request.needs)
      : needsToWaitBy({ needs: request.needs, at: null }, birth);
  await wishNow(tx, request, needs, reason, now);
}

/** One who waits needs what is there for the birth on other nights once the due date is another, and the list says which. */
async function followDueDate(tx: Transaction, request: RequestRow, { dueDate, bornOn }: Pathway, now: Moment): Promise<void> {
  if (request.status !== 'waiting') return;
  await wishNow(tx, request, needsByDueDate(request.needs, { dueDate: dueDate?.dueDate ?? null, bornOn }), 'due-date', now);
}

async function wishNow(
  tx: Transaction,
  request: RequestRow,
  needs: readonly Need[],
  reason: 'born' | 'not-born' | 'due-date',
  now: Moment,
): Promise<void> {
  const change = needsChanges(request, { needs, party: request.party });
  if (change.length === 0) return;
  await moveRequest(tx, request.id, { act: 'take-up-needs', reason, change }, authorOf(system), now);
  await wishWithNeeds(tx, request, { needs, party: request.party });
}

/** What the fact does to the request; null when nothing. An offer that it answers is closed. */
async function moveTold(tx: Transaction, request: RequestRow, { fact, by }: RecordedFact, now: Moment): Promise<RequestMove | null> {
  const isHers = 'stay' in fact && fact.stay === request.stay;
  switch (fact.type) {
    case 'place-held':
    case 'place-confirmed': {
      // The list's own offer is written by the one who makes it.
      if (by === nobodysUser) return null;
      const { stay } = fact;
      const unit = await unitOf(tx, stay);
      if (request.status === 'waiting') return { act: 'hold', stay, unit };
      if (request.status !== 'offered' || !isHers) return null;
      await closeOffer(tx, stay, 'accepted', now);
      return { act: 'accept', stay, unit };
    }
    case 'hold-ended':
      return isHers ? moveOnEnd(tx, request, fact.stay, fact.how, now) : null;
    case 'admitted':
      return { act: 'end', reason: 'got-place', stay: fact.stay, unit: await unitOf(tx, fact.stay) };
    case 'pathway-ended': {
      if (request.status === 'offered' && request.stay !== null) {
        // Whoever ends the pathway lets the place go.
        await closeOffer(tx, request.stay, 'taken-back', now);
      }
      return { act: 'end', reason: 'pathway-ended' };
    }
    case 'referral-registered':
    case 'woman-identified':
    case 'identity-withdrawn':
    case 'due-date-set':
    case 'concern-notified':
    case 'concern-assessed':
    case 'concern-acknowledged':
    case 'treatment-sought':
    case 'party-joined':
    case 'coordinator-named':
    case 'criteria-assessed':
    case 'target-group-judged':
    case 'need-assessed':
    case 'offered':
    case 'answered':
    case 'care-decided':
    case 'alternative-arranged':
    case 'contract-offered':
    case 'place-changed':
    case 'discharged':
    case 'party-left':
    case 'move-answered':
    case 'place-answered':
    case 'list-answered':
    case 'list-left':
    case 'departure-changed':
    case 'leave-begun':
    case 'leave-ended':
    case 'event':
    case 'event-withdrawn':
    case 'discharge-withdrawn':
    case 'pathway-reopened':
      return null;
  }
}

async function moveOnEnd(
  tx: Transaction,
  { status }: RequestRow,
  stay: Id<'stay'>,
  how: 'released' | 'expired' | 'refused' | 'withdrawn',
  now: Moment,
): Promise<RequestMove> {
  const unit = await unitOf(tx, stay);
  if (how === 'refused') {
    await closeOffer(tx, stay, 'refused', now);
    return { act: 'refuse', unit, stay, ...(await refusalOf(tx, stay)) };
  }
  if (status === 'accepted') return { act: 'lose', unit, stay, reason: how };
  if (how === 'expired') {
    await closeOffer(tx, stay, 'unanswered', now);
    return { act: 'run-out', unit, stay };
  }
  await closeOffer(tx, stay, 'passed', now);
  return { act: 'pass', unit, stay, reason: 'unsaid' };
}

async function unitOf(tx: Transaction, stay: Id<'stay'>): Promise<Id<'unit'> | null> {
  const row = await tx.selectFrom('stay').select('unit').where('id', '=', stay).executeTakeFirst();
  return row?.unit ?? null;
}

async function refusalOf(tx: Transaction, stay: Id<'stay'>): Promise<Pick<RequestMove, 'reason' | 'text'>> {
  const row = await tx
    .selectFrom('stay_event')
    .leftJoin('stay_refusal_words', (join) =>
      join.onRef('stay_refusal_words.stay', '=', 'stay_event.stay').onRef('stay_refusal_words.sequence', '=', 'stay_event.sequence'),
    )
    .select(['stay_event.data', 'stay_refusal_words.words'])
    .where('stay_event.stay', '=', stay)
    .where('stay_event.act', '=', 'refuse')
    .orderBy('stay_event.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const reason = row?.data['reason'];
  return { reason: typeof reason === 'string' ? reason : null, text: row?.words ?? '' };
}
