/** Figures as one who asks may see them: as they are within sight, protected beyond it; and the list behind them for the care team. */
import { shieldNested } from '../domain/disclosure/shield-nested.ts';
import { municipality as municipalityOf } from '../domain/geography/municipalities.ts';
import { regionOf, speaksFor } from '../domain/geography/regions.ts';
import type { Id } from '../domain/id.ts';
import { unitsOf } from '../domain/numbers/evaluate.ts';
import type { FigureDefinition } from '../domain/numbers/figure-definition.ts';
import { fixedDayOf } from '../domain/numbers/fixed-day.ts';
import { endOfDay } from '../domain/numbers/kept.ts';
import { containing } from '../domain/numbers/nested-figures.ts';
import { type FigureGrouping, type TabulatedFigure, unknownPlace } from '../domain/numbers/tabulate.ts';
import { addDays, danishDay, day, type Day, yearOf } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import { countedFactOf, whileCounting } from './figure-keep.ts';
import { readAllFigures } from './figures.ts';
import { valueSetsAt } from './value-sets.ts';

/** What access says of the one who asks. */
export type Sight =
  | { readonly sees: 'country' }
  | { readonly sees: 'region'; readonly region: string }
  | { readonly sees: 'municipality'; readonly municipality: string }
  | { readonly sees: 'protected' };

export type ViewQuestion = {
  readonly definition: FigureDefinition;
  readonly years: readonly [from: number, to: number];
  readonly asOf: Day | null;
  readonly by: FigureGrouping;
  /** Regions of all years are those of this day, so that years can stand beside each other; without it those of each year's last day. */
  readonly regionsOn?: Day;
};

/** What is seen: figures in the order they are to be shown. Protected ones are of whole years that are over, as of the last fixed day. */
export type SeenFigures =
  | { readonly outcome: 'internal'; readonly figures: readonly TabulatedFigure[] }
  | { readonly outcome: 'protected'; readonly figures: readonly TabulatedFigure[]; readonly years: readonly number[] }
  /** Nothing was known yet on the last fixed day: the first protected figures come on this day. They are not zeros. */
  | { readonly outcome: 'not-yet'; readonly figures: readonly []; readonly years: readonly []; readonly comes: Day }
  /** Divided figures and nights have no protected form; what fills places is seen by those who see the whole country alone. */
  | { readonly outcome: 'not-published' };

/** Figures within sight, of several definitions in one reading. */
export async function seeFigures(
  db: Database,
  permit: Permit,
  sight: Sight,
  questions: readonly ViewQuestion[],
): Promise<readonly SeenFigures[]> {
  if (sight.sees === 'protected') return protectedFigures(db, permit, questions);
  const seen = questions.filter(({ definition }) => maySee(sight, definition));
  const all = await readAllFigures(
    db,
    permit,
    seen.flatMap((question) => [
      { ...question, by: groupingWithin(sight, question.by) },
      { ...question, by: 'country' as const },
    ]),
  );
  return questions.map((question): SeenFigures => {
    const index = seen.indexOf(question);
    if (index < 0) return { outcome: 'not-published' };
    const { by } = question;
    const [figures, country] = [all[2 * index] ?? [], all[2 * index + 1] ?? []];
    const shown = sight.sees === 'country' && by !== 'country' ? [...figures, ...country] : figures;
    return { outcome: 'internal', figures: shown.filter((figure) => isWithin(figure, sight, danishDay(permit.at))) };
  });
}

/**
 * What fills the places of an area are women from everywhere. One who knows the places and the nights of the area's own women would have those
 * of the others by subtraction, and by asking for two days the day that one of them came.
 */
function maySee({ sees }: Sight, { measure }: FigureDefinition): boolean {
  return measure.kind !== 'filled' || sees === 'country';
}

/** A region is seen as itself or by its municipalities, a municipality as itself. */
function groupingWithin({ sees }: Sight, by: FigureGrouping): FigureGrouping {
  if (sees === 'municipality') return 'municipality';
  return sees === 'region' && by === 'country' ? 'region' : by;
}

function isWithin({ place, period }: TabulatedFigure, sight: Sight, today: Day): boolean {
  switch (sight.sees) {
    case 'country':
      return true;
    case 'protected':
      return false;
    case 'municipality':
      return place === sight.municipality;
    case 'region': {
      const municipality = municipalityOf(place);
      const region = municipality ? regionOf(municipality, day(`${period}-12-31`)).id : place;
      return speaksFor(sight.region, region, today) && place !== unknownPlace;
    }
  }
}

/**
 * A mean rests on as many as were measured, and a share on those with and those without: one of fewer than this is a small count in another dress.
 * The middle is always somebody's own: where it is protected it is the mean of so many in the middle.
 */
const fewestInAMean = 5;

/** A mean of the whole country, which was read to the whole day, week or percent so that a single woman's cannot be worked out of it; hidden when it rests on few. */
function protectedMean(figure: TabulatedFigure): TabulatedFigure {
  const { value, fewest } = figure;
  const shown = typeof value === 'number' && fewest >= fewestInAMean;
  return { ...figure, value: shown ? value : { suppressed: true }, cases: 0, fewest: 0 };
}

