/** Draws the rows of figures anew from the facts and says what differs, as the owner of the tables: it looks at all of them. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { fullEdition } from '../domain/numbers/figure-definition.ts';
import { endOfTime, isKept, type SumChange } from '../domain/numbers/kept.ts';
import type { FigureSum } from '../domain/numbers/evaluate.ts';
import { countedHistory, type DrawnRow } from './counted-facts.ts';
import type { Database, Transaction } from './database.ts';
import { addChanges, countedFactOf, insertRows, unitPlaces } from './figure-keep.ts';
import { countedSums, keptSums } from './figures.ts';
import { factsOf } from './pathway.ts';
import { valueSetsAt } from './value-sets.ts';

/** A pathway whose rows are not those that its facts draw, or a definition whose sums are not those of the rows. */
export type FigureDifference = { readonly kind: 'rows' | 'sums'; readonly id: string; readonly stored: number; readonly computed: number };

export type FiguresRebuilt = { readonly checked: number; readonly definitions: number; readonly differences: readonly FigureDifference[] };

const allYears = [1900, 2200] as const;

/** Compares rows and sums with the facts; with `repair` it also writes what they should be. All or nothing. */
export function rebuildFigures(owner: Database, { repair = false }: { readonly repair?: boolean } = {}): Promise<FiguresRebuilt> {
  return owner.transaction().execute(async (tx) => {
    if (repair) await sql`lock table counted_fact, figure_change, figure_kept in exclusive mode`.execute(tx);
    const rows = await compareRows(tx, repair);
    const sums = await compareSums(tx, repair);
    return { checked: rows.checked, definitions: sums.checked, differences: [...rows.differences, ...sums.differences] };
  });
}

/** Draws everything where something has never been drawn: after the program has got new definitions, or figures at all. */
export async function drawWhenNew(owner: Database): Promise<'drawn' | 'already there'> {
  const valueSets = await valueSetsAt(owner, endOfTime);
  const kept = await owner.selectFrom('figure_kept').selectAll().execute();
  const isThere = figureDefinitions
    .filter(isKept)
    .every((one) => kept.some(({ definition, edition }) => definition === one.id && edition === fullEdition(one, valueSets)));
  if (isThere) return 'already there';
  await rebuildFigures(owner, { repair: true });
  return 'drawn';
}

type Compared = { readonly checked: number; readonly differences: readonly FigureDifference[] };

async function compareRows(tx: Transaction, repair: boolean): Promise<Compared> {
  const ids = await tx.selectFrom('pathway').select('id').orderBy('id').execute();
  const differences: FigureDifference[] = [];
  let units: Awaited<ReturnType<typeof unitPlaces>> = new Map();
  for (const { id } of ids) {
    const facts = await factsOf(tx, id);
    if (units.size === 0) units = await unitPlaces(tx, facts);
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

async function storedRows(tx: Transaction, pathway: Id<'pathway'>): Promise<readonly DrawnRow[]> {
  const rows = await tx.selectFrom('counted_fact').selectAll().where('case_id', '=', pathway).orderBy('number').execute();
  return rows.map((row) => ({ ...countedFactOf(row), pathway }));
}

/** In one order, so that two can be laid beside each other. */
function plain(row: DrawnRow): readonly unknown[] {
  return Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function compareSums(tx: Transaction, repair: boolean): Promise<Compared> {
  const valueSets = await valueSetsAt(tx, endOfTime);
  const definitions = figureDefinitions.filter(isKept);
  const differences: FigureDifference[] = [];
  for (const definition of definitions) {
    const edition = fullEdition(definition, valueSets);
    const computed = await countedSums(tx, definition, { years: allYears, at: endOfTime, valueSets });
    const stored = await keptSums(tx, definition.id, edition, allYears);
    const known = await tx
      .selectFrom('figure_kept')
      .selectAll()
      .where('definition', '=', definition.id)
      .where('edition', '=', edition)
      .execute();
    if (known.length > 0 && written(stored) === written(computed)) continue;
    if (written(stored) !== written(computed))
      differences.push({ kind: 'sums', id: definition.id, stored: casesOf(stored), computed: casesOf(computed) });
    if (!repair) continue;
    await tx.deleteFrom('figure_change').where('definition', '=', definition.id).where('edition', '=', edition).execute();
    await addChanges(
      tx,
      computed.map((sum): SumChange => ({ ...sum, definition: definition.id, edition })),
    );
    await tx
      .insertInto('figure_kept')
      .values({ definition: definition.id, edition })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return { checked: definitions.length, differences };
}

function written(sums: readonly FigureSum[]): string {
  return sums
    .map(({ year, municipality, part, cases, total }) => `${year}|${municipality}|${part}|${cases}|${total}`)
    .toSorted()
    .join('\n');
}

function casesOf(sums: readonly FigureSum[]): number {
  return sums.reduce((sum, { cases }) => sum + cases, 0);
}
