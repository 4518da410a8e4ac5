-- Figures as of any day, read as quickly as today's: each change of a sum is kept with the day it was known, and whole months and years of
-- changes are kept added up. A figure of an earlier day is the years before it, the months of its year before it, and the days of its month.
-- What was kept before had no days: it is drawn again from the rows when the program starts.
truncate figure_change, figure_kept;
drop index figure_change_by_definition;
alter table figure_change add column known date not null;
create index figure_change_by_known on figure_change (known);

-- The changes of a whole month or a whole year, added up.
create table figure_span (
  grain text not null check (grain in ('month', 'year')),
  starts date not null,
  definition text not null,
  edition text not null,
  year integer not null,
  municipality text not null,
  part text not null,
  cases integer not null,
  total bigint not null
);
create index figure_span_by_start on figure_span (grain, starts);

-- Changes that were known before this day, the first of a month, are in the months; those before the year it lies in are in the years too.
create table figure_fold (one boolean primary key default true check (one), folded_to date not null);
insert into figure_fold (folded_to) values ('0001-01-01');

-- Adds up the months, and years, that are over on a day. Those who write wait while it is done, so that no change is in neither.
create function fold_figures(to_day date) returns void language plpgsql as $$
declare
  was date;
  becomes date := date_trunc('month', to_day)::date;
begin
  lock table figure_change in exclusive mode;
  select folded_to into was from figure_fold for update;
  if becomes <= was then return; end if;
  insert into figure_span
    select 'month', date_trunc('month', known)::date, definition, edition, year, municipality, part, sum(cases), sum(total)
    from figure_change where known >= was and known < becomes
    group by 2, 3, 4, 5, 6, 7 having sum(cases) <> 0 or sum(total) <> 0;
  insert into figure_span
    select 'year', date_trunc('year', starts)::date, definition, edition, year, municipality, part, sum(cases), sum(total)
    from figure_span where grain = 'month' and starts >= date_trunc('year', was) and starts < date_trunc('year', becomes)
    group by 2, 3, 4, 5, 6, 7 having sum(cases) <> 0 or sum(total) <> 0;
  update figure_fold set folded_to = becomes;
end $$;
revoke execute on function fold_figures(date) from public;

-- A change that is written late goes into the month and year that are added up already.
create function add_late_changes() returns trigger language plpgsql as $$
begin
  insert into figure_span
    select 'month', date_trunc('month', known)::date, definition, edition, year, municipality, part, cases, total
    from added, figure_fold where known < folded_to
    union all
    select 'year', date_trunc('year', known)::date, definition, edition, year, municipality, part, cases, total
    from added, figure_fold where known < date_trunc('year', folded_to);
  return null;
end $$;
create trigger late_changes_are_added_up after insert on figure_change
  referencing new table as added for each statement execute function add_late_changes();

-- What changes as days go by is still counted from its rows: stays that are not over.
create index counted_fact_stays on counted_fact (happened) include (until, recorded, withdrawn, municipality, unit) where kind = 'stay';

alter table figure_span enable row level security;
create policy figure_spans_are_read_while_counting on figure_span for select using ((select is_counting()));
create policy figure_spans_are_added_while_counting on figure_span for insert with check ((select is_counting()));
grant select, insert on figure_span to samlob_app;
grant select on figure_fold to samlob_app;
