/** Makes a definition a question to the database: the same that the domain evaluates, over all rows at once. */
import { type RawBuilder, sql } from 'kysely';
import type { FigureRequest, FigureSum } from '../domain/numbers/evaluate.ts';
import {
  type Bound,
  type FigureDefinition,
  type FigurePart,
  isMedian,
  type Link,
  type Match,
  travelBands,
} from '../domain/numbers/figure-definition.ts';
import { danishDay } from '../domain/time.ts';

type Sql = RawBuilder<unknown>;

/** Which of the facts are counted: all, or only those that are not over. */
export type Counted = 'all' | 'open';

/** Sums by year, municipality and part, in no order. */
export function figureQuery(definition: FigureDefinition, request: FigureRequest, counted: Counted = 'all'): RawBuilder<FigureSum> {
  const [from, to] = request.years;
  const once = onceFor(definition);
  // The middle is found among all values: each has a sum of its own.
  const part = isMedian(definition.measure) ? sql`amount::text` : sql`part`;
  return sql<FigureSum>`
    select year, municipality, ${part} as part, count(amount)::integer as cases, coalesce(sum(amount), 0)::bigint as total
    from (select ${once === null ? sql`` : sql`distinct on (${once}, year)`} y.year, f.municipality, ${partOf(definition.splitBy)} as part,
            ${amountOf(definition, request)} as amount
          from counted_fact f
          cross join lateral (${yearsOf(definition, request)}) y
          where ${matching('f', definition.event, request)} and ${knownAt('f', request)} and ${near(definition, from, to, request)}
            and ${heldBy(definition, request)}${counted === 'open' ? sql` and f.until is null` : sql``}
          ${once === null ? sql`` : sql`order by ${once}, year, f.happened, f.case_id collate "C", f.number`}) counted
    group by 1, 2, 3 having count(amount) > 0`;
}

function onceFor({ counts }: FigureDefinition): Sql | null {
  switch (counts) {
    case 'woman':
      return sql`f.subject`;
    case 'pathway':
      return sql`f.case_id`;
    case 'fact':
      return null;
  }
}

function knownAt(alias: 'f' | 'o', { at }: FigureRequest): Sql {
  const row = sql.raw(alias);
  return sql`${row}.recorded <= ${at}::timestamptz and (${row}.withdrawn is null or ${row}.withdrawn > ${at}::timestamptz)`;
}

/** Narrows to the years asked for, where an index can help. */
function near({ period }: FigureDefinition, from: number, to: number, request: FigureRequest): Sql {
  const before = sql`f.happened < make_date(${to + 1}::integer, 1, 1)`;
  return period === 'happens'
    ? sql`f.happened >= make_date(${from}::integer, 1, 1) and ${before}`
    : sql`${before} and ${lastDay('f', request)} >= make_date(${from}::integer, 1, 1)`;
}

function lastDay(alias: 'f' | 'o', { at }: FigureRequest): Sql {
  return sql`coalesce(${sql.raw(alias)}.until, ${danishDay(at)}::date)`;
}

function yearsOf({ period }: FigureDefinition, request: FigureRequest): Sql {
  const [from, to] = request.years;
  const happened = sql`extract(year from f.happened)::integer`;
  return period === 'happens'
    ? sql`select ${happened} as year`
    : sql`select generate_series(greatest(${from}::integer, ${happened}),
          least(${to}::integer, extract(year from ${lastDay('f', request)})::integer)) as year`;
}

function matching(alias: 'f' | 'o', { kind, level, detail, reason, codes }: Match, { valueSets }: FigureRequest): Sql {
  const row = sql.raw(alias);
  return all([
    sql`${row}.kind = ${kind}`,
    ...(level === undefined ? [] : [sql`${row}.level = ${level}`]),
    ...(detail === undefined ? [] : [sql`${row}.detail = any(${[...detail]}::text[])`]),
    ...(reason === undefined ? [] : [sql`${row}.reason = any(${[...reason]}::text[])`]),
    ...(codes === undefined ? [] : [sql`${row}.detail = any(${[...valueSets[codes].codes]}::text[])`]),
  ]);
}

function heldBy({ withAny, without }: FigureDefinition, request: FigureRequest): Sql {
  const any = withAny.map((link) => linked(link, request));
  return all([
    ...(any.length === 0 ? [] : [sql`(${sql.join(any, sql` or `)})`]),
    ...without.map((link) => sql`not ${linked(link, request)}`),
  ]);
}

function linked({ match, same, from, to, untilAtMost }: Link, request: FigureRequest): Sql {
  return sql`exists (select from counted_fact o where ${all([
    sameAs(same),
    matching('o', match, request),
    knownAt('o', request),
    ...(from === null ? [] : [sql`o.happened >= ${boundDay(from)}`]),
    ...(to === null ? [] : [sql`o.happened <= ${boundDay(to)}`]),
    ...(untilAtMost === undefined ? [] : [sql`o.until <= ${boundDay(untilAtMost)}`]),
  ])})`;
}

function sameAs(same: 'case' | 'subject' | 'fact'): Sql {
  switch (same) {
    case 'case':
      return sql`o.case_id = f.case_id`;
    case 'subject':
      return sql`o.subject = f.subject`;
    case 'fact':
      return sql`o.case_id = f.case_id and o.number = f.number`;
  }
}

function boundDay(bound: Bound): Sql {
  if (bound.of === 'year') {
    const [month, dayOfMonth] = [Number(bound.monthDay.slice(0, 2)), Number(bound.monthDay.slice(3))];
    return sql`make_date(y.year + ${bound.plusYears}::integer, ${month}::integer, ${dayOfMonth}::integer)`;
  }
  return sql`f.${sql.raw(bound.of)} + ${bound.plusDays}::integer`;
}

function partOf(splitBy: FigurePart | null): Sql {
  switch (splitBy) {
    case null:
      return sql`''::text`;
    case 'reason':
    case 'detail':
      return sql`coalesce(f.${sql.raw(splitBy)}, 'unknown')`;
    case 'unit':
      return sql`coalesce(f.unit_id, f.unit, 'unknown')`;
    case 'travel':
      return sql`case when f.minutes is null then 'unknown' ${sql.join(
        travelBands.map(({ id, from, to }) =>
          to === Infinity
            ? sql`when f.minutes >= ${from}::integer then ${id}::text`
            : sql`when f.minutes >= ${from}::integer and f.minutes < ${to}::integer then ${id}::text`,
        ),
        sql` `,
      )} else 'unknown' end`;
  }
}

function amountOf({ measure }: FigureDefinition, request: FigureRequest): Sql {
  switch (measure.kind) {
    case 'count':
      return sql`1`;
    case 'mean':
    case 'median':
      return sql`f.${sql.raw(measure.of)}`;
    case 'share-with':
      return sql`(exists (select from counted_fact o where ${sameAs(measure.same)} and ${matching('o', measure.match, request)}
        and ${knownAt('o', request)}${measure.sameUnit ? sql` and coalesce(o.unit_id, o.unit) = coalesce(f.unit_id, f.unit)` : sql``}))::integer`;
    case 'filled':
    case 'nights':
      return sql`greatest(0, least(${lastDay('f', request)}, make_date(y.year + 1, 1, 1)) - greatest(f.happened, make_date(y.year, 1, 1)))`;
    case 'mean-days-to':
    case 'median-days-to':
      return sql`(select min(o.happened) - f.happened from counted_fact o where ${sameAs(measure.same)}
        and ${matching('o', measure.match, request)} and ${knownAt('o', request)} and o.happened >= f.happened)`;
  }
}

function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);
}
