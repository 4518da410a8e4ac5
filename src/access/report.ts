/** Who may read the internal edition of which report: the secretariat its own region's, the agency and the operator all. */
import type { Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import { decide, type Decision } from './decide.ts';

const because = 'Sekretariatet læser den interne udgave for sin egen region; andre regioners og landets læses i den offentlige udgave.';

/** `place` is a region's id or `danmark`. */
export function decideInternalReport(actor: Actor, place: string, at: Moment): Decision {
  const decision = decide(actor, 'report:internal', at);
  const isElsewhere = actor.role === 'secretariat' && actor.organisation.region !== place;
  return decision.outcome === 'permitted' && isElsewhere ? { outcome: 'refused', permission: 'report:internal', because } : decision;
}
