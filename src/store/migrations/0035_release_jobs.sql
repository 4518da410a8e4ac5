-- Work on a release: who asked for what and when, how far it is, and how it ended. It is told after a restart, and by any server. What is
-- released stands in the ledger; what is refused stands here.
create table release_job (
  id text primary key,
  call text not null references call,
  -- How the table is asked for: method, zeros, and how finely it is divided.
  choices json not null,
  asked timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  -- How many wait before it; 0 while it is solved.
  before integer not null default 0,
  progress real not null default 0 check (progress between 0 and 1),
  -- When the server that works on it was last heard of, by the clock of the database.
  heard timestamptz not null default clock_timestamp(),
  stop_asked timestamptz,
  ended timestamptz,
  outcome text,
  release bigint references release,
  -- Whether the release was entered by this work, or stood already.
  is_new boolean,
  -- Why: the attacker, the releases and documents that were used, what is missing. Never a count, and never the cell.
  why json,
  check ((ended is null) = (outcome is null))
);

-- The cell that was opened says that it holds a small count: it is read by those alone who may know the numbers of its place.
create table release_job_cell (
  job text primary key references release_job,
  -- The region's id, or «danmark».
  place text not null,
  codes json not null
);

alter table release_job enable row level security;
alter table release_job_cell enable row level security;

create policy jobs_are_seen_by_those_who_release on release_job for select using (asking('role') in ('agency', 'secretariat', 'operator'));
create policy jobs_are_asked_for_by_the_one_who_acts on release_job for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') in ('agency', 'secretariat', 'operator') and ended is null);
create policy own_jobs_are_stopped_and_ended on release_job for update
  using (is_me(by_user, capacity, organisation) and ended is null) with check (is_me(by_user, capacity, organisation));
-- From 2027 the eastern region is those two that it is made of.
create policy cells_are_seen_by_those_who_know_the_place on release_job_cell for select
  using (asking('role') in ('agency', 'operator') or (asking('role') = 'secretariat' and (place = asking('region')
    or (asking('region') = 'oestdanmark' and place in ('hovedstaden', 'sjaelland')))));
create policy cells_are_kept_with_own_jobs on release_job_cell for insert
  with check (exists (select from release_job where id = job and is_me(by_user, capacity, organisation)));

-- A sign of life of the server that works, for the one who asked for the work and in the same role: nothing is read about anybody, so that
-- no trace is left every other second. Says whether somebody has asked it to stop.
create function hear_release_job(a_job text, how_many_before integer, how_far real) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  update release_job set heard = clock_timestamp(), before = how_many_before, progress = greatest(progress, how_far)
  where id = a_job and ended is null and is_me(by_user, capacity, organisation)
  returning stop_asked is not null
$$;
revoke all on function hear_release_job(text, integer, real) from public;

grant select, insert on release_job, release_job_cell to samlob_app;
grant update (before, progress, heard, stop_asked, ended, outcome, release, is_new, why) on release_job to samlob_app;
grant execute on function hear_release_job(text, integer, real) to samlob_app;
