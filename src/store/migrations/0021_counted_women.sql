-- A search shows what is known of each unit's qualification, and the count behind it went through every stay of the country each time: a
-- second of the server's time with 200,000 stays. Now it is asked for the units that are shown, and a process keeps what it was told until
-- the unit's version says that something has changed.

-- How many women stayed in each of some units in each year, and since when the unit's stays are written here; without units named, in all.
-- One who is there now counts to `today`, a day in Denmark: the server may stand in another zone. Numbers, and for those who may read them.
drop function women_by_year();
create function women_by_year(units text[], today date) returns table (unit text, year integer, women integer, since date)
  language sql stable security definer set search_path = public, pg_temp as $$
  with counted as materialized (
    select stay.unit, stay.pathway, stay.arrival,
           case stay.status when 'admitted' then today else stay.departure - 1 end as last_night
      from stay
     where stay.unit = any (coalesce(units, array(select unit.id from unit)))
       and stay.status in ('admitted', 'discharged') and reads_qualification()
  ), first as (
    select counted.unit, min(counted.arrival) as day from counted group by counted.unit
  )
  select counted.unit, lived.year, count(distinct counted.pathway)::integer, min(first.day)
    from counted
    join first on first.unit = counted.unit,
    lateral generate_series(extract(year from counted.arrival)::integer, extract(year from counted.last_night)::integer) as lived (year)
   where counted.last_night >= counted.arrival
   group by counted.unit, lived.year
$$;

-- What is known of a unit is part of what a process holds of it: a new statement or assessment is a new version.
select watch_units('qualification_event', 'unit', 'unit');
