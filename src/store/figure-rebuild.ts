/** Draws the rows of figures anew from the facts and says what differs, as the owner of the tables: it looks at all of them. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { fullEdition } from '../domain/numbers/figure-definition.ts';
import type { CountedFact } from '../domain/numbers/counted-fact.ts';
import { endOfTime, historyOf, isKept, type SumChange } from '../domain/numbers/kept.ts';
import { countedHistory, type DrawnRow } from './counted-facts.ts';
import { type Database, databaseNow, type Transaction } from './database.ts';
import { addChanges, bySubject, countedFactOf, insertRows, knownUnits, summed } from './figure-keep.ts';
import { countedLines, recountLists, rowsToChange } from './list-count.ts';
import { listsIn } from './lists.ts';
import { factsOf } from './pathway.ts';
import { valueSetsAt } from './value-sets.ts';

/** A pathway whose rows are not those that its facts draw, or a definition whose sums are not those of the rows. */
export type FigureDifference = { readonly kind: 'rows' | 'sums'; readonly id: string; readonly stored: number; readonly computed: number };

export type FiguresRebuilt = { readonly checked: number; readonly definitions: number; readonly differences: readonly FigureDifference[] };

/** Compares rows and sums with the facts; with `repair` it also writes what they should be. All or nothing. */
export function rebuildFigures(owner: Database, { repair = false }: { readonly repair?: boolean } = {}): Promise<FiguresRebuilt> {
  return owner.transaction().execute(async (tx) => {
    if (repair) await sql`lock table counted_fact, figure_change, figure_span, figure_kept in exclusive mode`.execute(tx);
    const rows = await compareRows(tx, repair);
    const lists = await compareLists(tx, repair);
    const sums = await compareSums(tx, repair);
    return { checked: rows.checked, definitions: sums.checked, differences: [...rows.differences, ...lists, ...sums.differences] };
  });
}

/** Draws everything where something has never been drawn: after the program has got new definitions, or figures at all. */
export async function drawWhenNew(owner: Database): Promise<'drawn' | 'already there'> {
  const valueSets = await valueSetsAt(owner, endOfTime);
  const kept = await owner.selectFrom('figure_kept').selectAll().execute();
  const isThere = figureDefinitions
    .filter(isKept)
    .every((one) => kept.some(({ definition, edition }) => definition === one.id && edition === fullEdition(one, valueSets)));
  if (isThere) {
    // Months that are over since the last start are added up.
    await sql`select fold_figures(current_date)`.execute(owner);
    return 'already there';
  }
  await rebuildFigures(owner, { repair: true });
  return 'drawn';
}

type Compared = { readonly checked: number; readonly differences: readonly FigureDifference[] };

async function compareRows(tx: Transaction, repair: boolean): Promise<Compared> {
  const ids = await tx.selectFrom('pathway').select('id').orderBy('id').execute();
  const differences: FigureDifference[] = [];
  const units = await knownUnits(tx, 'all');
  for (const { id } of ids) {
    const facts = await factsOf(tx, id);
    const computed = countedHistory(id, facts, units);
    const stored = await storedRows(tx, id);
    if (JSON.stringify(stored.map(plain)) === JSON.stringify(computed.map(plain))) continue;
    differences.push({ kind: 'rows', id, stored: stored.length, computed: computed.length });
    if (repair) {
      await tx.deleteFrom('counted_fact').where('case_id', '=', id).execute();
      await insertRows(tx, computed);
    }
  }
  return { checked: ids.length, differences };
}

/** The lines of imported lists, laid beside the rows in force that count them. */
async function compareLists(tx: Transaction, repair: boolean): Promise<readonly FigureDifference[]> {
  const { imports, lines, pairs } = await listsIn(tx);
  const ids = imports.map(({ id }) => id);
  const [known, at] = [await countedLines(tx, ids), await databaseNow(tx)];
  const { gone, added } = rowsToChange(known, lines, pairs, at);
  if (repair && gone.length + added.length > 0) await recountLists(tx, ids, lines, pairs, at);
  const inForce = known.filter(({ withdrawn }) => withdrawn === null);
  return [...new Set([...gone, ...added].map((row) => row.case))].map((id): FigureDifference => {
    const stored = inForce.filter((row) => row.case === id).length;
    const count = (rows: readonly CountedFact[]): number => rows.filter((row) => row.case === id).length;
    return { kind: 'rows', id, stored, computed: stored - count(gone) + count(added) };
  });
}

async function storedRows(tx: Transaction, pathway: Id<'pathway'>): Promise<readonly DrawnRow[]> {
  const rows = await tx.selectFrom('counted_fact').selectAll().where('case_id', '=', pathway).orderBy('number').execute();
  return rows.map((row) => ({ ...countedFactOf(row), pathway }));
}

