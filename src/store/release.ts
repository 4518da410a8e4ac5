/**
 * Nothing leaves without the ledger: a table of a call is protected and attacked together with everything released before, and then entered.
 * The solving takes seconds and holds nothing; what it rested on is looked at again when it is entered, and where that has changed
 * meanwhile, it is solved anew.
 */
import { isReleased } from '../domain/call/lifecycle.ts';
import { municipalTable } from '../domain/call/municipal-table.ts';
import { type CallPackage, matterOf } from '../domain/call/package.ts';
import { nothingBeside } from '../domain/disclosure/beside.ts';
import type { CountTable } from '../domain/disclosure/count-table.ts';
import type { AttackReport } from '../domain/disclosure/joint-attack.ts';
import { type Publishable, publishRelease, type ReleasedTable } from '../domain/disclosure/publishable.ts';
import type { Refusal, ReleaseMethod } from '../domain/disclosure/release.ts';
import type { ReleaseWork } from '../domain/disclosure/release-work.ts';
import { type Terms, thresholds } from '../domain/disclosure/terms.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import { digestOf, enterRelease, isSameStanding, lockLedger, readStanding } from './release-ledger.ts';

export type MakeRelease = {
  readonly call: CallPackage;
  readonly method: ReleaseMethod;
  readonly terms: Omit<Terms, 'rounding'>;
  readonly base: number;
  readonly seconds: number;
};

export type Releasing =
  | {
      readonly outcome: 'released';
      readonly release: Publishable<ReleasedTable>;
      /** False: it had been released before, and stands as it was. */
      readonly isNew: boolean;
      readonly attacks: readonly AttackReport[];
      /** Why the table was made around what had been printed before; `null` where it was not. */
      readonly insteadOf: Refusal | null;
      readonly table: CountTable;
    }
  | { readonly outcome: 'refused'; readonly why: Refusal; readonly table: CountTable }
  /** The answers can still change: nothing is released before the call is reported. */
  | { readonly outcome: 'not-reported' }
  | { readonly outcome: 'not-there' }
  | { readonly outcome: 'stopped' };

/** So often the ledger may have changed while a release was solved. */
const mostTries = 4;

/** Releases the call's table by municipality, or says why not. `work` does the solving. */
export async function releaseMunicipalTable(db: Database, permit: Permit, make: MakeRelease, work: ReleaseWork): Promise<Releasing> {
  const { call, method, terms, base, seconds } = make;
  const matter = matterOf(call);
  const about = { kind: 'report', id: `${call.id}/release` } as const;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await asActor(db, permit, about, (tx) => readStanding(tx, call));
    if (!before) return { outcome: 'not-there' };
    if (!isReleased(before.status)) return { outcome: 'not-reported' };
    const table = municipalTable(call, before.answers);
    const digest = digestOf(matter, table, make);
    const solved = await work({ kind: 'table', request: { matter, table, method, terms, base, digest, seconds }, ledger: before.ledger });
    if (solved.kind !== 'table') throw new Error('a table was asked for, and an edition was decided');
    const { decision } = solved;
    switch (decision.outcome) {
      case 'stopped':
        return decision;
      case 'refused':
        return { outcome: 'refused', why: decision.why, table };
      case 'frozen':
        return { outcome: 'released', release: publishRelease(matter, decision), isNew: false, attacks: [], insteadOf: null, table };
      case 'released': {
        const { published, terms: agreed, attacks, insteadOf } = decision;
        const isEntered = await asActor(db, permit, about, async (tx) => {
          await lockLedger(tx);
          const now = await readStanding(tx, call);
          if (!now || !isSameStanding(call, before, now)) return false;
          const entry = { kind: method, digest, edition: thresholds[0].edition, published, terms: agreed, beside: nothingBeside };
          await enterRelease(tx, permit, call, entry);
          return true;
        });
        if (isEntered) return { outcome: 'released', release: publishRelease(matter, decision), isNew: true, attacks, insteadOf, table };
      }
    }
  }
  return { outcome: 'stopped' };
}
