-- Imported lists: who, when, from where and until when; their lines without names, each field turned into a token that says nothing to one who
-- reads the table; which lines may be one woman by the rule; and what a person decided about it.
create table list_key (one boolean primary key default true check (one), key text not null);
insert into list_key (key) values (gen_random_uuid()::text || gen_random_uuid()::text);

create table list_import (
  id text primary key,
  title text not null,
  source text not null,
  -- The year that the list is of.
  year integer not null,
  -- Of the text as it was put in, made with the key above: the same list is not taken twice, and a short one is not guessed.
  digest text not null,
  lines integer not null,
  -- The edition of the rule of repeats.
  rule text not null,
  -- From this day on the lines are without what could tell who is who.
  forget_on date not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null
);
create index list_import_by_organisation on list_import (organisation, recorded desc);

create table list_deletion (
  import text primary key references list_import,
  because text not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null
);

create table list_line (
  import text not null references list_import,
  line integer not null,
  list text not null,
  municipality text not null,
  -- Tokens; null where nothing was said, or where it is forgotten.
  pseudonym text,
  born text,
  initials text,
  municipality_said text,
  due_date date,
  primary key (import, line)
);

create table list_pair (
  import text not null,
  line integer not null,
  other_import text not null,
  other_line integer not null,
  outcome text not null check (outcome in ('same', 'perhaps')),
  -- Null where the key decides.
  weight double precision,
  agrees text[] not null,
  differs text[] not null,
  primary key (import, line, other_import, other_line),
  foreign key (import, line) references list_line on delete cascade,
  foreign key (other_import, other_line) references list_line on delete cascade
);
create index list_pair_by_other on list_pair (other_import, other_line);

create table list_decision (
  import text not null,
  line integer not null,
  other_import text not null,
  other_line integer not null,
  sequence integer not null,
  same boolean not null,
  because text not null,
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  primary key (import, line, other_import, other_line, sequence),
  foreign key (import, line, other_import, other_line) references list_pair on delete cascade
);

-- A list belongs to the organisation that took it in.
create function keeps_lists() returns boolean language sql stable as
  $$ select coalesce(asking('role') in ('agency', 'secretariat'), false) $$;
create function is_our_list(an_import text) returns boolean language sql stable as
  $$ select keeps_lists() and exists (select from list_import where id = an_import and organisation = asking('organisation')) $$;

alter table list_key enable row level security;
create policy the_list_key_is_read_by_those_who_keep_lists on list_key for select using (keeps_lists());

alter table list_import enable row level security;
create policy imports_are_seen_by_their_organisation_and_data_protection on list_import for select
  using ((keeps_lists() and organisation = asking('organisation')) or asking('role') = 'data-protection');
create policy imports_are_made_by_the_one_who_acts on list_import for insert
  with check (keeps_lists() and is_me(by_user, capacity, organisation));

alter table list_deletion enable row level security;
create policy deletions_are_seen_with_their_import on list_deletion for select
  using (is_our_list(import) or asking('role') = 'data-protection');
create policy deletions_are_made_by_the_one_who_acts on list_deletion for insert
  with check (is_our_list(import) and is_me(by_user, capacity, organisation));

alter table list_line enable row level security;
create policy lines_are_seen_by_their_organisation on list_line for select using (is_our_list(import));
create policy lines_are_put_in_by_their_organisation on list_line for insert with check (is_our_list(import));

alter table list_pair enable row level security;
create policy pairs_are_seen_by_their_organisation on list_pair for select using (is_our_list(import) and is_our_list(other_import));
create policy pairs_are_found_by_their_organisation on list_pair for insert with check (is_our_list(import) and is_our_list(other_import));

alter table list_decision enable row level security;
create policy decisions_are_seen_by_their_organisation on list_decision for select using (is_our_list(import));
create policy decisions_are_made_by_the_one_who_acts on list_decision for insert
  with check (is_our_list(import) and is_our_list(other_import) and is_me(by_user, capacity, organisation));

-- A line is counted as a row of its own, under the name of its import.
create policy lines_are_counted_by_their_organisation on counted_fact for insert
  with check (pathway is null and is_our_list(substr(case_id, 6)) and case_id like 'list %');
create policy lines_are_counted_otherwise_by_their_organisation on counted_fact for update
  using (pathway is null and is_our_list(substr(case_id, 6)) and case_id like 'list %')
  with check (pathway is null and is_our_list(substr(case_id, 6)) and case_id like 'list %');

-- What could tell who is who is forgotten on its day, whoever it belongs to; that two lines are one woman is kept, and the count with it.
-- Anybody may ask for it, and nobody for a day that has not come in Denmark.
create function forget_lists(today date) returns integer language sql volatile security definer set search_path = public, pg_temp as $$
  with forgotten as (
    update list_line set pseudonym = null, born = null, initials = null, municipality_said = null, due_date = null
      from list_import
     where list_import.id = list_line.import and forget_on <= least(today, (clock_timestamp() at time zone 'Europe/Copenhagen')::date)
       and (pseudonym is not null or born is not null or initials is not null or municipality_said is not null or due_date is not null)
    returning 1
  )
  select count(*)::integer from forgotten
$$;
revoke execute on function forget_lists(date) from public;

-- The lines of an import whose deletion has been written: the application deletes nothing else. A row for each.
create function delete_list_lines(an_import text) returns setof integer language sql volatile security definer set search_path = public, pg_temp as $$
  delete from list_line
   where import = an_import and is_our_list(an_import) and exists (select from list_deletion where list_deletion.import = an_import)
  returning line
$$;
revoke execute on function delete_list_lines(text) from public;

grant select, insert on list_import, list_deletion, list_pair, list_decision to samlob_app;
grant select, insert on list_line to samlob_app;
grant select on list_key to samlob_app;
grant execute on function forget_lists(date), delete_list_lines(text) to samlob_app;
