-- The waiting list: who is to have a place when one becomes free, who was offered it, and what became of it.

create table placement_request (
  id text primary key,
  pathway text not null references pathway,
  -- What the woman is called on the screens of those who may see it.
  called_name text not null,
  municipality text,
  -- A wish that is changed gets the next number; the units of the earlier ones stay written.
  wish integer not null,
  needs jsonb not null,
  party jsonb not null,
  earliest date not null,
  nights integer not null,
  -- The longest way she accepts, in minutes by car; null when the way does not matter.
  reach integer,
  status text not null,
  -- The stay that is offered or held for her.
  stay text references stay,
  -- Units that are not asked for her now, and why: read from the events.
  closed jsonb not null,
  -- What her urgency is worked out from, as it was last known.
  urgency jsonb not null,
  asked_at timestamptz not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_for text not null,
  asked_for_name text not null,
  request_key text not null,
  constraint one_request_for_one_form unique (pathway, request_key),
  constraint a_request_asks_for_nights check (nights > 0),
  constraint a_status_is_one_of_these check (status in ('waiting', 'offered', 'accepted', 'withdrawn', 'ended')),
  constraint an_offer_or_a_place_is_a_stay check ((status in ('offered', 'accepted')) = (stay is not null))
);
create unique index one_active_request_for_one_pathway on placement_request (pathway) where status in ('waiting', 'offered', 'accepted');
create index placement_request_by_pathway on placement_request (pathway);

-- The units she wishes, the most wanted first. None: any unit will do.
create table placement_request_unit (
  request text not null references placement_request,
  wish integer not null,
  preference integer not null,
  unit text not null references unit,
  primary key (request, wish, preference),
  constraint a_unit_is_wished_once unique (request, wish, unit)
);

-- What was done to a request, by whom. Rows are only added; `placement_request` is what they add up to.
create table placement_request_event (
  request text not null references placement_request,
  sequence integer not null,
  act text not null,
  unit text references unit,
  stay text references stay,
  reason text,
  text text not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  -- The form that it was sent with, and what it was answered: the same form does it once.
  request_key text,
  answer jsonb,
  primary key (request, sequence),
  constraint one_request_event_for_one_form unique (request, act, request_key),
  constraint a_request_key_has_its_answer check ((request_key is null) = (answer is null))
);

create table placement_offer (
  stay text primary key references stay,
  request text not null references placement_request,
  unit text not null references unit,
  offered timestamptz not null,
  answer_by timestamptz not null,
  status text not null,
  answered timestamptz,
  constraint an_offer_is_one_of_these check (status in ('open', 'accepted', 'passed', 'declined', 'unanswered', 'refused', 'taken-back')),
  constraint an_answer_has_a_time check ((status = 'open') = (answered is null))
);
create unique index one_open_offer_for_one_request on placement_offer (request) where status = 'open';
create index placement_offer_of_unit on placement_offer (unit, offered);

-- Each change of a request's urgency: from which day, why, and what it was worked out from. Rows are only added.
create table urgency_change (
  request text not null references placement_request,
  number integer not null,
  day date not null,
  recorded timestamptz not null,
  edition text not null,
  score integer not null,
  contributions jsonb not null,
  causes jsonb not null,
  facts jsonb not null,
  primary key (request, number)
);

-- A place was held although more urgent requests waited for the unit: how many, and the reason that was given.
create table overtaking (
  stay text primary key references stay,
  pathway text not null references pathway,
  unit text not null references unit,
  waiting integer not null,
  reason text,
  text text not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  constraint somebody_was_passed check (waiting > 0)
);

-- Whose request it is. Looks past row security, which would else ask itself.
create function pathway_of_request(which text) returns text language sql stable security definer set search_path = public, pg_temp as
  $$ select pathway from placement_request where id = which $$;
create function moves_request(which text) returns boolean language sql stable as
  $$ select (takes_part(pathway_of_request(which)) and is_professional()) or is_telling(pathway_of_request(which)) $$;

alter table placement_request enable row level security;
create policy request_is_seen_by_team_and_her on placement_request for select
  using (takes_part(pathway) or is_hers(pathway) or is_telling(pathway));
create policy request_is_made_by_the_team on placement_request for insert
  with check (takes_part(pathway) and is_professional() and status = 'waiting' and asked_by = asking('user') and asked_for = asking('organisation'));
create policy request_is_moved_by_the_team_and_what_is_told on placement_request for update
  using ((takes_part(pathway) and is_professional()) or is_telling(pathway))
  -- What the list and her pathway bring about is written while her pathway is told; the team answers, changes and withdraws.
  with check (is_telling(pathway) or (takes_part(pathway) and is_professional() and status in ('waiting', 'accepted', 'withdrawn')));

alter table placement_request_unit enable row level security;
create policy wished_units_are_seen_with_the_request on placement_request_unit for select
  using (exists (select from placement_request where id = request));
