-- National calls: what was answered stands in call_fact and is never changed; call and call_answer are what it adds up to.
create table call (
  id text primary key,
  status text not null,
  -- The day the answers became final and the public edition was released; null until then.
  reported_on date,
  last_sequence integer not null
);

create table call_answer (
  call text not null references call,
  municipality text not null,
  -- The region the municipality answers with: that of the call's last day.
  region text not null,
  -- One count per year, in the order of the call's years.
  any_counts integer[] not null,
  any_origin text not null,
  residential_counts integer[] not null,
  residential_origin text not null,
  answered_by text not null,
  answered_on date not null,
  -- Raised by one with each answer, so that two who write at once cannot overwrite each other unseen.
  version integer not null,
  primary key (call, municipality),
  constraint counts_are_not_negative check (0 <= all (any_counts) and 0 <= all (residential_counts)),
  constraint both_questions_have_the_same_years check (cardinality(any_counts) = cardinality(residential_counts))
);

create table call_fact (
  call text not null references call,
  sequence integer not null,
  happened date not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  type text not null,
  -- The municipality that the fact is about; null when it is about the call.
  municipality text,
  region text,
  data jsonb not null,
  primary key (call, sequence)
);

-- Is the one who asks let in to this municipality's answer: the municipality itself, its region's secretariat, the agency?
create function sees_answer(of_municipality text, in_region text) returns boolean language sql stable as
  $$ select coalesce(
       asking('role') in ('agency', 'operator')
       or (asking('role') = 'secretariat' and in_region = asking('region'))
       or (asking('role') in ('care-decider', 'family-department', 'substance-treatment') and of_municipality = asking('municipality')),
       false) $$;

-- Does the call take answers? From its report on they are final, whatever the program does.
create function takes_answers(a_call text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from call where id = a_call and status in ('issued', 'answered')) $$;

-- May the one who asks give it: the municipality's decision maker, and its region's secretariat on the municipality's behalf?
create function gives_answer(of_municipality text, in_region text) returns boolean language sql stable as
  $$ select coalesce(
       (asking('role') = 'secretariat' and in_region = asking('region'))
       or (asking('role') = 'care-decider' and of_municipality = asking('municipality')),
       false) $$;

-- While a report is compiled all answers are read, whoever it is for; what comes out is the report and nothing else.
create function is_compiling(a_call text) returns boolean language sql stable as
  $$ select coalesce(
       a_call = asking('compiling') and asking('role') in
         ('care-decider', 'family-department', 'substance-treatment', 'secretariat', 'approver', 'agency', 'planner', 'supervision', 'operator'),
       false) $$;

alter table call_answer enable row level security;
create policy answers_are_seen_by_their_own on call_answer for select using (sees_answer(municipality, region) or is_compiling(call));
create policy answers_are_given_by_their_own on call_answer for insert
  with check (gives_answer(municipality, region) and takes_answers(call));
create policy answers_are_changed_by_their_own on call_answer for update
  using (gives_answer(municipality, region) and takes_answers(call)) with check (gives_answer(municipality, region));

alter table call_fact enable row level security;
create policy call_facts_are_seen_by_their_own on call_fact for select using (municipality is null or sees_answer(municipality, region));
create policy call_facts_are_added_by_their_own on call_fact for insert
  with check (is_me(by_user, capacity, organisation) and coalesce(case type
    when 'answered' then gives_answer(municipality, region)
    when 'status-changed' then municipality is null and asking('role') in ('secretariat', 'approver', 'agency') end, false));

-- Is this how the call stands already? Reads the row as it was before the statement that asks.
create function stands_already(a_call text, a_status text, a_day date) returns boolean language sql stable security definer
  set search_path = public, pg_temp as
  $$ select exists (select from call where id = a_call and status = a_status and reported_on is not distinct from a_day) $$;

-- A call is seen by all. Its row counts the facts, so those who answer touch it too; its status is moved only by those who have a step.
alter table call enable row level security;
create policy call_is_seen_by_all on call for select using (true);
create policy call_is_moved_by_those_who_work_with_it on call for update
  using (asking('role') in ('care-decider', 'secretariat', 'approver', 'agency'))
  with check (asking('role') in ('secretariat', 'approver', 'agency')
              or (asking('role') = 'care-decider' and stands_already(id, status, reported_on)));

-- Who has answered is known to all who work with the call; what they answered is not.
create view call_answered as select call, municipality, region, answered_on, version from call_answer;

grant select on call, call_answered to samlob_app;
grant update (status, reported_on, last_sequence) on call to samlob_app;
grant select, insert on call_answer, call_fact to samlob_app;
grant update (any_counts, any_origin, residential_counts, residential_origin, answered_by, answered_on, version) on call_answer to samlob_app;
