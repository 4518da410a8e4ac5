-- Whether her team wrote her needs before or after her child's birth was told is a matter of order, not of two clocks: the row keeps the number of the
-- last fact of her pathway when it was written, under the pathway's lock. Null in rows from before, which count as written before the birth.
alter table her_needs add column after_fact integer;

-- What she waited by before a birth was followed: needs that stand on her request alone are given back whole where the birth is withdrawn.
alter table placement_request_event add column needs_before jsonb;
