-- The leader of a unit reads its own figures from the rows of that unit: so that they are found without going through those of all others.
create index counted_fact_of_unit on counted_fact (unit_id) where unit_id is not null;
