/** A form about a woman's request on the waiting list: found again, locked, asked of once, and followed by what is free where she waits. */
import type { Id } from '../domain/id.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import type { RequestAct } from '../domain/placement/waiting-lifecycle.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { expireHolds } from './placement-expire.ts';
import { telling } from './placement-pathway.ts';
import { lockPlaces, MovedMeanwhile, patiently } from './placement-retry.ts';
import { loadStay, staysOfPathway, type StayWithName } from './placement-stays.ts';
import { offerWhereWaiting } from './placement-waiting-offer.ts';
import { activeRequest, answerTo, lockPathway, type RequestAnswer, type RequestRow } from './placement-waiting-rows.ts';

/**
 * A form about her request. The same key does it once, and is answered alike. `offer` is the stay that was offered on the page it was sent from;
 * null where none was. An answer to another offer than the one that stands does nothing.
 */
export type RequestForm = { readonly pathway: Id<'pathway'>; readonly key: string; readonly offer: Id<'stay'> | null };

export type RequestDone =
  /** How the act left the request. A place that is free where she waits may be offered to her right after. */
  | RequestAnswer
  /** Another place is offered her than the one that was answered. */
  | { readonly outcome: 'other-offer' }
  /** She is not on the list, or nothing is offered her: somebody was faster. */
  | { readonly outcome: 'cannot' }
  /** The time to answer has passed. */
  | { readonly outcome: 'run-out' }
  /** The unit's capacity is not fresh: it is to be rung before she is asked (`beforeAsking`). */
  | { readonly outcome: 'ring-first' }
  /** It is to be to the birth and some nights after, and neither the birth nor the due date is known. */
  | { readonly outcome: 'no-due-date' }
  | NotDone;

export type NotDone = { readonly outcome: 'no-such-pathway' } | { readonly outcome: 'busy' };

/** What an act made of the request, or why it did nothing. */
export type Work = Promise<RequestAnswer | 'cannot' | 'run-out' | 'ring-first' | 'no-due-date'>;

/**
 * Her request as it stands, with offers that ran out cleared away; and afterwards what is free where she waits is offered. The place that is
 * offered is locked first and the pathway after it, in the order of everyone who moves a stay. What this very form has done before is found
 * first, whatever has happened since.
 */
export function withRequest(
  db: Database,
  permit: Permit,
  { pathway, key, offer }: RequestForm,
  act: RequestAct,
  work: (tx: Transaction, request: RequestRow, offered: StayWithName | null, now: Moment) => Work,
): Promise<RequestDone> {
  return patiently(() =>
    asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx): Promise<RequestDone> => {
      if (!(await readPathway(tx, pathway))) return { outcome: 'no-such-pathway' };
      const before = await activeRequest(tx, pathway);
      const seen = before?.stay ? await loadStay(tx, before.stay) : null;
      if (seen) await lockPlaces(tx, placesOf(seen));
      await expireHers(tx, pathway);
      await lockPathway(tx, pathway);
      const known = await answerTo(tx, pathway, act, key);
      if (known) return known;
      const request = await activeRequest(tx, pathway);
      if (!request) return { outcome: 'cannot' };
      if (before?.status === 'offered' && request.status === 'waiting') return { outcome: 'run-out' };
      if (request.stay !== null && request.stay !== seen?.id) throw new MovedMeanwhile(request.stay);
      const offered = request.status === 'offered' && request.stay !== null ? await loadStay(tx, request.stay) : null;
      if (offered && seen && !placesOf(offered).every((place) => placesOf(seen).includes(place))) throw new MovedMeanwhile(offered.id);
      if (offered ? offered.id !== offer : offer !== null) return { outcome: offered ? 'other-offer' : 'cannot' };
      const done = await work(tx, request, offered, await databaseNow(tx));
      if (typeof done === 'string') return { outcome: done };
      await offerWhereWaiting(tx, request.id, telling);
      return done;
    }),
  );
}

/** Holds of hers that have run out are cleared away, and their places offered on. */
export async function expireHers(tx: Transaction, pathway: Id<'pathway'>): Promise<void> {
  const now = await databaseNow(tx);
  const places = (await staysOfPathway(tx, pathway)).filter((stay) => hasRunOut(stay, now)).flatMap(placesOf);
  if (places.length > 0) await expireHolds(tx, places, pathway, now);
}

function placesOf({ parts }: Pick<StayWithName, 'parts'>): readonly Id<'place'>[] {
  return parts.map(({ place }) => place);
}
