-- What a unit writes in its own words to its no is kept beside the event, read by the unit itself and by those who confirm places, and by nobody
-- else, whichever page or program asks. The reason from the closed list stays with the event: all who see the stay read it.

create table stay_refusal_words (
  stay text not null,
  sequence integer not null,
  words text not null,
  primary key (stay, sequence),
  -- Asked when the transaction ends: the words are put aside before the event is there.
  foreign key (stay, sequence) references stay_event on delete cascade deferrable initially deferred
);
create table request_refusal_words (
  request text not null,
  sequence integer not null,
  words text not null,
  primary key (request, sequence),
  foreign key (request, sequence) references placement_request_event on delete cascade deferrable initially deferred
);

alter table stay_refusal_words enable row level security;
create policy words_are_seen_by_the_unit_and_those_who_confirm on stay_refusal_words for select using (exists (
  select from stay where stay.id = stay_refusal_words.stay
    and (is_in_my_facility(stay.unit) or (takes_part(stay.pathway) and is_a_payer()))));
alter table request_refusal_words enable row level security;
create policy words_to_a_request_are_seen_by_those_who_confirm on request_refusal_words for select
  using (takes_part(pathway_of_request(request)) and is_a_payer());
grant select on stay_refusal_words, request_refusal_words to samlob_app;

-- Whoever writes the event, its words are put aside in the very act: no layer has to remember it, and none can write them for another's event.
create function put_stay_refusal_words_aside() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(new.data ->> 'text', '') <> '' then
    insert into stay_refusal_words values (new.stay, new.sequence, new.data ->> 'text');
  end if;
  new.data := new.data - 'text';
  return new;
end $$;
create trigger words_are_put_aside before insert on stay_event
  for each row when (new.act = 'refuse') execute function put_stay_refusal_words_aside();

create function put_request_refusal_words_aside() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.text <> '' then
    insert into request_refusal_words values (new.request, new.sequence, new.text);
  end if;
  new.text := '';
  return new;
end $$;
create trigger words_are_put_aside before insert on placement_request_event
  for each row when (new.act = 'refuse') execute function put_request_refusal_words_aside();
revoke execute on function put_stay_refusal_words_aside(), put_request_refusal_words_aside() from public;

insert into stay_refusal_words
  select stay, sequence, data ->> 'text' from stay_event where act = 'refuse' and coalesce(data ->> 'text', '') <> '';
update stay_event set data = data - 'text' where act = 'refuse' and data ? 'text';
insert into request_refusal_words select request, sequence, text from placement_request_event where act = 'refuse' and text <> '';
update placement_request_event set text = '' where act = 'refuse' and text <> '';

-- Places that the list offered before a pathway told it apart from one that the team holds: the row says it as its facts do, so that the next step
-- is to answer the offer, and not to confirm it.
with latest as (
  select distinct on (pathway, data ->> 'stay') pathway, data ->> 'stay' as stay, by_user from pathway_fact
    where type = 'place-held' order by pathway, data ->> 'stay', sequence desc
), offered as (
  select pathway, array_agg(stay) as stays from latest where by_user = 'samlob' and stay is not null group by pathway
), told as (
  select id, state || jsonb_build_object(
      'stays', (select coalesce(jsonb_agg(case when one ->> 'id' = any (offered.stays) then one || '{"isOffer": true}' else one end order by nth), '[]')
                from jsonb_array_elements(state -> 'stays') with ordinality as known (one, nth)),
      'stay', case when state -> 'stay' ->> 'id' = any (offered.stays) then (state -> 'stay') || '{"isOffer": true}' else state -> 'stay' end) as state
    from pathway join offered on offered.pathway = pathway.id
)
update pathway set state = told.state, next_action = case
    when next_action = 'confirm-place' and told.state -> 'stay' ? 'isOffer' and told.state -> 'stay' ->> 'heldUntil' is not null then 'answer-offer'
    else next_action end
  from told where told.id = pathway.id and told.state is distinct from pathway.state;
