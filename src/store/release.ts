/** Nothing leaves without the ledger: a table of a call is protected and attacked together with everything released before, then entered. */
import { knownFromDocuments } from '../domain/call/document-numbers.ts';
import { isReleased } from '../domain/call/lifecycle.ts';
import { knownToEverybody } from '../domain/call/known-numbers.ts';
import { municipalTable } from '../domain/call/municipal-table.ts';
import { type CallPackage, matterOf } from '../domain/call/package.ts';
import { cutTable, finestCut, type TableCut } from '../domain/call/table-cut.ts';
import { nothingBeside } from '../domain/disclosure/beside.ts';
import type { CountTable } from '../domain/disclosure/count-table.ts';
import type { AttackReport } from '../domain/disclosure/joint-attack.ts';
import { type Publishable, publishRelease, type ReleasedTable } from '../domain/disclosure/publishable.ts';
import type { EditionDecision } from '../domain/disclosure/edition-release.ts';
import type { Refusal, ReleaseMethod } from '../domain/disclosure/refusal.ts';
import type { ReleaseDecision } from '../domain/disclosure/release-request.ts';
import type { ReleaseWork } from '../domain/disclosure/release-work.ts';
import { type Terms, thresholds } from '../domain/disclosure/terms.ts';
import type { NotEntered, Solving, ToEnter } from './release-enter.ts';
import { digestOf, type Entry } from './release-ledger.ts';

export type MakeRelease = {
  readonly call: CallPackage;
  readonly method: ReleaseMethod;
  readonly terms: Omit<Terms, 'rounding'>;
  readonly base: number;
  readonly seconds: number;
  /** How finely the table is divided; without it by municipality, year and treatment. */
  readonly cut?: TableCut;
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

/** Solves the call's table by municipality as it would be released, or says why it would not. `work` does the solving. */
export function solveMunicipalTable(make: MakeRelease, work: ReleaseWork): Solving<Releasing> {
  const { call, method, terms, base, seconds, cut = finestCut } = make;
  const matter = matterOf(call);
  return async ({ status, answers, ledger, documents }) => {
    if (!isReleased(status)) return { entry: null, ended: { outcome: 'not-reported' } };
    const finest = municipalTable(call, answers);
    const table = cutTable(finest, cut);
    const digest = digestOf(matter, table, make);
    const known = [...knownToEverybody(call), ...knownFromDocuments(call, documents)];
    const asked = { matter, table, method, terms, base, digest, seconds, known };
    const request = table.layout.size === finest.layout.size ? asked : { ...asked, finest };
    const solved = await work({ kind: 'table', request, ledger });
    if (solved.kind !== 'table') throw new Error('a table was asked for, and an edition was decided');
    const { decision } = solved;
    return toEnter(matter, finest, decision, { kind: method, digest, edition: thresholds[0].edition });
  };
}

/** What a decision comes to: what it ended as, or what is entered; the same for a table and for the public edition of a report. */
export function toEnter(
  matter: string,
  table: CountTable,
  decision: ReleaseDecision | EditionDecision,
  entry: Pick<Entry, 'kind' | 'digest' | 'edition'>,
): ToEnter<Releasing> {
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
      const { published, terms, attacks } = decision;
      const beside = 'beside' in decision ? decision.beside : nothingBeside;
      const insteadOf = decision.insteadOf && 'why' in decision.insteadOf ? decision.insteadOf.why : decision.insteadOf;
      const release = publishRelease(matter, decision);
      return {
        entry: { ...entry, published, terms, beside },
        found: { attacks, insteadOf, truth: table },
        entered: (id) => ({ ...common, id, release, isNew: true, attacks, insteadOf }),
      };
    }
  }
}
