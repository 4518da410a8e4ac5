/** She leaves earlier than was agreed: the unit writes it, and those who pay read it on their work list. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { leaveEarlier, type LeavesEarlier } from '../domain/placement/leave-earlier.ts';
import { addDays, danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database, Transaction } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { partsOf } from './placement-arrive.ts';
import { tellPathway } from './placement-pathway.ts';
import { moveStay } from './placement-stay-write.ts';

/** Writes that she leaves on an earlier day, and why: her unit's form says that she reads it. */
export function leaveEarlierOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  { departure, reason }: { readonly departure: Day; readonly reason: string },
): Promise<LeavesEarlier | NotDone> {
  const form = asking(sent, [departure, reason]);
  const manner = { act: 'leave-earlier', done: 'leaves-earlier', by: 'unit' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<LeavesEarlier> => {
    const earlier = leaveEarlier(before, departure, now);
    if (earlier.outcome !== 'leaves-earlier') return earlier;
    const { parts } = earlier;
    const { actor } = permit;
    const from = before.nights.departure;
    const answer = { key: form.key, answer: earlier };
    const data = { from, departure, reason, before: partsOf(before), nightsAfterBirth: before.nightsAfterBirth };
    // From then on it is a fixed day: hers.
    await moveStay(
      tx,
      before,
      { parts, nightsAfterBirth: null },
      { act: manner.act, status: before.status, actor, at: now, data, form: answer },
    );
    const { pathway, id: stay } = before;
    await tellPathway(tx, pathway, { type: 'departure-changed', stay, from, departure, reason, readByHer: true }, actor, now);
    return earlier;
  });
}

/** She leaves or has left earlier than was agreed, as her unit wrote it. */
export type LeftEarlier = {
  readonly pathway: Id<'pathway'>;
  readonly calledName: string;
  readonly unitName: string;
  /** Whether she has left, or is to leave. */
  readonly hasLeft: boolean;
  readonly agreed: Day;
  readonly departure: Day;
  /** The earlier day on which she moves to another unit meanwhile; `null` where she moves on none. */
  readonly movesOn: Day | null;
  /** Why, as the unit wrote it; empty where it wrote nothing. */
  readonly reason: string;
};

/** Days after she has left that it is still told. */
const daysTold = 7;

/**
 * The stays on the pathways that an organisation takes part in and that end before the day those who pay agreed to: theirs is the departure that the
 * first «leaves earlier» began from since they last decided it, or the one a discharge cut short. A move that was confirmed, or that fell away, decides
 * nothing of it: it is told until she has moved. Told until a week after she has left, with the newest reason. One who has gone on to another unit has
 * left as agreed with those who pay.
 */
export async function leftEarlierOf(tx: Transaction, organisation: Id<'organisation'>, now: Moment): Promise<readonly LeftEarlier[]> {
  const { rows } = await sql<LeftEarlier>`
    with mine as (
      select stay.* from stay
       where stay.status in ('admitted', 'discharged') and stay.departure >= ${addDays(danishDay(now), -daysTold)}::date
         and exists (select from care_team_member as member where member.pathway = stay.pathway and member.organisation = ${organisation})),
    changed as (
      select event.stay, event.sequence, event.act, event.data, lag(event.data) over (partition by event.stay order by event.sequence) as last
        from mine join stay_event as event on event.stay = mine.id and event.act in ('admit', 'change-departure', 'leave-earlier', 'undo-leave-earlier')),
    seen as (
      select mine.*, (select coalesce(max(sequence), 0) from changed
                       where changed.stay = mine.id and act <> 'leave-earlier' and not data ? 'transferTo'
                         and (last is null or not last ? 'transferTo' or last ->> 'from' is distinct from data ->> 'departure')) as decided
        from mine)
    select seen.pathway, seen.called_name as "calledName", facility.name || ', ' || unit.name as "unitName",
           seen.status = 'discharged' as "hasLeft", agreed.day as agreed, told.day as departure,
           case when seen.departure < told.day::date then seen.departure::text end as "movesOn",
           coalesce(earlier.reasons[cardinality(earlier.reasons)], '') as reason
      from seen join unit on unit.id = seen.unit join facility on facility.id = unit.facility
      left join lateral (select data from stay_event where stay = seen.id and seen.status = 'discharged' and act = 'discharge'
                          order by sequence desc limit 1) as gone on true
      cross join lateral (select array_agg(data ->> 'from' order by sequence) as days, array_agg(data ->> 'reason' order by sequence) as reasons,
                                 array_agg(data ->> 'departure' order by sequence) as departures
                            from stay_event where stay = seen.id and act = 'leave-earlier' and sequence > seen.decided) as earlier
      cross join lateral (select coalesce(earlier.days[1], gone.data #>> '{before,-1,nights,departure}') as day) as agreed
      cross join lateral (select coalesce(case when seen.status = 'admitted' then earlier.departures[cardinality(earlier.departures)] end,
                                          seen.departure::text) as day) as told
     where agreed.day::date > told.day::date and coalesce(gone.data ->> 'destination', '') <> 'other-unit'
     order by seen.departure, seen.called_name`.execute(tx);
  return rows;
}
