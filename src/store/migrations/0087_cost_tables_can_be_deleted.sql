-- A table of pathway costs can be deleted by the planners of the organisation that saved it. That it was there, who saved and who deleted it, when
-- and why, stays; its amounts and what was written of where they come from do not.
create table cost_table_removal (
  cost_table text primary key,
  -- As they stood on the table that is gone.
  title text not null,
  saved timestamptz not null,
  saved_by_name text not null,
  saved_for_name text not null,
  -- Why, in the planner's words.
  reason text not null check (reason <> ''),
  recorded timestamptz not null,
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null
);

alter table cost_table_removal enable row level security;

create policy removed_cost_tables_are_read_by_those_who_plan on cost_table_removal for select
  using (asking('role') in ('planner', 'agency', 'secretariat'));
create policy cost_tables_are_removed_by_the_planners_whose_they_are on cost_table_removal for insert
  with check (
    is_me(by_user, capacity, organisation) and asking('role') = 'planner'
    and exists (select from cost_table where cost_table.id = cost_table_removal.cost_table and cost_table.organisation = asking('organisation'))
  );

-- The old form of a deleted table, sent again, does not bring it back.
alter policy cost_tables_are_saved_by_the_planner_who_acts on cost_table
  with check (
    is_me(by_user, capacity, organisation) and asking('role') = 'planner'
    and not exists (select from cost_table_removal where cost_table_removal.cost_table = cost_table.id)
  );

-- The table whose removal has been written: the application deletes nothing else. A row where it was there.
create function delete_cost_table(a_table text) returns setof text language sql volatile security definer set search_path = public, pg_temp as $$
  delete from cost_table
   where id = a_table and organisation = asking('organisation') and asking('role') = 'planner'
     and exists (select from cost_table_removal where cost_table_removal.cost_table = a_table)
  returning id
$$;
revoke execute on function delete_cost_table(text) from public;

grant select, insert on cost_table_removal to samlob_app;
grant execute on function delete_cost_table(text) to samlob_app;
