/** Reads figures of any day from the sums that are kept, and from the rows where none are. Only sums come out. */
import { sql } from 'kysely';
import { evaluate, type FigureRequest, type FigureSum, filledSums, nightsBeside } from '../domain/numbers/evaluate.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { type FigureDefinition, fullEdition } from '../domain/numbers/figure-definition.ts';
import { addSums, endOfDay, isKept, keptPart } from '../domain/numbers/kept.ts';
import { type FigureGrouping, tabulate, type TabulatedFigure } from '../domain/numbers/tabulate.ts';
import { unitNames } from '../domain/numbers/unit-names.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { placesAt } from './counted-places.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { whileCounting } from './figure-keep.ts';
import { type Counted, figureQuery } from './figure-sql.ts';
import { valueSetsAt } from './value-sets.ts';

export type FigureQuestion = {
  readonly definition: FigureDefinition;
  readonly years: readonly [from: number, to: number];
  readonly by: FigureGrouping;
  /** What was known at the end of this day; null for what is known now. */
  readonly asOf: Day | null;
  /** What was known at this moment and not later, also within the day: then `asOf` is not asked. */
  readonly at?: Moment;
  /** How many values in the middle a median is the mean of; one, or two, when it is not said. */
  readonly middles?: number;
  /** Means, medians and shares to the whole; with two decimals when it is not said. */
  readonly whole?: boolean;
  /** Regions of all years are those of this day; without it those of each year's last day. */
  readonly regionsOn?: Day;
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
  const work = async (tx: Transaction): Promise<readonly (readonly TabulatedFigure[])[]> => {
    const sourceOf = await sourcesIn(tx);
    const names = await namesOfUnits(tx, questions);
    return whileCounting(tx, async () => {
      const sums = await sumsOf(tx, questions, permit.at);
      return questions.map((question) => {
        const { definition, years, by, middles = 1, whole = false } = question;
        const found = sums(question);
        return tabulate(found.sums, {
          definition,
          edition: found.edition,
          years,
          by,
          at: momentOf(question, permit.at),
          source: sourceOf(definition),
          middles,
          whole,
          unitNames: names,
          ...(question.regionsOn === undefined ? {} : { regionDay: question.regionsOn }),
        });
      });
    });
  };
  // What is over is read from the kept sums and what is not from the rows: a stay that ended between the two would be in neither.
  return asActor(db, permit, { kind: 'figure', id: about }, work, { seeing: 'one moment' });
}

/** What units are called; nothing is asked where no figure is divided by them. */
async function namesOfUnits(tx: Transaction, questions: readonly FigureQuestion[]): Promise<ReadonlyMap<string, string>> {
  if (!questions.some(({ definition }) => definition.splitBy === 'unit')) return new Map();
  const units = await tx
    .selectFrom('unit')
    .innerJoin('facility', 'facility.id', 'unit.facility')
    .select(['unit.id', 'facility.municipality', sql<string>`facility.name || ', ' || unit.name`.as('name')])
    .execute();
  return unitNames(units);
}

/** The moment that a question looks back from. */
function momentOf({ asOf, at }: FigureQuestion, now: Moment): Moment {
  return at ?? (asOf === null ? now : endOfDay(asOf));
}

type Reading = { readonly sums: readonly FigureSum[]; readonly edition: string };

