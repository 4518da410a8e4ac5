-- A stay lies on one place after another: its parts carry the guarantee that no two are on one place on any night.

drop view occupation;

alter table stay add constraint a_stay_is_known_with_its_unit_and_status unique (id, unit, status);

-- The status stands here too, because the guarantee is about those that take their place. The database itself keeps it the same as the stay's.
create table stay_part (
  stay text not null,
  unit text not null,
  status text not null,
  place text not null,
  arrival date not null,
  departure date not null,
  nights daterange not null generated always as (daterange(arrival, departure, '[)')) stored,
  primary key (stay, arrival),
  constraint a_part_follows_its_stay foreign key (stay, unit, status) references stay (id, unit, status) on update cascade on delete cascade,
  constraint a_part_is_in_a_place_of_its_unit foreign key (place, unit) references place (id, unit),
  constraint a_part_has_nights check (departure > arrival or (departure = arrival and status = 'discharged'))
);
insert into stay_part (stay, unit, status, place, arrival, departure) select id, unit, status, place, arrival, departure from stay;

drop index stay_by_departure;
alter table stay drop column place, drop column nights;

-- The guarantee: whatever the program does, no place is promised to two on any night. Two who change places with each other are moved in one
-- statement, and the rule is held at its end.
alter table stay_part add constraint no_two_on_one_place_any_night exclude using gist (place with =, nights with &&)
  where (status in ('held', 'confirmed', 'admitted', 'discharged')) deferrable initially immediate;
create index stay_part_of_unit on stay_part (unit, departure) where status in ('held', 'confirmed', 'admitted', 'discharged');
create index stay_part_by_departure on stay_part (departure) where status in ('held', 'confirmed', 'admitted', 'discharged');
create index stay_part_admitted on stay_part (unit) where status = 'admitted';

-- Does the one who asks decide for a municipality what is paid for?
create function is_a_payer() returns boolean language sql stable as
  $$ select coalesce(asking('role') in ('care-decider', 'family-department', 'substance-treatment'), false) $$;

-- The parts of a stay follow each other without a gap from its first night to its last. Asked when the transaction ends.
create function parts_add_up_to_the_stay() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  which text;
  adds_up boolean;
begin
  if tg_table_name = 'stay' then which := new.id; elsif tg_op = 'DELETE' then which := old.stay; else which := new.stay; end if;
  select coalesce(bool_and(part.arrival = part.follows), false) and max(part.departure) = stay.departure into adds_up
    from stay left join lateral (
      select arrival, departure, coalesce(lag(departure) over (order by arrival), stay.arrival) as follows
        from stay_part where stay_part.stay = stay.id) as part on true
   where stay.id = which group by stay.id;
  if adds_up is false then
    raise exception 'the parts of the stay % are not its nights', which using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger parts_add_up_to_the_stay after insert or update of arrival, departure on stay
  deferrable initially deferred for each row execute function parts_add_up_to_the_stay();
create constraint trigger parts_add_up_to_the_stay after insert or update of arrival, departure or delete on stay_part
  deferrable initially deferred for each row execute function parts_add_up_to_the_stay();

-- Seen with the stay.
alter table stay_part enable row level security;
create policy part_is_seen_with_its_stay on stay_part for select using (exists (select from stay where stay.id = stay_part.stay));
grant select on stay_part to samlob_app;

-- Puts a stay on these places, one after the other, instead of those it was on: its nights are theirs. Done by those who may move it: the unit,
-- and the team until she has come; those who pay afterwards. The nights of a stay that has ended stand, but for those that fall away with the
-- very discharge that ends it. False for everybody else.
revoke update (arrival, departure) on stay from samlob_app;
create function place_stay(a_stay text, places text[], arrivals date[], departures date[]) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from stay where id = a_stay
    and ((is_in_my_facility(unit)
          and (status in ('held', 'confirmed', 'expired', 'admitted') or (status = 'discharged' and stay.xmin = pg_current_xact_id()::xid)))
         or (takes_part(pathway) and is_professional()
         and (status in ('held', 'confirmed') or (status = 'admitted' and is_a_payer()))));
  if not found then return false; end if;
  delete from stay_part where stay = a_stay;
  insert into stay_part (stay, unit, status, place, arrival, departure)
    select stay.id, stay.unit, stay.status, part.place, part.arrival, part.departure
      from stay, unnest(places, arrivals, departures) as part (place, arrival, departure) where stay.id = a_stay;
  update stay set arrival = part.arrival, departure = part.departure
    from (select min(arrival) as arrival, max(departure) as departure from stay_part where stay_part.stay = a_stay) as part where id = a_stay;
  return true;
end
$$;

-- What everyone may see: that a place is taken, and until when. Not by whom: the view is the owner's, and leaves that out.
-- One row for each part of a stay. `moves_on`: from the day it ends she has another place.
create view occupation as
  select part.stay, part.place, part.unit, part.arrival, part.departure, part.status, stay.held_until,
         case when part.status in ('held', 'confirmed') then jsonb_path_query_array(stay.needs, '$[*].property') else '[]' end as must_have,
         part.departure < stay.departure as moves_on
    from stay_part as part join stay on stay.id = part.stay
   where part.status in ('held', 'confirmed', 'admitted', 'discharged');
grant select on occupation to samlob_app;

