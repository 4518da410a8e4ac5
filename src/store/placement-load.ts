/** Stays that began before the database did: for those who load one. An actor holds, confirms and admits instead. */
import type { StayAct, StayStatus } from '../domain/placement/lifecycle.ts';
import type { Stay } from '../domain/placement/stay.ts';
import type { Recorded } from '../domain/trail.ts';
import type { Transaction } from './database.ts';

/** A stay as it stands, what she is called, and who got the place for her. */
export type LoadedStay = { readonly stay: Stay; readonly calledName: string; readonly heldBy: Recorded };

/** What brought a stay to where it stands. */
const lastAct = {
  held: 'hold',
  confirmed: 'confirm',
  admitted: 'admit',
  discharged: 'discharge',
  released: 'release',
  expired: 'expire',
  refused: 'refuse',
  withdrawn: 'withdraw',
} as const satisfies Readonly<Record<StayStatus, StayAct>>;

/** Parameters in one statement of PostgreSQL are limited to 65,535: a stay has seventeen. */
const staysAtOnce = 2000;

/** Adds stays whose pathways are there already. The database still refuses two on one place on any night. */
export async function addStays(tx: Transaction, loaded: readonly LoadedStay[]): Promise<void> {
  for (let from = 0; from < loaded.length; from += staysAtOnce) {
    const some = loaded.slice(from, from + staysAtOnce);
    await tx
      .insertInto('stay')
      .values(
        some.map(({ stay, calledName, heldBy }) => ({
          id: stay.id,
          pathway: stay.pathway,
          called_name: calledName,
          unit: stay.unit,
          place: stay.place,
          ...stay.nights,
          status: stay.status,
          held_until: stay.heldUntil,
          extensions: stay.extensions,
          needs: JSON.stringify(stay.needs),
          legal_basis: stay.legalBasis,
          paid_by: stay.paidBy,
          held_by: heldBy.by,
          held_by_name: heldBy.byName,
          held_for: heldBy.organisation,
          held_for_name: heldBy.organisationName,
          request_key: `loaded/${stay.id}`,
        })),
      )
      .execute();
    await tx
      .insertInto('stay_event')
      .values(
        some.map(({ stay, heldBy }) => ({
          stay: stay.id,
          sequence: 1,
          act: lastAct[stay.status],
          status: stay.status,
          happened: heldBy.happened,
          recorded: heldBy.recorded,
          by_user: heldBy.by,
          by_name: heldBy.byName,
          capacity: heldBy.capacity,
          organisation: heldBy.organisation,
          organisation_name: heldBy.organisationName,
          data: JSON.stringify({ loaded: true }),
        })),
      )
      .execute();
  }
}
