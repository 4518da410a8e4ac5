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
import { addRequest } from './placement-waiting-ask.ts';

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
    const last = known.at(-1);
    if (!last) throw new Error(`nothing was known of the pathway ${pathway}`);
    const her = foldPathway(facts);
    await addRequest(tx, { id, pathway, her, wish, urgency: last.facts, askedAt, asker, key: `import ${id}` }, askedAt);
    const lines = wholeLog(known, today).map((line, index) => lineRow(id, index + 1, line, askedAt));
    if (lines.length > 0) await tx.insertInto('urgency_change').values(lines).execute();
  }
}
