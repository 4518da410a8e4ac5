-- The ground: organisations, people, sessions, the trace. Written for PostgreSQL 15 and later.
create extension if not exists btree_gist;

-- Who asks, as the transaction was told. Empty text means nobody.
create function asking(what text) returns text language sql stable as
  $$ select nullif(current_setting('app.' || what, true), '') $$;

create table organisation (
  id text primary key,
  name text not null,
  kind text not null,
  municipality text,
  region text,
  facility text
);

create table person (
  id text primary key,
  name text not null,
  cpr text,
  invented boolean not null default true,
  -- Only the fictitious series: day of birth + 60, so that no number can be anyone's.
  constraint cpr_is_fictitious check (cpr ~ '^(6[1-9]|[78][0-9]|9[01])[01][0-9]{7}$')
);

create table app_user (
  id text primary key,
  name text not null,
  role text not null,
  organisation text not null references organisation,
  person text references person,
  persona integer
);

create table session (
  digest text primary key,
  app_user text not null references app_user,
  opened timestamptz not null,
  expires timestamptz not null
);

-- Who has seen and done what, and by which rule. Rows are only added.
create table trace (
  number bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  app_user text not null,
  name text not null,
  role text not null,
  organisation text not null,
  organisation_name text not null,
  permission text not null,
  rule text not null,
  subject_kind text not null,
  subject text
);
create index trace_by_subject on trace (subject_kind, subject, number desc);

create table setting (name text primary key, value text not null);

alter table trace enable row level security;
create policy trace_is_added_by_the_one_who_acts on trace for insert with check (app_user = asking('user'));
create policy trace_is_read_by_data_protection on trace for select using (asking('role') in ('data-protection', 'operator'));

grant usage on schema public to samlob_app;
grant select on organisation, app_user, setting to samlob_app;
grant select, insert, delete on session to samlob_app;
grant select, insert on trace to samlob_app;
