/** The promise of a place that is held, and of one that she came to without it: legal basis, payment, and what she says to it. */
import { sql } from 'kysely';
import { homeOf } from '../domain/geography/travel.ts';
import type { Id } from '../domain/id.ts';
import type { PlaceAnswer } from '../domain/pathway/her-answer.ts';
import type { HerYes } from '../domain/pathway/her-yes.ts';
import {
  type Commitment,
  type Confirmation,
  confirmAfterwards,
  confirmStay,
  type Decided,
  type Deviation,
} from '../domain/placement/confirm.ts';
import { type Doubt, doubtsOf, tooFarFor } from '../domain/placement/doubts.ts';
import { isInTargetGroup } from '../domain/pathway/state.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database, Transaction } from './database.ts';
import { herReach, longestWayToStay } from './her-reach.ts';
import { herSituation } from './her-situation.ts';
import { readPathway } from './pathway.ts';
import { answerTo, type AskedForm, asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import type { HerNoWritten } from './placement-answer.ts';
import { type AnswerGiven, keptOfAnswer, knownAnswer, standsAlready, tellAnswer } from './placement-her-answer.ts';
import { type PathwayEnded, tellPathway } from './placement-pathway.ts';
import { loadUnit } from './placement-provision.ts';
import { MovedMeanwhile } from './placement-retry.ts';
import { moveStay } from './placement-stay-write.ts';
import type { StayWithName } from './placement-stays.ts';
import { leaveForTransfer, nightsWhereSheLives, saidOfNights } from './placement-transfer.ts';

/** What is said of a place when it is confirmed. Each is absent, null or empty where it was not asked or not said. */
export type SaidWithConfirmation = {
  /** What she says to moving here, where she lives in another unit. */
  readonly toMove?: HerYes['answer'] | null;
  /** What she says to a first place. */
  readonly toPlace?: AnswerGiven | null;
  /** The reason in words for confirming a first place against her no, which she reads. */
  readonly againstNo?: string;
  /** What she said with her yes that the unit is to know. */
  readonly condition?: string;
};

/**
 * Confirms a held stay with its legal basis and who pays. `answered` are the deviations from the decision that were said yes to. No answer of hers
 * stops it: see `leavesForTransfer`, and a no is written at once; against it the place is confirmed with a reason in words alone. Her no stands until
 * she says yes: no answer of anybody else to the same question passes it by. What the unit is to know is kept with the confirmation, where the unit
 * reads it; never with a no, nor where she has not answered.
 */
export function confirmStayOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  commitment: Commitment,
  answered: readonly Deviation[],
  { toMove = null, toPlace = null, againstNo = '', condition = '' }: SaidWithConfirmation = {},
): Promise<Confirmation | PathwayEnded | HerNoWritten | NotDone> {
  const form = asking(sent, [
    commitment,
    toMove,
    ...(toPlace ? [toPlace] : []),
    ...(againstNo === '' ? [] : [againstNo]),
    ...(condition === '' ? [] : [{ condition }]),
  ]);
  const manner = { act: 'confirm', done: 'confirmed', by: 'team' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<Confirmation | PathwayEnded | HerNoWritten> => {
    const decided = await decidedFor(tx, before.pathway);
    if (decided === 'pathway-ended') return { outcome: decided };
    const isFirst = before.transferFrom === null;
    const known = await knownAnswer(tx, before.pathway, before.id);
    const firstPlace = isFirst ? toPlace : null;
    const answeredNow = firstPlace?.said.answer;
    const herNo = answeredNow === 'no' || (known.standing === 'refused' && answeredNow !== 'yes');
    const doubts = await doubtsAbout(tx, before, now);
    const found = { saysNo: herNo, doubts: doubts.map(({ kind }) => kind) };
    const confirmation = confirmStay(before, commitment, now, decided, answered, found, againstNo);
    const news = firstPlace && standsAlready(known, firstPlace) ? null : firstPlace;
    if (confirmation.outcome === 'ask' && answeredNow === 'no' && confirmation.about.includes('she-says-no')) {
      if (news && (await answerTo(tx, form, 'answer-place')) === null) await writeHerNo(tx, permit, before, form, news, now);
      return { outcome: 'her-no-written' };
    }
    if (confirmation.outcome !== 'confirmed') return confirmation;
    const herAnswer = isFirst ? (answeredNow ?? (known.standing === 'said' ? 'yes' : null)) : toMove;
    await writeConfirmed(
      tx,
      permit,
      before,
      confirmation,
      { form, doubts, toMove: isFirst ? null : toMove, news, herAnswer, againstNo, condition },
      now,
    );
    return confirmation;
  });
}

type Confirmed = Extract<Confirmation, { readonly outcome: 'confirmed' }>;

/** What stands beside a confirmation: the form it came with, what speaks against the place, and what she has said. */
type Beside = Required<Pick<SaidWithConfirmation, 'toMove' | 'againstNo' | 'condition'>> & {
  readonly form: AskedForm;
  readonly doubts: readonly Doubt[];
  /** Her answer to a first place where it is not written yet. */
  readonly news: AnswerGiven | null;
  /** What she says to living here, now or before; null where she has not said it. */
  readonly herAnswer: PlaceAnswer | null;
};

