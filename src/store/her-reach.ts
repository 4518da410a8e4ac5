/** The longest way by her requests: all that was kept of it before she was asked what she says to it. */
import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { longestWayTo } from '../domain/pathway/her-list-answer.ts';
import type { Pathway } from '../domain/pathway/state.ts';
import type { Transaction } from './database.ts';

/** In minutes by car. Where a request has none, there is nothing here. */
export type HerReach = {
  /** Of the request she is on the list by; null where she is not. */
  readonly onList: number | null;
  /** Of the request that each of her stays was found by, or held beside. */
  readonly ofStays: ReadonlyMap<Id<'stay'>, number>;
};

export async function herReach(tx: Transaction, pathway: Id<'pathway'>): Promise<HerReach> {
  return reachOf((await reachRows(pathway).execute(tx)).rows);
}

/** The longest way of one of her requests, once for each stay that was found by it or held beside it. */
export type ReachRow = { readonly stay: Id<'stay'> | null; readonly reach: number; readonly active: boolean };

/** The question, also within another. */
export function reachRows(pathway: Id<'pathway'>): RawBuilder<ReachRow> {
  return sql<ReachRow>`select distinct event.stay, request.reach, request.status not in ('withdrawn', 'ended') as active
    from placement_request request left join placement_request_event event on event.request = request.id and event.act in ('offer', 'accept', 'hold')
    where request.pathway = ${pathway} and request.reach is not null`;
}

export function reachOf(rows: readonly ReachRow[]): HerReach {
  return {
    onList: rows.find(({ active }) => active)?.reach ?? null,
    ofStays: new Map(rows.flatMap(({ stay, reach }) => (stay === null ? [] : [[stay, reach] as const]))),
  };
}

/** The longest way she accepts to a stay: what she said of it, or what the request says that it was found by. */
export function longestWayToStay(
  { onList, stays }: Pick<Pathway, 'onList' | 'stays'>,
  { ofStays }: HerReach,
  stay: Id<'stay'>,
): number | null {
  return longestWayTo(
    onList,
    stays.find(({ id }) => id === stay),
    ofStays.get(stay) ?? null,
  );
}
