/** Nothing leaves without the ledger: a table of a call is protected and attacked together with everything released before, then entered. */
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
import type { Database } from './database.ts';
import { enterWhenSame, type NotEntered } from './release-enter.ts';
import { digestOf } from './release-ledger.ts';

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
      /** Its number in the ledger. */
      readonly id: string;
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
  | NotEntered
  | { readonly outcome: 'stopped' };

/** Releases the call's table by municipality, or says why not. `work` does the solving. */
export function releaseMunicipalTable(db: Database, permit: Permit, make: MakeRelease, work: ReleaseWork): Promise<Releasing> {
  const { call, method, terms, base, seconds } = make;
  const matter = matterOf(call);
  return enterWhenSame<Releasing>(db, permit, call, async ({ status, answers, ledger }) => {
    if (!isReleased(status)) return { entry: null, ended: { outcome: 'not-reported' } };
    const table = municipalTable(call, answers);
    const digest = digestOf(matter, table, make);
    const solved = await work({ kind: 'table', request: { matter, table, method, terms, base, digest, seconds }, ledger });
    if (solved.kind !== 'table') throw new Error('a table was asked for, and an edition was decided');
    const { decision } = solved;
    const common = { outcome: 'released', table } as const;
    switch (decision.outcome) {
      case 'stopped':
        return { entry: null, ended: decision };
      case 'refused':
        return { entry: null, ended: { outcome: 'refused', why: decision.why, table } };
      case 'frozen': {
        const release = publishRelease(matter, decision);
        return { entry: null, ended: { ...common, id: decision.entry.id, release, isNew: false, attacks: [], insteadOf: null } };
      }
      case 'released': {
        const { published, terms: agreed, attacks, insteadOf } = decision;
        const release = publishRelease(matter, decision);
        return {
          entry: { kind: method, digest, edition: thresholds[0].edition, published, terms: agreed, beside: nothingBeside },
          entered: (id) => ({ ...common, id, release, isNew: true, attacks, insteadOf }),
        };
      }
    }
  });
}
