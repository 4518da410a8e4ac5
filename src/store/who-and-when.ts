/** Who wrote a row, as what, for whom and when: the columns that tables of facts and of saved work share, and their values. */
import type { ColumnType } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor, Permit, Role } from '../domain/trail.ts';

/** Who wrote a row, in which capacity and for which organisation. */
export type Writer = {
  readonly by_user: Id<'user'>;
  readonly by_name: string;
  readonly capacity: Role;
  readonly organisation: Id<'organisation'>;
};

/** The same where the name of the organisation is kept as it was that day. */
export type NamedWriter = Writer & { readonly organisation_name: string };

/** When a row was written, as the one who writes it says; it is never changed. */
export type WrittenAt = { readonly recorded: ColumnType<Moment, Moment, never> };

/** When a row was written, by the database's own clock unless it is said. */
export type WrittenNow = { readonly recorded: ColumnType<Moment, Moment | undefined, never> };

/** The columns of whoever writes, with the organisation by name. */
export function namedWriter(actor: Pick<Actor, 'user' | 'name' | 'role' | 'organisation'>): NamedWriter {
  return { ...writer(actor), organisation_name: actor.organisation.name };
}

/** Who and when, for tables that do not keep the name of the organisation. */
export function whoAndWhen({ actor, at }: Pick<Permit, 'actor' | 'at'>): Writer & { readonly recorded: Moment } {
  return { recorded: at, ...writer(actor) };
}

function writer({ user, name, role, organisation }: Pick<Actor, 'user' | 'name' | 'role' | 'organisation'>): Writer {
  return { by_user: user, by_name: name, capacity: role, organisation: organisation.id };
}
