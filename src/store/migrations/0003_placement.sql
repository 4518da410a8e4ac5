-- Places: what there is, and who stays where on which nights.

create table facility (
  id text primary key,
  name text not null,
  operator text not null,
  operator_name text not null,
  region text not null,
  municipality text not null,
  town text not null,
  longitude double precision not null,
  latitude double precision not null
);

create table unit (
  id text primary key,
  facility text not null references facility,
  name text not null,
  confirmed_by text,
  confirmed_at timestamptz,
  constraint a_confirmation_has_a_name_and_a_time check ((confirmed_by is null) = (confirmed_at is null))
);
create index unit_of_facility on unit (facility);

create table unit_open (
  unit text not null references unit,
  from_day date not null,
  to_day date,
  constraint a_period_ends_after_it_begins check (to_day > from_day),
  primary key (unit, from_day)
);

create table room (
  id text primary key,
  unit text not null references unit,
  name text not null,
  constraint a_room_is_known_with_its_unit unique (id, unit)
);

create table place (
  id text primary key,
  room text not null,
  unit text not null,
  name text not null,
  constraint a_place_is_in_a_room_of_its_unit foreign key (room, unit) references room (id, unit),
  constraint a_place_is_known_with_its_unit unique (id, unit)
);
create index place_of_unit on place (unit);

create table place_property (
  place text not null references place,
  property text not null,
  primary key (place, property)
);

-- A closure of a whole unit has no place. `to_day` is the first day it is open again; null when nobody knows.
create table closure (
  number bigint generated always as identity primary key,
  unit text not null references unit,
  place text,
  from_day date not null,
  to_day date,
  reason text not null,
  constraint a_closure_ends_after_it_begins check (to_day > from_day),
  constraint a_closed_place_is_in_the_unit foreign key (place, unit) references place (id, unit)
);
create index closure_of_unit on closure (unit);

create table stay (
  id text primary key,
  pathway text not null references pathway,
  -- What the woman is called on the screens of those who may see it.
  called_name text not null,
  unit text not null,
  place text not null,
  arrival date not null,
  departure date not null,
  nights daterange not null generated always as (daterange(arrival, departure, '[)')) stored,
  status text not null,
  held_until timestamptz,
  extensions integer not null default 0,
  needs jsonb not null,
  legal_basis text,
  paid_by text,
  held_by text not null,
  held_by_name text not null,
  held_for text not null,
  held_for_name text not null,
  request_key text not null,
  recorded timestamptz not null default clock_timestamp(),
  constraint a_stay_is_in_a_place_of_its_unit foreign key (place, unit) references place (id, unit),
  constraint one_stay_for_one_request unique (pathway, request_key),
  constraint a_stay_has_nights check (departure > arrival or (departure = arrival and status = 'discharged')),
  constraint a_status_is_one_of_these check
    (status in ('held', 'confirmed', 'admitted', 'discharged', 'released', 'expired', 'refused', 'withdrawn')),
  constraint a_hold_runs_out check (status <> 'held' or held_until is not null),
  constraint a_confirmation_rests_on_a_basis_and_a_payer check (status <> 'confirmed' or (legal_basis is not null and paid_by is not null)),
  -- The guarantee: whatever the program does, no place is promised to two on any night.
  constraint no_two_on_one_place_any_night exclude using gist (place with =, nights with &&)
    where (status in ('held', 'confirmed', 'admitted', 'discharged'))
);
-- She is promised one place at a time, and is in one place at a time.
create unique index one_hold_for_one_pathway on stay (pathway) where status = 'held';
create unique index one_admission_for_one_pathway on stay (pathway) where status = 'admitted';
create index stay_of_unit on stay (unit, departure);
create index stay_of_pathway on stay (pathway);
-- The whole country's taken nights from a day on, and those who should have left and have not.
create index stay_by_departure on stay (departure) where status in ('held', 'confirmed', 'admitted', 'discharged');
create index stay_admitted on stay (unit) where status = 'admitted';
create index stay_that_runs_out on stay (held_until) where status = 'held';

-- What was done to a stay, by whom. Rows are only added; `stay` is what they add up to.
create table stay_event (
  stay text not null references stay,
  sequence integer not null,
  act text not null,
  status text not null,
  happened date not null,
  recorded timestamptz not null default clock_timestamp(),
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  data jsonb not null,
  primary key (stay, sequence)
);

