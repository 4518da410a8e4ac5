-- Where each facility has stood, and from when. A figure of travel counts the way that was known when its fact was written; the rows of figures
-- are drawn anew from the facts, so what they were drawn from must be there too. Kept by the database itself, whoever moves a facility.
create table facility_place (
  facility text not null references facility,
  since timestamptz not null,
  municipality text not null,
  longitude double precision not null,
  latitude double precision not null,
  primary key (facility, since)
);
alter table facility_place enable row level security;
create policy facility_place_is_seen_by_all on facility_place for select using (true);
grant select on facility_place to samlob_app;

create function keep_facility_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into facility_place values (new.id, clock_timestamp(), new.municipality, new.longitude, new.latitude);
  return null;
end
$$;
revoke all on function keep_facility_place() from public;
create trigger a_new_facility_stands_somewhere after insert on facility for each row execute function keep_facility_place();
create trigger a_facility_moves after update of municipality, longitude, latitude on facility for each row
  when ((old.municipality, old.longitude, old.latitude) is distinct from (new.municipality, new.longitude, new.latitude))
  execute function keep_facility_place();
insert into facility_place select id, clock_timestamp(), municipality, longitude, latitude from facility;
