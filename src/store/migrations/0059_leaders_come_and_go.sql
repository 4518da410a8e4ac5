-- A facility can have more leaders than one, and the task of one can end: until now the only leader was named once and for ever.

-- When somebody's task ended: what was done in the name stands, and nobody logs in with it any more.
alter table app_user add column ended timestamptz;
-- When somebody was named on a page; null for those who were there from the start. Until now one leader was named so with each registered facility.
alter table app_user add column named timestamptz;
update app_user set named = facility_event.recorded from facility_event
 where facility_event.type = 'leader-named' and app_user.id = 'leder-' || facility_event.facility;

create or replace function user_of_session(a_digest text, at_moment timestamptz) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select session.app_user from session join app_user on app_user.id = session.app_user
   where digest = a_digest and expires > at_moment and app_user.ended is null
$$;

-- The social supervision of its region and those who lead the facility name its leaders and end their task.
create function names_leaders_of(a_facility text) returns boolean language sql stable as
  $$ select registers_this_facility(a_facility) or leads_facility(a_facility) $$;

-- Names one more leader under an id. False where the id is somebody's already. One at a time in the whole country, so that each has an own number.
drop function name_leader(text, text, text);
create function name_leader(a_facility text, a_user text, a_name text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not names_leaders_of(a_facility) then
    raise exception 'only the supervision of its region and its leaders name a leader' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtext('leaders of facilities'));
  insert into app_user (id, name, role, organisation, persona, named)
    select a_user, a_name, 'unit-leader', organisation.id, (select max(persona) + 1 from app_user), clock_timestamp()
      from organisation where organisation.facility = a_facility and organisation.kind = 'facility' order by organisation.id limit 1
    on conflict (id) do nothing;
  return found;
end
$$;

-- Ends a leader's task and the sessions it was done in. False where there is no such leader of the facility.
create function end_leader(a_facility text, a_user text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not names_leaders_of(a_facility) then
    raise exception 'only the supervision of its region and its leaders end a leader''s task' using errcode = 'insufficient_privilege';
  end if;
  update app_user set ended = clock_timestamp() from organisation
   where app_user.id = a_user and app_user.role = 'unit-leader' and app_user.ended is null
     and organisation.id = app_user.organisation and organisation.facility = a_facility;
  if not found then
    return false;
  end if;
  delete from session where app_user = a_user;
  return true;
end
$$;
revoke execute on function names_leaders_of(text), name_leader(text, text, text), end_leader(text, text) from public;
grant execute on function names_leaders_of(text), name_leader(text, text, text), end_leader(text, text) to samlob_app;

alter table facility_event drop constraint a_change_is_one_of_these;
alter table facility_event add constraint a_change_is_one_of_these
  check (type in ('registered', 'corrected', 'leader-named', 'leader-ended', 'unit-opened', 'unit-named'));
create policy facility_event_about_leaders_is_added_by_a_leader on facility_event for insert
  with check (type in ('leader-named', 'leader-ended') and is_me(by_user, capacity, organisation) and leads_facility(facility));
