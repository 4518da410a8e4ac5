/** Who kept something and when: the columns that tables of saved work share. */
import type { Permit } from '../domain/trail.ts';

/** The columns with their values. */
export function whoAndWhen({ actor, at }: Pick<Permit, 'actor' | 'at'>) {
  return { recorded: at, by_user: actor.user, by_name: actor.name, capacity: actor.role, organisation: actor.organisation.id } as const;
}
