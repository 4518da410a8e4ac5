/** Stays that began before the database did: for those who load one. An actor holds, confirms and admits instead. */
import type { Id } from '../domain/id.ts';
import type { StayAct, StayStatus } from '../domain/placement/lifecycle.ts';
import type { Nights } from '../domain/placement/nights.ts';
import type { Recorded } from '../domain/trail.ts';
import type { Transaction } from './database.ts';

export type LoadedStay = {
  readonly stay: Id<'stay'>;
  readonly pathway: Id<'pathway'>;
  readonly calledName: string;
  readonly municipality: Id<'municipality'>;
  readonly unit: Id<'unit'>;
  readonly place: Id<'place'>;
  readonly nights: Nights;
  readonly status: Extract<StayStatus, 'confirmed' | 'admitted'>;
  readonly heldBy: Recorded;
};

const actOf = { confirmed: 'confirm', admitted: 'admit' } as const satisfies Readonly<Record<LoadedStay['status'], StayAct>>;

export async function addStay(tx: Transaction, loaded: LoadedStay): Promise<void> {
  const { stay, pathway, unit, place, nights, status, heldBy } = loaded;
  await tx
    .insertInto('stay')
    .values({
      id: stay,
      pathway,
      called_name: loaded.calledName,
      unit,
      place,
      ...nights,
      status,
      held_until: null,
      needs: '[]',
      legal_basis: 'SEL-107-2-2',
      paid_by: loaded.municipality,
      held_by: heldBy.by,
      held_by_name: heldBy.byName,
      held_for: heldBy.organisation,
      held_for_name: heldBy.organisationName,
      request_key: `indlæst ${stay}`,
    })
    .execute();
  await tx
    .insertInto('stay_event')
    .values({
      stay,
      sequence: 1,
      act: actOf[status],
      status,
      happened: status === 'admitted' ? nights.arrival : heldBy.happened,
      recorded: heldBy.recorded,
      by_user: heldBy.by,
      by_name: heldBy.byName,
      capacity: heldBy.capacity,
      organisation: heldBy.organisation,
      organisation_name: heldBy.organisationName,
      data: JSON.stringify({ loaded: true }),
    })
    .execute();
}
