/** Puts many on the waiting list at once, as if it had been done on the day it says: for simulated countries, as the owner of the tables. */
import type { Id } from '../domain/id.ts';
import { foldPathway } from '../domain/pathway/fold.ts';
import { wholeLog } from '../domain/placement/urgency-log.ts';
import type { UrgencyFacts } from '../domain/placement/urgency.ts';
import type { Wish } from '../domain/placement/waiting-request.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';
import { factsOf } from './pathway.ts';
import { crisisCentres, lineRow, urgencyOfPathway } from './placement-waiting-log.ts';
import { addRequestEvent } from './placement-waiting-rows.ts';

export type ImportedRequest = {
  readonly id: Id<'request'>;
  readonly pathway: Id<'pathway'>;
  readonly wish: Omit<Wish, 'municipality'>;
  readonly askedAt: Moment;
};

/** Adds requests that wait, with the log that they would have had by today. Their pathways are there; who wrote last on each is the asker. */
export async function importRequests(tx: Transaction, requests: readonly ImportedRequest[], today: Day): Promise<void> {
  const centres = await crisisCentres(tx);
  for (const { id, pathway, wish, askedAt } of requests) {
    const facts = await factsOf(tx, pathway);
    const asker = facts.findLast(({ recorded }) => recorded <= askedAt) ?? facts[0];
    if (!asker) throw new Error(`the pathway ${pathway} has no facts`);
    const askedOn = danishDay(askedAt);
    // What was known when she was put on the list, and after each fact that was written since.
    const first = Math.max(1, facts.filter(({ recorded }) => recorded <= askedAt).length);
    const known = facts.slice(first - 1).map((recorded, index) => {
      const until = facts.slice(0, first + index);
      const urgency: UrgencyFacts = { ...urgencyOfPathway(foldPathway(until), until, centres), askedOn, refusals: 0, herNoes: 0 };
      return { from: index === 0 ? askedOn : danishDay(recorded.recorded), facts: urgency };
    });
    const her = foldPathway(facts);
    await tx
      .insertInto('placement_request')
      .values({
        id,
        pathway,
        called_name: her.calledName,
        municipality: her.municipality,
        wish: 1,
        needs: JSON.stringify(wish.needs),
        party: JSON.stringify(wish.party),
        earliest: wish.earliest,
        nights: wish.nights,
        reach: wish.reach,
        status: 'waiting',
        stay: null,
        closed: '[]',
        urgency: JSON.stringify(known.at(-1)?.facts),
        asked_at: askedAt,
        asked_by: asker.by,
        asked_by_name: asker.byName,
        asked_for: asker.organisation,
        asked_for_name: asker.organisationName,
        request_key: `import ${id}`,
      })
      .execute();
    const units = wish.units.map((unit, index) => ({ request: id, wish: 1, preference: index + 1, unit }));
    if (units.length > 0) await tx.insertInto('placement_request_unit').values(units).execute();
    await addRequestEvent(tx, id, 1, { act: 'ask' }, asker, askedAt);
    const lines = wholeLog(known, today).map((line, index) => lineRow(id, index + 1, line, askedAt));
    if (lines.length > 0) await tx.insertInto('urgency_change').values(lines).execute();
  }
}
