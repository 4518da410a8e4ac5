-- A discharge that was written by mistake is put right by the unit: she is still there. A unit writes that she leaves earlier than agreed. And a
-- move to another house that this house refuses puts her departure from the former one back, where her nights there are still free.

-- Puts a stay that was discharged back among those that have begun, on these places. The parts are written anew in the same act: one who was
-- discharged on the day she came has no night, and a stay that has begun has one. For the leader of its unit alone.
create function undo_discharge(a_stay text, places text[], arrivals date[], departures date[]) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from stay where id = a_stay and status = 'discharged' and is_in_my_facility(unit) for update;
  if not found then return false; end if;
  delete from stay_part where stay = a_stay;
  update stay set status = 'admitted', arrival = part.arrival, departure = part.departure
    from (select min(one.arrival) as arrival, max(one.departure) as departure from unnest(arrivals, departures) as one (arrival, departure)) as part
    where id = a_stay;
  insert into stay_part (stay, unit, status, place, arrival, departure)
    select stay.id, stay.unit, stay.status, part.place, part.arrival, part.departure
      from stay, unnest(places, arrivals, departures) as part (place, arrival, departure) where stay.id = a_stay;
  return true;
end
$$;
grant execute on function undo_discharge(text, text[], date[], date[]) to samlob_app;

-- Is the stay one that she was to move from, to a place in the asker's facility that it has said no to?
create function is_refused_in_my_facility(from_stay text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from stay where stay.transfer_from = from_stay and stay.status = 'refused' and is_in_my_facility(stay.unit)) $$;

-- She stays where she lives: the nights that were let go when the new place was confirmed are hers again. Only in the very act in which the
-- asker's facility refuses her, and never fewer nights than she has.
create function stay_after_all(a_stay text, places text[], arrivals date[], departures date[]) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from stay where id = a_stay and status = 'admitted' and departure < (select max(day) from unnest(departures) as day)
    and exists (select from stay as next where next.transfer_from = a_stay and next.status = 'refused' and is_in_my_facility(next.unit)
                  and next.arrival = stay.departure and next.xmin = pg_current_xact_id()::xid)
    for update;
  if not found then return false; end if;
  delete from stay_part where stay = a_stay;
  insert into stay_part (stay, unit, status, place, arrival, departure)
    select stay.id, stay.unit, stay.status, part.place, part.arrival, part.departure
      from stay, unnest(places, arrivals, departures) as part (place, arrival, departure) where stay.id = a_stay;
  update stay set departure = (select max(day) from unnest(departures) as day) where id = a_stay;
  return true;
end
$$;
grant execute on function stay_after_all(text, text[], date[], date[]) to samlob_app;

-- The places that a facility refused for one who was to move there, and who has no place where she lives from the day she was to move: somebody
-- else has it, or it was not put back. For the leader of the facility that refused; nothing of the former house is said.
create function refused_and_without_place(a_facility text) returns table (stay text, former_departure date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select next.id, former.departure
    from stay as next join unit on unit.id = next.unit join stay as former on former.id = next.transfer_from
   where unit.facility = a_facility and is_in_my_facility(next.unit) and next.status = 'refused'
     and former.status = 'admitted' and former.departure = next.arrival
     and exists (select from stay_event where stay_event.stay = former.id and stay_event.act = 'change-departure'
                   and stay_event.data ->> 'transferTo' = next.id)
     and not exists (select from stay as later where later.transfer_from = former.id and later.recorded > next.recorded)
$$;
grant execute on function refused_and_without_place(text) to samlob_app;

alter policy stay_event_is_added_by_those_who_move_the_stay on stay_event with check (
  exists (select from stay where stay.id = stay_event.stay and case
    when act = 'expire' then is_telling(pathway) and by_user = 'samlob'
    when act = 'change-place' then is_telling(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation)
    when act in ('admit', 'discharge', 'refuse', 'move', 'leave', 'return', 'correct-leave', 'withdraw-leave', 'undo-move', 'swap',
                 'undo-swap', 'undo-discharge', 'leave-earlier') then
      (is_in_my_facility(unit) or (act = 'discharge' and is_telling(pathway) and is_received_in_my_facility(stay.id)))
      and is_me(by_user, capacity, stay_event.organisation)
    when act = 'change-departure' and is_telling(pathway) and is_refused_in_my_facility(stay.id) then
      is_me(by_user, capacity, stay_event.organisation)
    else takes_part(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation) end));
