-- A place that is confirmed although she has said no is confirmed with a reason in words. It stands beside the fact as her own reasons do: she reads
-- it, and those of her team who seek and decide; the facilities do not.
alter policy reason_is_added_with_ones_own_fact on her_yes_reason with check (takes_part(pathway) and exists (
  select from pathway_fact as told
  where told.pathway = her_yes_reason.pathway and told.sequence = her_yes_reason.sequence
    and (told.type in ('place-held', 'place-answered', 'place-confirmed') and is_professional()
      or told.type = 'place-answered' and asking('role') = 'unit-leader')
    and is_me(told.by_user, told.capacity, told.organisation)));
