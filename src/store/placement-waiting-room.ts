/** Where there can be room for one who waits, asked of the database before anything is read of a unit. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { needsWhateverDay } from '../domain/placement/need-nights.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { offeredWithinDays } from '../domain/placement/waiting-offer.ts';
import { type HomeOf, isWithinReach, type PlacementRequest } from '../domain/placement/waiting-request.ts';
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
  { needs, units, reach, municipality, earliest, nights }: PlacementRequest,
  homeOf: HomeOf,
  now: Moment,
): Promise<readonly Id<'unit'>[]> {
  const today = danishDay(now);
  const first = earliest > today ? earliest : today;
  const properties = [...new Set(needsWhateverDay(needs, nightsFrom(first, nights)).map(({ property }) => property))];
  // A long stay from any of the days has the night on which the last of them begins: one look tells of most places that they are taken.
  const isLong = nights > offeredWithinDays;
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
             where not exists (
               select from occupation as o
                where o.place = place.id and o.arrival < ${first}::date + after + ${nights}::integer
                  and o.departure > ${first}::date + after and ${taken})))
     order by unit.facility, unit.id`.execute(tx);
  const inReach = rows.filter((row) =>
    isWithinReach({ reach, municipality }, { municipality: row.municipality, point: [row.longitude, row.latitude] }, homeOf),
  );
  const found = inReach.map(({ unit }) => unit);
  return found.toSorted((one, other) => units.indexOf(one) - units.indexOf(other));
}
