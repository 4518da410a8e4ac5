-- What numbers are made of: rows without names, drawn from the facts of pathways in the same transaction and never overwritten. A row is true
-- from the moment it was recorded until it was withdrawn, so that a figure can be made again as it was on an earlier day.
create table counted_fact (
  case_id text not null,
  number integer not null,
  -- The pathway it was drawn from; null for a line of an imported list.
  pathway text,
  -- Stands for one woman; not her id.
  subject text not null,
  kind text not null,
  happened date not null,
  until date,
  recorded timestamptz not null,
  withdrawn timestamptz,
  municipality text not null default '',
  level text,
  detail text,
  reason text,
  unit text,
  minutes integer,
  gestation integer,
  primary key (case_id, number),
  constraint a_row_is_withdrawn_after_it_was_recorded check (withdrawn >= recorded),
  constraint what_lasts_does_not_end_before_it_begins check (until >= happened)
);
create index counted_fact_by_kind on counted_fact (kind, happened);
create index counted_fact_by_subject on counted_fact (subject, kind);
create index counted_fact_by_case on counted_fact (case_id, kind, happened);

-- Today's sums, kept as what each change adds and takes away, so that those who write never wait for one another. `edition` is that of the
-- definition and of its lists of codes: a new edition begins anew.
create table figure_change (
  definition text not null,
  edition text not null,
  year integer not null,
  municipality text not null,
  part text not null,
  cases integer not null,
  total bigint not null
);
create index figure_change_by_definition on figure_change (definition, edition);

-- The definitions whose changes have been kept since the first fact: for the others the rows themselves are asked.
create table figure_kept (definition text not null, edition text not null, primary key (definition, edition));

-- Lists of codes, each edition kept.
create table value_set (
  id text not null,
  edition integer not null,
  codes text[] not null,
  because text not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  primary key (id, edition),
  constraint editions_start_at_one check (edition > 0)
);

-- While figures are counted all rows are read, whoever it is for; what comes out is sums and nothing else.
create function is_counting() returns boolean language sql stable as
  $$ select coalesce(asking('counting') = 'on'
       and (asking('telling') is not null or asking('role') in ('referrer', 'family-clinic', 'substance-treatment', 'family-department',
         'coordinator', 'crisis-centre', 'care-decider', 'unit-leader', 'secretariat', 'approver', 'supervision', 'agency', 'planner', 'operator')),
     false) $$;

alter table counted_fact enable row level security;
-- One policy with both ways in, so that the second is asked of no row while figures are counted.
create policy counted_facts_are_seen_by_the_care_team_and_while_counting on counted_fact for select
  using (case when (select is_counting()) then true else takes_part(pathway) or is_telling(pathway) end);
create policy counted_facts_are_drawn_by_those_who_write on counted_fact for insert with check (takes_part(pathway) or is_telling(pathway));
create policy counted_facts_are_withdrawn_by_those_who_write on counted_fact for update
  using (takes_part(pathway) or is_telling(pathway)) with check (takes_part(pathway) or is_telling(pathway));

alter table figure_change enable row level security;
create policy figure_changes_are_read_while_counting on figure_change for select using ((select is_counting()));
create policy figure_changes_are_added_while_counting on figure_change for insert with check ((select is_counting()));

alter table value_set enable row level security;
create policy value_sets_are_seen_by_all on value_set for select using (true);
create policy value_sets_are_edited_by_the_agency on value_set for insert
  with check (asking('role') = 'agency' and is_me(by_user, capacity, organisation));

grant select, insert, update (withdrawn) on counted_fact to samlob_app;
grant select, insert on figure_change, value_set to samlob_app;
grant select on figure_kept to samlob_app;

-- Two who write about the same woman take turns, in whatever pathways they do it.
create function lock_subject(a_subject text) returns void language sql volatile as
  $$ select pg_advisory_xact_lock(7205834, hashtext(a_subject)) $$;
