-- Pathways: what happened stands in pathway_fact and is never changed; pathway is what it adds up to, and can be rebuilt from it.
create table pathway (
  id text primary key,
  -- The organisation that opened it: it may add the first members of the care team.
  opened_by text not null references organisation,
  -- Null while she is not identified.
  person text references person,
  called_name text not null,
  municipality text,
  phase text not null,
  due_date date,
  next_action text,
  next_by date,
  last_sequence integer not null,
  state jsonb not null
);
create index pathway_by_person on pathway (person) where person is not null;

create table care_team_member (
  pathway text not null references pathway,
  organisation text not null references organisation,
  task text not null,
  joined date not null,
  primary key (pathway, organisation)
);
create index care_team_member_by_organisation on care_team_member (organisation, pathway);

create table pathway_fact (
  pathway text not null references pathway,
  sequence integer not null,
  happened date not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  type text not null,
  data jsonb not null,
  -- Given by the form that was sent: the same form sent twice is written once.
  idempotency_key text,
  primary key (pathway, sequence),
  constraint sequence_starts_at_one check (sequence > 0),
  constraint one_fact_per_form unique (pathway, idempotency_key)
);

-- Does the one who asks act for an organisation in the care team, in a role that works with women? Looks past row security, which would
-- else ask itself.
create function takes_part(in_pathway text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select works_with_women() and exists (select from care_team_member where pathway = in_pathway and organisation = asking('organisation')) $$;

-- Is it the woman's own?
create function is_hers(of_pathway text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from pathway where id = of_pathway and person = asking('person')) $$;

-- Has the one who asks just opened it, so that nobody takes part yet?
create function opens(a_pathway text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from pathway where id = a_pathway and opened_by = asking('organisation'))
        and not exists (select from care_team_member where pathway = a_pathway) $$;

alter table pathway enable row level security;
create policy pathway_is_seen_by_its_care_team on pathway for select using (takes_part(id) or person = asking('person'));
create policy pathway_is_opened_for_ones_own_organisation on pathway for insert
  with check (opened_by = asking('organisation') and works_with_women() and asking('role') <> 'unit-leader');
create policy pathway_is_changed_by_its_care_team on pathway for update using (takes_part(id)) with check (takes_part(id));

alter table care_team_member enable row level security;
create policy care_team_is_seen_by_itself_and_her on care_team_member for select using (takes_part(pathway) or is_hers(pathway));
create policy care_team_is_widened_by_itself on care_team_member for insert
  with check (takes_part(pathway) or (opens(pathway) and organisation = asking('organisation') and works_with_women()));
create policy care_team_changes_its_tasks on care_team_member for update using (takes_part(pathway)) with check (takes_part(pathway));

alter table pathway_fact enable row level security;
create policy facts_are_seen_by_the_care_team_and_her on pathway_fact for select using (takes_part(pathway) or is_hers(pathway));
create policy facts_are_added_by_the_care_team on pathway_fact for insert
  with check (takes_part(pathway) and is_me(by_user, capacity, organisation));

-- She can see who has read her pathway.
create policy trace_is_read_by_the_woman_it_is_about on trace for select
  using (asking('person') is not null and subject_kind = 'pathway' and is_hers(subject));

grant select, insert on pathway to samlob_app;
grant update (person, called_name, municipality, phase, due_date, next_action, next_by, last_sequence, state) on pathway to samlob_app;
grant select, insert, update (task, joined) on care_team_member to samlob_app;
grant select, insert on pathway_fact to samlob_app;
