-- Who may see a scenario: its owner's organisation, all who plan, or all who read figures. The owner is the organisation that saved the first version.
create table scenario_sight (
  scenario text not null,
  -- The last of them holds.
  turn integer not null check (turn >= 1),
  sight text not null check (sight in ('private', 'shared', 'published')),
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  primary key (scenario, turn)
);

-- What was saved before was seen by all who plan, and stays so until its owner says otherwise.
insert into scenario_sight
  select scenario, 1, 'shared', recorded, by_user, by_name, capacity, organisation from scenario_version where version = 1;

create function scenario_owner(of_scenario text) returns text language sql stable security definer set search_path = public, pg_temp as
  $$ select organisation from scenario_version where scenario = of_scenario order by version limit 1 $$;

create function scenario_sight_now(of_scenario text) returns text language sql stable security definer set search_path = public, pg_temp as
  $$ select coalesce((select sight from scenario_sight where scenario = of_scenario order by turn desc limit 1), 'private') $$;

-- Those who plan: their own and what is shared. All who read figures: what is published.
create function sees_scenario(of_scenario text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select coalesce(
       asking('role') in ('planner', 'agency', 'secretariat')
         and (scenario_owner(of_scenario) = asking('organisation') or scenario_sight_now(of_scenario) in ('shared', 'published'))
       or scenario_sight_now(of_scenario) = 'published'
         and (is_professional() or asking('role') in ('approver', 'supervision', 'operator')), false) $$;

create function owns_scenario(of_scenario text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select coalesce(coalesce(scenario_owner(of_scenario), asking('organisation')) = asking('organisation'), false) $$;

-- A question shows the scenarios that it was asked of: it is seen by those who see them all, and by those who asked it.
create function sees_question(question json) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select not exists (
       select from json_array_elements(coalesce(question -> 'proposals', json_build_array(question -> 'proposal'))) as one
       where exists (select from scenario_version where scenario = split_part(one ->> 'from', ':', 1))
         and not sees_scenario(split_part(one ->> 'from', ':', 1))) $$;

drop policy scenarios_are_read_by_those_who_plan on scenario_version;
drop policy scenarios_are_saved_by_the_planner_who_acts on scenario_version;
drop policy studies_are_read_by_those_who_plan on study;
drop policy answers_are_read_by_those_who_plan on study_answer;

create policy scenarios_are_read_by_those_who_see_them on scenario_version for select using (sees_scenario(scenario));
create policy scenarios_are_saved_by_the_planner_who_owns_them on scenario_version for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') = 'planner' and owns_scenario(scenario));
create policy studies_are_read_by_those_who_see_what_they_are_of on study for select
  using (asking('role') in ('planner', 'agency', 'secretariat') and (organisation = asking('organisation') or sees_question(question)));
create policy answers_are_read_with_their_question on study_answer for select
  using (asking('role') in ('planner', 'agency', 'secretariat') and exists (select from study where study.id = study_answer.study));

alter table scenario_sight enable row level security;
create policy sights_are_read_with_their_scenario on scenario_sight for select using (sees_scenario(scenario));
create policy sights_are_set_by_the_planner_who_owns_the_scenario on scenario_sight for insert
  with check (is_me(by_user, capacity, organisation) and asking('role') = 'planner'
    and scenario_owner(scenario) = asking('organisation'));

grant select, insert on scenario_sight to samlob_app;
