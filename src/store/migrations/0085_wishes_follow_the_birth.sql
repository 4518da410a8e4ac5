-- A wish on the waiting list can be to the birth and some nights after: so many, or null for a number of nights. `nights` are those from the first day she
-- can come, kept by the due date and the birth as they are told on her pathway; none where the end is not after that day.
alter table placement_request add column nights_after_birth integer constraint nights_after_a_wished_birth_are_counted check (nights_after_birth >= 0);
alter table placement_request drop constraint a_request_asks_for_nights;
alter table placement_request add constraint a_request_asks_for_nights check (nights > 0 or (nights = 0 and nights_after_birth is not null));
grant update (nights_after_birth) on placement_request to samlob_app;

-- As 0009 and 0060 have them, with the length.
drop function waiting_requests();
create function waiting_requests() returns table (id text, municipality text, needs jsonb, party jsonb, earliest date, nights integer,
    nights_after_birth integer, reach integer, status text, closed jsonb, urgency jsonb, asked_at timestamptz, units jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, municipality, needs, party, earliest, nights, nights_after_birth, reach, status, closed, urgency, asked_at,
         coalesce((select jsonb_agg(unit order by preference) from placement_request_unit as unit_wished
                    where request = placement_request.id and unit_wished.wish = placement_request.wish), '[]')
    from placement_request where status in ('waiting', 'offered', 'accepted') and orders_the_list()
$$;
revoke execute on function waiting_requests() from public;
grant execute on function waiting_requests() to samlob_app;

drop function waiting_request(text);
create function waiting_request(which text) returns table (id text, municipality text, needs jsonb, party jsonb, earliest date, nights integer,
    nights_after_birth integer, reach integer, status text, closed jsonb, urgency jsonb, asked_at timestamptz, units jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, municipality, needs, party, earliest, nights, nights_after_birth, reach, status, closed, urgency, asked_at,
         coalesce((select jsonb_agg(unit order by preference) from placement_request_unit as unit_wished
                    where request = placement_request.id and unit_wished.wish = placement_request.wish), '[]')
    from placement_request where id = which and status in ('waiting', 'offered', 'accepted') and orders_the_list()
$$;
revoke execute on function waiting_request(text) from public;
grant execute on function waiting_request(text) to samlob_app;
