/**
 * Two change places with each other within their unit, or are both put back before the day. Every place of the unit is locked, both are moved in
 * one transaction, and the rule that no two are on one place any night is asked when both have been moved: between the two it cannot hold.
 * Each stay keeps its own side alone: it is read by her and her team, who may know nothing of the other.
 */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type Swap, type Swapped, swapPlaces } from '../domain/placement/swap.ts';
import { type PlannedSide, type SwapUndone, undoSwap } from '../domain/placement/undo-swap.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database, Transaction } from './database.ts';
import { asking, type AskedForm, type NotDone, type StayForm, withStayAgain } from './placement-act.ts';
import type { SwappedAnswer } from './placement-answer.ts';
import { tellPathway } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { moveStay } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';

/** Lets the woman of the form and another in her unit change places from a day on. Both pathways tell it, and neither names the other. */
export function swapWithinUnit(
  db: Database,
  permit: Permit,
  sent: StayForm,
  { other, from }: { readonly other: Id<'stay'>; readonly from: Day },
): Promise<Swap | NotDone> {
  const form = asking(sent, [[sent.stay, other].toSorted(), from]);
  const manner = { act: 'swap', done: 'swapped', by: 'unit', locks: 'unit' } as const;
  const work = async (tx: Transaction, before: StayWithName, now: Moment): Promise<Swap> => {
    const [provision, second] = [await loadUnit(tx, before.unit), await loadStay(tx, other)];
    if (!provision || !second || second.unit !== before.unit) return { outcome: 'no-such-stay' };
    // A change is planned or happens today; what has been is not rewritten.
    const today = danishDay(now);
    const day = from > today ? from : today;
    const swap = swapPlaces(before, second, provision.unit, await loadOccupations(tx, today, [before.unit]), day, now);
    if (swap.outcome === 'swapped') await moveBoth(tx, permit, form, { of: [before, second], change: swap }, now);
    return swap;
  };
  return withStayAgain(db, permit, form, manner, work, async (tx, { own }): Promise<Swap> => {
    const theirs = await sideOfOther(tx, form, 'swap');
    return theirs ? { outcome: 'swapped', both: [own, theirs] } : { outcome: 'no-such-stay' };
  });
}

/** Puts both back who were to change places on a day, before it has come. `why` is kept with the stay of the form. */
export function undoSwapOf(db: Database, permit: Permit, sent: StayForm, on: Day, why: string): Promise<SwapUndone | NotDone> {
  const form = asking(sent, [on, why]);
  const manner = { act: 'undo-swap', done: 'swap-undone', by: 'unit', locks: 'unit' } as const;
  const work = async (tx: Transaction, before: StayWithName, now: Moment): Promise<SwapUndone> => {
    const planned = await plannedSwap(tx, before.id, on);
    const [provision, second] = [await loadUnit(tx, before.unit), planned && (await loadStay(tx, planned.other))];
    if (!planned || !second || !provision || second.unit !== before.unit) return { outcome: 'no-such-swap' };
    const occupations = await loadOccupations(tx, danishDay(now), [before.unit]);
    const undone = undoSwap([before, second], planned.sides, provision.unit, occupations, now);
    if (undone.outcome === 'swap-undone') await moveBoth(tx, permit, form, { of: [before, second], change: undone, why }, now);
    return undone;
  };
  return withStayAgain(db, permit, form, manner, work, async (tx, { own }): Promise<SwapUndone> => {
    const theirs = await sideOfOther(tx, form, 'undo-swap');
    return theirs ? { outcome: 'swap-undone', both: [own, theirs] } : { outcome: 'no-such-swap' };
  });
}

type Change = Extract<Swap, { readonly outcome: 'swapped' }> | Extract<SwapUndone, { readonly outcome: 'swap-undone' }>;

/** The two stays and where each goes; `why` is kept with the first. */
type BothMoved = { readonly of: readonly [StayWithName, StayWithName]; readonly change: Change; readonly why?: string };

async function moveBoth(
  tx: Transaction,
  { actor }: Permit,
  { key }: AskedForm,
  { of: [first, second], change: { outcome, both }, why = '' }: BothMoved,
  now: Moment,
): Promise<void> {
  const act = outcome === 'swapped' ? 'swap' : 'undo-swap';
  const sides = [
    [first, both[0], why],
    [second, both[1], ''],
  ] as const;
  await sql`set constraints no_two_on_one_place_any_night deferred`.execute(tx);
  for (const [stay, own, because] of sides) {
    const { from, fromPlace, toPlace, lacks } = own;
    const data = { from, fromPlace, toPlace, lacks, ...(act === 'undo-swap' ? { why: because } : {}) };
    const answer: SwappedAnswer = { outcome, own };
    await moveStay(tx, stay, { parts: own.parts }, { act, status: stay.status, actor, at: now, data, form: { key, answer } });
  }
  await sql`set constraints no_two_on_one_place_any_night immediate`.execute(tx);
  for (const [{ id, pathway, unitName }, { from, fromPlace, toPlace }] of sides) {
    const undone = act === 'undo-swap' ? { undone: true as const } : {};
    await tellPathway(tx, pathway, { type: 'place-changed', stay: id, unitName, fromPlace, toPlace, from, ...undone }, actor, now);
  }
}

/** The other's side of what a form has done, as the one who asks may read it; null where she may not. */
async function sideOfOther(tx: Transaction, { stay, key }: AskedForm, act: 'swap' | 'undo-swap'): Promise<Swapped | null> {
  const row = await tx
    .selectFrom('stay_event')
    .select('answer')
    .where('act', '=', act)
    .where('request_key', '=', key)
    .where('stay', '!=', stay)
    .executeTakeFirst();
  return row?.answer && 'own' in row.answer ? row.answer.own : null;
}

/** The swap that a stay's place from a day comes of, with what was arranged for each; null where it comes of none. */
async function plannedSwap(
  tx: Transaction,
  stay: Id<'stay'>,
  on: Day,
): Promise<{ readonly other: Id<'stay'>; readonly sides: readonly [PlannedSide, PlannedSide] } | null> {
  const latest = await tx
    .selectFrom('stay_event')
    .select(['act', 'request_key', 'answer'])
    .where('stay', '=', stay)
    .where('act', 'in', ['swap', 'undo-swap', 'move', 'undo-move'])
    .where(sql<string>`data ->> 'from'`, '=', on)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (latest?.act !== 'swap' || latest.request_key === null || !latest.answer || !('own' in latest.answer)) return null;
  const theirs = await sideOfOther(tx, { stay, key: latest.request_key, asks: '' }, 'swap');
  return theirs && { other: theirs.stay, sides: [latest.answer.own, theirs] };
}
