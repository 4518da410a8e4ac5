-- What is kept of a stay is what its own readers may know: why a place was held before she had said yes stays with the team that held it, and of
-- two who change places each stay keeps its own side. Two who changed places can both be put back in one act.

-- Why a place was held before she had said yes, beside the fact that tells it. She reads it, and those of her team who seek and decide; the
-- facilities, which read her pathway once she has come, do not.
create table her_yes_reason (
  pathway text not null,
  sequence integer not null,
  why text not null,
  written text not null,
  primary key (pathway, sequence),
  foreign key (pathway, sequence) references pathway_fact
);

create function is_of_a_facility() returns boolean language sql stable as
  $$ select coalesce(asking('role') = 'unit-leader', false)
       or exists (select from organisation where id = asking('organisation') and organisation.facility is not null) $$;

alter table her_yes_reason enable row level security;
create policy reason_is_seen_by_her_and_those_who_seek_and_decide on her_yes_reason for select
  using (is_hers(pathway) or (takes_part(pathway) and not is_of_a_facility()));
create policy reason_is_added_with_ones_own_fact on her_yes_reason for insert with check (takes_part(pathway) and is_professional() and exists (
  select from pathway_fact as told
  where told.pathway = her_yes_reason.pathway and told.sequence = her_yes_reason.sequence and told.type = 'place-held'
    and is_me(told.by_user, told.capacity, told.organisation)));
grant select, insert on her_yes_reason to samlob_app;

insert into her_yes_reason
  select pathway, sequence, data -> 'herYes' ->> 'why', coalesce(data -> 'herYes' ->> 'written', '') from pathway_fact
  where type = 'place-held' and data -> 'herYes' ? 'why';
update pathway_fact set data = data #- '{herYes,why}' #- '{herYes,written}' where type = 'place-held' and data -> 'herYes' ? 'why';
update stay_event set data = data #- '{herYes,why}' #- '{herYes,written}' where data -> 'herYes' ? 'why';

-- The answer of a swap, kept with both stays, held the nights, the place and the needs of the other.
update stay_event set answer = jsonb_build_object('outcome', 'swapped', 'own', own)
  from (select event.stay as of_stay, event.sequence as of_sequence, side as own
        from stay_event as event, jsonb_array_elements(event.answer -> 'both') as side
        where event.act = 'swap' and side ->> 'stay' = event.stay) as sides
  where stay = of_stay and sequence = of_sequence;

alter policy stay_event_is_added_by_those_who_move_the_stay on stay_event with check (
  exists (select from stay where stay.id = stay_event.stay and case
    when act = 'expire' then is_telling(pathway) and by_user = 'samlob'
    when act = 'change-place' then is_telling(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation)
    when act in ('admit', 'discharge', 'refuse', 'move', 'leave', 'return', 'correct-leave', 'withdraw-leave', 'undo-move', 'swap',
                 'undo-swap') then
      (is_in_my_facility(unit) or (act = 'discharge' and is_telling(pathway) and is_received_in_my_facility(stay.id)))
      and is_me(by_user, capacity, stay_event.organisation)
    else takes_part(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation) end));
