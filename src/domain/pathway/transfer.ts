/** A move between units as her pathway tells it (da: flytning): she lives in one and has a place in another. */
import type { Id } from '../id.ts';
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
