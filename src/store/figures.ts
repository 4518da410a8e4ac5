/** Reads figures of any day from the sums that are kept, and from the rows where none are. Only sums come out. */
import { sql } from 'kysely';
import type { FigureRequest, FigureSum } from '../domain/numbers/evaluate.ts';
import { type FigureDefinition, fullEdition } from '../domain/numbers/figure-definition.ts';
import { endOfDay, isKept } from '../domain/numbers/kept.ts';
import { type FigureGrouping, tabulate, type TabulatedFigure } from '../domain/numbers/tabulate.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
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

/** Reads what all questions need, each sum once: those that are kept in one go for each day. */
async function sumsOf(tx: Transaction, questions: readonly FigureQuestion[], now: Moment): Promise<(question: FigureQuestion) => Reading> {
  const today = danishDay(now);
  const inStep = new Set((await tx.selectFrom('figure_kept').selectAll().execute()).map((kept) => `${kept.definition} ${kept.edition}`));
  const days = [...new Set(questions.map(({ asOf }) => asOf))];
  const readings = new Map<string, Reading>();
  const keyOf = ({ definition, years, asOf }: FigureQuestion): string => JSON.stringify([definition.id, years, asOf]);
  for (const day of days) {
    const at = day === null ? now : endOfDay(day);
    const valueSets = await valueSetsAt(tx, at);
    const asked = questions.filter(({ asOf }) => asOf === day);
    const kept = asked.flatMap(({ definition, years }) => {
      const edition = fullEdition(definition, valueSets);
      return isKept(definition) && inStep.has(`${definition.id} ${edition}`) ? [{ definition: definition.id, edition, years }] : [];
    });
    const sums = await keptSums(tx, kept, day ?? today);
    for (const question of asked) {
      const { definition, years } = question;
      if (readings.has(keyOf(question))) continue;
      const found = kept.some((one) => one.definition === definition.id)
        ? (sums.get(definition.id) ?? []).filter(({ year }) => year >= years[0] && year <= years[1])
        : await countedSums(tx, definition, { years, at, valueSets });
      readings.set(keyOf(question), { sums: found, edition: fullEdition(definition, valueSets) });
    }
  }
  return (question) => {
    const reading = readings.get(keyOf(question));
    if (!reading) throw new Error('a figure was not read');
    return reading;
  };
}

/** Counts the rows themselves. */
export async function countedSums(
  tx: Transaction | Database,
  definition: FigureDefinition,
  request: FigureRequest,
): Promise<readonly FigureSum[]> {
  return (await figureQuery(definition, request).execute(tx)).rows;
}

/** A definition whose sums are kept in step, in one edition. */
export type KeptQuestion = { readonly definition: string; readonly edition: string; readonly years: readonly [from: number, to: number] };

/**
 * The sums that were known at the end of a day, by definition: whole years of changes, then whole months, then days. What is not added up yet is
 * read day by day.
 */
export async function keptSums(
  tx: Transaction | Database,
  questions: readonly KeptQuestion[],
  asOf: Day,
): Promise<ReadonlyMap<string, readonly FigureSum[]>> {
  const found = new Map<string, FigureSum[]>();
  if (questions.length === 0) return found;
  const [from, to] = [Math.min(...questions.map(({ years }) => years[0])), Math.max(...questions.map(({ years }) => years[1]))];
  const wanted = sql`(definition, edition) in (select * from unnest(${questions.map(({ definition }) => definition)}::text[],
    ${questions.map(({ edition }) => edition)}::text[])) and year between ${from}::integer and ${to}::integer`;
  const { rows } = await sql<FigureSum & { readonly definition: string }>`
    with fold as (select least(folded_to, date_trunc('month', ${asOf}::date + 1)::date) as month from figure_fold)
    select definition, year, municipality, part, sum(cases)::integer as cases, sum(total)::bigint as total from (
      select definition, year, municipality, part, cases, total from figure_span
        where grain = 'year' and starts < (select date_trunc('year', month) from fold) and ${wanted}
      union all
      select definition, year, municipality, part, cases, total from figure_span
        where grain = 'month' and starts >= (select date_trunc('year', month) from fold) and starts < (select month from fold) and ${wanted}
      union all
      select definition, year, municipality, part, cases, total from figure_change
        where known >= (select month from fold) and known <= ${asOf}::date and ${wanted}
    ) changes group by definition, year, municipality, part having sum(cases) <> 0`.execute(tx);
  for (const { definition, ...sum } of rows) {
    const list = found.get(definition);
    if (list) list.push(sum);
    else found.set(definition, [sum]);
  }
  return found;
}

/** Where the numbers come from; invented pathways say so. */
async function sourceOf(tx: Transaction): Promise<string> {
  const invented = await tx.selectFrom('setting').select('name').where('name', 'in', ['demo', 'country']).executeTakeFirst();
  return invented ? 'Forløb registreret i Samløb; opdigtede forløb til afprøvning indgår' : 'Forløb registreret i Samløb';
}
