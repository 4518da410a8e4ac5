-- The ground: organisations, people, sessions, the trace. Written for PostgreSQL 15 and later.
create extension if not exists btree_gist;

-- Who asks, as the transaction was told. Empty text means nobody.
create function asking(what text) returns text language sql stable as
  $$ select nullif(current_setting('app.' || what, true), '') $$;

-- Does the one who asks write in her own name, role and organisation? Asked of every row that says who wrote it.
create function is_me(a_user text, a_role text, an_organisation text) returns boolean language sql stable as
  $$ select coalesce(a_user = asking('user') and a_role = asking('role') and an_organisation = asking('organisation'), false) $$;

-- The roles that meet her, help her or decide for her: they seek places and judge.
create function is_professional() returns boolean language sql stable as
  $$ select coalesce(asking('role') in
       ('family-clinic', 'substance-treatment', 'family-department', 'coordinator', 'crisis-centre', 'care-decider'), false) $$;

-- Those and the two that meet her on the way in and out: the one who refers and the leader of a unit.
create function works_with_women() returns boolean language sql stable as
  $$ select is_professional() or coalesce(asking('role') in ('referrer', 'unit-leader'), false) $$;

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
create index session_by_expiry on session (expires);

-- Sessions are found by one who has the secret and are never listed: the application has no right to the table, only to these three.
create function open_session(a_digest text, a_user text, at_moment timestamptz, until timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
    delete from session where expires <= least(at_moment, clock_timestamp());
    insert into session (digest, app_user, opened, expires) values (a_digest, a_user, at_moment, until)
  $$;
create function user_of_session(a_digest text, at_moment timestamptz) returns text
  language sql stable security definer set search_path = public, pg_temp as
  $$ select app_user from session where digest = a_digest and expires > at_moment $$;
create function close_session(a_digest text) returns void
  language sql volatile security definer set search_path = public, pg_temp as
  $$ delete from session where digest = a_digest $$;

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
  subject text,
  -- Whether there was anything to see: one who asked for what is not there, or not hers, has read nothing.
  outcome text not null default 'seen',
  constraint an_outcome_is_one_of_these check (outcome in ('seen', 'not-there'))
);
create index trace_by_subject on trace (subject_kind, subject, number desc);

create table setting (name text primary key, value text not null);

alter table trace enable row level security;
create policy trace_is_added_by_the_one_who_acts on trace for insert with check (is_me(app_user, role, organisation));
create policy trace_is_read_by_data_protection on trace for select using (asking('role') in ('data-protection', 'operator'));

grant usage on schema public to samlob_app;
grant select on organisation, app_user, setting to samlob_app;
grant select, insert on trace to samlob_app;
