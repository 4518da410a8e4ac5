/** The one place where access is decided. Every edge asks here, and the answer carries its rule into the trace. */
import type { Moment } from '../domain/time.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import { type Permission, permissions } from './permissions.ts';

/** The edition of the table of permissions; a trace line names it with the permission. */
const edition = 'adgang/2026-11';

export type Decision =
  | { readonly outcome: 'permitted'; readonly permit: Permit }
  | { readonly outcome: 'refused'; readonly permission: Permission; readonly because: string };

/** May this actor do this now? */
export function decide(actor: Actor, permission: Permission, at: Moment): Decision {
  const { roles, because } = permissions[permission];
  if (!(roles as readonly string[]).includes(actor.role)) return { outcome: 'refused', permission, because };
  const permit = { actor, permission, rule: `${edition}/${permission}`, at } as Permit;
  return { outcome: 'permitted', permit };
}

/** May this actor do this? For what to show: the deed itself asks `decide`. */
export function may(actor: Actor, permission: Permission): boolean {
  return (permissions[permission].roles as readonly string[]).includes(actor.role);
}
