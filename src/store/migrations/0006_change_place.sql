-- A stay that has not begun can be given another place in its unit, so that there is room for one more.

-- Two who change places with each other are moved in one statement: the rule is held at its end, and not between the two.
alter table stay drop constraint no_two_on_one_place_any_night;
alter table stay add constraint no_two_on_one_place_any_night exclude using gist (place with =, nights with &&)
  where (status in ('held', 'confirmed', 'admitted', 'discharged')) deferrable initially immediate;

-- What a place must have for the one who is expected, without the reasons and without her: those who may move her must keep it.
create or replace view occupation as
  select id as stay, place, unit, arrival, departure, status, held_until,
         case when status in ('held', 'confirmed') then jsonb_path_query_array(needs, '$[*].property') else '[]' end as must_have
    from stay
   where status in ('held', 'confirmed', 'admitted', 'discharged');

-- Gives stays other places in their unit, all at once, and says whose they were. Only stays that have not begun, and never two on one place.
-- If one of them has been changed meanwhile, the asker begins again.
create function change_places(stays text[], places text[]) returns table (moved text, whose text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query
    update stay set place = change.place
      from unnest(stays, places) as change (stay, place)
     where stay.id = change.stay and stay.status in ('held', 'confirmed') and stay.arrival >= (now() at time zone 'Europe/Copenhagen')::date
    returning stay.id, stay.pathway;
  if (select count(*) from stay join unnest(stays, places) as change (stay, place) on stay.id = change.stay and stay.place = change.place
       where stay.status in ('held', 'confirmed')) <> cardinality(stays) then
    raise exception 'a stay was changed meanwhile' using errcode = 'serialization_failure';
  end if;
end
$$;

-- Locks every place of a unit, always in the same order, so that the answer cannot change between the moves and the hold.
create function lock_places_of(a_unit text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as
  $$ begin perform from place where unit = a_unit order by id for update; end $$;

-- Who is moved is another's: the professional who makes room writes it in her or his own name while the pathway is told.
alter policy stay_event_is_added_by_those_who_move_the_stay on stay_event with check (
  exists (select from stay where stay.id = stay_event.stay and case
    when act = 'expire' then is_telling(pathway) and by_user = 'samlob'
    when act = 'change-place' then is_telling(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation)
    when act in ('admit', 'discharge', 'refuse') then is_in_my_facility(unit) and is_me(by_user, capacity, stay_event.organisation)
    else takes_part(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation) end));