create policy wished_units_are_named_by_the_team on placement_request_unit for insert
  with check (takes_part(pathway_of_request(request)) and is_professional());

alter table placement_request_event enable row level security;
create policy request_events_are_seen_with_the_request on placement_request_event for select
  using (exists (select from placement_request where id = request));
create policy request_events_are_added_by_those_who_move_it on placement_request_event for insert
  with check (moves_request(request) and case
    -- What time brings about, and an offer, was done by nobody; only the unit itself says no, and only the team answers.
    when act in ('offer', 'run-out') then by_user = 'samlob' and is_telling(pathway_of_request(request))
    when act = 'refuse' then is_telling(pathway_of_request(request)) and is_in_my_facility(unit) and is_me(by_user, capacity, organisation)
    when act in ('ask', 'accept', 'pass', 'decline', 'change', 'withdraw') then is_professional() and is_me(by_user, capacity, organisation)
    -- What follows from her stays and her pathway, while that is told.
    else is_telling(pathway_of_request(request)) and (is_me(by_user, capacity, organisation) or by_user = 'samlob') end);

alter table placement_offer enable row level security;
create policy offer_is_seen_by_team_unit_and_her on placement_offer for select
  using (takes_part(pathway_of_request(request)) or is_telling(pathway_of_request(request)) or is_hers(pathway_of_request(request))
         or is_in_my_facility(unit));
create policy offer_is_made_while_it_is_told on placement_offer for insert with check (is_telling(pathway_of_request(request)) and status = 'open');
create policy offer_is_answered on placement_offer for update using (moves_request(request))
  -- That nobody answered, and that the unit said no, is written while her pathway is told.
  with check (moves_request(request) and (status in ('accepted', 'passed', 'declined', 'taken-back')
              or (status in ('unanswered', 'refused') and is_telling(pathway_of_request(request)))));

alter table urgency_change enable row level security;
create policy urgency_is_seen_with_the_request on urgency_change for select using (exists (select from placement_request where id = request));
create policy urgency_is_logged_by_those_who_move_it on urgency_change for insert with check (moves_request(request));

alter table overtaking enable row level security;
create policy overtaking_is_seen_by_the_team on overtaking for select using (takes_part(pathway));
create policy overtaking_is_written_by_the_one_who_holds on overtaking for insert
  with check (takes_part(pathway) and is_professional() and is_me(by_user, capacity, organisation));

-- The list holds a place for her in nobody's name, while her pathway is told and only where she waits.
create policy stay_is_begun_by_the_list on stay for insert
  with check (is_telling(pathway) and status = 'held' and held_by = 'samlob' and held_for = 'samlob'
              and exists (select from placement_request as request where request.pathway = stay.pathway and request.status = 'waiting'));
create policy stay_event_is_added_by_the_list on stay_event for insert
  with check (act in ('hold', 'release') and by_user = 'samlob' and exists (select from stay where stay.id = stay_event.stay and is_telling(pathway)));
create policy facts_are_added_by_the_list on pathway_fact for insert
  with check (is_telling(pathway) and by_user = 'samlob' and type = 'place-held');

-- The list is put in order by the program itself, in whosever transaction it is done: only then is every request read, and one of them taken.
create function orders_the_list() returns boolean language sql stable as $$ select coalesce(asking('telling') = 'the list', false) $$;

