/** What she says to standing on the waiting list, written by itself: also while a place is offered her, when nothing of her wish can be changed. */
import type { Id } from '../domain/id.ts';
import { isSameOnList, type ListAnswer } from '../domain/pathway/her-list-answer.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow } from './database.ts';
import { readPathway } from './pathway.ts';
import { tellPathway } from './placement-pathway.ts';
import { patiently } from './placement-retry.ts';
import { activeRequest, lockPathway } from './placement-waiting-rows.ts';

export type ListAnswered =
  /** It is on her pathway: as news, or as it stood there already. */
  | { readonly outcome: 'written' }
  /** She is not on the list. */
  | { readonly outcome: 'not-on-list' }
  | { readonly outcome: 'no-such-pathway' }
  | { readonly outcome: 'busy' };

/** Writes her answer. The longest way that she accepts stays as it is; an offer that runs goes on as it was. */
export function answerList(db: Database, permit: Permit, pathway: Id<'pathway'>, answer: ListAnswer): Promise<ListAnswered> {
  return patiently(() =>
    asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx): Promise<ListAnswered> => {
      if (!(await readPathway(tx, pathway))) return { outcome: 'no-such-pathway' };
      await lockPathway(tx, pathway);
      if (!(await activeRequest(tx, pathway))) return { outcome: 'not-on-list' };
      const onList = (await readPathway(tx, pathway))?.pathway.onList ?? null;
      const way = onList?.longestWay;
      const said = { answer, ...(way === undefined ? {} : { longestWay: way }) };
      if (!isSameOnList(said, onList))
        await tellPathway(tx, pathway, { type: 'list-answered', ...said }, permit.actor, await databaseNow(tx));
      return { outcome: 'written' };
    }),
  );
}
