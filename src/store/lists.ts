/** Imported lists: taken in, shown, decided on pair by pair, and deleted; each change counted in the same transaction. */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { type ComparedField, comparedFields, duplicateRule, type ListLine } from '../domain/numbers/duplicates.ts';
import {
  decideImport,
  decidePair,
  type FoundPair,
  type ImportDecision,
  type KeptLine,
  type KeptPair,
  municipalityNamed,
  type PairDecision,
  pairsOf,
  reasonProblem,
} from '../domain/numbers/list-import.ts';
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

export type ListToTake = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly year: string;
  readonly keep: string;
  readonly text: string;
  readonly lines: readonly ListLine[];
};

/** The organisation's imports, their lines, and the pairs among them. For data protection: the imports of all, and nothing of what is in them. */
export function readLists(db: Database, permit: Permit): Promise<Lists> {
  return asActor(db, permit, { kind: 'list', id: 'imported-lists' }, async (tx) => {
    await forgetLists(tx, danishDay(permit.at));
    return listsIn(tx);
  });
}

/** Takes a list in, unless the domain says why not. The same form sent twice is one import. */
export function takeList(db: Database, permit: Permit, list: ListToTake): Promise<ImportDecision> {
  return asActor(db, permit, { kind: 'list', id: `imported-list/${list.id}` }, async (tx) => {
    await inTurn(tx, permit);
    const { imports } = await listsIn(tx);
    const sent = imports.find(({ id }) => id === list.id);
    if (sent?.deleted) return { outcome: 'was-deleted', title: sent.title };
    if (sent) return { outcome: 'kept', year: sent.year, forgetOn: sent.forgetOn };
    const there = imports.filter(({ deleted }) => deleted === null);
    const key = await listKey(tx);
    const digest = createHmac('sha256', key).update(`text ${list.text}`).digest('hex');
    const decision = decideImport({ ...list, digest }, there, danishDay(permit.at));
    if (decision.outcome !== 'kept') return decision;
    const tokenOf = tokensBy(key);
    const fresh = list.lines.map((line): TokenLine => ({ ...tokenLine(line, tokenOf), import: list.id }));
    const found = pairsOf(fresh, await tokensIn(tx));
    if (found.outcome === 'too-many-pairs') return found;
    await tx
      .insertInto('list_import')
      .values({
        id: list.id,
        title: list.title.trim(),
        source: list.source.trim(),
        year: decision.year,
        digest,
        lines: list.lines.length,
        rule: duplicateRule,
        forget_on: decision.forgetOn,
        ...writtenBy(permit),
      })
      .execute();
    if (fresh.length > 0)
      await tx
        .insertInto('list_line')
        .values(
          fresh.map(({ import: of, line, list: name, pseudonym, born, initials, municipality, dueDate }, index) => ({
            import: of,
            line,
            list: name,
            municipality: municipalityNamed(list.lines[index]?.municipality ?? null),
            pseudonym,
            born,
            initials,
            municipality_said: municipality,
            due_date: dueDate,
          })),
        )
        .execute();
    await addPairs(tx, found.pairs);
    await recount(tx, permit);
    return decision;
  });
}

export type PairToDecide = Pick<KeptPair, 'one' | 'other'> & { readonly answer: string; readonly because: string };

/** Keeps what a person says of a pair, and counts again. */
export function decideListPair(
  db: Database,
  permit: Permit,
  { one, other, answer, because }: PairToDecide,
): Promise<PairDecision | { readonly outcome: 'no-such-pair' }> {
  return asActor(db, permit, { kind: 'list', id: `imported-list/${one.import}` }, async (tx) => {
    await inTurn(tx, permit);
    const { pairs } = await listsIn(tx);
    const pair = pairs.find((known) => isLine(known.one, one) && isLine(known.other, other));
    if (!pair) return { outcome: 'no-such-pair' };
    const decision = decidePair(pair, answer, because);
    if (decision.outcome !== 'decided') return decision;
    await sql`insert into list_decision (import, line, other_import, other_line, sequence, same, because, recorded, by_user, by_name, capacity, organisation)
      select ${one.import}, ${one.line}::integer, ${other.import}, ${other.line}::integer, 1 + coalesce(max(sequence), 0), ${decision.same}::boolean,
        ${because.trim()}, ${permit.at}::timestamptz, ${permit.actor.user}, ${permit.actor.name}, ${permit.actor.role}, ${permit.actor.organisation.id}
      from list_decision where import = ${one.import} and line = ${one.line}::integer and other_import = ${other.import}
        and other_line = ${other.line}::integer`.execute(tx);
    await recount(tx, permit);
    return decision;
  });
}

