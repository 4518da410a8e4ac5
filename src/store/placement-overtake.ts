/** A place that is held although more urgent requests wait for the unit: it is never refused, and never silent. */
import { homeOf } from '../domain/geography/travel.ts';
import type { Id } from '../domain/id.ts';
import type { UrgencyFacts } from '../domain/placement/urgency.ts';
import { moreUrgentThan, waitingListOf } from '../domain/placement/waiting-list.ts';
import type { OvertakeReason } from '../domain/placement/waiting-reasons.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { readPathway, type ReadPathway } from './pathway.ts';
import type { Provision } from './placement-provision.ts';
import { crisisCentres, urgencyOfPathway } from './placement-waiting-log.ts';
import { activeRequest, waitingRequests } from './placement-waiting-rows.ts';
import { namedWriter } from './who-and-when.ts';

/** Why the place is held all the same. `null` where it was held in a way that does not ask. */
export type Overtaking = { readonly reason: OvertakeReason | null; readonly text: string };

/** How many more urgent than she wait for each of some units; those that nobody waits for are left out. */
export async function waitingBeforeIn(
  tx: Transaction,
  her: ReadPathway,
  units: readonly Provision[],
  now: Moment,
): Promise<ReadonlyMap<Id<'unit'>, number>> {
  return new Map(await countsBefore(tx, her, units, now));
}

/** Whether the form with this key has held a place for her before. */
export async function hasHeld(tx: Transaction, pathway: Id<'pathway'>, key: string): Promise<boolean> {
  const known = await tx.selectFrom('stay').select('id').where('pathway', '=', pathway).where('request_key', '=', key).executeTakeFirst();
  return known !== undefined;
}

/** Writes down how many were passed when a place was held for her, and why; nothing where nobody was. In the transaction of the hold. */
export async function noteOvertaking(
  tx: Transaction,
  { actor }: Permit,
  held: { readonly stay: Id<'stay'>; readonly pathway: Id<'pathway'>; readonly provision: Provision; readonly why: Overtaking },
  now: Moment,
): Promise<void> {
  const her = await readPathway(tx, held.pathway);
  if (!her) return;
  const [found] = await countsBefore(tx, her, [held.provision], now);
  if (!found) return;
  const { stay, pathway, why } = held;
  await tx
    .insertInto('overtaking')
    .values({ stay, pathway, unit: found[0], waiting: found[1], ...why, recorded: now, ...namedWriter(actor) })
    .execute();
}

async function countsBefore(
  tx: Transaction,
  her: ReadPathway,
  units: readonly Provision[],
  now: Moment,
): Promise<readonly (readonly [Id<'unit'>, number])[]> {
  const requests = await waitingRequests(tx);
  if (requests.length === 0) return [];
  const today = danishDay(now);
  const own = await activeRequest(tx, her.id);
  const told = urgencyOfPathway(her.pathway, her.facts, await crisisCentres(tx));
  const facts: UrgencyFacts = own?.urgency ?? { ...told, askedOn: today, refusals: 0, herNoes: 0 };
  const hers = { facts, askedAt: own?.asked_at ?? now, request: own?.id ?? null };
  return units.flatMap(({ facility, unit }) => {
    const before = moreUrgentThan(waitingListOf(requests, { facility, unit }, homeOf, today, now), hers, today).length;
    return before > 0 ? [[unit.id, before] as const] : [];
  });
}