-- Gives parts of stays that have not begun other places in their unit, all at once, and says whose they were. For the professional who makes
-- room for one more. If one of them has been changed meanwhile, the asker begins again.
drop function change_places(text[], text[]);
create function change_places(stays text[], arrivals date[], places text[]) returns table (moved text, first_night date, whose text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not is_professional() then
    raise exception 'only those who hold places make room for one more' using errcode = 'insufficient_privilege';
  end if;
  return query
    update stay_part set place = change.place
      from unnest(stays, arrivals, places) as change (stay, arrival, place), stay
     where stay_part.stay = change.stay and stay_part.arrival = change.arrival and stay.id = change.stay
       and stay.status in ('held', 'confirmed') and stay.arrival >= (now() at time zone 'Europe/Copenhagen')::date
    returning stay_part.stay, stay_part.arrival, stay.pathway;
  if (select count(*) from stay_part join unnest(stays, arrivals, places) as change (stay, arrival, place)
        on stay_part.stay = change.stay and stay_part.arrival = change.arrival and stay_part.place = change.place
       where stay_part.status in ('held', 'confirmed')) <> cardinality(stays) then
    raise exception 'a stay was changed meanwhile' using errcode = 'serialization_failure';
  end if;
end
$$;

-- Locks some places until the transaction ends, always in the same order.
create function lock_places(which text[]) returns void language plpgsql volatile security definer set search_path = public, pg_temp as
  $$ begin perform from place where id = any (which) order by id for update; end $$;

-- Each form carries a key. What was answered stands with the event, so that the same form sent again, also after a lost connection, is
-- answered with its own success.
alter table stay_event add request_key text, add answer jsonb,
  add constraint one_event_for_one_form unique (stay, act, request_key),
  add constraint a_key_has_its_answer check ((request_key is null) = (answer is null));

-- Leave: some nights she is away, and the place is kept for her. Told by the unit.
create table stay_leave (
  stay text not null references stay,
  from_day date not null,
  -- The day she is back: its night she is in the house. The same day as she went when she came back before the night.
  back_day date not null,
  reason text not null,
  text text not null,
  nights daterange not null generated always as (daterange(from_day, back_day, '[)')) stored,
  constraint a_leave_ends_after_it_begins check (back_day >= from_day),
  constraint one_leave_on_a_night exclude using gist (stay with =, nights with &&),
  primary key (stay, from_day, back_day)
);
alter table stay_leave enable row level security;
create policy leave_is_seen_with_its_stay on stay_leave for select using (exists (select from stay where stay.id = stay_leave.stay));
create policy leave_is_written_by_the_unit on stay_leave for insert
  with check (exists (select from stay where stay.id = stay_leave.stay and is_in_my_facility(stay.unit) and stay.status = 'admitted'));
create policy leave_is_ended_by_the_unit on stay_leave for update
  using (exists (select from stay where stay.id = stay_leave.stay and is_in_my_facility(stay.unit)))
  with check (exists (select from stay where stay.id = stay_leave.stay and is_in_my_facility(stay.unit)));
grant select, insert, update (back_day) on stay_leave to samlob_app;

-- Transfer: a place held while she is in another unit. On the day she comes to the new one, it writes in one act that she left the former.
alter table stay add transfer_from text,
  add constraint a_stay_is_known_with_its_pathway unique (id, pathway),
  add constraint a_transfer_is_from_her_own_stay foreign key (transfer_from, pathway) references stay (id, pathway);
create index stay_by_transfer on stay (transfer_from) where transfer_from is not null;

-- Whether she is written as admitted in another stay, besides the one she is to come from.
create or replace function is_admitted_elsewhere(a_stay text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from stay as other join stay as this on this.id = a_stay
                  where other.status = 'admitted' and other.id <> a_stay and other.pathway = this.pathway
                    and other.id is distinct from this.transfer_from)
$$;

-- Does the asker's facility receive her from this stay?
create function is_received_in_my_facility(from_stay text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from stay where stay.transfer_from = from_stay and stay.status = 'admitted' and is_in_my_facility(stay.unit)) $$;

-- Ends the former stay on the day she came to the new one. Only for the facility that has just admitted her, and only while she is in it.
create function leave_for_another_unit(from_stay text, last_day date) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not is_received_in_my_facility(from_stay) then return false; end if;
  update stay set status = 'discharged', departure = last_day where id = from_stay and status = 'admitted' and arrival <= last_day;
  if not found then return false; end if;
  delete from stay_part where stay = from_stay and arrival >= last_day
    and arrival > (select arrival from stay where id = from_stay);
  update stay_part set departure = last_day where stay = from_stay
    and arrival = (select max(arrival) from stay_part as part where part.stay = from_stay);
  return true;
end
$$;

alter policy stay_event_is_added_by_those_who_move_the_stay on stay_event with check (
  exists (select from stay where stay.id = stay_event.stay and case
    when act = 'expire' then is_telling(pathway) and by_user = 'samlob'
    when act = 'change-place' then is_telling(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation)
    when act in ('admit', 'discharge', 'refuse', 'move', 'leave', 'return') then
      (is_in_my_facility(unit) or (act = 'discharge' and is_telling(pathway) and is_received_in_my_facility(stay.id)))
      and is_me(by_user, capacity, stay_event.organisation)
    else takes_part(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation) end));

-- A facility takes part in her pathway while she is there, and leaves the care team when she leaves. Only while it is told on her pathway, and
-- never for a party that is no facility.
create function leave_care_team(a_pathway text, an_organisation text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if a_pathway is distinct from asking('telling') then return false; end if;
  delete from care_team_member where pathway = a_pathway and organisation = an_organisation
    and exists (select from organisation where id = an_organisation and facility is not null);
  return found;
end
$$;
