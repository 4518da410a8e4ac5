-- Whether the departure of a stay was last changed for a move to another one: the one telling of which move is the one that fell away.
create function moved_departure(next_stay text, former_stay text) returns boolean language sql stable as $$
  select coalesce((select moved.data ->> 'transferTo' = next_stay from stay_event as moved where moved.stay = former_stay
                      and moved.act in ('change-departure', 'leave-earlier') order by moved.sequence desc limit 1), false)
$$;
grant execute on function moved_departure(text, text) to samlob_app;

-- As 0048 has it, but a place that was found for her since and has fallen away too leaves her without one: only one that stands ends the telling.
create or replace function refused_and_without_place(a_facility text) returns table (stay text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select next.id
    from stay as next join unit on unit.id = next.unit join stay as former on former.id = next.transfer_from
   where unit.facility = a_facility and is_in_my_facility(next.unit) and next.status = 'refused'
     and former.status = 'admitted' and former.departure = next.arrival
     and former.departure >= (clock_timestamp() at time zone 'Europe/Copenhagen')::date
     and moved_departure(next.id, former.id)
     and not exists (select from stay as other where other.transfer_from = former.id and other.id <> next.id
                        and other.status in ('held', 'confirmed', 'admitted', 'discharged'))
$$;

-- The day her child was born, for those who see the stay: her team, and its unit as long as it expects her or has her, as in her reception. What her
-- place must have follows from it. Null for others.
create function born_on(a_stay text) returns date language sql stable security definer set search_path = public, pg_temp as $$
  select (pathway.state ->> 'bornOn')::date from stay join pathway on pathway.id = stay.pathway
   where stay.id = a_stay and (takes_part(stay.pathway) or is_telling(stay.pathway)
           or (is_in_my_facility(stay.unit) and stay.status in ('held', 'confirmed', 'admitted')))
$$;
grant execute on function born_on(text) to samlob_app;

-- By which edition the pathways' rows were last added up from their facts. Another edition of the program adds them up anew when it starts. The owner's.
create table pathway_fold (edition text not null, folded timestamptz not null default now());
create unique index one_edition_of_the_fold on pathway_fold ((true));
alter table pathway_fold enable row level security;