/** In one order, so that two can be laid beside each other. */
function plain(row: DrawnRow): readonly unknown[] {
  return Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Draws the changes of all sums from the rows, woman by woman, and lays them beside what is kept. */
async function compareSums(tx: Transaction, repair: boolean): Promise<Compared> {
  const valueSets = await valueSetsAt(tx, endOfTime);
  const definitions = figureDefinitions
    .filter(isKept)
    .map((definition) => ({ id: definition.id, edition: fullEdition(definition, valueSets) }));
  await sql`create temp table drawn_change (like figure_change) on commit drop`.execute(tx);
  await drawChanges(tx, (rows) => summed([...bySubject(rows).values()].flatMap((facts) => historyOf(figureDefinitions, facts, valueSets))));
  const current = sql`(definition, edition) in (select * from unnest(${definitions.map(({ id }) => id)}::text[],
    ${definitions.map(({ edition }) => edition)}::text[]))`;
  const { rows: differing } = await sql<{ definition: string; stored: number; computed: number }>`
    select definition, sum(stored)::integer as stored, sum(computed)::integer as computed from (
      select definition, known, year, municipality, part, sum(cases) filter (where kept) as stored, sum(cases) filter (where not kept) as computed,
        sum(case when kept then cases else -cases end) as cases, sum(case when kept then total else -total end) as total
      from (select *, true as kept from figure_change where ${current} union all select *, false from drawn_change) changes
      group by definition, known, year, municipality, part
    ) sums group by definition having bool_or(coalesce(cases, 0) <> 0 or coalesce(total, 0) <> 0)`.execute(tx);
  const folded = await compareFold(tx);
  const known = await tx.selectFrom('figure_kept').selectAll().execute();
  const isNew = definitions.some(({ id, edition }) => !known.some((kept) => kept.definition === id && kept.edition === edition));
  if (repair && (isNew || differing.length > 0 || folded.length > 0)) {
    await sql`delete from figure_change where ${current}`.execute(tx);
    await sql`delete from figure_span`.execute(tx);
    await sql`update figure_fold set folded_to = '0001-01-01'`.execute(tx);
    // By day, as they come in when they are written one by one: what is read of a month lies together.
    await sql`insert into figure_change select * from drawn_change order by known`.execute(tx);
    await tx
      .insertInto('figure_kept')
      .values(definitions.map(({ id, edition }) => ({ definition: id, edition })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (repair) {
    await sql`select fold_figures(current_date)`.execute(tx);
    // Figures are read at once after this; without their measure the tables are read in a slow way until somebody else takes it.
    await sql`analyze figure_change, figure_span`.execute(tx);
  }
  const differences = [
    ...differing.map(({ definition: id, stored, computed }): FigureDifference => ({
      kind: 'sums',
      id,
      stored: stored ?? 0,
      computed: computed ?? 0,
    })),
    ...folded,
  ];
  return { checked: definitions.length, differences };
}

/** The months and years that are added up beside the changes that they are of. */
async function compareFold(tx: Transaction): Promise<readonly FigureDifference[]> {
  const { rows } = await sql<{ id: string; stored: number; computed: number }>`
    select grain || ' ' || starts as id, sum(stored)::integer as stored, sum(computed)::integer as computed from (
      select grain, starts, sum(stored) as stored, sum(computed) as computed, sum(stored - computed) as cases, sum(stored_total - computed_total) as total
      from (
        select grain, starts, definition, edition, year, municipality, part, cases as stored, 0 as computed, total as stored_total, 0 as computed_total
          from figure_span
        union all
        select grain, date_trunc(grain, known)::date, definition, edition, year, municipality, part, 0, cases, 0, total
          from figure_change, figure_fold, (values ('month'), ('year')) grains(grain) where known < date_trunc(grain, folded_to)
      ) both_ways group by grain, starts, definition, edition, year, municipality, part
    ) spans group by grain, starts having bool_or(cases <> 0 or total <> 0) order by id`.execute(tx);
  return rows.map((row) => ({ kind: 'sums', ...row }));
}

const rowsAtOnce = 20_000;

/** Goes through all rows woman by woman, so many at a time, and keeps what they change. */
async function drawChanges(tx: Transaction, changesOf: (rows: readonly CountedFact[]) => readonly SumChange[]): Promise<void> {
  await sql`declare women no scroll cursor for select * from counted_fact order by subject, case_id, number`.execute(tx);
  let waiting: readonly CountedFact[] = [];
  for (;;) {
    const { rows } = await sql<Parameters<typeof countedFactOf>[0]>`fetch ${sql.raw(String(rowsAtOnce))} from women`.execute(tx);
    const all = [...waiting, ...rows.map(countedFactOf)];
    // The last woman may have more rows than have come yet.
    const last = rows.length === 0 ? undefined : all.at(-1)?.subject;
    waiting = all.filter(({ subject }) => subject === last);
    await addChanges(tx, changesOf(all.filter(({ subject }) => subject !== last)), 'drawn_change');
    if (rows.length === 0) break;
  }
  await sql`close women`.execute(tx);
}
