/** What happens to a stay is told on the pathway too, in the same transaction: its timeline and its cascade are read from there. */
import { sql } from 'kysely';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { appendFact, recordedBy } from './pathway.ts';
import { offerFreed } from './placement-waiting-offer.ts';

/** The program itself: what time brings about was done by nobody. */
export const system: Actor = {
  user: asId<'user'>('samlob'),
  name: 'Samløb',
  role: 'operator',
  organisation: { id: asId<'organisation'>('samlob'), name: 'Samløb', kind: 'system', municipality: null, region: null, facility: null },
  person: null,
};

/**
 * Adds a fact to her pathway as the actor wrote it; the day is today unless it happened before. The unit writes that she came although
 * it takes no part in her pathway yet: row security lets this one pathway be written while it is told.
 */
export async function tellPathway(
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
  if (fact.type === 'hold-ended' || fact.type === 'discharged') await offerFreed(tx, fact.stay, { tellPathway, whileTelling, system });
}

/** From the day she comes, the facility takes part in her pathway. */
export async function joinPathway(tx: Transaction, pathway: Id<'pathway'>, actor: Actor, now: Moment, happened: Day): Promise<void> {
  const { id: organisation, name: organisationName } = actor.organisation;
  const { rows } = await sql<{ joined: boolean }>`select takes_part(${pathway}) as joined`.execute(tx);
  if (rows[0]?.joined === true) return;
  await tellPathway(tx, pathway, { type: 'party-joined', organisation, organisationName, task: 'Døgnbehandling' }, actor, now, happened);
}

/** Does a piece of work for which one pathway may be read and written, whoever asks. */
export async function whileTelling(tx: Transaction, pathway: Id<'pathway'>, work: () => Promise<void>): Promise<void> {
  await sql`select set_config('app.telling', ${pathway}, true)`.execute(tx);
  await work();
  await sql`select set_config('app.telling', '', true)`.execute(tx);
}
