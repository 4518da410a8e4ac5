-- What a booking makes the processes read again costs less: the nights that are taken in a unit, and what is known of its qualification.

-- The day a need begins or ends is a day as it is written, whatever the zone. Said to be stable as reading a day is, they are worked out where
-- they are asked, and not by a question of their own for each need.
alter function need_from(jsonb, date, date) stable;
alter function need_until(jsonb, date, date) stable;
alter function must_have_on(jsonb, date, date, date, date) stable;

-- As `must_have_on`, which is asked only where the nights matter: where a need has days of its own, or her child is born. Else each need holds
-- on every night there is. A test holds the two equal.
create or replace view occupation as
  select part.stay, part.place, part.unit, part.arrival, part.departure, part.status, stay.held_until,
         case when part.status not in ('held', 'confirmed') then '[]'
              else (select case when pathway.state ->> 'bornOn' is null and part.arrival < part.departure
                                     and not stay.needs @? '$[*] ? (exists (@.from) || exists (@.until))'
                                then (select coalesce(jsonb_agg(property order by number), '[]')
                                        from (select need ->> 'property', min(number)
                                                from jsonb_array_elements(stay.needs) with ordinality as written (need, number)
                                               group by need ->> 'property') as each_once (property, number))
                                else must_have_on(stay.needs, pathway.due_date, (pathway.state ->> 'bornOn')::date, part.arrival, part.departure)
                           end
                      from pathway where pathway.id = stay.pathway)
         end as must_have,
         part.departure < stay.departure as moves_on
    from stay_part as part join stay on stay.id = part.stay
   where part.status in ('held', 'confirmed', 'admitted', 'discharged');

-- A version grows also with every hold, and the count of women goes through all stays of a unit: which of the changes may have changed what is
-- known of its qualification is counted beside them. A statement, an assessment, and a stay that came to something, before the change or after it.
alter table unit_change add column qualification bigint not null default 0;
create or replace view unit_version as
  select unit, sum(changes)::bigint as version, sum(qualification)::bigint as qualification from unit_change group by unit;

create or replace function unit_has_changed() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  leads_to text := tg_argv[0];
  was text;
  became text;
  changed text;
  known bigint := 1;
begin
  if tg_op = 'UPDATE' and old is not distinct from new then return null; end if;
  if tg_op in ('UPDATE', 'DELETE') then was := to_jsonb(old) ->> tg_argv[1]; end if;
  if tg_op in ('UPDATE', 'INSERT') then became := to_jsonb(new) ->> tg_argv[1]; end if;
  if tg_table_name = 'stay' then
    if tg_op = 'INSERT' then known := (new.status in ('admitted', 'discharged'))::integer;
    elsif tg_op = 'UPDATE' then known := (old.status in ('admitted', 'discharged') or new.status in ('admitted', 'discharged'))::integer;
    elsif tg_op = 'DELETE' then known := (old.status in ('admitted', 'discharged'))::integer;
    end if;
  elsif tg_table_name <> 'qualification_event' then known := 0;
  end if;
  for changed in
    select distinct case leads_to when 'place' then (select place.unit from place where place.id = said)
                                  when 'stay' then (select stay.unit from stay where stay.id = said)
                                  else said end
      from unnest(array[was, became]) as said
     where said is not null and leads_to <> 'facility'
    union
    -- A table that is emptied says nothing of its rows: every unit may have changed.
    select unit.id from unit where tg_op = 'TRUNCATE'
    union
    select unit.id from unit where leads_to = 'facility' and unit.facility in (was, became)
  loop
    continue when changed is null;
    insert into unit_change (unit, qualification) values (changed, known);
    perform pg_notify('unit_changed', changed);
  end loop;
  return null;
end
$$;

create or replace function gather_unit_changes() returns void language sql volatile security definer set search_path = public, pg_temp as $$
  with gathered as (delete from unit_change returning unit, changes, qualification)
  insert into unit_change (unit, changes, qualification) select unit, sum(changes), sum(qualification) from gathered group by unit
$$;