/** Reads what all questions need, each sum once: those that are kept in one go for each day. */
async function sumsOf(tx: Transaction, questions: readonly FigureQuestion[], now: Moment): Promise<(question: FigureQuestion) => Reading> {
  const inStep = new Set((await tx.selectFrom('figure_kept').selectAll().execute()).map((kept) => `${kept.definition} ${kept.edition}`));
  const moments = [...new Set(questions.map((question) => momentOf(question, now)))];
  const readings = new Map<string, Reading>();
  const keyOf = (question: FigureQuestion): string => JSON.stringify([question.definition.id, question.years, momentOf(question, now)]);
  for (const at of moments) {
    const valueSets = await valueSetsAt(tx, at);
    // What fills places is read before the places.
    const asked = questions.filter((question) => momentOf(question, now) === at).flatMap((question) => [...fillingOf(question), question]);
    // What is kept is kept by day: a moment within one is counted from the rows.
    const isKeptAt = at === now || at === endOfDay(danishDay(at));
    const kept = asked.flatMap(({ definition, years }) => {
      const edition = fullEdition(definition, valueSets);
      return isKeptAt && isKept(definition) && inStep.has(`${definition.id} ${edition}`)
        ? [{ definition: definition.id, edition, years }]
        : [];
    });
    const sums = await keptSums(tx, kept, danishDay(at));
    for (const question of asked) {
      const { definition, years } = question;
      if (readings.has(keyOf(question))) continue;
      const request = { years, at, valueSets };
      if (definition.event.kind === 'place') {
        const filling = fillingOf(question).flatMap((one) => readings.get(keyOf(one))?.sums ?? []);
        const found = await placeSums(tx, definition, request, filling);
        readings.set(keyOf(question), { sums: found, edition: fullEdition(definition, valueSets) });
        continue;
      }
      const inYears = (sums.get(definition.id) ?? []).filter(({ year }) => year >= years[0] && year <= years[1]);
      const found = !kept.some((one) => one.definition === definition.id)
        ? await countedSums(tx, definition, request)
        : keptPart(definition) === 'all'
          ? inYears
          : // The kept sums are those of the whole day: what is not over is asked for as of its end too, so that nothing is in both.
            addSums(inYears, await countedSums(tx, definition, { ...request, at: endOfDay(danishDay(at)) }, 'open'));
      readings.set(keyOf(question), { sums: found, edition: fullEdition(definition, valueSets) });
    }
  }
  return (question) => {
    const reading = readings.get(keyOf(question));
    if (!reading) throw new Error('a figure was not read');
    return reading;
  };
}

/** The question of the nights that fill places: the definition in use that counts the same is kept, and is read in no time. */
function fillingOf(question: FigureQuestion): readonly FigureQuestion[] {
  const beside = nightsBeside(question.definition);
  if (!beside) return [];
  const { filling } = beside;
  const counted = ({ counts, event, period, withAny, without, measure, splitBy }: FigureDefinition): string =>
    JSON.stringify([counts, event, period, withAny, without, measure, splitBy]);
  const same = figureDefinitions.find((known) => counted(known) === counted(filling));
  return [{ ...question, definition: same ?? { ...filling, id: `${filling.id}/filling` } }];
}

/** Of places: their nights as the domain counts them from supply, and beside them the nights that fill them. */
async function placeSums(
  tx: Transaction,
  definition: FigureDefinition,
  request: FigureRequest,
  filling: readonly FigureSum[],
): Promise<readonly FigureSum[]> {
  const places = await placesAt(tx, request.at);
  const beside = nightsBeside(definition);
  return beside ? filledSums(evaluate(beside.places, places, request), filling) : evaluate(definition, places, request);
}

/** Counts the rows themselves: all, or those of what is not over. */
export async function countedSums(
  tx: Transaction | Database,
  definition: FigureDefinition,
  request: FigureRequest,
  counted: Counted = 'all',
): Promise<readonly FigureSum[]> {
  const beside = nightsBeside(definition);
  if (beside)
    return filledSums(await countedSums(tx, beside.places, request, counted), await countedSums(tx, beside.filling, request, counted));
  return (await figureQuery(definition, request, counted).execute(tx)).rows;
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

/** Where the numbers come from: imported lists are no pathways. What is invented says so. */
export async function sourcesIn(tx: Transaction): Promise<(definition: FigureDefinition) => string> {
  const invented = await tx.selectFrom('setting').select('name').where('name', 'in', ['demo', 'country']).executeTakeFirst();
  return ({ event }) => {
    if (event.kind === 'listed')
      return invented ? 'Lister, der er læst ind i Samløb; opdigtede lister til afprøvning kan indgå' : 'Lister, der er læst ind i Samløb';
    return invented ? 'Forløb registreret i Samløb; opdigtede forløb til afprøvning indgår' : 'Forløb registreret i Samløb';
  };
}
