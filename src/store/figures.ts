/** Reads figures: today's from the sums that are kept, an earlier day's from the rows that were known then. Only sums come out. */
import type { FigureRequest, FigureSum } from '../domain/numbers/evaluate.ts';
import { type FigureDefinition, fullEdition } from '../domain/numbers/figure-definition.ts';
import { isKept } from '../domain/numbers/kept.ts';
import { type FigureGrouping, tabulate, type TabulatedFigure } from '../domain/numbers/tabulate.ts';
import { addDays, danishDay, type Day, type Moment, startOfDanishDay, addMinutes } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { whileCounting } from './figure-keep.ts';
import { figureQuery } from './figure-sql.ts';
import { valueSetsAt } from './value-sets.ts';

export type FigureQuestion = {
  readonly definition: FigureDefinition;
  readonly years: readonly [from: number, to: number];
  readonly by: FigureGrouping;
  /** What was known at the end of this day; null for what is known now. */
  readonly asOf: Day | null;
};

/** The figures of a definition, every one with its definition, edition, source, period, day and place. */
export async function readFigures(db: Database, permit: Permit, question: FigureQuestion): Promise<readonly TabulatedFigure[]> {
  const [figures] = await readAllFigures(db, permit, [question]);
  return figures ?? [];
}

/** The same for several questions, in one reading. */
export function readAllFigures(
  db: Database,
  permit: Permit,
  questions: readonly FigureQuestion[],
): Promise<readonly (readonly TabulatedFigure[])[]> {
  const about = [...new Set(questions.map(({ definition }) => definition.id))].join(' ');
  return asActor(db, permit, { kind: 'figure', id: about }, async (tx) => {
    const source = await sourceOf(tx);
    return whileCounting(tx, async () => {
      const all: (readonly TabulatedFigure[])[] = [];
      const readings = new Map<string, Reading>();
      for (const { definition, years, by, asOf } of questions) {
        const key = JSON.stringify([definition.id, years, asOf]);
        const reading = readings.get(key) ?? (await sumsOf(tx, definition, years, asOf, permit.at));
        readings.set(key, reading);
        const { sums, edition } = reading;
        all.push(tabulate(sums, { definition, edition, years, by, asOf: asOf ?? danishDay(permit.at), source }));
      }
      return all;
    });
  });
}

type Reading = { readonly sums: readonly FigureSum[]; readonly edition: string };

async function sumsOf(
  tx: Transaction,
  definition: FigureDefinition,
  years: readonly [number, number],
  asOf: Day | null,
  now: Moment,
): Promise<Reading> {
  const at = asOf === null ? now : endOfDay(asOf);
  const valueSets = await valueSetsAt(tx, at);
  const edition = fullEdition(definition, valueSets);
  const kept = asOf === null && isKept(definition) && (await isInStep(tx, definition.id, edition));
  return {
    edition,
    sums: kept ? await keptSums(tx, definition.id, edition, years) : await countedSums(tx, definition, { years, at, valueSets }),
  };
}

/** The last moment of a day in Denmark. */
export function endOfDay(asOf: Day): Moment {
  return addMinutes(startOfDanishDay(addDays(asOf, 1)), -1 / 60_000);
}

/** Counts the rows themselves. */
export async function countedSums(
  tx: Transaction | Database,
  definition: FigureDefinition,
  request: FigureRequest,
): Promise<readonly FigureSum[]> {
  return (await figureQuery(definition, request).execute(tx)).rows;
}

/** Today's sums, of a definition that is kept in step. */
export async function keptSums(
  tx: Transaction | Database,
  definition: string,
  edition: string,
  [from, to]: readonly [number, number],
): Promise<readonly FigureSum[]> {
  return tx
    .selectFrom('figure_change')
    .select(({ fn }) => ['year', 'municipality', 'part', fn.sum<number>('cases').as('cases'), fn.sum<number>('total').as('total')])
    .where('definition', '=', definition)
    .where('edition', '=', edition)
    .where('year', '>=', from)
    .where('year', '<=', to)
    .groupBy(['year', 'municipality', 'part'])
    .having(({ fn }) => fn.sum('cases'), '<>', 0)
    .execute();
}

async function isInStep(tx: Transaction, definition: string, edition: string): Promise<boolean> {
  const row = await tx
    .selectFrom('figure_kept')
    .select('definition')
    .where('definition', '=', definition)
    .where('edition', '=', edition)
    .executeTakeFirst();
  return row !== undefined;
}

/** Where the numbers come from; invented pathways say so. */
async function sourceOf(tx: Transaction): Promise<string> {
  const invented = await tx.selectFrom('setting').select('name').where('name', 'in', ['demo', 'country']).executeTakeFirst();
  return invented ? 'Forløb registreret i Samløb; opdigtede forløb til afprøvning indgår' : 'Forløb registreret i Samløb';
}