/** Deletes the lines of an import, with their pairs and decisions; what is left says that it was there and why it is gone. */
export function deleteList(
  db: Database,
  permit: Permit,
  id: string,
  because: string,
): Promise<'deleted' | 'no-reason' | 'cpr-in-reason' | 'not-there'> {
  return asActor(db, permit, { kind: 'list', id: `imported-list/${id}` }, async (tx) => {
    await inTurn(tx, permit);
    const { imports } = await listsIn(tx);
    if (!imports.some((known) => known.id === id && known.deleted === null)) return 'not-there';
    const wrong = reasonProblem(because);
    if (wrong) return wrong;
    await tx
      .insertInto('list_deletion')
      .values({ import: id, because: because.trim(), ...writtenBy(permit) })
      .execute();
    await sql`select delete_list_lines(${id})`.execute(tx);
    await recount(tx, permit);
    return 'deleted';
  });
}

type TokenLine = ListLine & { readonly import: string };

/** Pairs in one statement: a pair has eight values, and the parameters of a statement are limited to 65,535. */
const pairsAtOnce = 5000;

async function addPairs(tx: Transaction, pairs: readonly FoundPair<TokenLine>[]): Promise<void> {
  for (let from = 0; from < pairs.length; from += pairsAtOnce)
    await tx
      .insertInto('list_pair')
      .values(
        pairs.slice(from, from + pairsAtOnce).map(({ one, other, pair }) => ({
          import: one.import,
          line: one.line,
          other_import: other.import,
          other_line: other.line,
          outcome: pair.outcome,
          weight: Number.isFinite(pair.weight) ? pair.weight : null,
          agrees: [...pair.agrees],
          differs: [...pair.differs],
        })),
      )
      .execute();
}

function isLine(one: KeptPair['one'], other: KeptPair['one']): boolean {
  return one.import === other.import && one.line === other.line;
}

async function recount(tx: Transaction, { at }: Permit): Promise<void> {
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
async function inTurn(tx: Transaction, { actor }: Permit): Promise<void> {
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

/** What is kept of each line, to compare new ones with. */
async function tokensIn(tx: Transaction): Promise<readonly TokenLine[]> {
  const rows = await tx.selectFrom('list_line').selectAll().execute();
  return rows.map(({ import: of, line, list, pseudonym, born, initials, municipality_said, due_date }) => ({
    import: of,
    line,
    list,
    pseudonym,
    born,
    initials,
    municipality: municipality_said,
    dueDate: due_date,
  }));
}

async function listKey(tx: Transaction): Promise<string> {
  return (await tx.selectFrom('list_key').select('key').executeTakeFirstOrThrow()).key;
}

/** Makes the token of a field: alike for alike values of one field, and nothing without this database's key. */
function tokensBy(key: string): (field: string, value: string | null) => string | null {
  return (field, value) => (value === null ? null : createHmac('sha256', key).update(`${field} ${value}`).digest('hex').slice(0, 24));
}

/** The term stays a day: that two are within a week cannot be asked of tokens. */
function tokenLine(line: ListLine, tokenOf: (field: string, value: string | null) => string | null): ListLine {
  return {
    ...line,
    pseudonym: tokenOf('pseudonym', line.pseudonym),
    born: tokenOf('born', line.born),
    initials: tokenOf('initials', line.initials),
    municipality: tokenOf('municipality', line.municipality),
  };
}

function writtenBy({ actor: { user, name, role, organisation }, at }: Permit) {
  return { recorded: at, by_user: user, by_name: name, capacity: role, organisation: organisation.id };
}
