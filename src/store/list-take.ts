/** An imported list taken in, and deleted again; each change counted in the same transaction. */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { duplicateRule, type ListLine } from '../domain/numbers/duplicates.ts';
import {
  decideImport,
  type FoundPair,
  type ImportDecision,
  municipalityNamed,
  pairsOf,
  reasonProblem,
} from '../domain/numbers/list-import.ts';
import { danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { inTurn, listsIn, recount } from './lists.ts';
import { whoAndWhen } from './who-and-when.ts';

export type ListToTake = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly year: string;
  readonly keep: string;
  readonly text: string;
  readonly lines: readonly ListLine[];
};

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
        ...whoAndWhen(permit),
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
      .values({ import: id, because: because.trim(), ...whoAndWhen(permit) })
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
