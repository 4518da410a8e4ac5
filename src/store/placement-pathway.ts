/** What happens to a stay is told on the pathway too, in the same transaction: its timeline and its cascade are read from there. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { appendFact, recordedBy } from './pathway.ts';
import { addEvent } from './placement-stay-write.ts';
import { offerFreed, offerUnit, type Telling } from './placement-waiting-offer.ts';
import { whileSaid } from './placement-waiting-rows.ts';
import { system } from './system-actor.ts';

/**
 * Adds a fact to her pathway as the actor wrote it; the day is today unless it happened before. The unit writes that she came although
 * it takes no part in her pathway yet: row security lets this one pathway be written while it is told. Nights that it made free are offered.
 */
export async function tellPathway(
  tx: Transaction,
  pathway: Id<'pathway'>,
  fact: PathwayFact,
  actor: Actor,
  now: Moment,
  happened: Day = danishDay(now),
): Promise<void> {
  await tellAlone(tx, pathway, fact, actor, now, happened);
  if (fact.type === 'hold-ended' || fact.type === 'discharged') await offerFreed(tx, fact.stay, telling);
  // A move that was planned and is not made any more frees nights on a place that the stay is no longer on: the whole unit is asked.
  if (fact.type === 'discharged' || fact.type === 'place-changed' || (fact.type === 'departure-changed' && fact.departure < fact.from)) {
    const stay = await whileTelling(tx, pathway, () => tx.selectFrom('stay').select('unit').where('id', '=', fact.stay).executeTakeFirst());
    if (stay) await offerUnit(tx, stay.unit, telling);
  }
}

/** The same in the middle of an act that is not done: whoever does it offers what is free when it is. */
export async function tellAlone(
  tx: Transaction,
  pathway: Id<'pathway'>,
  fact: PathwayFact,
  actor: Actor,
  now: Moment,
  happened: Day = danishDay(now),
): Promise<void> {
  await whileTelling(tx, pathway, async () => {
    const appended = await appendFact(tx, pathway, fact, recordedBy({ actor, at: now }, happened));
    if (appended.outcome === 'no-such-pathway') throw new Error(`the stay's pathway ${pathway} is not there`);
  });
}

/**
 * Lets a hold run out whose time has come; nothing where it has not. It may be another's, whom the asker may not see: the database lets it run
 * out and says whose it was.
 */
export async function expireHold(tx: Transaction, stay: Id<'stay'>, now: Moment, tell: typeof tellPathway = tellPathway): Promise<void> {
  const { rows } = await sql<{ whose: Id<'pathway'> | null }>`select expire_hold(${stay}) as whose`.execute(tx);
  const whose = rows[0]?.whose ?? null;
  if (whose === null) return;
  await whileTelling(tx, whose, () => addEvent(tx, { stay, act: 'expire', status: 'expired', actor: system, at: now }));
  await tell(tx, whose, { type: 'hold-ended', stay, how: 'expired' }, system, now);
}

/** How a pathway is told, for what offers places. */
export const telling: Telling = { tellPathway, whileTelling, expireHold };

/** From the day she comes, the facility takes part in her pathway. */
export async function joinPathway(tx: Transaction, pathway: Id<'pathway'>, actor: Actor, now: Moment, happened: Day): Promise<void> {
  const { id: organisation, name: organisationName } = actor.organisation;
  const { rows } = await sql<{ joined: boolean }>`select takes_part(${pathway}) as joined`.execute(tx);
  if (rows[0]?.joined === true) return;
  await tellPathway(tx, pathway, { type: 'party-joined', organisation, organisationName, task: 'Døgnbehandling' }, actor, now, happened);
}

/** Her pathway has ended: nothing new is arranged for her until it is opened again. What happens is written all the same. */
export type PathwayEnded = { readonly outcome: 'pathway-ended' };

/** Whether her pathway has ended, as the one who asks may see it. */
export async function endedPathway(tx: Transaction, pathway: Id<'pathway'>): Promise<boolean> {
  const row = await tx.selectFrom('pathway').select('phase').where('id', '=', pathway).executeTakeFirst();
  return row?.phase === 'ended';
}

/** Does a piece of work for which one pathway may be read and written, whoever asks. */
export function whileTelling<Result>(tx: Transaction, pathway: Id<'pathway'>, work: () => Promise<Result>): Promise<Result> {
  return whileSaid(tx, pathway, work);
}

/**
 * A facility that she has left takes no part in her pathway any more. It stays while it still expects her or has her in another of its units.
 */
export async function leavePathway(
  tx: Transaction,
  pathway: Id<'pathway'>,
  facility: Id<'facility'>,
  actor: Actor,
  now: Moment,
  happened: Day,
): Promise<void> {
  const parties = await whileTelling(tx, pathway, () =>
    tx
      .selectFrom('care_team_member')
      .innerJoin('organisation', 'organisation.id', 'care_team_member.organisation')
      .where('care_team_member.pathway', '=', pathway)
      .where('organisation.facility', '=', facility)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('stay')
              .innerJoin('unit', 'unit.id', 'stay.unit')
              .select('stay.id')
              .where('stay.pathway', '=', pathway)
              .where('unit.facility', '=', facility)
              .where('stay.status', 'in', ['held', 'confirmed', 'admitted']),
          ),
        ),
      )
      .select(['organisation.id', 'organisation.name'])
      .execute(),
  );
  for (const { id: organisation, name: organisationName } of parties)
    await tellPathway(tx, pathway, { type: 'party-left', organisation, organisationName }, actor, now, happened);
}
