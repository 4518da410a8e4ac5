-- The messages of reminders, written in the same transaction as the reminder and sent afterwards by whoever claims them.

create table reminder_message (
  number bigint generated always as identity primary key,
  -- The name it is sent under, each time the same: by it a receiver knows one that came twice.
  id uuid not null unique default gen_random_uuid(),
  nudge bigint not null unique references capacity_nudge,
  unit text not null references unit,
  written timestamptz not null default clock_timestamp(),
  to_name text not null,
  address text not null,
  subject text not null,
  -- With the link, which opens without a login: it is blotted out once the message is delivered or given up.
  body text,
  expires timestamptz not null,
  status text not null default 'waiting',
  attempts integer not null default 0,
  -- When it is to be tried; while somebody is sending it, when that is taken to have failed.
  due timestamptz not null default clock_timestamp(),
  ended timestamptz,
  reason text,
  code text,
  constraint a_message_stands_in_one_of_these check (status in ('waiting', 'delivered', 'undelivered')),
  constraint a_link_is_kept_no_longer_than_it_takes check ((body is null) = (status <> 'waiting')),
  constraint a_message_has_ended_when_it_is_not_waiting check ((ended is null) = (status = 'waiting')),
  constraint an_undelivered_message_says_why check
    ((reason is not null) = (status = 'undelivered') and (reason is null or reason in ('refused', 'not-in-time', 'confirmed'))),
  -- A message is read by others than its receiver: a number that could be a CPR number is in none.
  constraint a_message_holds_no_cpr_number check
    (concat_ws(' ', subject, body) !~ '(^|[^0-9A-Za-z_-])[0-9]{6}[ -]?[0-9]{4}([^0-9A-Za-z_-]|$)')
);
create index reminder_message_that_waits on reminder_message (due) where status = 'waiting';
create index reminder_message_of_unit on reminder_message (unit, written);

-- Whether there is anything to send: times only, so that the sender need not ask as anybody until there is.
create view reminder_due as select number, unit, due from reminder_message where status = 'waiting';
grant select on reminder_due to samlob_app;

alter table reminder_message enable row level security;
create policy reminder_message_is_seen_with_its_unit on reminder_message for select using (sees_freshness(unit));
create policy reminder_message_is_written_by_operations on reminder_message for insert with check (asking('role') = 'operator');
create policy reminder_message_is_ended_by_operations on reminder_message for update
  using (asking('role') = 'operator' and status = 'waiting') with check (asking('role') = 'operator');

-- The address and the link are read by no one but through the claim below.
grant select (number, id, nudge, unit, written, to_name, expires, status, attempts, due, ended, reason, code) on reminder_message to samlob_app;
grant insert (nudge, unit, to_name, address, subject, body, expires) on reminder_message to samlob_app;
grant update (status, attempts, due, ended, reason, code, body) on reminder_message to samlob_app;

-- Takes one message that is due, for as long as sending it may take; when the sender dies meanwhile, it is due again after that. Says whether its
-- unit has been confirmed since it was written.
create function claim_reminder()
  returns table (number bigint, id uuid, unit text, to_name text, address text, subject text, body text, expires timestamptz, attempts integer,
    confirmed boolean)
  language sql volatile security definer set search_path = public, pg_temp as $$
    update reminder_message set attempts = reminder_message.attempts + 1, due = clock_timestamp() + interval '5 minutes'
     where asking('role') = 'operator'
       and reminder_message.number = (
         select waiting.number from reminder_message waiting
          where waiting.status = 'waiting' and waiting.due <= clock_timestamp()
          order by waiting.due, waiting.number limit 1 for update skip locked)
    returning reminder_message.number, reminder_message.id, reminder_message.unit, reminder_message.to_name, reminder_message.address,
      reminder_message.subject, reminder_message.body, reminder_message.expires, reminder_message.attempts,
      exists (select from capacity_confirmation
               where capacity_confirmation.unit = reminder_message.unit and capacity_confirmation.at > reminder_message.written)
  $$;
