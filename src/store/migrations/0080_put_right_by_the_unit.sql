-- An admission that was written by mistake is put right by the unit, and so is its word that she leaves earlier.

-- The stay is confirmed again and has the places that it had before. The parts are written anew in the same act. For the leader of its unit alone,
-- of a stay that is confirmed and no move from another unit, while how it stood before is kept with its newest admission, and for as long as the
-- longest published edition says (72 hours; the hour beyond is for a transaction that waits for its turn).
create function undo_admission(a_stay text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  stood jsonb;
begin
  perform from stay where id = a_stay and status = 'admitted' and is_in_my_facility(unit) and transfer_from is null
    and legal_basis is not null and paid_by is not null for update;
  if not found then return false; end if;
  select came.data -> 'before' into stood
    from (select recorded, data from stay_event where stay = a_stay and act = 'admit' order by sequence desc limit 1) as came
    where came.recorded > clock_timestamp() - interval '73 hours';
  if coalesce(jsonb_array_length(stood), 0) = 0 then return false; end if;
  delete from stay_part where stay = a_stay;
  update stay set status = 'confirmed', arrival = part.arrival, departure = part.departure
    from (select min((one #>> '{nights,arrival}')::date) as arrival, max((one #>> '{nights,departure}')::date) as departure
            from jsonb_array_elements(stood) as one) as part
    where id = a_stay;
  insert into stay_part (stay, unit, status, place, arrival, departure)
    select stay.id, stay.unit, stay.status, one ->> 'place', (one #>> '{nights,arrival}')::date, (one #>> '{nights,departure}')::date
      from stay, jsonb_array_elements(stood) as one where stay.id = a_stay;
  return true;
end
$$;
grant execute on function undo_admission(text) to samlob_app;

-- Both are written by the leader of the unit, and by nobody else.
create policy what_is_put_right_is_written_by_the_unit on stay_event for insert
  with check (act in ('undo-admit', 'undo-leave-earlier') and is_me(by_user, capacity, organisation)
              and exists (select from stay where stay.id = stay_event.stay and is_in_my_facility(stay.unit)));
create policy what_is_put_right_is_written_by_nobody_else on stay_event as restrictive for insert
  with check (act not in ('undo-admit', 'undo-leave-earlier')
              or exists (select from stay where stay.id = stay_event.stay and is_in_my_facility(stay.unit)));
