/** The lock of the ledger of releases: held by one who enters a release, and by one who changes what releases are attacked with. */
import { sql } from 'kysely';
import type { Transaction } from './database.ts';

/** Only one at a time decides that nothing has changed, and enters. Held until the transaction ends. */
export async function lockLedger(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('release ledger'))`.execute(tx);
}
