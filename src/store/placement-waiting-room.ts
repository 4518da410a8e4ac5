/** Where there can be room for one who waits, asked of the database before anything is read of a unit. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { needsWhateverDay } from '../domain/placement/need-nights.ts';
import { countNights } from '../domain/placement/nights.ts';
import { offeredWithinDays } from '../domain/placement/waiting-offer.ts';
import { type HomeOf, isWithinReach, type PlacementRequest } from '../domain/placement/waiting-request.ts';
import { endOfWish, wishedNights } from '../domain/placement/wished-length.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';

type Row = {
  readonly unit: Id<'unit'>;
  readonly municipality: Id<'municipality'>;
  readonly longitude: number;
  readonly latitude: number;
};

/**
 * The units that she wishes, or all within her reach, with at least one place that meets her needs and that nobody has on all her nights from a day
 * within which a place is offered; the most wanted first. It can name too many, never too few: whether a unit is open, staffed and takes her,
 * and who is asked, is for the domain to say of each.
 */
export async function unitsWithRoom(
  tx: Transaction,
  request: PlacementRequest,
  homeOf: HomeOf,
  now: Moment,
): Promise<readonly Id<'unit'>[]> {
  const { needs, units, reach, municipality, earliest, nights } = request;
  const today = danishDay(now);
  const first = earliest > today ? earliest : today;
  const fromFirst = wishedNights(request, first);
  const properties = [...new Set(needsWhateverDay(needs, fromFirst).map(({ property }) => property))];
  // Where she stays to a day, that is her departure whatever day she comes, and no later day than the last before it is a day to come.
  const end = endOfWish(request);
  const departure = end === null ? sql`${first}::date + after + ${nights}::integer` : sql`${end}::date`;
  const isDayToCome = end === null ? sql`true` : sql`${first}::date + after < ${end}::date`;
  // A long stay from any of the days has the night on which the last of them begins: one look tells of most places that they are taken.
  const isLong = countNights(fromFirst) > offeredWithinDays;
  const taken = sql`(o.status <> 'held' or o.held_until > ${now}::timestamptz)`;
  const { rows } = await sql<Row>`
    with suitable as materialized (
      select place.id, place.unit from place
       where (${units.length === 0} or place.unit = any(${units}::text[]))
         and (select count(*) from place_property as has where has.place = place.id and has.property = any(${properties}::text[])) = ${properties.length})
    select unit.id as unit, facility.municipality, facility.longitude, facility.latitude
      from unit join facility on facility.id = unit.facility
     where exists (
       select from suitable as place
        where place.unit = unit.id
          and not (${isLong} and exists (
            select from occupation as o
             where o.place = place.id and o.arrival <= ${first}::date + ${offeredWithinDays}::integer
               and o.departure > ${first}::date + ${offeredWithinDays}::integer and ${taken}))
          and exists (
            select from generate_series(0, ${offeredWithinDays}::integer) as after
             where ${isDayToCome} and not exists (
               select from occupation as o
                where o.place = place.id and o.arrival < ${departure}
                  and o.departure > ${first}::date + after and ${taken})))
     order by unit.facility, unit.id`.execute(tx);
  const inReach = rows.filter((row) =>
    isWithinReach({ reach, municipality }, { municipality: row.municipality, point: [row.longitude, row.latitude] }, homeOf),
  );
  const found = inReach.map(({ unit }) => unit);
  return found.toSorted((one, other) => units.indexOf(one) - units.indexOf(other));
}
