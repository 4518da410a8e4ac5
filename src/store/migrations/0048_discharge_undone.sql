-- A discharge that was written by mistake is put right by the unit: she is still there. A unit writes that she leaves earlier than agreed. And a
-- move to another house that this house refuses puts her departure from the former one back, where her nights there are still free.

-- Whether she is written as admitted in another stay, also the one she came from. For the leader of the unit of this one: false for others.
create function lives_in_another_stay(a_stay text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from stay as this join stay as other on other.pathway = this.pathway and other.id <> this.id
                  where this.id = a_stay and is_in_my_facility(this.unit) and other.status = 'admitted')
$$;
grant execute on function lives_in_another_stay(text) to samlob_app;

-- Puts a stay that was discharged back among those that have begun, on these places. The parts are written anew in the same act: one who was
-- discharged on the day she came has no night, and a stay that has begun has one. For the leader of its unit alone, from the day she came, while
-- how it stood before is kept with its newest discharge, and for as long as the longest published edition says (72 hours; the hour beyond is for
-- a transaction that waits for its turn).
create function undo_discharge(a_stay text, places text[], arrivals date[], departures date[]) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from stay where id = a_stay and status = 'discharged' and is_in_my_facility(unit) for update;
  if not found then return false; end if;
  perform from (select recorded, data from stay_event where stay = a_stay and act = 'discharge' order by sequence desc limit 1) as gone
    where gone.data ? 'before' and gone.recorded > clock_timestamp() - interval '73 hours'
      and (select min(one) from unnest(arrivals) as one) = (gone.data #>> '{before,0,nights,arrival}')::date;
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

-- She stays where she lives: the nights that were let go when the new place was confirmed are hers again, on the place she has, and the event of it
-- is written. Says the day she leaves now; null where nothing was done. Only in the very act in which the leader of the new house refuses her
-- (every refusal of that stay that is written is of this transaction), and only while that move is the last that was written of her departure.
-- The new house says neither the day nor the place: both stand with the former stay.
create function stay_after_all(new_stay text, said_by text, said_for text, said_why text) returns date
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  former stay;
  moved jsonb;
  back date;
begin
  select this.* into former from stay as this join stay as next on next.transfer_from = this.id
    where next.id = new_stay and next.status = 'refused' and is_in_my_facility(next.unit) and this.status = 'admitted'
      and this.departure = next.arrival
      and (select bool_and(refusal.xmin = pg_current_xact_id()::xid) from stay_event as refusal where refusal.stay = next.id and refusal.act = 'refuse')
    for update of this;
  if not found then return null; end if;
  select data into moved from stay_event where stay = former.id
     and act in ('change-departure', 'leave-earlier') order by sequence desc limit 1;
  if moved ->> 'transferTo' is distinct from new_stay then return null; end if;
  back := (moved ->> 'from')::date;
  if back is null or back <= former.departure then return null; end if;
  update stay_part set departure = back where stay = former.id and departure = former.departure;
  update stay set departure = back where id = former.id;
  insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data)
    select former.id, max(sequence) + 1, 'change-departure', former.status, (clock_timestamp() at time zone 'Europe/Copenhagen')::date,
           asking('user'), said_by, asking('role'), asking('organisation'), said_for,
           jsonb_build_object('from', former.departure, 'departure', back, 'reason', said_why)
      from stay_event where stay = former.id;
  return back;
end
$$;
grant execute on function stay_after_all(text, text, text, text) to samlob_app;

-- The places that a facility refused for one who was to move there, and who has no place where she lives from the day she was to move: somebody
-- else has it, or it was not put back. Until that day. For the leader of the facility that refused; nothing of the former house is said.
create function refused_and_without_place(a_facility text) returns table (stay text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select next.id
    from stay as next join unit on unit.id = next.unit join stay as former on former.id = next.transfer_from
   where unit.facility = a_facility and is_in_my_facility(next.unit) and next.status = 'refused'
     and former.status = 'admitted' and former.departure = next.arrival
     and former.departure >= (clock_timestamp() at time zone 'Europe/Copenhagen')::date
     and next.id = (select moved.data ->> 'transferTo' from stay_event as moved where moved.stay = former.id
                       and moved.act in ('change-departure', 'leave-earlier') order by moved.sequence desc limit 1)
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
    else takes_part(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation) end));
