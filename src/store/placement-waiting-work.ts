/** Which of some pathways wait for a place, since when, and with which number: for the work list and for her page. */
import { homeOf } from '../domain/geography/travel.ts';
import type { Id } from '../domain/id.ts';
import { waitingListOf } from '../domain/placement/waiting-list.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import { databaseNow, type Transaction } from './database.ts';
import { loadProvision, type Provision } from './placement-provision.ts';
import { waitingRequests } from './placement-waiting-rows.ts';

export type WaitingAtWork = {
  readonly since: Moment;
  /** Whether a place is offered to her now. */
  readonly isOffered: boolean;
  readonly stands: StandsOnList;
};

/** Where she stands: with her number in the unit that she wishes most of those on whose list she is, or on the list of none that she named. */
export type StandsOnList =
  | { readonly outcome: 'any-unit' }
  | { readonly outcome: 'number'; readonly number: number; readonly of: number; readonly unitName: string }
  | { readonly outcome: 'on-no-list' };

/** By pathway: those of some that wait and that the actor takes part in. The list itself has no names; whose request it is, row security says. */
export async function waitingOf(tx: Transaction, pathways: readonly Id<'pathway'>[]): Promise<ReadonlyMap<Id<'pathway'>, WaitingAtWork>> {
  if (pathways.length === 0) return new Map();
  const rows = await tx
    .selectFrom('placement_request')
    .select(['id', 'pathway', 'status', 'asked_at'])
    .where('pathway', 'in', pathways)
    .where('status', 'in', ['waiting', 'offered'])
    .execute();
  if (rows.length === 0) return new Map();
  const requests = await waitingRequests(tx);
  const wishedBy = new Map(requests.map(({ id, units }) => [id, units]));
  const wished = [...new Set(rows.flatMap(({ id }) => wishedBy.get(id) ?? []))];
  const units = new Map<Id<'unit'>, Provision>(
    wished.length === 0 ? [] : (await loadProvision(tx, wished)).map((one) => [one.unit.id, one] as const),
  );
  const now = await databaseNow(tx);
  const lists = new Map([...units].map(([id, where]) => [id, waitingListOf(requests, where, homeOf, danishDay(now), now)] as const));
  const standsOf = (request: Id<'request'>): StandsOnList => {
    const named = wishedBy.get(request) ?? [];
    for (const unit of named) {
      const [list, where] = [lists.get(unit) ?? [], units.get(unit)];
      const line = list.find((one) => one.request.id === request);
      if (line && where)
        return { outcome: 'number', number: line.number, of: list.length, unitName: `${where.facility.name}, ${where.unit.name}` };
    }
    return { outcome: named.length === 0 ? 'any-unit' : 'on-no-list' };
  };
  return new Map(
    rows.map(({ id, pathway, status, asked_at: since }) => [pathway, { since, isOffered: status === 'offered', stands: standsOf(id) }]),
  );
}
