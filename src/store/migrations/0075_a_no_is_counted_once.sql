-- The no of a unit to one who waits is counted once, as her urgency counts it: a form that came twice wrote it twice. As counted_requests_reached of 0060 has
-- it, with the first no of each unit.
create or replace function counted_requests_reached()
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
         coalesce((select jsonb_agg(jsonb_build_object('unit', unit, 'reason', reason)) from
             (select distinct on (unit) unit, reason from placement_request_event as event
               where event.request = placement_request.id and act = 'refuse' order by unit, sequence) as first_no), '[]')
    from placement_request where reports_on_the_list()
$$;
