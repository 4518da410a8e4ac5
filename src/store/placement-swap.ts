/**
 * Two change places with each other within their unit. Every place of the unit is locked, both are moved in one transaction, and the rule that no
 * two are on one place any night is asked when both have been moved: between the two it cannot hold.
 */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type Swap, swapPlaces } from '../domain/placement/swap.ts';
import { danishDay, type Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database } from './database.ts';
import { type NotDone, type StayForm, withStay } from './placement-act.ts';
import { tellPathway } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { loadStay, moveStay } from './placement-stays.ts';

/** Lets the woman of the form and another in her unit change places from a day on. Both pathways tell it, and neither names the other. */
export function swapWithinUnit(
  db: Database,
  permit: Permit,
  form: StayForm,
  { other, from }: { readonly other: Id<'stay'>; readonly from: Day },
): Promise<Swap | NotDone> {
  const manner = { act: 'swap', done: 'swapped', by: 'unit', locks: 'unit' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<Swap> => {
    const [provision, second] = [await loadUnit(tx, before.unit), await loadStay(tx, other)];
    if (!provision || !second || second.unit !== before.unit) return { outcome: 'no-such-stay' };
    // A change is planned or happens today; what has been is not rewritten.
    const today = danishDay(now);
    const day = from > today ? from : today;
    const swap = swapPlaces(before, second, provision.unit, await loadOccupations(tx, today, [before.unit]), day, now);
    if (swap.outcome !== 'swapped') return swap;
    await sql`set constraints no_two_on_one_place_any_night deferred`.execute(tx);
    for (const [stay, side] of [
      [before, swap.both[0]],
      [second, swap.both[1]],
    ] as const) {
      const data = { from: side.from, fromPlace: side.fromPlace, toPlace: side.toPlace, lacks: side.lacks };
      await moveStay(
        tx,
        stay,
        { parts: side.parts },
        { act: 'swap', status: stay.status, actor: permit.actor, at: now, data, form: { key: form.key, answer: swap } },
      );
    }
    await sql`set constraints no_two_on_one_place_any_night immediate`.execute(tx);
    for (const [stay, side] of [
      [before, swap.both[0]],
      [second, swap.both[1]],
    ] as const) {
      const { unitName } = stay;
      const { fromPlace, toPlace } = side;
      await tellPathway(
        tx,
        stay.pathway,
        { type: 'place-changed', stay: stay.id, unitName, fromPlace, toPlace, from: side.from },
        permit.actor,
        now,
      );
    }
    return swap;
  });
}
