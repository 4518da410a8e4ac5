-- What was changed in a wish while she waits, each with what stood before and after; null where nothing was, and on events older than this.
alter table placement_request_event add column change jsonb;

-- Who comes is part of what her team writes of her: a search and the waiting list begin from it. Null on rows older than this.
alter table her_needs add column party jsonb;
grant update (party) on placement_request to samlob_app;
