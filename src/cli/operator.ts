/** The actor of the command line: the operator, with a permit and a line in the trace like everybody else. */
import { decide } from '../access/decide.ts';
import type { Permission } from '../access/permissions.ts';
import { asId } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor, Permit } from '../domain/trail.ts';

export const operator: Actor = {
  user: asId<'user'>('operator'),
  name: 'Drift (kommandolinjen)',
  role: 'operator',
  organisation: { id: asId<'organisation'>('samlob'), name: 'Samløb', kind: 'system', municipality: null, region: null, facility: null },
  person: null,
};

/** A permit for the operator. Throws where the table of permissions does not name the operator: that is a bug. */
export function operatorPermit(permission: Permission, at: Moment): Permit {
  const decision = decide(operator, permission, at);
  if (decision.outcome === 'refused') throw new Error(`the operator has no permission for ${permission}`);
  return decision.permit;
}
