-- Supply as the leader of a unit keeps it up, every change as a fact; and the unit's qualification, stated and assessed side by side.

alter table closure add column id text not null default gen_random_uuid()::text;
alter table closure add constraint a_closure_is_known_by_its_id unique (id);
alter table closure add column cause text not null default 'other';

create table unit_staffing (
  unit text not null references unit,
  from_day date not null,
  to_day date,
  women integer not null,
  constraint a_staffing_ends_after_it_begins check (to_day > from_day),
  constraint a_staffing_is_for_some_women check (women >= 0)
);
create index staffing_of_unit on unit_staffing (unit);

create table unit_admission (
  unit text primary key references unit,
  youngest integer,
  oldest integer,
  women_only boolean not null,
  most_children integer,
  oldest_child integer
);

create table place_flexible (
  place text primary key references place,
  lead_days integer not null,
  closes_after_days integer not null
);

create table place_opened (
  place text not null references place_flexible deferrable initially deferred,
  from_day date not null,
  to_day date,
  constraint an_opened_period_ends_after_it_begins check (to_day > from_day),
  primary key (place, from_day)
);

-- What was changed of a unit's supply, by whom, and how it was before and after. Rows are only added; the tables are what they add up to.
create table supply_event (
  unit text not null references unit,
  sequence integer not null,
  type text not null,
  recorded timestamptz not null default clock_timestamp(),
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  change jsonb not null,
  before jsonb,
  after jsonb,
  primary key (unit, sequence)
);

alter table supply_event enable row level security;
create policy supply_event_is_seen_by_its_unit_and_supervision on supply_event for select
  using (is_in_my_facility(unit) or coalesce(asking('role') in ('supervision', 'operator'), false));
create policy supply_event_is_added_by_the_units_leader on supply_event for insert
  with check (is_in_my_facility(unit) and is_me(by_user, capacity, organisation) and type <> 'registered');

-- Writes a whole supply in place of what stood there. For the owner of the tables: a leader comes through keep_supply.
create function write_supply(a_unit text, supply jsonb) returns void language plpgsql volatile as $$
begin
  if exists (select from jsonb_array_elements(supply -> 'places') as given join place on place.id = given ->> 'id' where place.unit <> a_unit)
     or exists (select from jsonb_array_elements(supply -> 'rooms') as given join room on room.id = given ->> 'id' where room.unit <> a_unit) then
    raise exception 'a room or a place belongs to another unit' using errcode = 'insufficient_privilege';
  end if;
  insert into room (id, unit, name)
    select given ->> 'id', a_unit, given ->> 'name' from jsonb_array_elements(supply -> 'rooms') as given
    on conflict (id) do update set name = excluded.name;
  insert into place (id, room, unit, name)
    select given ->> 'id', given ->> 'room', a_unit, given ->> 'name' from jsonb_array_elements(supply -> 'places') as given
    on conflict (id) do update set name = excluded.name, room = excluded.room;

  delete from unit_open where unit = a_unit;
  insert into unit_open (unit, from_day, to_day)
    select a_unit, (given ->> 'from')::date, (given ->> 'to')::date from jsonb_array_elements(supply -> 'open') as given;
  delete from closure where unit = a_unit;
  insert into closure (id, unit, place, from_day, to_day, cause, reason)
    select given ->> 'id', a_unit, given ->> 'place', (given ->> 'from')::date, (given ->> 'to')::date, given ->> 'cause', given ->> 'reason'
      from jsonb_array_elements(supply -> 'closures') with ordinality as of (given, turn) order by turn;
  delete from unit_staffing where unit = a_unit;
  insert into unit_staffing (unit, from_day, to_day, women)
    select a_unit, (given ->> 'from')::date, (given ->> 'to')::date, (given ->> 'women')::integer
      from jsonb_array_elements(supply -> 'staffing') as given;
  delete from unit_admission where unit = a_unit;
  insert into unit_admission (unit, youngest, oldest, women_only, most_children, oldest_child)
    select a_unit, (rule ->> 'youngest')::integer, (rule ->> 'oldest')::integer, (rule ->> 'womenOnly')::boolean,
           (rule ->> 'mostChildren')::integer, (rule ->> 'oldestChild')::integer
      from (select supply -> 'admission' as rule) as given;

  delete from place_property where place in (select id from place where unit = a_unit);
  insert into place_property (place, property)
    select given ->> 'id', property from jsonb_array_elements(supply -> 'places') as given, jsonb_array_elements_text(given -> 'properties') as property;
  delete from place_opened where place in (select id from place where unit = a_unit);
  delete from place_flexible where place in (select id from place where unit = a_unit);
  insert into place_flexible (place, lead_days, closes_after_days)
    select given ->> 'id', (given -> 'flexible' ->> 'leadDays')::integer, (given -> 'flexible' ->> 'closesAfterDays')::integer
      from jsonb_array_elements(supply -> 'places') as given where jsonb_typeof(given -> 'flexible') = 'object';
  insert into place_opened (place, from_day, to_day)
    select given ->> 'id', (period ->> 'from')::date, (period ->> 'to')::date
      from jsonb_array_elements(supply -> 'places') as given,
           jsonb_array_elements(case jsonb_typeof(given -> 'flexible') when 'object' then given -> 'flexible' -> 'opened' else '[]' end) as period;
