/** Writes many stays at once, with what was done to each: for simulated countries, as the owner of the tables. */
import type { PathwayFactType, RecordedFact } from '../domain/pathway/facts.ts';
import { mostWeeksAfterBirth } from '../domain/placement/follow-birth.ts';
import { lifecycle, type StayAct, type StayStatus } from '../domain/placement/lifecycle.ts';
import type { Stay } from '../domain/placement/stay.ts';
import type { Database } from './database.ts';

/** A stay with the facts of its pathway: those that speak of the stay become its events. */
export type ImportedStay = {
  readonly stay: Stay;
  readonly calledName: string;
  readonly facts: readonly RecordedFact[];
  /** Nights after the birth that it is agreed to, as `StayWithName` has them; left out or `null` for a stay to a fixed day. */
  readonly nightsAfterBirth?: number | null;
};

const actsTold: Readonly<Partial<Record<PathwayFactType, StayAct>>> = {
  'place-held': 'hold',
  'place-confirmed': 'confirm',
  admitted: 'admit',
  'departure-changed': 'change-departure',
  discharged: 'discharge',
};

/** Rows in one statement: the parameters of a statement are limited to 65,535, and a row has up to 19. */
const rowsAtOnce = 3000;

/** What is wrong with the nights after the birth that a stay came with, as a sentence that names it; `null` where nothing is. */
function nightsFault({ stay, nightsAfterBirth = null }: ImportedStay): string | null {
  const most = mostWeeksAfterBirth * 7;
  if (nightsAfterBirth === null || (Number.isInteger(nightsAfterBirth) && nightsAfterBirth >= 0 && nightsAfterBirth <= most)) return null;
  return `The stay ${stay.id} says ${String(nightsAfterBirth)} nights after the birth: it must be a whole number from 0 to ${most}, or nothing for a stay to a fixed day. No stay was loaded.`;
}

/** Inserts stays that do not exist yet. Their pathways do. Throws with a sentence for each that cannot be read, before anything is written. */
export async function importStays(tx: Database, imported: readonly ImportedStay[]): Promise<void> {
  const faults = imported.flatMap((one) => nightsFault(one) ?? []);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const stays = imported.map(({ stay, calledName, facts, nightsAfterBirth = null }) => {
    const held = facts.find(({ fact }) => fact.type === 'place-held' && fact.stay === stay.id);
    if (!held) throw new Error(`nothing says who held the place of ${stay.id}`);
    const { id, nights, needs, heldUntil, legalBasis, paidBy, parts: _, ...same } = stay;
    return {
      id,
      ...same,
      ...nights,
      called_name: calledName,
      nights_after_birth: nightsAfterBirth,
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
  const parts = imported.flatMap(({ stay: { id, unit, status, parts: places } }) =>
    places.map(({ place, nights }) => ({ stay: id, unit, status, place, ...nights })),
  );
  const events = imported.flatMap(eventsOf);
  for (let from = 0; from < stays.length; from += rowsAtOnce)
    await tx
      .insertInto('stay')
      .values(stays.slice(from, from + rowsAtOnce))
      .execute();
  for (let from = 0; from < parts.length; from += rowsAtOnce)
    await tx
      .insertInto('stay_part')
      .values(parts.slice(from, from + rowsAtOnce))
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
    const act = 'stay' in fact && fact.stay === stay.id ? actsTold[fact.type] : undefined;
    return act === undefined ? [] : [{ act, recorded }];
  });
  return told.map(({ act, recorded: { happened, recorded, by, byName, capacity, organisation, organisationName } }, index) => ({
    stay: stay.id,
    sequence: index + 1,
    act,
    status: statusAfter(act, stay.status),
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

function statusAfter(act: StayAct, status: StayStatus): StayStatus {
  const { to } = lifecycle[act];
  return to === 'as-it-was' ? status : to;
}
