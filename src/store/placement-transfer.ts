/** The stay where she lives follows her move to another unit: shortened when the new place is confirmed, put back when it falls away. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { StayPart } from '../domain/placement/parts.ts';
import {
  fallenMove,
  type LeavesForTransfer,
  leavesForTransfer,
  type PutBack,
  putBack,
  staysAfterAll,
} from '../domain/placement/transfer.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { tellPathway, whileTelling } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { moveStay } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';

/** The stay where she lives, and what the rule in force makes of its nights. */
export type NightsWhereSheLives = { readonly former: StayWithName; readonly leaving: LeavesForTransfer };

/**
 * What becomes of her nights where she lives when the new place is confirmed, or she says yes to it afterwards. The places of both stays are locked.
 * `null` where she comes from no other unit, or the one who writes does not pay for the nights: then the former stay stands until she has moved.
 */
export async function nightsWhereSheLives(
  tx: Transaction,
  next: StayWithName,
  saidYes: boolean,
  now: Moment,
): Promise<NightsWhereSheLives | null> {
  const former = next.transferFrom && (await payerOf(tx)) ? await loadStay(tx, next.transferFrom) : null;
  return former && { former, leaving: leavesForTransfer(former, next.nights.arrival, saidYes, now) };
}

/** How it was decided and by which edition of the rule, as the event that decides it keeps it: also where the nights are kept. */
export function saidOfNights(nights: NightsWhereSheLives | null): {
  readonly whereSheLives?: Pick<LeavesForTransfer, 'outcome' | 'edition'>;
} {
  if (nights === null) return {};
  const { outcome, edition } = nights.leaving;
  return { whereSheLives: { outcome, edition } };
}

/** She leaves where she lives on the day she moves, where that is what was decided. */
export async function leaveForTransfer(
  tx: Transaction,
  permit: Permit,
  next: StayWithName,
  nights: NightsWhereSheLives | null,
  now: Moment,
): Promise<void> {
  if (nights?.leaving.outcome !== 'leaves-then') return;
  const { former, leaving } = nights;
  const why = { reason: `Flytter til ${next.unitName}`, transferTo: next.id, edition: leaving.edition };
  await writeDeparture(tx, permit, former, leaving, why, now);
}

/** The move falls away before she has moved: her departure is put back, where the nights are still free. Else it stands, and the pages say so. */
export async function stayAfterAll(tx: Transaction, permit: Permit, next: StayWithName, now: Moment): Promise<void> {
  if (!(await payerOf(tx))) return;
  const back = await departureBack(tx, next, now);
  if (back) await writeDeparture(tx, permit, back.former, back, { reason: reasonToStay(next) }, now);
}

/**
 * The same where the new house says no: in the act of its refusal she stays where she lives. The house where she lives is another's, so her stay there
 * is read, and her pathway told, while it is told, and the database itself writes the day and its event.
 */
export async function stayAfterRefusal(tx: Transaction, { actor }: Permit, next: StayWithName, now: Moment): Promise<void> {
  const told = await whileTelling(tx, next.pathway, async () => {
    const back = await departureBack(tx, next, now);
    if (!back) return null;
    const { former, departure } = back;
    const reason = reasonToStay(next);
    const { rows } = await sql<{
      departure: Day | null;
    }>`select stay_after_all(${next.id}, ${actor.name}, ${actor.organisation.name}, ${reason})::text as departure`.execute(tx);
    if (rows[0]?.departure !== departure) throw new Error(`the departure of the stay ${former.id} is not put back by the one who refuses`);
    const data = { from: former.nights.departure, departure, reason };
    return { type: 'departure-changed', stay: former.id, ...data } as const;
  });
  if (told) await tellPathway(tx, next.pathway, told, actor, now);
}

/** The former stay with the departure it had before the move; null where it has not been changed by it, or the nights are not free. */
async function departureBack(
  tx: Transaction,
  next: StayWithName,
  now: Moment,
): Promise<{ readonly former: StayWithName; readonly departure: Day; readonly parts: readonly StayPart[] } | null> {
  const former = next.transferFrom && (await loadStay(tx, next.transferFrom));
  const before = former?.movesTo?.stay === next.id ? former.movesTo.departureBefore : null;
  if (!former || before === null) return null;
  const provision = await loadUnit(tx, former.unit);
  if (!provision) throw new Error(`the unit of the stay ${former.id} is not there`);
  const occupations = await loadOccupations(tx, danishDay(now), [former.unit]);
  const moved = { before, moved: next.nights.arrival };
  const staying = staysAfterAll(former, moved, provision.unit, occupations, now);
  return staying.outcome === 'departure-changed' ? { former, departure: before, parts: staying.parts } : null;
}

/** Whether the departure of one whose move fell away can be put back now, or what stands in the way. `null` where no move fell away. */
export async function putBackNow(tx: Transaction, former: StayWithName, now: Moment): Promise<PutBack | null> {
  const provision = fallenMove(former) && (await loadUnit(tx, former.unit));
  if (!provision) return null;
  const occupations = await loadOccupations(tx, danishDay(now), [former.unit]);
  return putBack(former, provision.unit, occupations, now);
}

function reasonToStay({ unitName }: StayWithName): string {
  return `Flytter ikke til ${unitName} alligevel`;
}

async function writeDeparture(
  tx: Transaction,
  { actor }: Permit,
  former: StayWithName,
  { departure, parts }: { readonly departure: Day; readonly parts: readonly StayPart[] },
  why: { readonly reason: string; readonly transferTo?: Id<'stay'>; readonly edition?: string },
  now: Moment,
): Promise<void> {
  const from = former.nights.departure;
  const data = { from, departure, ...why };
  await moveStay(tx, former, { parts }, { act: 'change-departure', status: former.status, actor, at: now, data });
  const { pathway, id: stay } = former;
  const { reason, transferTo } = why;
  const told = { type: 'departure-changed', stay, from, departure, reason, ...(transferTo ? { movesTo: transferTo } : {}) } as const;
  await tellPathway(tx, pathway, told, actor, now);
}

async function payerOf(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ pays: boolean }>`select is_a_payer() as pays`.execute(tx);
  return rows[0]?.pays === true;
}
