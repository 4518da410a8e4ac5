-- A need can hold on some nights of a stay. What a place must have for one who is expected and may be given another place is what she needs on at least
-- one of the nights she is to have there: she is moved as a whole, so the place must have it all. A need without nights of its own holds on each.
create or replace view occupation as
  select part.stay, part.place, part.unit, part.arrival, part.departure, part.status, stay.held_until,
         case when part.status not in ('held', 'confirmed') then '[]'
              when not jsonb_path_exists(stay.needs, '$[*] ? (exists(@.from) || exists(@.until))') then jsonb_path_query_array(stay.needs, '$[*].property')
              else jsonb_path_query_array(stay.needs,
                '$[*] ? ((!exists(@.from) || @.from < $departure) && (!exists(@.until) || @.until > $arrival)
                         && (!exists(@.from) || !exists(@.until) || @.from < @.until)).property',
                jsonb_build_object('arrival', to_char(part.arrival, 'YYYY-MM-DD'), 'departure', to_char(part.departure, 'YYYY-MM-DD')))
         end as must_have,
         part.departure < stay.departure as moves_on
    from stay_part as part join stay on stay.id = part.stay
   where part.status in ('held', 'confirmed', 'admitted', 'discharged');

-- The day a stay's child is expected, for whom born_on tells the day it was born: the nights of what she needs for the birth move with it.
create function due_on(a_stay text) returns date language sql stable security definer set search_path = public, pg_temp as $$
  select pathway.due_date from stay join pathway on pathway.id = stay.pathway
   where stay.id = a_stay and (takes_part(stay.pathway) or is_telling(stay.pathway)
           or (is_in_my_facility(stay.unit) and stay.status in ('held', 'confirmed', 'admitted')))
$$;
grant execute on function due_on(text) to samlob_app;
