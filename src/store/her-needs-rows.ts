/** Her needs as rows: the newest that her team wrote, and the wish of her request that takes them up. */
import type { Id } from '../domain/id.ts';
import type { Need, Party } from '../domain/placement/needs.ts';
import type { WrittenNeeds } from '../domain/placement/wait-after-birth.ts';
import type { Transaction } from './database.ts';

/** As they were last written by themselves; null where nobody has, or the asker may not read them. */
export async function writtenNeeds(tx: Transaction, pathway: Id<'pathway'>): Promise<WrittenNeeds | null> {
  const row = await tx
    .selectFrom('her_needs')
    .select(['needs', 'party', 'by_name', 'recorded', 'after_fact'])
    .where('pathway', '=', pathway)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { needs: row.needs, party: row.party, by: row.by_name, at: row.recorded, afterFact: row.after_fact } : null;
}

/**
 * What her needs follow from: as they were written, and where nobody has written them by themselves as they stand on her request. A birth that was
 * followed there changed them, and what stood before it was kept.
 */
export async function needsWrittenOrAsked(
  tx: Transaction,
  request: AskedNeeds & { readonly pathway: Id<'pathway'> },
): Promise<WrittenNeeds> {
  return (await writtenNeeds(tx, request.pathway)) ?? needsAsked(tx, request);
}

type AskedNeeds = { readonly id: Id<'request'>; readonly needs: readonly Need[]; readonly party: Party };

/** The same where nobody has written them by themselves. */
export async function needsAsked(tx: Transaction, { id, needs, party }: AskedNeeds): Promise<WrittenNeeds> {
  const kept = await tx
    .selectFrom('placement_request_event')
    .select('needs_before')
    .where('request', '=', id)
    .where('needs_before', 'is not', null)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  return { needs: kept?.needs_before ?? needs, party, by: null, at: null, afterFact: null };
}

/** The units of a wish, the most wanted first. */
export async function unitsOfWish(
  tx: Transaction,
  { id, wish }: { readonly id: Id<'request'>; readonly wish: number },
): Promise<readonly Id<'unit'>[]> {
  const rows = await tx
    .selectFrom('placement_request_unit')
    .select('unit')
    .where('request', '=', id)
    .where('wish', '=', wish)
    .orderBy('preference')
    .execute();
  return rows.map(({ unit }) => unit);
}

/** What a request wishes, as its row and its units say it. */
export async function wishOf<Row extends StoredWish>(
  tx: Transaction,
  request: Row,
): Promise<Row & { readonly nightsAfterBirth: number | null; readonly units: readonly Id<'unit'>[] }> {
  return { ...request, nightsAfterBirth: request.nights_after_birth, units: await unitsOfWish(tx, request) };
}

type StoredWish = { readonly id: Id<'request'>; readonly wish: number; readonly nights_after_birth: number | null };

/**
 * The wish with other needs, whoever comes and as many nights as follow from the birth, the rest as it stands: the next wish of a request whose row is
 * locked.
 */
export async function wishWithNeeds(
  tx: Transaction,
  { id, wish }: { readonly id: Id<'request'>; readonly wish: number },
  { needs, party, nights }: { readonly needs: readonly Need[]; readonly party: Party; readonly nights: number },
): Promise<void> {
  await tx
    .updateTable('placement_request')
    .set({ needs: JSON.stringify(needs), party: JSON.stringify(party), nights, wish: wish + 1 })
    .where('id', '=', id)
    .execute();
  const units = await tx
    .selectFrom('placement_request_unit')
    .select(['preference', 'unit'])
    .where('request', '=', id)
    .where('wish', '=', wish)
    .execute();
  const rows = units.map((unit) => ({ ...unit, request: id, wish: wish + 1 }));
  if (rows.length > 0) await tx.insertInto('placement_request_unit').values(rows).execute();
}