-- Every request on the list, without name and pathway: what orders it, her risks among it, and what is wished.
create function waiting_requests() returns table (id text, municipality text, needs jsonb, party jsonb, earliest date, nights integer, reach integer,
    status text, closed jsonb, urgency jsonb, asked_at timestamptz, units jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, municipality, needs, party, earliest, nights, reach, status, closed, urgency, asked_at,
         coalesce((select jsonb_agg(unit order by preference) from placement_request_unit as unit_wished
                    where request = placement_request.id and unit_wished.wish = placement_request.wish), '[]')
    from placement_request where status in ('waiting', 'offered', 'accepted') and orders_the_list()
$$;

-- Whose request the place is to be offered to: it is locked, so that two places are never offered for the same. Nothing when it waits no more.
create function take_request(which text) returns table (pathway text, called_name text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  -- The pathway first, as everyone does who writes on it. Where somebody is at work on it, she is passed by: nobody waits in a ring.
  perform from pathway where pathway.id = pathway_of_request(which) and orders_the_list() for update skip locked;
  if not found then return; end if;
  return query select request.pathway, request.called_name from placement_request as request
                where request.id = which and request.status = 'waiting' and orders_the_list()
                  -- One who has a place already is not offered another.
                  and not exists (select from stay where stay.pathway = request.pathway and stay.status in ('held', 'confirmed', 'admitted'))
                  for update skip locked;
end
$$;

-- Puts a stay that the list holds on its place for all its nights. Only while it is told, and only once.
create function place_for_the_list(a_stay text, a_place text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into stay_part (stay, unit, status, place, arrival, departure)
    select id, unit, status, a_place, arrival, departure from stay
     where id = a_stay and status = 'held' and held_by = 'samlob' and is_telling(pathway)
       and not exists (select from stay_part where stay_part.stay = a_stay);
  return found;
end
$$;

-- The team that accepts an offer holds the place from then on, in the name of the one who asks and of nobody else.
create function take_over_hold(a_stay text, my_name text, my_organisation_name text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update stay set held_by = asking('user'), held_by_name = my_name, held_for = asking('organisation'), held_for_name = my_organisation_name
   where id = a_stay and status = 'held' and held_by = 'samlob' and takes_part(pathway) and is_professional();
  return found;
end
$$;

-- The list lets go what it holds itself, once she is on it no more. Only while it is told.
create function let_go_for_the_list(a_stay text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update stay set status = 'released', held_until = null
   where id = a_stay and status = 'held' and held_by = 'samlob' and is_telling(pathway)
     and not exists (select from placement_request as request where request.stay = a_stay);
  return found;
end
$$;

-- Locks a place unless somebody is at work on it: then it is that work, or the next round, that offers it.
create function try_lock_place(which text) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from place where id = which for update skip locked;
  return found;
end
$$;

-- For the daily round, which nobody asks for: whose request each is, so that it can be told.
create function active_requests() returns table (id text, pathway text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, pathway from placement_request where status in ('waiting', 'offered', 'accepted') and asking('user') is null order by id
$$;

-- The places that a stay which ended took: those who wait may be asked now.
create function places_of_stay(which text) returns table (unit text, place text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select distinct unit, place from stay_part where stay = which and status in ('discharged', 'released', 'expired', 'refused', 'withdrawn') $$;

-- Whose offer or place it was that ended, when she waits again: she may be asked elsewhere.
create function requests_after_stay(which text) returns table (id text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct request.id from placement_request as request join placement_request_event as event on event.request = request.id
   where event.stay = which and request.status = 'waiting'
$$;

-- Offers whose time has run out and that nobody has cleared away.
create function offers_run_out() returns table (stay text, place text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select stay.id, part.place from placement_offer as offer join stay on stay.id = offer.stay join stay_part as part on part.stay = stay.id
   where offer.status = 'open' and stay.status = 'held' and stay.held_until <= clock_timestamp()
$$;

-- The list of a unit for its own leader: initials, and whose request it is so that the reading is traced.
create function waiting_at(a_unit text) returns table (id text, pathway text, initials text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, pathway, upper(left(called_name, 1)) || '.' from placement_request
   where status in ('waiting', 'offered') and is_in_my_facility(a_unit)
     and (exists (select from placement_request_unit as wished
                   where request = placement_request.id and wished.wish = placement_request.wish and unit = a_unit)
          or not exists (select from placement_request_unit as wished where request = placement_request.id and wished.wish = placement_request.wish))
$$;

-- Reports count over all requests, without name and pathway.
create function reports_on_the_list() returns boolean language sql stable as
  $$ select coalesce(asking('role') in ('secretariat', 'agency', 'operator'), false) $$;
create function counted_requests() returns table (municipality text, status text, urgency jsonb, left_on date, placed boolean, refusals jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select municipality, status, urgency,
         -- She left the list when she was given a place, also where she came to it later.
         case when status in ('accepted', 'withdrawn', 'ended') then
           (select (coalesce(max(recorded) filter (where act in ('withdraw', 'accept', 'hold') or reason is distinct from 'got-place'),
                             max(recorded)) at time zone 'Europe/Copenhagen')::date
              from placement_request_event as event
             where event.request = placement_request.id and act in ('withdraw', 'accept', 'hold', 'end')) end,
         status = 'accepted' or (status = 'ended' and exists (select from placement_request_event as event
             where event.request = placement_request.id and act = 'end' and reason = 'got-place')),
         coalesce((select jsonb_agg(jsonb_build_object('unit', unit, 'reason', reason)) from placement_request_event as event
             where event.request = placement_request.id and act = 'refuse'), '[]')
    from placement_request where reports_on_the_list()
$$;
create function counted_offers() returns table (status text, offered timestamptz, answered timestamptz)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select status, offered, answered from placement_offer where reports_on_the_list() $$;
create function counted_overtakings() returns table (unit text, reason text, waiting integer)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select unit, reason, waiting from overtaking where reports_on_the_list() $$;

grant select, insert on placement_request, placement_request_unit, placement_request_event, placement_offer, urgency_change, overtaking to samlob_app;
grant update (status, stay, closed, urgency, wish, needs, earliest, nights, reach) on placement_request to samlob_app;
grant update (status, answered) on placement_offer to samlob_app;
