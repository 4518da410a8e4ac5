-- Tables of public cost by age interval that a planner has uploaded: amounts and where they come from, never a person. A table is never changed:
-- another one is saved beside it.
create table cost_table (
  -- The form that it came in: one that is sent twice is kept once.
  id text primary key,
  title text not null,
  -- Where the amounts come from, in the planner's words.
  source text not null check (source <> ''),
  content json not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null
);

alter table cost_table enable row level security;

create policy cost_tables_are_read_by_those_who_plan on cost_table for select
  using (asking('role') in ('planner', 'agency', 'secretariat'));
create policy cost_tables_are_saved_by_the_planner_who_acts on cost_table for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') = 'planner');

grant select, insert on cost_table to samlob_app;