/** Writes the promise with the stay, tells it on her pathway, and lets the nights go that a yes to moving lets go. */
async function writeConfirmed(
  tx: Transaction,
  permit: Permit,
  before: StayWithName,
  confirmation: Confirmed,
  { form, doubts, toMove, news, herAnswer, againstNo, condition }: Beside,
  now: Moment,
): Promise<void> {
  const { legalBasis, paidBy, deviations } = confirmation;
  const nights = await nightsWhereSheLives(tx, before, (toMove ?? before.herYes) === 'yes', now);
  const data = {
    legalBasis,
    paidBy,
    deviations,
    ...(doubts.length > 0 ? { doubts } : {}),
    ...(condition.trim() !== '' && herAnswer === 'yes' ? { condition: condition.trim() } : {}),
    ...(toMove ? { herYes: { answer: toMove } } : {}),
    ...keptOfAnswer(news, now),
    ...saidOfNights(nights),
  };
  await moveStay(
    tx,
    before,
    { status: 'confirmed', held_until: null, legal_basis: legalBasis, paid_by: paidBy },
    { act: 'confirm', status: 'confirmed', actor: permit.actor, at: now, data, form: { key: form.key, answer: confirmation } },
  );
  if (news) await tellAnswer(tx, permit, before, news, now);
  await tellConfirmed(tx, permit, before, confirmation, againstNo, now);
  const { id: stay, pathway, unitName } = before;
  if (toMove) await tellPathway(tx, pathway, { type: 'move-answered', stay, unitName, answer: toMove }, permit.actor, now);
  await leaveForTransfer(tx, permit, before, nights, now);
}

/** Her no is written at once, whether the place is then confirmed or not: the same form writes it once. */
async function writeHerNo(
  tx: Transaction,
  permit: Permit,
  before: StayWithName,
  { key }: AskedForm,
  given: AnswerGiven,
  now: Moment,
): Promise<void> {
  const form = { key, answer: { outcome: 'her-no-written' } } as const;
  const data = keptOfAnswer(given, now);
  await moveStay(tx, before, {}, { act: 'answer-place', status: before.status, actor: permit.actor, at: now, data, form });
  await tellAnswer(tx, permit, before, given, now);
}

/** Confirms a stay that she was admitted to without confirmation, as `confirmStayOf`: the stay goes on as it was. */
export function confirmAfterwardsOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  commitment: Commitment,
  answered: readonly Deviation[],
  againstNo = '',
): Promise<Confirmation | PathwayEnded | NotDone> {
  const form = asking(sent, [commitment, ...(againstNo === '' ? [] : [againstNo])]);
  const manner = { act: 'confirm-afterwards', done: 'confirmed', by: 'team' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<Confirmation | PathwayEnded> => {
    const decided = await decidedFor(tx, before.pathway);
    if (decided === 'pathway-ended') return { outcome: decided };
    const doubts = await doubtsAbout(tx, before, now);
    const known = await knownAnswer(tx, before.pathway, before.id);
    const found = { saysNo: known.standing === 'refused', doubts: doubts.map(({ kind }) => kind) };
    const confirmation = confirmAfterwards(before, commitment, decided, answered, found, againstNo);
    if (confirmation.outcome !== 'confirmed') return confirmation;
    const { legalBasis, paidBy, deviations } = confirmation;
    const { rows } = await sql<{
      confirmed: boolean;
    }>`select confirm_afterwards(${before.id}, ${legalBasis}, ${paidBy}) as confirmed`.execute(tx);
    if (rows[0]?.confirmed !== true) throw new MovedMeanwhile(before.id);
    await moveStay(
      tx,
      before,
      {},
      {
        act: manner.act,
        status: before.status,
        actor: permit.actor,
        at: now,
        data: { legalBasis, paidBy, deviations, ...(doubts.length > 0 ? { doubts } : {}) },
        form: { key: form.key, answer: confirmation },
      },
    );
    await tellConfirmed(tx, permit, before, confirmation, againstNo, now);
    return confirmation;
  });
}

/** The confirmation as a fact of her pathway: with the reason in words where she had said no. */
async function tellConfirmed(
  tx: Transaction,
  { actor }: Permit,
  { id: stay, pathway }: StayWithName,
  { legalBasis, paidBy, deviations }: Confirmed,
  againstNo: string,
  now: Moment,
): Promise<void> {
  const reason = deviations.includes('she-says-no') ? { againstNo: againstNo.trim() } : {};
  await tellPathway(tx, pathway, { type: 'place-confirmed', stay, legalBasis, paidBy, ...reason }, actor, now);
}

/** What was decided on her pathway, or that it has ended. */
async function decidedFor(tx: Transaction, pathway: Id<'pathway'>): Promise<Decided | 'pathway-ended'> {
  const her = (await readPathway(tx, pathway))?.pathway;
  if (her?.ended) return 'pathway-ended';
  const { legalBasis = null, municipality = her?.municipality ?? null } = her?.decision ?? {};
  return { legalBasis, municipality };
}

/** What speaks against the place for her as the supply and her pathway stand now. */
async function doubtsAbout(tx: Transaction, stay: StayWithName, now: Moment): Promise<readonly Doubt[]> {
  const [her, provision] = [await readPathway(tx, stay.pathway), await loadUnit(tx, stay.unit)];
  if (!her || !provision) return [];
  const longestWay = longestWayToStay(her.pathway, await herReach(tx, stay.pathway), stay.id);
  const tooFar = tooFarFor({ longestWay, municipality: her.pathway.municipality }, provision.facility, homeOf);
  return doubtsOf(stay, provision.unit, { inTargetGroup: isInTargetGroup(her.pathway), situation: herSituation(her), tooFar }, now);
}
