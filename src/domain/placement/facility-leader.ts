/** Who leads a facility (da: leder af et døgntilbud): one is named, further ones beside, and the task of one ends. */
import type { Id } from '../id.ts';
import { addDays, danishDay, type Day, day, type Moment } from '../time.ts';
import type { Actor } from '../trail.ts';
import { registersFacilitiesIn } from './facility-registration.ts';
import type { Facility } from './provision.ts';

/** One who leads a facility now. */
export type FacilityLeader = { readonly user: Id<'user'>; readonly name: string };

/**
 * Days after the one on which somebody was named to lead a facility, until whose end she is told so where she begins her work: Samløb sends no
 * message. Our own choice, published as `docs/rules/leader-told-2026-11.md`. Each edition from its own day on.
 */
export const leaderToldEditions = [
  { edition: 'leder-udpeget/2026-11', from: day('2026-11-26'), days: 14, source: 'Samløbs eget valg' },
] as const satisfies readonly { readonly edition: string; readonly from: Day; readonly days: number; readonly source: string }[];

/** The last day on which one who was named at a moment is told so. */
export function toldUntil(named: Moment): Day {
  const [first] = leaderToldEditions;
  const { days } = leaderToldEditions.findLast(({ from }) => from <= danishDay(named)) ?? first;
  return addDays(danishDay(named), days);
}

/** The social supervision of the region names leaders and ends their task, and so does whoever leads the facility. Our own choice. */
export function namesLeadersOf(actor: Actor, { id, region }: Pick<Facility, 'id' | 'region'>, today: Day): boolean {
  return (actor.role === 'unit-leader' && actor.organisation.facility === id) || registersFacilitiesIn(actor, region, today);
}

export type LeaderNaming =
  | { readonly outcome: 'named'; readonly name: string }
  /** The form was sent again: she was named by it, and her task has ended since. */
  | { readonly outcome: 'ended-since'; readonly name: string }
  | { readonly outcome: 'refused'; readonly fault: 'no-name' | 'leads-already' };

/** Names one more beside those who lead it. `before`: who was named by the same form, when it is sent again. */
export function nameLeader(
  written: string,
  leaders: readonly FacilityLeader[],
  before: (Pick<FacilityLeader, 'name'> & { readonly hasEnded: boolean }) | null,
): LeaderNaming {
  if (before) return { outcome: before.hasEnded ? 'ended-since' : 'named', name: before.name };
  const name = written.trim();
  if (name === '') return { outcome: 'refused', fault: 'no-name' };
  const isThere = leaders.some((leader) => leader.name.trim().toLowerCase() === name.toLowerCase());
  return isThere ? { outcome: 'refused', fault: 'leads-already' } : { outcome: 'named', name };
}

export type LeaderEnding =
  | { readonly outcome: 'ended'; readonly name: string; readonly leavesNone: boolean }
  /** Nobody would lead the facility: asked about before it is done. */
  | { readonly outcome: 'ask-none'; readonly name: string }
  | { readonly outcome: 'no-such-leader' };

/** Ends the task of one. Never without being told where that leaves the facility without a leader. */
export function endLeader(user: Id<'user'>, leaders: readonly FacilityLeader[], isTold: boolean): LeaderEnding {
  const leader = leaders.find((one) => one.user === user);
  if (!leader) return { outcome: 'no-such-leader' };
  const leavesNone = leaders.length === 1;
  return leavesNone && !isTold ? { outcome: 'ask-none', name: leader.name } : { outcome: 'ended', name: leader.name, leavesNone };
}
