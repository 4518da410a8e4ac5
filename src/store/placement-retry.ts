/** Two people at one place at the same moment: the database lets one wait, and sometimes asks the other to begin again. */
import { sql } from 'kysely';
import pg from 'pg';
import type { Transaction } from './database.ts';

/** How often a piece of work is begun again before the user is told that too many are at it. */
const attempts = 6;

/**
 * A deadlock, a broken order of transactions, a lock that took too long, a night that somebody else just took (the next attempt reads
 * who), and a request that was sent twice at once (the next attempt finds the first).
 */
const beginAgain: readonly string[] = ['40P01', '40001', '55P03', '23P01', '23505'];

/** The server closed the connection. What was asked may have been done. */
const connectionLost: readonly string[] = ['57P01', '57P02', '57P03', '08003', '08006'];

/** A stay no longer stands as it was read: the next attempt reads how it stands now. */
export class MovedMeanwhile extends Error {
  constructor(stay: string) {
    super(`the stay ${stay} was moved by somebody else since it was read`);
  }
}

/**
 * Does work, begun again a bounded number of times; every attempt is a transaction of its own. What was asked may have been done before the
 * connection was lost, so the work finds what it has already done by its form's key and does it once. One that breaks the same rule of only one at
 * every attempt races with nobody: that is an error of ours, and is thrown and not told as others who seek the place.
 */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result | { readonly outcome: 'busy' }> {
  const tried = await inAttempts(work);
  if ('result' in tried) return tried.result;
  const doubled = new Set(tried.failures.map(doubledIn));
  if (doubled.size === 1 && !doubled.has(null)) throw tried.failures.at(-1);
  return { outcome: 'busy' };
}

/** Does work as `patiently`, where nobody is told to come again: what went wrong at the last attempt is thrown. */
export async function patientlyOrThrow<Result>(work: () => Promise<Result>): Promise<Result> {
  const tried = await inAttempts(work);
  if ('result' in tried) return tried.result;
  throw tried.failures.at(-1);
}

type Tried<Result> = { readonly result: Result } | { readonly failures: readonly unknown[] };

async function inAttempts<Result>(work: () => Promise<Result>): Promise<Tried<Result>> {
  const failures: unknown[] = [];
  while (failures.length < attempts) {
    try {
      return { result: await work() };
    } catch (error) {
      if (!(wasUndone(error) || connectionWasLost(error))) throw error;
      failures.push(error);
      await new Promise((resume) => setTimeout(resume, 15 * failures.length));
    }
  }
  return { failures };
}

/** The rule of only one that was broken; `null` for anything else. */
function doubledIn(error: unknown): string | null {
  return error instanceof pg.DatabaseError && error.code === '23505' ? (error.constraint ?? '') : null;
}

/** Who is told what went wrong in a round, in a sentence. */
export type Tell = (sentence: string) => void;

/** For a round that nobody listens to: the first thing that goes wrong ends it. */
export const stopAtOnce: Tell = (sentence) => {
  throw new Error(sentence);
};

/** Does one piece of a round, and says whether it was done: when it fails, that is told, and the round goes on. */
export async function withoutStopping(tell: Tell, what: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    tell(`${what} was left for the next round: ${String(error)}`);
    return false;
  }
}

/** Locks a place until the transaction ends, so that those who want it take turns. Waits three seconds and no longer. */
export async function lockPlace(tx: Transaction, place: string): Promise<void> {
  await sql`select set_config('lock_timeout', '3s', true), lock_place(${place})`.execute(tx);
}

/** Locks some places, always in the same order. */
export async function lockPlaces(tx: Transaction, places: readonly string[]): Promise<void> {
  await sql`select set_config('lock_timeout', '3s', true), lock_places(${places})`.execute(tx);
}

/** Locks every place of a unit, always in the same order. */
export async function lockUnit(tx: Transaction, unit: string): Promise<void> {
  await sql`select set_config('lock_timeout', '3s', true), lock_places_of(${unit})`.execute(tx);
}

/** Nothing was done: the database said so. */
function wasUndone(error: unknown): boolean {
  return error instanceof MovedMeanwhile || (error instanceof pg.DatabaseError && beginAgain.includes(error.code ?? ''));
}

function connectionWasLost(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return connectionLost.includes(error.code ?? '');
  return error instanceof Error && /Connection terminated|is not queryable|ECONNRESET|EPIPE/.test(error.message);
}
