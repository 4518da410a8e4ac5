/**
 * How anything comes into the ledger. The solving takes seconds and holds nothing; what it rested on is looked at again under the lock, and
 * where that has changed meanwhile, it is solved anew.
 */
import type { CallPackage } from '../domain/call/package.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { lockLedger } from './ledger-lock.ts';
import { type Entry, enterRelease, isSameStanding, newestId, readStanding, type Standing } from './release-ledger.ts';

/** What was solved: an entry and what to say when it stands under its number, or how it ended without one. */
export type ToEnter<T> = { readonly entry: Entry; readonly entered: (id: string) => T } | { readonly entry: null; readonly ended: T };

/** What is done in the transaction that enters a release, once it has its number: both are done or neither. */
export type WithEntering<T> = (tx: Transaction, entered: T) => Promise<void>;

export type NotEntered =
  /** The database holds no such call. */
  | { readonly outcome: 'not-there' }
  /** Something else was entered each time while this was solved: nothing is entered, and it can be tried again. */
  | { readonly outcome: 'ledger-changed' };

/** So often the ledger may have changed while a release was solved. */
const mostTries = 4;

/** Reads how the call stands, has it solved, and enters what came of it if all stands as it did. */
export async function enterWhenSame<T>(
  db: Database,
  permit: Permit,
  call: CallPackage,
  solve: (before: Standing) => Promise<ToEnter<T>>,
  withEntering?: WithEntering<T>,
): Promise<T | NotEntered> {
  const about = { kind: 'report', id: `${call.id}/release` } as const;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await asActor(db, permit, about, (tx) => readStanding(tx, call));
    if (!before) return { outcome: 'not-there' };
    const solved = await solve(before);
    if (solved.entry === null) return solved.ended;
    const { entry, entered } = solved;
    const made = await asActor(db, permit, about, async (tx) => {
      await lockLedger(tx);
      const now = await readStanding(tx, call);
      if (!now || !isSameStanding(call, before, now)) return null;
      await enterRelease(tx, permit, call, entry);
      const result = entered(await newestId(tx, call));
      await withEntering?.(tx, result);
      return { result };
    });
    if (made) return made.result;
  }
  return { outcome: 'ledger-changed' };
}
