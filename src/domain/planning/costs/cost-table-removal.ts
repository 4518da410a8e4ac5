/** Deleting a saved table of pathway costs (da: sletning af en udgiftstabel): by whom, and with a reason. */
import type { Actor } from '../../trail.ts';

export type CostTableRemoval =
  | { readonly outcome: 'removed' }
  /** Another organisation saved it: its planners may delete it. */
  | { readonly outcome: 'not-yours' }
  /** Those who look for it later read why it is gone. */
  | { readonly outcome: 'no-reason' };

/** A table is its organisation's, as a scenario is (decision 0039). `reason`: why, in the planner's words. */
export function removeCostTable(owner: Actor['organisation']['id'], by: Pick<Actor, 'organisation'>, reason: string): CostTableRemoval {
  if (!isOwnCostTable(owner, by)) return { outcome: 'not-yours' };
  return reason.trim() === '' ? { outcome: 'no-reason' } : { outcome: 'removed' };
}

/** Whether one of the organisation that saved it asks. */
export function isOwnCostTable(owner: Actor['organisation']['id'], by: Pick<Actor, 'organisation'>): boolean {
  return by.organisation.id === owner;
}
