-- Her answer to the place that is found for her is a fact of its own. Why she says no, or why nobody has her answer, stands beside it as the reason of
-- a hold does: she reads it, and those of her team who seek and decide; the facilities do not, and the house that asked her writes it all the same.
alter policy reason_is_added_with_ones_own_fact on her_yes_reason with check (takes_part(pathway) and exists (
  select from pathway_fact as told
  where told.pathway = her_yes_reason.pathway and told.sequence = her_yes_reason.sequence
    and (told.type in ('place-held', 'place-answered') and is_professional() or told.type = 'place-answered' and asking('role') = 'unit-leader')
    and is_me(told.by_user, told.capacity, told.organisation)));

-- It is written by her team whenever she has the place, and by the house she lives in.
alter policy stay_event_is_added_by_those_who_move_the_stay on stay_event with check (
  exists (select from stay where stay.id = stay_event.stay and case
    when act = 'expire' then is_telling(pathway) and by_user = 'samlob'
    when act = 'change-place' then is_telling(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation)
    when act in ('admit', 'discharge', 'refuse', 'move', 'leave', 'return', 'correct-leave', 'withdraw-leave', 'undo-move', 'swap',
                 'undo-swap', 'undo-discharge', 'leave-earlier') then
      (is_in_my_facility(unit) or (act = 'discharge' and is_telling(pathway) and is_received_in_my_facility(stay.id)))
      and is_me(by_user, capacity, stay_event.organisation)
    when act = 'answer-place' then takes_part(pathway) and is_me(by_user, capacity, stay_event.organisation)
      and (is_professional() or (is_in_my_facility(unit) and stay.status = 'admitted'))
    else takes_part(pathway) and is_professional() and is_me(by_user, capacity, stay_event.organisation) end));
