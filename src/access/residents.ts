/** Who may know by name who lives in a unit: the one who leads it. Others see that a place is taken, and not by whom. */
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import { decide, type Decision } from './decide.ts';

const because = 'Kun lederen af døgntilbuddet kan se, hvem der bor på dets pladser.';

/** The permit that the names of a facility's residents are read with. Row security is the floor beneath it. */
export function decideResidents(actor: Actor, facility: Id<'facility'>, at: Moment): Decision {
  const decision = decide(actor, 'place:manage', at);
  const isElsewhere = actor.organisation.facility !== facility;
  return decision.outcome === 'permitted' && isElsewhere ? { outcome: 'refused', permission: 'place:manage', because } : decision;
}
