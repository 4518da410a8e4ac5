/** The stay where she lives follows her move to another unit: shortened when the new place is confirmed, put back when it falls away. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { StayPart } from '../domain/placement/parts.ts';
import { leavesForTransfer, staysAfterAll } from '../domain/placement/transfer.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { needsAfterBirth } from './placement-needs.ts';
import { tellPathway, whileTelling } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { moveStay } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';

/**
 * She leaves where she lives on the day she moves, from the moment the new place is confirmed. The places of both stays are locked. Only where the
 * one who confirms pays for the nights: for others the former stay stands until she has moved.
 */
export async function leaveForTransfer(tx: Transaction, permit: Permit, next: StayWithName, now: Moment): Promise<void> {
  const former = next.transferFrom && (await payerOf(tx)) ? await loadStay(tx, next.transferFrom) : null;
  if (!former) return;
  const leaving = leavesForTransfer(former, next.nights.arrival);
  if (leaving.outcome === 'stands') return;
  await writeDeparture(tx, permit, former, leaving, { reason: `Flytter til ${next.unitName}`, transferTo: next.id }, now);
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
  const bornOn = (await readPathway(tx, former.pathway))?.pathway.bornOn ?? null;
  const occupations = await loadOccupations(tx, danishDay(now), [former.unit]);
  const moved = { before, moved: next.nights.arrival };
  const staying = staysAfterAll(former, moved, provision.unit, occupations, needsAfterBirth(former.needs, bornOn), now);
  return staying.outcome === 'departure-changed' ? { former, departure: before, parts: staying.parts } : null;
}

function reasonToStay({ unitName }: StayWithName): string {
  return `Flytter ikke til ${unitName} alligevel`;
}

async function writeDeparture(
  tx: Transaction,
  { actor }: Permit,
  former: StayWithName,
  { departure, parts }: { readonly departure: Day; readonly parts: readonly StayPart[] },
  why: { readonly reason: string; readonly transferTo?: Id<'stay'> },
  now: Moment,
): Promise<void> {
  const from = former.nights.departure;
  const data = { from, departure, ...why };
  await moveStay(tx, former, { parts }, { act: 'change-departure', status: former.status, actor, at: now, data });
  const { pathway, id: stay } = former;
  await tellPathway(tx, pathway, { type: 'departure-changed', stay, from, departure, reason: why.reason }, actor, now);
}

async function payerOf(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ pays: boolean }>`select is_a_payer() as pays`.execute(tx);
  return rows[0]?.pays === true;
}
