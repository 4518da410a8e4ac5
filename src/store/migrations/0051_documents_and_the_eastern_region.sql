-- Documents that others have published, with their figures, written in by those who work with numbers. A correction is a row more: what stood
-- before stays, and what a document no longer says is withdrawn.
create table published_document (
  id text not null,
  version integer not null,
  title text not null,
  publisher text not null,
  -- The day it is dated.
  said date not null,
  address text not null,
  figures jsonb not null,
  withdrawn boolean not null,
  -- Why it was written so; empty in the first version and where a figure was added.
  because text not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  primary key (id, version),
  constraint versions_of_a_document_start_at_one check (version > 0),
  constraint a_document_begins_in_force check (version > 1 or not withdrawn)
);

-- What anybody may read elsewhere is read by all who read numbers.
alter table published_document enable row level security;
create policy published_documents_are_seen_by_all on published_document for select using (true);
create policy published_documents_are_written_by_those_who_work_with_numbers on published_document for insert
  with check (asking('role') in ('agency', 'planner') and is_me(by_user, capacity, organisation));
grant select, insert on published_document to samlob_app;

-- How figures were defined by those who filled in the form for a table, kept with the analysis of it.
alter table analysis add column told text[] not null default '{}';

-- From 1 January 2027 Hovedstaden and Sjælland are Østdanmark: its secretariat reads and gives what theirs did.
create function danish_today() returns date language sql stable as $$ select (now() at time zone 'Europe/Copenhagen')::date $$;
create function speaks_for_region(a_region text) returns boolean language sql stable as
  $$ select coalesce(
       a_region = asking('region')
       or (asking('region') = 'oestdanmark' and danish_today() >= '2027-01-01' and a_region in ('hovedstaden', 'sjaelland')),
       false) $$;
create or replace function sees_answer(of_municipality text, in_region text) returns boolean language sql stable as
  $$ select coalesce(
       asking('role') in ('agency', 'operator')
       or (asking('role') = 'secretariat' and speaks_for_region(in_region))
       or (asking('role') in ('care-decider', 'family-department', 'substance-treatment') and of_municipality = asking('municipality')),
       false) $$;
create or replace function gives_answer(of_municipality text, in_region text) returns boolean language sql stable as
  $$ select coalesce(
       (asking('role') = 'secretariat' and speaks_for_region(in_region))
       or (asking('role') = 'care-decider' and of_municipality = asking('municipality')),
       false) $$;
