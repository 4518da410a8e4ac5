/** Who may read which report in which edition. The internal one: the secretariat its own region's, the agency and the operator all. */
import type { Edition } from '../domain/disclosure/publishable.ts';
import { speaksFor } from '../domain/geography/regions.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import { decide, type Decision } from './decide.ts';

const because = 'Sekretariatet læser den interne udgave for sin egen region; andre regioners og landets læses i den offentlige udgave.';

/** `place` is a region's id or `danmark`. A region that others have become reads what they read (Østdanmark from 2027). */
export function decideInternalReport(actor: Actor, place: string, at: Moment): Decision {
  const decision = decide(actor, 'report:internal', at);
  const isElsewhere = actor.role === 'secretariat' && !speaksFor(actor.organisation.region, place, danishDay(at));
  return decision.outcome === 'permitted' && isElsewhere ? { outcome: 'refused', permission: 'report:internal', because } : decision;
}

/**
 * The permit that a report is compiled with. Those who may read the internal edition of a place bring that permit for the public one too:
 * then they see it as a draft before it is released.
 */
export function decideReport(actor: Actor, place: string, edition: Edition, at: Moment): Decision {
  const internal = decideInternalReport(actor, place, at);
  return edition === 'internal' || internal.outcome === 'permitted' ? internal : decide(actor, 'report:public', at);
}
