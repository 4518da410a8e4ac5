/** Her yes to a move that was confirmed before she had said it: written by those who pay, and the nights where she lives are let go with it. */
import { agreeToMove, type MoveAgreed } from '../domain/placement/transfer.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { tellPathway } from './placement-pathway.ts';
import { moveStay } from './placement-stay-write.ts';
import { leaveForTransfer, nightsWhereSheLives, saidOfNights } from './placement-transfer.ts';

/** Writes that she says yes to moving to the place of a stay. */
export function agreeToMoveOf(db: Database, permit: Permit, sent: StayForm): Promise<MoveAgreed | NotDone> {
  const form = asking(sent, []);
  const manner = { act: 'agree-to-move', done: 'move-agreed', by: 'team' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<MoveAgreed> => {
    const agreed = agreeToMove(before, before.transferFrom !== null, before.herYes === 'yes');
    if (agreed.outcome !== 'move-agreed') return agreed;
    const { actor } = permit;
    const { id: stay, pathway, unitName, status } = before;
    const nights = await nightsWhereSheLives(tx, before, true, now);
    const data = { herYes: { answer: 'yes' }, ...saidOfNights(nights) };
    await moveStay(tx, before, {}, { act: manner.act, status, actor, at: now, data, form: { key: form.key, answer: agreed } });
    await tellPathway(tx, pathway, { type: 'move-answered', stay, unitName, answer: 'yes' }, actor, now);
    await leaveForTransfer(tx, permit, before, nights, now);
    return agreed;
  });
}
