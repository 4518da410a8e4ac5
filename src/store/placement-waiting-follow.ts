/**
 * A request follows her pathway: what is told of her stays and of her moves it and its urgency in the same transaction, whoever wrote it and by
 * whatever way. So the list needs no job to be right.
 */
import type { Id } from '../domain/id.ts';
import { inOrder, type RecordedFact } from '../domain/pathway/facts.ts';
import type { HerAnswer } from '../domain/pathway/her-answer.ts';
import type { Pathway } from '../domain/pathway/state.ts';
import type { Moment } from '../domain/time.ts';
import { birthInForce } from '../domain/placement/follow-birth.ts';
import { needsNow, standingBirth } from '../domain/placement/wait-after-birth.ts';
import { lengthChanges, needsChanges } from '../domain/placement/wish-change.ts';
import { nightsByBirth } from '../domain/placement/wished-length.ts';
import { nobodysUser } from '../domain/trail.ts';
import { databaseNow, type Transaction } from './database.ts';
import { needsWrittenOrAsked, wishWithNeeds } from './her-needs-rows.ts';
import { birthsTold } from './placement-birth.ts';
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
  const move = await moveTold(tx, request, recorded, herNoTo(facts, request.stay), now);
  if (move) await moveRequest(tx, request.id, move, recorded, now);
  await followBirthOf(tx, request, facts, pathway, now);
  const { urgency } = await tx.selectFrom('placement_request').select('urgency').where('id', '=', request.id).executeTakeFirstOrThrow();
  await keepUrgency(tx, request.id, { ...urgency, ...urgencyOfPathway(pathway, facts, await crisisCentres(tx)) }, now);
}

type Followed = 'born' | 'not-born' | 'due-date';

/** What the last fact changes of the birth: that there is one, that there is none, or its day. A second child of the same birth is no news. */
function followed(facts: readonly RecordedFact[]): Followed | null {
  const [before, after] = [standingBirth(birthsTold(facts.slice(0, -1))), standingBirth(birthsTold(facts))];
  if (before?.on !== after?.on) return after === null ? 'not-born' : 'born';
  return facts.at(-1)?.fact.type === 'due-date-set' ? 'due-date' : null;
}

/**
 * One who waits when her child is born waits from then on by the needs after the birth, and the list says why; a birth that is withdrawn gives her the
 * needs from before it, and what is there for the birth moves with its day, or with the due date; so does the end of what she waits for, where it is to the
 * birth and some nights after. While a place is offered or held for her they are taken up when she waits again (`moveRequest`).
 */
async function followBirthOf(
  tx: Transaction,
  request: RequestRow,
  facts: readonly RecordedFact[],
  { dueDate }: Pathway,
  now: Moment,
): Promise<void> {
  const reason = followed(facts);
  if (reason === null || request.status !== 'waiting') return;
  const [birth, dueOn] = [standingBirth(birthsTold(facts)), dueDate?.dueDate ?? null];
  const needs = needsNow(await needsWrittenOrAsked(tx, request), birth, dueOn);
  const length = { earliest: request.earliest, nights: request.nights, nightsAfterBirth: request.nights_after_birth };
  const nights = nightsByBirth(length, birthInForce({ bornOn: birth?.on ?? null, dueOn }));
  const change = [...needsChanges(request, { needs, party: request.party }), ...lengthChanges(length, { ...length, nights })];
  if (change.length === 0) return;
  const kept = reason === 'born' ? { needsBefore: request.needs } : {};
  const moved = await moveRequest(tx, request.id, { act: 'take-up-needs', reason, change, ...kept }, authorOf(system), now);
  // A wish is never another without the event that says so.
  if (moved) await wishWithNeeds(tx, request, { needs, party: request.party, nights });
}

type HerNo = Extract<HerAnswer, { readonly answer: 'no' }>;

/** Her no to a place, where that is what she said of it last: letting it go is then her declining it, and she is not asked there again. */
function herNoTo(facts: readonly RecordedFact[], stay: Id<'stay'> | null): HerNo | null {
  const said = inOrder(facts).flatMap(({ fact }) => (fact.type === 'place-answered' && fact.stay === stay ? [fact.said] : []));
  const last = said.at(-1);
  return last?.answer === 'no' && 'why' in last ? last : null;
}

/** What the fact does to the request; null when nothing. An offer that it answers is closed. */
async function moveTold(
  tx: Transaction,
  request: RequestRow,
  { fact, by }: RecordedFact,
  herNo: HerNo | null,
  now: Moment,
): Promise<RequestMove | null> {
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
      // What runs out by itself was let go by nobody, whatever she had said.
      return isHers ? moveOnEnd(tx, request, fact.stay, { how: fact.how, herNo: by === nobodysUser ? null : herNo }, now) : null;
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
    case 'admission-withdrawn':
    case 'pathway-reopened':
      return null;
  }
}

async function moveOnEnd(
  tx: Transaction,
  { status }: RequestRow,
  stay: Id<'stay'>,
  { how, herNo }: { readonly how: 'released' | 'expired' | 'refused' | 'withdrawn'; readonly herNo: HerNo | null },
  now: Moment,
): Promise<RequestMove> {
  const unit = await unitOf(tx, stay);
  if (how === 'refused') {
    await closeOffer(tx, stay, 'refused', now);
    return { act: 'refuse', unit, stay, ...(await refusalOf(tx, stay)) };
  }
  if (herNo && how !== 'expired') {
    await closeOffer(tx, stay, 'declined', now);
    return { act: 'decline', unit, stay, reason: herNo.why, text: herNo.written };
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