end
$$;
revoke execute on function write_supply(text, jsonb) from public;

-- The application has no right to take rows away: the leader of the unit, and nobody else, replaces the supply through this.
create function keep_supply(a_unit text, supply jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not is_in_my_facility(a_unit) then
    raise exception 'only the unit''s own leader keeps up its supply' using errcode = 'insufficient_privilege';
  end if;
  perform write_supply(a_unit, supply);
end
$$;

-- Units that were there before are taken up as they stand.
insert into supply_event (unit, sequence, type, by_user, by_name, capacity, organisation, organisation_name, change)
  select unit.id, 1, 'registered', 'samlob', 'Samløb', 'operator', 'samlob', 'Samløb', jsonb_build_object('type', 'registered', 'supply',
    jsonb_build_object(
      'open', (select coalesce(jsonb_agg(jsonb_build_object('from', from_day, 'to', to_day) order by from_day), '[]') from unit_open where unit_open.unit = unit.id),
      'closures', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'place', place, 'from', from_day, 'to', to_day, 'cause', cause, 'reason', reason)
                     order by number), '[]') from closure where closure.unit = unit.id),
      'rooms', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id), '[]') from room where room.unit = unit.id),
      'places', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'room', room, 'name', name, 'flexible', null, 'properties',
                     (select coalesce(jsonb_agg(property order by property), '[]') from place_property where place_property.place = place.id))
                     order by id), '[]') from place where place.unit = unit.id),
      'staffing', '[]'::jsonb,
      'admission', '{"youngest": null, "oldest": null, "womenOnly": false, "mostChildren": null, "oldestChild": null}'::jsonb))
    from unit;
insert into unit_admission (unit, women_only) select id, false from unit;

-- Who reads what a unit says of itself and what the agency holds of it: those who seek places, and those who oversee and plan them.
create function reads_qualification() returns boolean language sql stable as
  $$ select works_with_women()
        or coalesce(asking('role') in ('agency', 'supervision', 'secretariat', 'approver', 'planner', 'operator'), false) $$;

-- Statements of the unit and assessments of the agency. Rows are only added, and the newest of each kind holds: they are never merged.
create table qualification_event (
  unit text not null references unit,
  sequence integer not null,
  kind text not null,
  -- The edition of the screening model that an assessment was made by. A statement is facts, and is held against every edition.
  edition text,
  recorded timestamptz not null default clock_timestamp(),
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  data jsonb not null,
  constraint a_kind_is_one_of_these check (kind in ('statement', 'assessment')),
  constraint an_assessment_has_an_edition check ((kind = 'assessment') = (edition is not null)),
  primary key (unit, sequence)
);

alter table qualification_event enable row level security;
create policy qualification_is_read_by_those_who_seek_and_oversee on qualification_event for select using (reads_qualification());
create policy qualification_is_stated_by_the_unit_and_assessed_by_the_agency on qualification_event for insert with check (
  is_me(by_user, capacity, organisation)
  and case kind when 'statement' then is_in_my_facility(unit) else coalesce(asking('role') = 'agency', false) end);

-- How many women stayed in each unit in each year, and since when the unit's stays are written here. Numbers, and for those who may read them.
create function women_by_year() returns table (unit text, year integer, women integer, since date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select stay.unit, lived.year, count(distinct stay.pathway)::integer, min(first.day)
    from stay
    join (select stay.unit, min(stay.arrival) as day from stay where status in ('admitted', 'discharged') group by stay.unit) as first
      on first.unit = stay.unit,
    lateral (select case stay.status when 'admitted' then current_date else stay.departure - 1 end as last_night)
      as ends,
    lateral generate_series(extract(year from stay.arrival)::integer, extract(year from ends.last_night)::integer) as lived (year)
   where stay.status in ('admitted', 'discharged') and ends.last_night >= stay.arrival and reads_qualification()
   group by stay.unit, lived.year
$$;

grant select on unit_staffing, unit_admission, place_flexible, place_opened to samlob_app;
grant select, insert on supply_event, qualification_event to samlob_app;
