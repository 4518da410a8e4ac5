-- A release in two steps: what comes of the work is a preview, and only that very preview can be entered afterwards, by the one who asked for
-- it, while all that it rests on is as it was.
create table release_preview (
  job text primary key references release_job,
  -- As the ledger would have it.
  kind text not null,
  edition text not null,
  digest text not null,
  terms json not null,
  dimensions json not null,
  cells json not null,
  beside json not null,
  -- Fingerprints of the answers, the ledger and the rules that it rests on.
  standing json not null,
  -- By whom it was attacked, and which earlier releases and documents they had read.
  attacks json not null,
  against json not null
);

-- Why cells are hidden says which counts are small: read by those alone who may know the numbers of the place.
create table release_preview_reason (
  job text not null references release_preview,
  -- The region's id, or «danmark».
  place text not null,
  reasons json not null,
  primary key (job, place)
);

-- The work that asks for the same again because a preview was found to rest on what is no longer so.
alter table release_job add column renews text references release_job;

alter table release_preview enable row level security;
alter table release_preview_reason enable row level security;

create policy previews_are_seen_by_those_who_release on release_preview for select
  using (asking('role') in ('agency', 'secretariat', 'operator'));
-- Work is ended first, and by its preview: where it had ended before, none is kept.
create policy previews_are_kept_with_own_jobs on release_preview for insert
  with check (exists (select from release_job where id = job and outcome = 'previewed' and is_me(by_user, capacity, organisation)));
-- From 2027 the eastern region is those two that it is made of.
create policy reasons_are_seen_by_those_who_know_the_place on release_preview_reason for select
  using (asking('role') in ('agency', 'operator') or (asking('role') = 'secretariat' and (place = asking('region')
    or (asking('region') = 'oestdanmark' and place in ('hovedstaden', 'sjaelland')))));
create policy reasons_are_kept_with_own_jobs on release_preview_reason for insert
  with check (exists (select from release_job where id = job and outcome = 'previewed' and is_me(by_user, capacity, organisation)));

-- A preview of one's own is published, found to be outdated, or set aside; other work that has ended stays as it ended.
drop policy own_jobs_are_stopped_and_ended on release_job;
create policy own_jobs_are_stopped_and_ended on release_job for update
  using (is_me(by_user, capacity, organisation) and (ended is null or outcome = 'previewed')) with check (is_me(by_user, capacity, organisation));

-- A secretariat asks the agency to take the next step of a call. The steps are the agency's alone.
drop policy call_facts_are_added_by_their_own on call_fact;
create policy call_facts_are_added_by_their_own on call_fact for insert
  with check (is_me(by_user, capacity, organisation) and coalesce(case type
    when 'answered' then gives_answer(municipality, region)
    when 'step-asked-for' then municipality is null and asking('role') = 'secretariat' and region = asking('region')
    when 'status-changed' then municipality is null and asking('role') in ('secretariat', 'approver', 'agency') end, false));

grant select, insert on release_preview, release_preview_reason to samlob_app;
