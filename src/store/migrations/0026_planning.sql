-- What the planner keeps: scenarios with every version they have had, questions to the simulation, and their answers. Estimates and proposals,
-- never a person.
create table scenario_version (
  scenario text not null,
  version integer not null check (version >= 1),
  -- The form that it came in: one that is sent twice is kept once.
  form_key text not null unique,
  title text not null,
  -- The file as it was written (docs/scenario.schema.json).
  content json not null,
  -- What was changed, in the planner's words.
  note text not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  primary key (scenario, version)
);

-- A question is known by the fingerprint of all that its digits depend on, so that the same question is one.
create table study (
  id text primary key,
  edition text not null,
  question json not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null
);

-- Written when the whole answer is there, and never before.
create table study_answer (
  study text primary key references study,
  answer json not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null
);

alter table scenario_version enable row level security;
alter table study enable row level security;
alter table study_answer enable row level security;

create policy scenarios_are_read_by_those_who_plan on scenario_version for select
  using (asking('role') in ('planner', 'agency', 'secretariat'));
create policy scenarios_are_saved_by_the_planner_who_acts on scenario_version for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') = 'planner');
create policy studies_are_read_by_those_who_plan on study for select
  using (asking('role') in ('planner', 'agency', 'secretariat'));
create policy studies_are_asked_by_the_one_who_acts on study for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') in ('planner', 'agency', 'secretariat'));
create policy answers_are_read_by_those_who_plan on study_answer for select
  using (asking('role') in ('planner', 'agency', 'secretariat'));
create policy answers_are_kept_by_the_one_who_acts on study_answer for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') in ('planner', 'agency', 'secretariat'));

grant select, insert on scenario_version, study, study_answer to samlob_app;
