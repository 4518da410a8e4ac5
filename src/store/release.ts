/**
 * Nothing leaves without the ledger: a table of a call is protected, attacked together with everything released before, and entered, in one
 * transaction that only one can be in at a time.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { isReleased } from '../domain/call/lifecycle.ts';
import { municipalTable } from '../domain/call/municipal-table.ts';
import type { CallPackage } from '../domain/call/package.ts';
import { type CountTable, layoutOf } from '../domain/disclosure/count-table.ts';
import { type Publishable, publishRelease, type ReleasedTable } from '../domain/disclosure/publishable.ts';
import { decideRelease, type LedgerEntry, type Refusal, type ReleaseMethod } from '../domain/disclosure/release.ts';
import { type Terms, thresholds } from '../domain/disclosure/terms.ts';
import type { Solver } from '../domain/linear-problem.ts';
import type { Permit } from '../domain/trail.ts';
import { storedAnswer } from './call.ts';
import { asActor, type Database, type Transaction } from './database.ts';

export type MakeRelease = {
  readonly call: CallPackage;
  readonly method: ReleaseMethod;
  readonly terms: Omit<Terms, 'rounding'>;
  readonly base: number;
  readonly seconds: number;
  readonly mayPolish: () => boolean;
};

export type Releasing =
  /** `isNew: false`: it had been released before, and stands as it was. */
  | { readonly outcome: 'released'; readonly release: Publishable<ReleasedTable>; readonly isNew: boolean }
  | { readonly outcome: 'refused'; readonly why: Refusal; readonly table: CountTable }
  /** The answers can still change: nothing is released before the call is reported. */
  | { readonly outcome: 'not-reported' }
  | { readonly outcome: 'not-there' }
  | { readonly outcome: 'stopped' };

/** Releases the call's table by municipality, or says why not. */
export function releaseMunicipalTable(db: Database, permit: Permit, make: MakeRelease, solver: Solver): Promise<Releasing> {
  const { call, method, terms, base, seconds, mayPolish } = make;
  const matter = matterOf(call);
  return asActor(db, permit, { kind: 'report', id: `${call.id}/release` }, async (tx): Promise<Releasing> => {
    await sql`select pg_advisory_xact_lock(hashtext('release ledger'))`.execute(tx);
    const found = await tx.selectFrom('call').selectAll().where('id', '=', call.id).executeTakeFirst();
    if (!found) return { outcome: 'not-there' };
    if (!isReleased(found.status)) return { outcome: 'not-reported' };
    await sql`select set_config('app.compiling', ${call.id}, true)`.execute(tx);
    const rows = await tx.selectFrom('call_answer').selectAll().where('call', '=', call.id).orderBy('municipality').execute();
    const table = municipalTable(
      call,
      rows.map((row) => storedAnswer(row).answer),
    );
    const digest = digestOf(matter, table, make);
    const ledger = await ledgerOf(tx, matter);
    const decision = decideRelease({ matter, table, method, terms, base, digest, seconds, mayPolish }, ledger, solver, () => 'go on');
    switch (decision.outcome) {
      case 'stopped':
        return decision;
      case 'refused':
        return { outcome: 'refused', why: decision.why, table };
      case 'frozen':
        return { outcome: 'released', release: publishRelease(matter, decision), isNew: false };
      case 'released': {
        const { actor } = permit;
        await tx
          .insertInto('release')
          .values({
            matter,
            method,
            edition: thresholds[0].edition,
            terms: JSON.stringify(decision.terms),
            digest,
            dimensions: JSON.stringify(decision.published.layout.dimensions),
            cells: JSON.stringify(decision.published.published),
            recorded: permit.at,
            by_user: actor.user,
            by_name: actor.name,
            capacity: actor.role,
            organisation: actor.organisation.id,
            organisation_name: actor.organisation.name,
          })
          .execute();
        return { outcome: 'released', release: publishRelease(matter, decision), isNew: true };
      }
    }
  });
}

/** What a call's tables count: all of them are audited together. */
export function matterOf({ id }: Pick<CallPackage, 'id'>): string {
  return `call/${id}`;
}

async function ledgerOf(tx: Transaction, matter: string): Promise<readonly LedgerEntry[]> {
  const rows = await tx.selectFrom('release').selectAll().where('matter', '=', matter).orderBy('id').execute();
  return rows.map(({ id, digest, terms, dimensions, cells }) => ({
    id: String(id),
    matter,
    digest,
    terms,
    table: { layout: layoutOf(dimensions), published: cells },
  }));
}

function digestOf(matter: string, { layout, counts }: CountTable, { method, terms, base }: MakeRelease): string {
  const { threshold, zeros, protect } = terms;
  const codes = layout.dimensions.map(({ name, codes: known }) => [name, known]);
  return createHash('sha256')
    .update(JSON.stringify([matter, codes, counts, method, threshold, zeros, protect, method === 'rounding' ? base : null]))
    .digest('hex');
}
