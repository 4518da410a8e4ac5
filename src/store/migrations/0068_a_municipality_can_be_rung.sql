-- The telephone number at which a municipality's team is rung about the places of its women. Units have had one since 0022; every change is a row
-- that is only added. Empty: it was taken away.
create table municipality_telephone (
  municipality text not null,
  sequence integer not null,
  telephone text not null,
  recorded timestamptz not null default clock_timestamp(),
  by_user text not null,
  by_name text not null,
  capacity text not null,
  organisation text not null,
  organisation_name text not null,
  constraint a_municipality_has_four_digits check (municipality ~ '^[0-9]{4}$'),
  constraint a_municipality_telephone_is_a_number check (telephone = '' or telephone ~ '^\+?[0-9 ]{8,20}$'),
  primary key (municipality, sequence)
);
alter table municipality_telephone enable row level security;
-- A number to ring is for every unit and every woman who is told to ring it.
create policy municipality_telephone_is_seen_by_all on municipality_telephone for select using (true);
create policy municipality_telephone_is_kept_up_by_its_team on municipality_telephone for insert
  with check (municipality = asking('municipality') and asking('role') in ('coordinator', 'family-department', 'care-decider')
    and is_me(by_user, capacity, organisation));
grant select, insert on municipality_telephone to samlob_app;
