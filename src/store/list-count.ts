/** Counts the lines of an organisation's lists as rows of figures, in the same transaction as what changed them. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CountedFact } from '../domain/numbers/counted-fact.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { changesBetween } from '../domain/numbers/kept.ts';
import { type KeptLine, type KeptPair, type LineKey, listedOn, womenOn } from '../domain/numbers/list-import.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Database, Transaction } from './database.ts';
import { addChanges, countedFactOf, whileCounting } from './figure-keep.ts';
import { valueSetsAt } from './value-sets.ts';

/** The name that the rows of an import are counted under. */
export function caseOf(of: string): string {
  return `list ${of}`;
}

/**
 * Withdraws the rows that are no longer true and adds those that are. `imports` are all of the organisation's, the deleted ones too: nothing is
 * left of these.
 */
export async function recountLists(
  tx: Transaction,
  imports: readonly string[],
  lines: readonly KeptLine[],
  pairs: readonly KeptPair[],
  at: Moment,
): Promise<void> {
  if (imports.length === 0) return;
  await whileCounting(tx, async () => {
    const known = await countedLines(tx, imports);
    const { gone, added } = rowsToChange(known, lines, pairs, at);
    if (gone.length === 0 && added.length === 0) return;
    if (gone.length > 0)
      await sql`update counted_fact set withdrawn = ${at}::timestamptz
        from unnest(${gone.map((row) => row.case)}::text[], ${gone.map(({ number }) => number)}::integer[]) as gone(case_id, number)
        where counted_fact.case_id = gone.case_id and counted_fact.number = gone.number`.execute(tx);
    for (let from = 0; from < added.length; from += rowsAtOnce)
      await tx
        .insertInto('counted_fact')
        .values(
          added
            .slice(from, from + rowsAtOnce)
            .map(({ case: case_id, unitId: unit_id, ...row }) => ({ ...row, case_id, unit_id, pathway: null })),
        )
        .execute();
    const left = new Set(gone);
    const after = [...known.map((row) => (left.has(row) ? { ...row, withdrawn: at } : row)), ...added];
    await addChanges(tx, changesBetween(figureDefinitions, known, after, await valueSetsAt(tx, at)));
  });
}

const rowsAtOnce = 3000;

/** All rows that some imports are counted by, those that were withdrawn too. */
export async function countedLines(tx: Transaction, imports: readonly string[]): Promise<readonly CountedFact[]> {
  if (imports.length === 0) return [];
  const rows = await tx
    .selectFrom('counted_fact')
    .selectAll()
    .where('case_id', 'in', imports.map(caseOf))
    .orderBy('case_id')
    .orderBy('number')
    .execute();
  return rows.map(countedFactOf);
}

/** The rows in force that are not what the lines say, and those that are missing. Both are empty where everything is in step. */
export function rowsToChange(
  known: readonly CountedFact[],
  lines: readonly KeptLine[],
  pairs: readonly KeptPair[],
  at: Moment,
): { readonly gone: readonly CountedFact[]; readonly added: readonly CountedFact[] } {
  const { womanOf } = womenOn(lines, pairs);
  const wanted = new Map(lines.map((line) => rowOf(line, womanOf, at)).map((row) => [saidBy(row), row]));
  const gone = known.filter((row) => row.withdrawn === null && !wanted.delete(saidBy(row)));
  const last = new Map<string, number>();
  for (const { case: of, number } of known) last.set(of, Math.max(last.get(of) ?? 0, number));
  const added = [...wanted.values()].map((row): CountedFact => {
    const number = (last.get(row.case) ?? 0) + 1;
    last.set(row.case, number);
    return { ...row, number };
  });
  return { gone, added };
}

/** A line as it is counted, before it has its number: `reason` is the line, so that each has a row of its own. */
function rowOf(line: KeptLine, womanOf: (line: LineKey) => string, at: Moment): CountedFact {
  return {
    case: caseOf(line.import),
    number: 0,
    subject: `list ${createHash('sha256').update(womanOf(line)).digest('hex').slice(0, 20)}`,
    kind: 'listed',
    happened: listedOn(line.year),
    until: null,
    recorded: at,
    withdrawn: null,
    municipality: line.municipality,
    level: null,
    detail: line.list,
    reason: `${line.line}`,
    unit: null,
    unitId: null,
    minutes: null,
    gestation: null,
  };
}

function saidBy({ case: of, subject, happened, municipality, detail, reason }: CountedFact): string {
  return JSON.stringify([of, subject, happened, municipality, detail, reason]);
}

/** Forgets, in lists whose day has come, what could tell who is who. How many lines it was. */
export async function forgetLists(tx: Transaction | Database, today: Day): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select forget_lists(${today}::date) as forgotten`.execute(tx);
  return rows[0]?.forgotten ?? 0;
}
