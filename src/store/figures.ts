/** Reads figures: today's from the sums that are kept, an earlier day's from the rows that were known then. Only sums come out. */
import type { FigureRequest, FigureSum } from '../domain/numbers/evaluate.ts';
import { type FigureDefinition, fullEdition, type ValueSets } from '../domain/numbers/figure-definition.ts';
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
    const today = danishDay(permit.at);
    return whileCounting(tx, async () => {
      const sums = await sumsOf(tx, questions, permit.at);
      return questions.map((question) => {
        const { definition, years, by, asOf } = question;
        const found = sums(question);
        return tabulate(found.sums, { definition, edition: found.edition, years, by, asOf: asOf ?? today, source });
      });
    });
  });
}

type Reading = { readonly sums: readonly FigureSum[]; readonly edition: string };

/** Reads what all questions need, each sum once: those that are kept in one go. */
async function sumsOf(tx: Transaction, questions: readonly FigureQuestion[], now: Moment): Promise<(question: FigureQuestion) => Reading> {
  const nowSets = await valueSetsAt(tx, now);
  const inStep = new Set((await tx.selectFrom('figure_kept').selectAll().execute()).map((kept) => `${kept.definition} ${kept.edition}`));
  const isRead = ({ definition, asOf }: FigureQuestion): boolean =>
    asOf === null && isKept(definition) && inStep.has(`${definition.id} ${fullEdition(definition, nowSets)}`);
  const kept = await allKeptSums(tx, questions.filter(isRead), nowSets);
  const readings = new Map<string, Reading>();
  const keyOf = ({ definition, years, asOf }: FigureQuestion): string => JSON.stringify([definition.id, years, asOf]);
  for (const question of questions) {
    const { definition, years, asOf } = question;
    if (readings.has(keyOf(question))) continue;
    const at = asOf === null ? now : endOfDay(asOf);
    const valueSets = asOf === null ? nowSets : await valueSetsAt(tx, at);
    const sums = isRead(question)
      ? (kept.get(definition.id) ?? []).filter(({ year }) => year >= years[0] && year <= years[1])
      : await countedSums(tx, definition, { years, at, valueSets });
    readings.set(keyOf(question), { sums, edition: fullEdition(definition, valueSets) });
  }
  return (question) => {
    const reading = readings.get(keyOf(question));
    if (!reading) throw new Error('a figure was not read');
    return reading;
  };
}

async function allKeptSums(
  tx: Transaction,
  questions: readonly FigureQuestion[],
  valueSets: ValueSets,
): Promise<ReadonlyMap<string, readonly FigureSum[]>> {
  const found = new Map<string, FigureSum[]>();
  if (questions.length === 0) return found;
  const years = questions.flatMap((question) => question.years);
  const rows = await tx
    .selectFrom('figure_change')
    .select(({ fn }) => [
      'definition',
      'year',
      'municipality',
      'part',
      fn.sum<number>('cases').as('cases'),
      fn.sum<number>('total').as('total'),
    ])
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('definition', 'edition'),
        'in',
        questions.map(({ definition }) => tuple(definition.id, fullEdition(definition, valueSets))),
      ),
    )
    .where('year', '>=', Math.min(...years))
    .where('year', '<=', Math.max(...years))
    .groupBy(['definition', 'year', 'municipality', 'part'])
    .having(({ fn }) => fn.sum('cases'), '<>', 0)
    .execute();
  for (const { definition, ...sum } of rows) {
    const list = found.get(definition);
    if (list) list.push(sum);
    else found.set(definition, [sum]);
  }
  return found;
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

/** Where the numbers come from; invented pathways say so. */
async function sourceOf(tx: Transaction): Promise<string> {
  const invented = await tx.selectFrom('setting').select('name').where('name', 'in', ['demo', 'country']).executeTakeFirst();
  return invented ? 'Forløb registreret i Samløb; opdigtede forløb til afprøvning indgår' : 'Forløb registreret i Samløb';
}
