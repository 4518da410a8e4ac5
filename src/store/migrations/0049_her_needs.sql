-- What she needs of a place, as her team has written it: the newest row counts, and every search and the waiting list begin from it. Rows are
-- only added, so that it can be read who wrote what when.
create table her_needs (
  number bigint generated always as identity primary key,
  pathway text not null references pathway (id),
  needs jsonb not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null
);
create index her_needs_of_pathway on her_needs (pathway, number);
grant select, insert on her_needs to samlob_app;

alter table her_needs enable row level security;
create policy her_needs_are_seen_by_team_and_her on her_needs for select using (takes_part(pathway) or is_hers(pathway) or is_telling(pathway));
create policy her_needs_are_written_by_the_team on her_needs for insert
  with check (takes_part(pathway) and is_professional() and is_me(by_user, capacity, organisation));

-- One who waits again, because an offer came to nothing or the place she had did, waits by her needs as they were written meanwhile. Whoever
-- brought it about, it is done by nobody, with the units that she wishes.
create policy needs_are_taken_up_by_nobody on placement_request_event for insert
  with check (act = 'take-up-needs' and by_user = 'samlob' and moves_request(request));
create policy wished_units_are_kept_while_it_is_told on placement_request_unit for insert
  with check (is_telling(pathway_of_request(request)));
