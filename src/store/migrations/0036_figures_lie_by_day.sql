-- Today's figures read the changes of the month that is not over, and these lay scattered over the whole table after it had been drawn anew:
-- 16,000 pages for 40,000 rows. Months and years are now written in the order of their days, as changes are when they are drawn.
create or replace function fold_figures(to_day date) returns void language plpgsql as $$
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
    group by 2, 3, 4, 5, 6, 7 having sum(cases) <> 0 or sum(total) <> 0 order by 2;
  insert into figure_span
    select 'year', date_trunc('year', starts)::date, definition, edition, year, municipality, part, sum(cases), sum(total)
    from figure_span where grain = 'month' and starts >= date_trunc('year', was) and starts < date_trunc('year', becomes)
    group by 2, 3, 4, 5, 6, 7 having sum(cases) <> 0 or sum(total) <> 0 order by 2;
  update figure_fold set folded_to = becomes;
end $$;
revoke execute on function fold_figures(date) from public;

-- Nights of stays that are over are kept as other sums are: only those that are not over are counted when they are asked for.
drop index counted_fact_stays;
create index counted_fact_open_stays on counted_fact (happened) include (recorded, withdrawn, municipality, unit) where kind = 'stay' and until is null;
-- What was kept before has none of them: all is drawn again when the program starts.
truncate figure_change, figure_span, figure_kept;
update figure_fold set folded_to = '0001-01-01';

-- How many nights the places could be used is worked out of what was changed of supply, for those who count.
create policy supply_is_read_while_counting on supply_event for select using ((select is_counting()));
