-- The ledger of all that has been published: each table as it was printed, on what terms, by whom. Nothing is ever changed or taken back.
create table release (
  id bigint generated always as identity primary key,
  -- What is counted: cells of one matter are audited together.
  matter text not null,
  method text not null,
  edition text not null,
  terms jsonb not null,
  -- A fingerprint of the counts and how they were protected: the same release is given again and never made anew.
  digest text not null,
  dimensions jsonb not null,
  -- One number for each cell, null where it is hidden.
  cells jsonb not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  unique (matter, digest)
);

-- Those who may release see the fingerprint; what was printed is public.
alter table release enable row level security;
create policy releases_are_seen_by_those_who_make_them on release for select using (asking('role') in ('agency', 'secretariat', 'operator'));
create policy releases_are_made_by_the_one_who_acts on release for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') in ('agency', 'secretariat', 'operator'));

create view released as select id, matter, method, edition, terms, dimensions, cells, recorded, organisation_name from release;

grant select, insert on release to samlob_app;
grant select on released to samlob_app;
