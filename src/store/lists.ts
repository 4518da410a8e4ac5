/** Imported lists: what is in them and the pairs among them, as those who may see them do, and their counting anew. */
import { sql } from 'kysely';
import { type ComparedField, comparedFields } from '../domain/numbers/duplicates.ts';
import type { KeptLine, KeptPair } from '../domain/numbers/list-import.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { forgetLists, recountLists } from './list-count.ts';

/** An import as it is shown. `deleted` is why it was, null while it is there. */
export type ImportedList = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly year: number;
  readonly digest: string;
  readonly lines: number;
  readonly rule: string;
  readonly forgetOn: Day;
  readonly recorded: Moment;
  readonly byName: string;
  readonly deleted: { readonly because: string; readonly byName: string; readonly recorded: Moment } | null;
};

export type ShownPair = KeptPair & {
  readonly oneList: string;
  readonly otherList: string;
  readonly weight: number | null;
  readonly agrees: readonly ComparedField[];
  readonly differs: readonly ComparedField[];
  /** How many days lie between the two terms; null where one is not known, or is forgotten. */
  readonly daysApart: number | null;
  /** Of the last decision; empty where there is none. */
  readonly because: string;
  readonly byName: string;
};

export type Lists = {
  readonly imports: readonly ImportedList[];
  readonly lines: readonly KeptLine[];
  readonly pairs: readonly ShownPair[];
};

/** The organisation's imports, their lines, and the pairs among them. For data protection: the imports of all, and nothing of what is in them. */
export function readLists(db: Database, permit: Permit): Promise<Lists> {
  return asActor(db, permit, { kind: 'list', id: 'imported-lists' }, async (tx) => {
    await forgetLists(tx, danishDay(permit.at));
    return listsIn(tx);
  });
}

/** Counts what is in the lists of an organisation anew. */
export async function recount(tx: Transaction, { at }: Permit): Promise<void> {
  const { imports, lines, pairs } = await listsIn(tx);
  await recountLists(
    tx,
    imports.map(({ id }) => id),
    lines,
    pairs,
    at,
  );
}

/** Two of an organisation who change its lists take turns. */
export async function inTurn(tx: Transaction, { actor }: Permit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`lists ${actor.organisation.id}`}))`.execute(tx);
}

/** All that a transaction may see of imports: one organisation's own, or everybody's for the owner of the tables. */
export async function listsIn(tx: Transaction): Promise<Lists> {
  const imports = await tx
    .selectFrom('list_import')
    .leftJoin('list_deletion', 'list_deletion.import', 'list_import.id')
    .selectAll('list_import')
    .select(['list_deletion.because', 'list_deletion.by_name as deleted_by', 'list_deletion.recorded as deleted_at'])
    .orderBy('list_import.recorded', 'desc')
    .orderBy('list_import.id')
    .execute();
  const lines = await tx
    .selectFrom('list_line')
    .innerJoin('list_import', 'list_import.id', 'list_line.import')
    .select(['list_line.import', 'line', 'list', 'municipality', 'year'])
    .orderBy('list_line.import')
    .orderBy('line')
    .execute();
  const { rows: pairs } = await sql<PairRow>`
    select p.*, d.same, coalesce(d.because, '') as because, coalesce(d.by_name, '') as by_name, one.list as one_list, other.list as other_list,
      abs(one.due_date - other.due_date) as days_apart
    from list_pair p
    join list_line one on one.import = p.import and one.line = p.line
    join list_line other on other.import = p.other_import and other.line = p.other_line
    left join lateral (
      select same, because, by_name from list_decision d
      where d.import = p.import and d.line = p.line and d.other_import = p.other_import and d.other_line = p.other_line
      order by sequence desc limit 1
    ) d on true
    order by p.weight desc nulls first, p.import, p.line, p.other_import, p.other_line`.execute(tx);
  return {
    imports: imports.map(
      ({ forget_on, by_name, because, deleted_by, deleted_at, id, title, source, year, digest, lines: count, rule, recorded }) => ({
        id,
        title,
        source,
        year,
        digest,
        lines: count,
        rule,
        recorded,
        forgetOn: forget_on,
        byName: by_name,
        deleted: deleted_at === null ? null : { because: because ?? '', byName: deleted_by ?? '', recorded: deleted_at },
      }),
    ),
    lines,
    pairs: pairs.map((row) => ({
      one: { import: row.import, line: row.line },
      other: { import: row.other_import, line: row.other_line },
      outcome: row.outcome,
      decided: row.same,
      oneList: row.one_list,
      otherList: row.other_list,
      weight: row.weight,
      agrees: fieldsIn(row.agrees),
      differs: fieldsIn(row.differs),
      daysApart: row.days_apart,
      because: row.because,
      byName: row.by_name,
    })),
  };
}

type PairRow = {
  readonly import: string;
  readonly line: number;
  readonly other_import: string;
  readonly other_line: number;
  readonly outcome: 'same' | 'perhaps';
  readonly weight: number | null;
  readonly agrees: readonly string[];
  readonly differs: readonly string[];
  readonly same: boolean | null;
  readonly because: string;
  readonly by_name: string;
  readonly days_apart: number | null;
  readonly one_list: string;
  readonly other_list: string;
};

function fieldsIn(names: readonly string[]): readonly ComparedField[] {
  return comparedFields.filter((field) => names.includes(field));
}
