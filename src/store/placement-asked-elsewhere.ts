/** Whether one who waits is asked for in another unit when this one says no: what the unit is told before and after its no. */
import { homeOf } from '../domain/geography/travel.ts';
import type { Id } from '../domain/id.ts';
import { type PlacementRequest, waitsFor } from '../domain/placement/waiting-request.ts';
import { danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { loadCandidatesOf } from './placement-provision.ts';
import { waitingRequest } from './placement-waiting-rows.ts';

/**
 * Those of the requests that stand on the list of a unit besides this one (`null`: of any), where nobody has said no for good. Nothing is said of which: whom else she
 * wishes for is for her team. What is read of the units is read once for all of them.
 */
export async function askedElsewhere(
  tx: Transaction,
  requests: readonly PlacementRequest[],
  unit: Id<'unit'> | null,
): Promise<ReadonlySet<Id<'request'>>> {
  if (requests.length === 0) return new Set();
  const isAnywhere = requests.some(({ units }) => units.length === 0);
  const all = isAnywhere
    ? (await tx.selectFrom('unit').select('id').execute()).map(({ id }) => id)
    : [...new Set(requests.flatMap(({ units }) => units))];
  const others = all.filter((id) => id !== unit);
  if (others.length === 0) return new Set();
  const candidates = await loadCandidatesOf(tx, danishDay(await databaseNow(tx)), others);
  const isAsked = (request: PlacementRequest): boolean =>
    candidates.some(
      (candidate) =>
        !request.closed.some((one) => one.unit === candidate.unit.id && one.until === null) && waitsFor(request, candidate, homeOf),
    );
  return new Set(requests.filter(isAsked).map(({ id }) => id));
}

/** Whether one of them does. */
export async function isAskedElsewhere(tx: Transaction, request: Id<'request'>, unit: Id<'unit'>): Promise<boolean> {
  const hers = await waitingRequest(tx, request);
  return hers !== null && (await askedElsewhere(tx, [hers], unit)).has(request);
}

/** The same for a place that the list has offered, before or after the unit's no to it; `null` where the list did not offer it. */
export function isOfferedElsewhere(db: Database, permit: Permit, stay: Id<'stay'>): Promise<boolean | null> {
  return asActor(db, permit, { kind: 'stay', id: stay }, async (tx) => {
    const offer = await tx.selectFrom('placement_offer').select(['request', 'unit']).where('stay', '=', stay).executeTakeFirst();
    return offer ? isAskedElsewhere(tx, offer.request, offer.unit) : null;
  });
}
