-- What was written of a stay is put right: a leave, a planned move; and two change places within their unit. What stood before is kept as an event.

-- A leave has other days by the leader of the unit.
grant update (from_day, back_day, reason, text) on stay_leave to samlob_app;

-- Takes a leave back. The application has no right to take rows away: the leader of the unit, and nobody else, comes through this.
create function take_back_leave(a_stay text, a_from date, a_back date) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from stay_leave where stay = a_stay and from_day = a_from and back_day = a_back
    and exists (select from stay where stay.id = a_stay and is_in_my_facility(stay.unit));
  return found;
end
$$;

alter policy stay_event_is_added_by_those_who_move_the_stay on stay_event with check (
  exists (select from stay where stay.id = stay_event.stay and case
    when act = 'expire' then is_telling(pathway) and by_user = 'samlob'
    when act = 'change-place' then is_telling(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation)
    when act in ('admit', 'discharge', 'refuse', 'move', 'leave', 'return', 'correct-leave', 'withdraw-leave', 'undo-move', 'swap') then
      (is_in_my_facility(unit) or (act = 'discharge' and is_telling(pathway) and is_received_in_my_facility(stay.id)))
      and is_me(by_user, capacity, stay_event.organisation)
    else takes_part(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation) end));

-- The telephone number of a facility, as its own leader keeps it up; every change is a row that is only added. Empty: it was taken away.
create table facility_telephone (
  facility text not null references facility,
  sequence integer not null,
  telephone text not null,
  recorded timestamptz not null default clock_timestamp(),
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  constraint a_telephone_is_a_number check (telephone = '' or telephone ~ '^\+?[0-9 ]{8,20}$'),
  primary key (facility, sequence)
);
alter table facility_telephone enable row level security;
-- A number to ring is for everybody who seeks a place or receives a woman.
create policy telephone_is_seen_by_all on facility_telephone for select using (true);
create policy telephone_is_kept_up_by_the_facility on facility_telephone for insert
  with check (facility = asking('facility') and asking('role') = 'unit-leader' and is_me(by_user, capacity, organisation));
grant select, insert on facility_telephone to samlob_app;
