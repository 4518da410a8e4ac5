/** How a request for a place is written the first time: its row, the units it names, and the event that it was made. */
import type { Id } from '../domain/id.ts';
import type { Pathway } from '../domain/pathway/state.ts';
import type { UrgencyFacts } from '../domain/placement/urgency.ts';
import type { Wish } from '../domain/placement/waiting-request.ts';
import type { Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';
import { addRequestEvent, type Author } from './placement-waiting-rows.ts';

/** A request as it is made: what is wished, since when she waits, and who asked. */
export type RequestMade = {
  readonly id: Id<'request'>;
  readonly pathway: Id<'pathway'>;
  readonly her: Pick<Pathway, 'calledName' | 'municipality'>;
  readonly wish: Omit<Wish, 'municipality'>;
  readonly urgency: UrgencyFacts;
  readonly askedAt: Moment;
  readonly asker: Author;
  readonly key: string;
};

/** Writes a request that waits, with the units that it names, and the event that it was made at the moment `recorded`. */
export async function addRequest(tx: Transaction, made: RequestMade, recorded: Moment): Promise<void> {
  const { id, pathway, her, wish, urgency, askedAt, asker, key } = made;
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
      nights_after_birth: wish.nightsAfterBirth ?? null,
      reach: wish.reach,
      status: 'waiting',
      stay: null,
      closed: '[]',
      urgency: JSON.stringify(urgency),
      asked_at: askedAt,
      asked_by: asker.by,
      asked_by_name: asker.byName,
      asked_for: asker.organisation,
      asked_for_name: asker.organisationName,
      request_key: key,
    })
    .execute();
  await nameUnits(tx, id, 1, wish);
  await addRequestEvent(tx, id, { sequence: 1, move: { act: 'ask' }, author: asker, recorded });
}

/** The units that a wish names, in the order they are preferred. */
export async function nameUnits(tx: Transaction, request: Id<'request'>, wish: number, { units }: Pick<Wish, 'units'>): Promise<void> {
  const rows = [...new Set(units)].map((unit, index) => ({ request, wish, preference: index + 1, unit }));
  if (rows.length > 0) await tx.insertInto('placement_request_unit').values(rows).execute();
}
