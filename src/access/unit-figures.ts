/** Who may read a unit's own figures: the one who leads it. Divided by unit they have no protected form, so there is nothing for others. */
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import { decide, type Decision } from './decide.ts';

const because = 'Afdelingens egne tal læses af den, der leder døgntilbuddet. Du leder et andet.';

/** The permit that a unit's figures are read with. The store asks the database beneath it whose unit it is. */
export function decideUnitFigures(actor: Actor, facility: Id<'facility'>, at: Moment): Decision {
  const decision = decide(actor, 'unit:figures', at);
  const isElsewhere = actor.organisation.facility !== facility;
  return decision.outcome === 'permitted' && isElsewhere ? { outcome: 'refused', permission: 'unit:figures', because } : decision;
}
