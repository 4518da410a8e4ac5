-- Two units of one name are two: a row of figures says which unit it is of, beside the name that stands in the facts. Null where the stay is
-- of no unit that is known here: then the name is all there is.
alter table counted_fact add column unit_id text;

-- What was kept of units lay under their names. Rows and sums are drawn anew from the facts when the program starts.
truncate figure_change, figure_span, figure_kept;
update figure_fold set folded_to = '0001-01-01';
drop index counted_fact_open_stays;
create index counted_fact_open_stays on counted_fact (happened) include (recorded, withdrawn, municipality, unit, unit_id)
  where kind = 'stay' and until is null;
