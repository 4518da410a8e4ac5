/** Writes many stays at once, with what was done to each: for simulated countries, as the owner of the tables. */
import type { RecordedFact } from '../domain/pathway/facts.ts';
import { lifecycle } from '../domain/placement/lifecycle.ts';
import type { Stay } from '../domain/placement/stay.ts';
import type { Database } from './database.ts';

/** A stay with the facts of its pathway: those that speak of the stay become its events. */
export type ImportedStay = { readonly stay: Stay; readonly calledName: string; readonly facts: readonly RecordedFact[] };

const actTold = { 'place-held': 'hold', 'place-confirmed': 'confirm', admitted: 'admit', discharged: 'discharge' } as const;

/** Rows in one statement: the parameters of a statement are limited to 65,535, and a row has up to 18. */
const rowsAtOnce = 3000;

/** Inserts stays that do not exist yet. Their pathways do. */
export async function importStays(tx: Database, imported: readonly ImportedStay[]): Promise<void> {
  const stays = imported.map(({ stay, calledName, facts }) => {
    const held = facts.find(({ fact }) => fact.type === 'place-held' && fact.stay === stay.id);
    if (!held) throw new Error(`nothing says who held the place of ${stay.id}`);
    const { id, nights, needs, heldUntil, legalBasis, paidBy, ...same } = stay;
    return {
      id,
      ...same,
      ...nights,
      called_name: calledName,
      held_until: heldUntil,
      needs: JSON.stringify(needs),
      legal_basis: legalBasis,
      paid_by: paidBy,
      held_by: held.by,
      held_by_name: held.byName,
      held_for: held.organisation,
      held_for_name: held.organisationName,
      request_key: `import ${id}`,
    };
  });
  const events = imported.flatMap(eventsOf);
  for (let from = 0; from < stays.length; from += rowsAtOnce)
    await tx
      .insertInto('stay')
      .values(stays.slice(from, from + rowsAtOnce))
      .execute();
  for (let from = 0; from < events.length; from += rowsAtOnce)
    await tx
      .insertInto('stay_event')
      .values(events.slice(from, from + rowsAtOnce))
      .execute();
}

function eventsOf({ stay, facts }: ImportedStay) {
  const told = facts.flatMap((recorded) => {
    const { fact } = recorded;
    const act: (typeof actTold)[keyof typeof actTold] | null =
      'stay' in fact && fact.stay === stay.id && fact.type !== 'hold-ended' && fact.type !== 'place-changed' ? actTold[fact.type] : null;
    return act === null ? [] : [{ act, recorded }];
  });
  return told.map(({ act, recorded: { happened, recorded, by, byName, capacity, organisation, organisationName } }, index) => ({
    stay: stay.id,
    sequence: index + 1,
    act,
    status: lifecycle[act].to,
    happened,
    recorded,
    by_user: by,
    by_name: byName,
    capacity,
    organisation,
    organisation_name: organisationName,
    data: JSON.stringify({ imported: true }),
  }));
}
