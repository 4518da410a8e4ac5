/** Stays that have not begun are given other places in their unit, and each pathway tells it. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Move } from '../domain/placement/feasibility.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { tellAlone, whileTelling } from './placement-pathway.ts';
import type { Provision } from './placement-provision.ts';
import { addEvent } from './placement-stay-write.ts';

/**
 * Moves them all in one statement, while every place of the unit is locked. The moved are others', whom the asker may not see. What they leave is
 * offered by the one who moves them, once it has taken what it moved them for.
 */
export async function changePlaces(
  tx: Transaction,
  { actor }: Permit,
  { facility, unit }: Provision,
  moves: readonly Move[],
  now: Moment,
): Promise<void> {
  if (moves.length === 0) return;
  const [stays, arrivals, places] = [
    moves.map(({ stay }) => stay),
    moves.map(({ nights }) => nights.arrival),
    moves.map(({ to }) => to.id),
  ];
  const { rows } = await sql<{
    moved: Id<'stay'>;
    first_night: Day;
    whose: Id<'pathway'>;
  }>`select * from change_places(${stays}, ${arrivals}::date[], ${places})`.execute(tx);
  for (const { moved, first_night: firstNight, whose } of rows) {
    const move = moves.find(({ stay, nights }) => stay === moved && nights.arrival === firstNight);
    if (!move) continue;
    const { from, to } = move;
    await whileTelling(tx, whose, async () => {
      const { status } = await tx.selectFrom('stay').select('status').where('id', '=', moved).executeTakeFirstOrThrow();
      await addEvent(tx, { stay: moved, act: 'change-place', status, actor, at: now, data: { from: from.id, to: to.id } });
    });
    const unitName = `${facility.name}, ${unit.name}`;
    await tellAlone(tx, whose, { type: 'place-changed', stay: moved, unitName, fromPlace: from.name, toPlace: to.name }, actor, now);
  }
}
