-- The latest change of each unit's supply, its taking up apart: when, by whom, and of which kind. Whoever may see that a unit's capacity is
-- confirmed may see that it was changed since; what stood before and after is for those who read the facts themselves.
create view supply_changed as
  select unit.id as unit, latest.recorded as at, latest.by_name as by, latest.type as what
    from unit
    cross join lateral (select recorded, by_name, type from supply_event
                         where supply_event.unit = unit.id and type <> 'registered' order by sequence desc limit 1) as latest;
grant select on supply_changed to samlob_app;
