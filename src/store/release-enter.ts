/**
 * How anything comes into the ledger. The solving takes seconds and holds nothing; what it rested on is looked at again under the lock, and
 * where that has changed meanwhile, it is solved anew.
 */
import type { CallPackage } from '../domain/call/package.ts';
import type { CountTable } from '../domain/disclosure/count-table.ts';
import type { PreviewFindings } from '../domain/disclosure/preview.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import { lockLedger } from './ledger-lock.ts';
import { type Entry, enterRelease, isSameStanding, newestId, readStanding, type Standing } from './release-ledger.ts';

/** What was solved: an entry and what to say when it stands under its number, or how it ended without one. */
export type ToEnter<T> =
  | { readonly entry: Entry; readonly found: Found; readonly entered: (id: string) => T }
  | { readonly entry: null; readonly ended: T };

/** What was found while it was solved, with the most detailed true counts of the matter. */
export type Found = PreviewFindings & { readonly truth: CountTable };

/** Solves a release from how a call and its ledger stand. */
export type Solving<T> = (before: Standing) => Promise<ToEnter<T>>;

export type NotEntered =
  /** The database holds no such call. */
  | { readonly outcome: 'not-there' }
  /** Something else was entered each time while this was solved: nothing is entered, and it can be tried again. */
  | { readonly outcome: 'ledger-changed' };

/** So often the ledger may have changed while a release was solved. */
const mostTries = 4;

/** Reads how the call stands, has it solved, and enters what came of it if all stands as it did. */
export async function enterWhenSame<T>(db: Database, permit: Permit, call: CallPackage, solve: Solving<T>): Promise<T | NotEntered> {
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
      return { result: entered(await newestId(tx, call)) };
    });
    if (made) return made.result;
  }
  return { outcome: 'ledger-changed' };
}
