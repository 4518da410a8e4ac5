-- How fresh each unit's capacity is: who confirmed it and when, whom the unit is reminded through, and the links that confirm without a login.

-- Whom reminders about a unit's capacity are sent to.
create table unit_contact (
  unit text primary key references unit,
  name text not null,
  address text not null,
  constraint an_address_can_be_written_to check (address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(address) <= 254)
);

-- A reminder that was sent, with the digest of the secret in its link: the secret itself is never stored. Rows are only added.
create table capacity_nudge (
  number bigint generated always as identity primary key,
  unit text not null references unit,
  sent timestamptz not null default clock_timestamp(),
  sent_to text not null,
  address text not null,
  digest text not null unique,
  expires timestamptz not null,
  rule text not null,
  constraint a_link_dies_within_a_week check (expires > sent and expires <= sent + interval '7 days')
);
create index capacity_nudge_of_unit on capacity_nudge (unit, sent);

-- That a unit's capacity is right as it stands. Rows are only added; `unit` keeps the latest.
create table capacity_confirmation (
  number bigint generated always as identity primary key,
  unit text not null references unit,
  at timestamptz not null default clock_timestamp(),
  by_name text not null,
  -- By whom when it was done with a login; null through a link, where nobody proved who pressed, and for what was loaded.
  by_user text,
  organisation text,
  channel text not null,
  nudge bigint,
  constraint a_link_confirms_once unique (nudge),
  constraint a_link_is_one_that_was_sent foreign key (nudge) references capacity_nudge (number),
  constraint a_channel_is_one_of_these check (channel in ('login', 'link', 'loaded')),
  constraint a_login_has_a_user_and_a_link_its_reminder check
    ((channel = 'login') = (by_user is not null and organisation is not null) and (channel = 'link') = (nudge is not null))
);
create index capacity_confirmation_of_unit on capacity_confirmation (unit, at);

insert into capacity_confirmation (unit, at, by_name, channel)
  select id, confirmed_at, confirmed_by, 'loaded' from unit where confirmed_at is not null;

-- The unit's own row follows the newest confirmation, in the same transaction and in no other way.
create function keep_latest_confirmation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update unit set confirmed_by = new.by_name, confirmed_at = new.at where id = new.unit and (confirmed_at is null or confirmed_at <= new.at);
  return null;
end
$$;
create trigger unit_keeps_the_latest after insert on capacity_confirmation for each row execute function keep_latest_confirmation();
-- The application keeps the right to change these two columns, since locking a row asks for one; this is what holds it from using it.
create function refuse_confirmation_without_event() returns trigger language plpgsql as $$
begin
  if current_user = 'samlob_app' then
    raise exception 'a confirmation is written as a capacity_confirmation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger unit_is_confirmed_by_an_event before update of confirmed_by, confirmed_at on unit
  for each row execute function refuse_confirmation_without_event();

-- The leader of the unit, the secretariat and the supervision of its region, the agency, and the operator who sends the reminders.
-- From 2027 the eastern region is those two that it is made of.
create function sees_freshness(a_unit text) returns boolean language sql stable as $$
  select coalesce(asking('role') in ('agency', 'operator'), false)
      or exists (select from unit join facility on facility.id = unit.facility
                  where unit.id = a_unit and case
                    when asking('role') = 'unit-leader' then facility.id = asking('facility')
                    when asking('role') in ('secretariat', 'supervision') then facility.region = asking('region')
                      or (asking('region') = 'oestdanmark' and facility.region in ('hovedstaden', 'sjaelland'))
                    else false end) $$;

alter table unit_contact enable row level security;
create policy unit_contact_is_seen_by_its_leader_and_the_sender on unit_contact for select
  using (is_in_my_facility(unit) or asking('role') = 'operator');
create policy unit_contact_is_named_by_its_leader on unit_contact for insert with check (is_in_my_facility(unit));
create policy unit_contact_is_changed_by_its_leader on unit_contact for update using (is_in_my_facility(unit)) with check (is_in_my_facility(unit));

alter table capacity_nudge enable row level security;
create policy capacity_nudge_is_seen_with_its_unit on capacity_nudge for select using (sees_freshness(unit));
create policy capacity_nudge_is_sent_by_operations on capacity_nudge for insert with check (asking('role') = 'operator');

alter table capacity_confirmation enable row level security;
create policy capacity_confirmation_is_seen_with_its_unit on capacity_confirmation for select using (sees_freshness(unit));
create policy capacity_confirmation_is_given_by_its_leader on capacity_confirmation for insert
  with check (is_in_my_facility(unit) and channel = 'login' and by_user = asking('user') and organisation = asking('organisation'));

grant select, insert on unit_contact to samlob_app;
grant update (name, address) on unit_contact to samlob_app;
-- Neither the digest nor the address is read by anyone; the time is the database's.
grant select (number, unit, sent, sent_to, expires) on capacity_nudge to samlob_app;
grant insert (unit, sent_to, address, digest, expires, rule) on capacity_nudge to samlob_app;
grant select on capacity_confirmation to samlob_app;
grant insert (unit, by_name, by_user, organisation, channel) on capacity_confirmation to samlob_app;

-- When each unit that has a contact was confirmed and last reminded: times only, so that the job can see whether there is anything to do.
create view capacity_reminder as
  select unit.id as unit, unit.confirmed_at as confirmed, (select max(sent) from capacity_nudge where capacity_nudge.unit = unit.id) as nudged
    from unit join unit_contact on unit_contact.unit = unit.id;
grant select on capacity_reminder to samlob_app;

-- What a link is about, for one who has its secret. Links are never listed.
create function confirmation_link(a_digest text)
  returns table (unit text, sent_to text, sent timestamptz, expires timestamptz, used timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select capacity_nudge.unit, sent_to, sent, expires, capacity_confirmation.at
      from capacity_nudge left join capacity_confirmation on capacity_confirmation.nudge = capacity_nudge.number
     where digest = a_digest
  $$;

-- All that a link can do: confirm the capacity of its own unit, once, while it lives. Leaves its line in the trace; null when it did nothing.
create function confirm_by_link(a_digest text) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  link capacity_nudge;
begin
  select * into link from capacity_nudge where digest = a_digest and expires > clock_timestamp();
  if not found then return null; end if;
  insert into capacity_confirmation (unit, by_name, channel, nudge)
    values (link.unit, link.sent_to || ' (via link)', 'link', link.number) on conflict (nudge) do nothing;
  if not found then return null; end if;
  insert into trace (app_user, name, role, organisation, organisation_name, permission, rule, subject_kind, subject)
    -- Nobody has shown who pressed: the line says that it was the link, and of whom it speaks.
    select 'link', link.sent_to || ' (via link)', 'link', coalesce(of_facility.id, ''), facility.name, 'place:manage', link.rule || '/link', 'unit', link.unit
      from unit join facility on facility.id = unit.facility
      left join lateral (select id from organisation where organisation.facility = facility.id order by id limit 1) as of_facility on true
     where unit.id = link.unit;
  return link.unit;
end
$$;
