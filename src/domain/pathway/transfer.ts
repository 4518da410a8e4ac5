/** A move between units as her pathway tells it (da: flytning): she lives in one and has a place in another. */
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import type { Pathway, PathwayStay } from './state.ts';

export type Moving = { readonly from: PathwayStay; readonly to: PathwayStay };

/** Where she lives, and the place she is to move to; `null` where she is to move nowhere. */
export function movingOf({ stay, stays }: Pick<Pathway, 'stay' | 'stays'>): Moving | null {
  if (stay?.status !== 'held' && stay?.status !== 'confirmed') return null;
  const from = stays.findLast(({ id, status }) => status === 'admitted' && id !== stay.id);
  return from ? { from, to: stay } : null;
}

/** Whether the place she is to move to is one of a party's own. `own`: the stays that are held or were begun in its units. */
export function receives({ to }: Moving, own: ReadonlySet<Id<'stay'>>): boolean {
  return own.has(to.id);
}

/** A move that fell away while her departure still stands as the move made it (da: en flytning, der er faldet bort), as her pathway tells it. */
export type MoveFellAway = {
  readonly from: PathwayStay;
  readonly to: PathwayStay;
  /** When she was to leave before the move was confirmed. */
  readonly before: Day;
};

/** The move that fell away and is not settled; `null` where there is none, her departure was changed since, or another place is found for her. */
export function moveFellAway({ stays }: Pick<Pathway, 'stays'>): MoveFellAway | null {
  const from = stays.findLast(({ status }) => status === 'admitted');
  const leavesFor = from?.leavesFor;
  const to = stays.find(({ id }) => id === leavesFor?.stay);
  if (!from || !leavesFor || !to || (to.status !== 'refused' && to.status !== 'withdrawn')) return null;
  const isSought = stays.some(({ id, status }) => id !== from.id && (status === 'held' || status === 'confirmed'));
  return isSought || from.departure !== to.arrival ? null : { from, to, before: leavesFor.before };
}
