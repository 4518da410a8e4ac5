-- How far the place of one who left the list has come, beside what the report of fairness counts: a yes to an offer holds a place, and is no place yet
-- until it is confirmed. As counted_requests of 0009 has it, with the stay that is hers; whose it is nobody is told.
create function counted_requests_reached()
  returns table (municipality text, status text, urgency jsonb, left_on date, reached text, refusals jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select municipality, status, urgency,
         -- She left the list when she was given a place, also where she came to it later.
         case when status in ('accepted', 'withdrawn', 'ended') then
           (select (coalesce(max(recorded) filter (where act in ('withdraw', 'accept', 'hold') or reason is distinct from 'got-place'),
                             max(recorded)) at time zone 'Europe/Copenhagen')::date
              from placement_request_event as event
             where event.request = placement_request.id and act in ('withdraw', 'accept', 'hold', 'end')) end,
         case when status = 'ended' and exists (select from placement_request_event as event
                     where event.request = placement_request.id and act = 'end' and reason = 'got-place') then 'admitted'
              when status = 'accepted' then
                coalesce((select case when stay.status in ('confirmed', 'admitted') then stay.status else 'held' end
                            from stay where stay.id = placement_request.stay), 'held')
              when status = 'offered' then 'offered' end,
         coalesce((select jsonb_agg(jsonb_build_object('unit', unit, 'reason', reason)) from placement_request_event as event
             where event.request = placement_request.id and act = 'refuse'), '[]')
    from placement_request where reports_on_the_list()
$$;
revoke execute on function counted_requests_reached() from public;
grant execute on function counted_requests_reached() to samlob_app;
-- Its place is taken by the one above, and nothing reads it any more.
drop function counted_requests();

-- One request of the list: what is asked of it alone is not read for all. As waiting_requests of 0009 has it.
create function waiting_request(which text) returns table (id text, municipality text, needs jsonb, party jsonb, earliest date, nights integer, reach integer,
    status text, closed jsonb, urgency jsonb, asked_at timestamptz, units jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, municipality, needs, party, earliest, nights, reach, status, closed, urgency, asked_at,
         coalesce((select jsonb_agg(unit order by preference) from placement_request_unit as unit_wished
                    where request = placement_request.id and unit_wished.wish = placement_request.wish), '[]')
    from placement_request where id = which and status in ('waiting', 'offered', 'accepted') and orders_the_list()
$$;
revoke execute on function waiting_request(text) from public;
grant execute on function waiting_request(text) to samlob_app;