-- What happens to a stay is told on the pathway, also by those who do not take part in it: the unit that writes that she came, and the next
-- asker who finds a hold run out. While it is told, and for that one pathway, the rows may be read and added.
create function is_telling(a_pathway text) returns boolean language sql stable as $$ select a_pathway = asking('telling') $$;

create policy pathway_is_seen_while_it_is_told on pathway for select using (is_telling(id));
create policy pathway_is_changed_while_it_is_told on pathway for update using (is_telling(id)) with check (is_telling(id));
create policy care_team_is_seen_while_it_is_told on care_team_member for select using (is_telling(pathway));
create policy care_team_is_widened_while_it_is_told on care_team_member for insert with check (is_telling(pathway));
create policy care_team_changes_while_it_is_told on care_team_member for update using (is_telling(pathway)) with check (is_telling(pathway));
create policy facts_are_seen_while_they_are_told on pathway_fact for select using (is_telling(pathway));
create policy facts_are_added_while_they_are_told on pathway_fact for insert
  with check (is_telling(pathway) and (is_me(by_user, capacity, organisation) or (by_user = 'samlob' and type = 'hold-ended')));

-- Who may see whom: the care team, the woman herself, and the leader of the unit where she is to stay.
create function is_in_my_facility(a_unit text) returns boolean language sql stable as
  $$ select coalesce(asking('role') = 'unit-leader', false)
        and exists (select from unit where unit.id = a_unit and unit.facility = asking('facility')) $$;
create function sees_stay(of_pathway text, in_unit text) returns boolean language sql stable as
  $$ select takes_part(of_pathway) or is_hers(of_pathway) or is_in_my_facility(in_unit) or is_telling(of_pathway) $$;

-- Lets a hold run out, and says whose it was. Anyone may ask: it does nothing before the time has come.
create function expire_hold(which text) returns text language sql volatile security definer set search_path = public, pg_temp as $$
  update stay set status = 'expired' where id = which and status = 'held' and held_until <= clock_timestamp() returning pathway
$$;

alter table stay enable row level security;
create policy stay_is_seen_by_team_unit_and_her on stay for select using (sees_stay(pathway, unit));
create policy stay_is_begun_by_the_team on stay for insert
  with check (takes_part(pathway) and is_professional() and status = 'held'
              and held_by = asking('user') and held_for = asking('organisation'));
-- The team holds, confirms and lets go; whether she came and left, and the unit's no, is written by the leader of that unit.
create policy stay_is_moved_by_the_team_until_she_comes on stay for update
  using (takes_part(pathway) and is_professional() and status in ('held', 'confirmed'))
  with check (takes_part(pathway) and is_professional() and status in ('held', 'confirmed', 'released', 'withdrawn'));
create policy stay_is_moved_by_its_unit on stay for update
  using (is_in_my_facility(unit)) with check (is_in_my_facility(unit) and status in ('admitted', 'discharged', 'refused'));

alter table stay_event enable row level security;
create policy stay_event_is_seen_with_its_stay on stay_event for select using (exists (select from stay where stay.id = stay_event.stay));
create policy stay_event_is_added_by_those_who_move_the_stay on stay_event for insert with check (
  exists (select from stay where stay.id = stay_event.stay and case
    when act = 'expire' then is_telling(pathway) and by_user = 'samlob'
    when act in ('admit', 'discharge', 'refuse') then is_in_my_facility(unit) and is_me(by_user, capacity, stay_event.organisation)
    else takes_part(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation) end));

-- Locks a place until the transaction ends, so that those who want it take turns. A lock of one's own would ask for the right to change it.
create function lock_place(which text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as
  $$ begin perform from place where id = which for update; end $$;

-- What everyone may see: that a place is taken, and until when. Not by whom: the view is the owner's, and leaves that out.
create view occupation as
  select id as stay, place, unit, arrival, departure, status, held_until
    from stay
   where status in ('held', 'confirmed', 'admitted', 'discharged');

grant select on facility, unit, unit_open, room, place, place_property, closure, occupation to samlob_app;
grant update (confirmed_by, confirmed_at) on unit to samlob_app;
grant select, insert on stay, stay_event to samlob_app;
grant update (arrival, departure, status, held_until, extensions, legal_basis, paid_by) on stay to samlob_app;

alter table unit enable row level security;
create policy unit_is_seen_by_all on unit for select using (true);
create policy unit_is_confirmed_by_its_facility on unit for update
  using (facility = asking('facility') and asking('role') = 'unit-leader')
  with check (facility = asking('facility') and asking('role') = 'unit-leader');
