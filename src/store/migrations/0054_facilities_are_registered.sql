-- A facility and its units are registered on a page and put right with their history: until now they came in only when a database was loaded.

alter table facility add column address text not null default '';

-- The social supervision of the region approves what a facility says of itself before it is published, and may write it itself.
create function registers_facility(a_region text) returns boolean language sql stable as
  $$ select coalesce(asking('role') = 'supervision', false) and speaks_for_region(a_region) $$;
create function registers_this_facility(a_facility text) returns boolean language sql stable as
  $$ select exists (select from facility where facility.id = a_facility and registers_facility(facility.region)) $$;
create function leads_facility(a_facility text) returns boolean language sql stable as
  $$ select coalesce(asking('role') = 'unit-leader' and a_facility = asking('facility'), false) $$;

alter table facility enable row level security;
create policy facility_is_seen_by_all on facility for select using (true);
create policy facility_is_registered_by_its_supervision on facility for insert with check (registers_facility(region));
create policy facility_is_corrected_by_its_supervision on facility for update
  using (registers_facility(region)) with check (registers_facility(region));
grant insert on facility to samlob_app;
grant update (name, operator, operator_name, region, municipality, town, address, longitude, latitude) on facility to samlob_app;

-- The number to ring comes with the registration; from then on the facility keeps it up itself.
create policy first_telephone_is_written_by_the_supervision on facility_telephone for insert
  with check (sequence = 1 and registers_this_facility(facility) and is_me(by_user, capacity, organisation));

-- Who registered a facility, put it right, named a leader for it, opened a unit in it or gave one another name. Rows are only added.
create table facility_event (
  facility text not null references facility,
  sequence integer not null,
  type text not null,
  recorded timestamptz not null default clock_timestamp(),
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  change jsonb not null,
  constraint a_change_is_one_of_these check (type in ('registered', 'corrected', 'leader-named', 'unit-opened', 'unit-named')),
  primary key (facility, sequence)
);
alter table facility_event enable row level security;
create policy facility_event_is_seen_by_its_leader_and_supervision on facility_event for select
  using (leads_facility(facility) or coalesce(asking('role') in ('supervision', 'agency', 'operator'), false));
create policy facility_event_is_added_by_those_who_do_it on facility_event for insert with check (
  is_me(by_user, capacity, organisation)
  and case when type in ('unit-opened', 'unit-named') then leads_facility(facility) else registers_this_facility(facility) end);
grant select, insert on facility_event to samlob_app;

-- The party that people of a facility act for bears the facility's name and stands where it stands.
create function keep_party_of_facility(a_facility text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not registers_this_facility(a_facility) then
    raise exception 'only the supervision of its region registers a facility' using errcode = 'insufficient_privilege';
  end if;
  update organisation set name = facility.name, municipality = facility.municipality, region = facility.region
    from facility where facility.id = a_facility and organisation.facility = facility.id and organisation.kind = 'facility';
  if not found then
    insert into organisation (id, name, kind, municipality, region, facility)
      select 'dt-' || id, name, 'facility', municipality, region, id from facility where id = a_facility;
  end if;
end
$$;

-- Names one who leads the facility. Whoever has personas to choose among at login has this one too; elsewhere she logs in as everybody does.
create function name_leader(a_facility text, a_user text, a_name text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not registers_this_facility(a_facility) then
    raise exception 'only the supervision of its region names a leader' using errcode = 'insufficient_privilege';
  end if;
  insert into app_user (id, name, role, organisation, persona)
    select a_user, a_name, 'unit-leader', organisation.id, (select max(persona) + 1 from app_user)
      from organisation where organisation.facility = a_facility and organisation.kind = 'facility' order by organisation.id limit 1;
end
$$;

-- The leader of a facility opens units in it, with what they offer as their first fact.
create policy unit_is_opened_by_the_leader_of_its_facility on unit for insert
  with check (leads_facility(facility) and confirmed_by is null and confirmed_at is null);
grant insert on unit to samlob_app;
grant update (name) on unit to samlob_app;
create policy supply_is_taken_up_by_the_units_leader on supply_event for insert
  with check (type = 'registered' and sequence = 1 and is_in_my_facility(unit) and is_me(by_user, capacity, organisation));

-- What is offered is written as before, and then a room that the supply has no more is taken away, unless a place stands in it.
alter function write_supply(text, jsonb) rename to write_what_is_offered;
create function write_supply(a_unit text, supply jsonb) returns void language plpgsql volatile as $$
begin
  perform write_what_is_offered(a_unit, supply);
  delete from room where unit = a_unit
    and not exists (select from jsonb_array_elements(supply -> 'rooms') as given where given ->> 'id' = room.id)
    and not exists (select from place where place.room = room.id);
end
$$;
revoke execute on function write_supply(text, jsonb) from public;
