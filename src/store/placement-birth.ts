/** Her day of birth, for the age limits of units: what CPR says of it, and nothing else of her number. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { readCpr } from '../domain/person/cpr.ts';
import type { Day } from '../domain/time.ts';
import type { Transaction } from './database.ts';

/** Null where her number is not known, or the actor takes no part in her pathway. */
export async function herDayOfBirth(tx: Transaction, pathway: Id<'pathway'>): Promise<Day | null> {
  const { rows } = await sql<{ written: string | null }>`select birth_as_cpr_writes_it(${pathway}) as written`.execute(tx);
  const written = rows[0]?.written ?? null;
  // The last three digits say nothing of the day.
  const reading = written === null ? null : readCpr(`${written}000`);
  return reading?.outcome === 'read' ? reading.born : null;
}
