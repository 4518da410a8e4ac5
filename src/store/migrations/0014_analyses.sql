-- Saved analyses of the hidden number: the table as it was given, the seed and the edition of the methods, so that it can be run again.
create table analysis (
  id text primary key,
  title text not null,
  -- SHA-256 of the lists and the counts.
  digest text not null,
  edition text not null,
  seed bigint not null,
  replicates integer not null,
  lists jsonb not null,
  -- By combination: the lowest and the highest count.
  cells jsonb not null,
  report jsonb not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null
);
create index analysis_by_organisation on analysis (organisation, recorded desc);

-- An overlap table holds small counts: it stays with the organisation that was given it.
alter table analysis enable row level security;
create policy analyses_are_seen_where_they_were_made on analysis for select
  using (asking('role') in ('agency', 'secretariat', 'planner') and organisation = asking('organisation'));
create policy analyses_are_made_by_the_one_who_acts on analysis for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') in ('agency', 'secretariat', 'planner'));

grant select, insert on analysis to samlob_app;
