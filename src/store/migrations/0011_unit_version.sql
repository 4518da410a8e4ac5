-- Each unit has a version that grows with everything that changes what it can offer: its places, when they are open, and who has them.
-- A process that keeps the country in memory is told of each change, and can see by the versions what it has missed.

-- One row for each change, never waited for: two who hold places in one unit at the same moment do not stand in each other's way.
-- The version of a unit is the sum of its changes, so rows can be gathered into one without the version changing.
create table unit_change (
  number bigint generated always as identity primary key,
  unit text not null,
  changes bigint not null default 1
);
create index change_of_unit on unit_change (unit);

-- Nobody but the owner reads or writes it: it is written by the trigger, and read through the views.
alter table unit_change enable row level security;

create view unit_version as select unit, sum(changes)::bigint as version from unit_change group by unit;
-- The sum over the country: while it stands still, nothing has changed anywhere.
create view country_version as select coalesce(sum(changes), 0)::bigint as version from unit_change;
grant select on unit_version, country_version to samlob_app;

-- A row of a table has changed: its unit has a new version, and those who listen are told which when the transaction is committed.
-- The argument says what the column of that name leads to: `unit`, `place` or `facility`; the table unit has its own.
create function unit_has_changed() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  leads_to text := tg_argv[0];
  was text;
  became text;
  changed text;
begin
  if tg_op = 'UPDATE' and old is not distinct from new then return null; end if;
  if tg_op in ('UPDATE', 'DELETE') then was := to_jsonb(old) ->> tg_argv[1]; end if;
  if tg_op in ('UPDATE', 'INSERT') then became := to_jsonb(new) ->> tg_argv[1]; end if;
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
    insert into unit_change (unit) values (changed);
    perform pg_notify('unit_changed', changed);
  end loop;
  return null;
end
$$;

-- Hooks a table in one line: select watch_units('closure', 'unit', 'unit') says that its column `unit` names the unit; «place», «stay» or
-- «facility» as the second word says that the column leads there instead. Every table that bears on what a unit can offer must be hooked.
create function watch_units(a_table text, leads_to text, a_column text) returns void language plpgsql as $$
begin
  execute format('create trigger a_change_is_told after insert or update or delete on %I for each row execute function unit_has_changed(%L, %L)',
                 a_table, leads_to, a_column);
  execute format('create trigger an_emptying_is_told after truncate on %I for each statement execute function unit_has_changed(%L, %L)',
                 a_table, leads_to, a_column);
end
$$;
revoke execute on function watch_units(text, text, text) from public;

select watch_units('facility', 'facility', 'id');
select watch_units('unit', 'unit', 'id');
select watch_units('unit_open', 'unit', 'unit');
select watch_units('room', 'unit', 'unit');
select watch_units('place', 'unit', 'unit');
select watch_units('place_property', 'place', 'place');
select watch_units('closure', 'unit', 'unit');
select watch_units('stay', 'unit', 'unit');
select watch_units('stay_part', 'unit', 'unit');
select watch_units('unit_staffing', 'unit', 'unit');
select watch_units('unit_admission', 'unit', 'unit');
select watch_units('place_flexible', 'place', 'place');
select watch_units('place_opened', 'place', 'place');

-- Gathers the changes of each unit into one row. Safe beside everything else: what another has gathered is not there to be gathered.
create function gather_unit_changes() returns void language sql volatile security definer set search_path = public, pg_temp as $$
  with gathered as (delete from unit_change returning unit, changes)
  insert into unit_change (unit, changes) select unit, sum(changes) from gathered group by unit
$$;

-- What was there before is the first version of each unit.
insert into unit_change (unit) select id from unit;