/** Whether anything was counted at the end of a day, on imported lists and beside them: a list tells nothing of pathways, nor they of lists. */
function whatWasKnown(db: Database, permit: Permit, asOf: Day): Promise<{ readonly onLists: boolean; readonly beside: boolean }> {
  return asActor(db, permit, { kind: 'figure', id: null }, (tx) =>
    whileCounting(tx, async () => {
      const isThere = async (comparison: '=' | '!='): Promise<boolean> => {
        const known = tx.selectFrom('counted_fact').select('number').where('recorded', '<=', endOfDay(asOf));
        return (await known.where('kind', comparison, 'listed').limit(1).executeTakeFirst()) !== undefined;
      };
      return { onLists: await isThere('='), beside: await isThere('!=') };
    }),
  );
}

async function protectedFigures(db: Database, permit: Permit, questions: readonly ViewQuestion[]): Promise<readonly SeenFigures[]> {
  // A year that is not over changes from day to day, and so does one that is, by what follows: the difference of two days would name one woman.
  const { asOf, next } = fixedDayOf(danishDay(permit.at));
  const known = await whatWasKnown(db, permit, asOf);
  const isNotYet = ({ event }: FigureDefinition): boolean => !(event.kind === 'listed' ? known.onLists : known.beside);
  const lastYear = yearOf(addDays(asOf, 1)) - 1;
  const wanted = questions.map(({ definition, years: [from, to] }) => ({
    definition,
    years: [from, Math.min(to, lastYear)] as const,
    asOf,
  }));
  // What contains a figure is read with it, whoever asks: the two are protected as one, and a figure is the same whatever it is asked beside.
  const read = wanted.flatMap((question) => [
    question,
    ...containing(question.definition).map((definition) => ({ ...question, definition })),
  ]);
  const figures = await readAllFigures(
    db,
    permit,
    read.flatMap((question) => [
      { ...question, by: 'region' as const },
      { ...question, by: 'country' as const, middles: fewestInAMean, whole: true },
    ]),
  );
  const readings = read.map((question, index) => ({ question, regions: figures[2 * index] ?? [], country: figures[2 * index + 1] ?? [] }));
  return wanted.map(({ definition, years }): SeenFigures => {
    const [from, to] = years;
    if (isNotYet(definition)) return { outcome: 'not-yet', figures: [], years: [], comes: next };
    if (definition.measure.kind === 'nights' || definition.measure.kind === 'filled' || definition.splitBy !== null)
      return { outcome: 'not-published' };
    const readingOf = (asked: FigureDefinition): Reading | undefined =>
      readings.find(({ question }) => question.definition === asked && question.years[0] === from && question.years[1] === to);
    const each = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
    if (definition.measure.kind !== 'count')
      return { outcome: 'protected', years: each, figures: (readingOf(definition)?.country ?? []).map(protectedMean) };
    const nested = [...containing(definition), definition].flatMap((one) => readingOf(one) ?? []);
    return { outcome: 'protected', years: each, figures: each.flatMap((year) => protectedCounts(definition, nested, year)) };
  });
}

type Reading = {
  readonly question: { readonly definition: FigureDefinition };
  readonly regions: readonly TabulatedFigure[];
  readonly country: readonly TabulatedFigure[];
};

/** One year's counts of the last of the figures, protected with those that contain it. */
function protectedCounts({ id: asked }: FigureDefinition, nested: readonly Reading[], year: number): readonly TabulatedFigure[] {
  const counts = nested.flatMap(({ question: { definition }, regions, country }) => {
    const [total] = country.filter(({ period }) => period === `${year}`);
    const parts = regions.filter(({ period }) => period === `${year}`);
    // Where some are of no region, the parts do not add up to the country, and nothing can be protected by their sum.
    if (!total || parts.some(({ place }) => place === unknownPlace)) return [];
    return [{ id: definition.id, within: containing(definition).map(({ id }) => id), regions: parts, country: total }];
  });
  const [total, shielded] = [counts.find(({ id }) => id === asked)?.country, shieldNested(counts).get(asked)];
  if (!total || !shielded) return [];
  return [...shielded.regions, shielded.country].map((figure) => ({ ...figure, part: null, cases: 0, fewest: 0, at: total.at }));
}

/** One line of the list behind a figure. */
export type FigureLine = { readonly pathway: Id<'pathway'>; readonly calledName: string; readonly happened: Day; readonly year: number };

/** The pathways behind a figure that the one who asks takes part in: row security shows no others. */
export function linesBehind(db: Database, permit: Permit, { definition, years, asOf }: ViewQuestion): Promise<readonly FigureLine[]> {
  return asActor(db, permit, { kind: 'figure', id: definition.id }, async (tx) => {
    const at = asOf === null ? permit.at : endOfDay(asOf);
    const rows = await tx
      .selectFrom('counted_fact')
      .innerJoin('pathway', 'pathway.id', 'counted_fact.pathway')
      .selectAll('counted_fact')
      .select(['pathway.id as pathway_id', 'pathway.called_name'])
      .execute();
    const names = new Map(rows.map(({ case_id, pathway_id: pathway, called_name: calledName }) => [case_id, { pathway, calledName }]));
    const facts = rows.map(({ called_name: _name, pathway_id: _id, ...row }) => countedFactOf(row));
    const units = unitsOf(definition, facts, { years, at, valueSets: await valueSetsAt(tx, at) });
    return units.flatMap(({ fact, year, amount }) => {
      const named = names.get(fact.case);
      return amount !== null && named ? [{ ...named, happened: fact.happened, year }] : [];
    });
  });
}
