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
import { tellPathway } from './placement-pathway.ts';
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

/** The move falls away before she has moved: her departure is put back, where the nights are still free. Else it stands, and the page says so. */
export async function stayAfterAll(tx: Transaction, permit: Permit, next: StayWithName, now: Moment): Promise<void> {
  const former = next.transferFrom && (await payerOf(tx)) ? await loadStay(tx, next.transferFrom) : null;
  const before = former?.movesTo?.stay === next.id ? former.movesTo.departureBefore : null;
  if (!former || before === null) return;
  const provision = await loadUnit(tx, former.unit);
  if (!provision) throw new Error(`the unit of the stay ${former.id} is not there`);
  const bornOn = (await readPathway(tx, former.pathway))?.pathway.bornOn ?? null;
  const occupations = await loadOccupations(tx, danishDay(now), [former.unit]);
  const moved = { before, moved: next.nights.arrival };
  const staying = staysAfterAll(former, moved, provision.unit, occupations, needsAfterBirth(former.needs, bornOn), now);
  if (staying.outcome !== 'departure-changed') return;
  const back = { departure: before, parts: staying.parts };
  await writeDeparture(tx, permit, former, back, { reason: `Flytter ikke til ${next.unitName} alligevel` }, now);
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
