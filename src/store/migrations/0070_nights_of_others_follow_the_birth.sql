-- What a place must have for one who may be given another follows her due date, and the birth, as her own stay does (`agreedByDueDate` and
-- `needsAfterBirth` in src/domain/placement/needs.ts, whose words and days these are: a test holds the two equal). What the stay was written with would
-- move her to a place that was enough by the day she was expected then.

-- Where a need begins to hold, and from when it does not; null where it has no such day. Only what was agreed for some nights follows the birth.
create function need_from(need jsonb, due date, born date) returns date language sql immutable as $$
  select case when not (need ? 'from' or need ? 'until') then null
              when need ->> 'why' = 'stay-passes-birth' and coalesce(born, due) is not null then coalesce(born, due - 21)
              when need ->> 'why' = 'birth-with-risk-to-child' and coalesce(born, due) is not null then null
              else (need ->> 'from')::date end
$$;
create function need_until(need jsonb, due date, born date) returns date language sql immutable as $$
  select case when need ->> 'why' = 'birth-with-risk-to-child' and born < due - 21 then due + 15
              when not (need ? 'from' or need ? 'until') then null
              when need ->> 'why' = 'stay-passes-birth' and coalesce(born, due) is not null then null
              when need ->> 'why' = 'birth-with-risk-to-child' and coalesce(born, due) is not null then coalesce(born, due + 15)
              else (need ->> 'until')::date end
$$;

-- The properties that a place must have on at least one of some nights, each once. From the birth on: room for both, and no more
-- what was until the birth; the ward only for a child that came before week 37.
create function must_have_on(needs jsonb, due date, born date, arrival date, departure date) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(property order by number), '[]')
    from (select property, min(number) as number
            from (select need ->> 'property', number
                    from jsonb_array_elements(needs) with ordinality as written (need, number)
                   where greatest(need_from(need, due, born), arrival) < least(need_until(need, due, born), departure)
                     and (born is null or need ->> 'why' not in ('birth-with-risk-to-child', 'contract-must-be-offered')
                          or (need ->> 'why' = 'birth-with-risk-to-child' and coalesce(born < due - 21, false)))
                  union all
                  select 'mother-and-baby', null where born < departure) as held (property, number)
           group by property) as each_once
$$;

create or replace view occupation as
  select part.stay, part.place, part.unit, part.arrival, part.departure, part.status, stay.held_until,
         case when part.status not in ('held', 'confirmed') then '[]'
              else (select must_have_on(stay.needs, pathway.due_date, (pathway.state ->> 'bornOn')::date, part.arrival, part.departure)
                      from pathway where pathway.id = stay.pathway)
         end as must_have,
         part.departure < stay.departure as moves_on
    from stay_part as part join stay on stay.id = part.stay
   where part.status in ('held', 'confirmed', 'admitted', 'discharged');

-- So the day that a child is expected, or was born, bears on what a unit can offer: those who hold it in memory read it again.
create function birth_bears_on_units() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  changed text;
begin
  for changed in select distinct unit from stay where pathway = new.id and status in ('held', 'confirmed') loop
    insert into unit_change (unit) values (changed);
    perform pg_notify('unit_changed', changed);
  end loop;
  return null;
end
$$;
create trigger a_birth_is_told_to_units after update on pathway for each row
  when (old.due_date is distinct from new.due_date or old.state -> 'bornOn' is distinct from new.state -> 'bornOn')
  execute function birth_bears_on_units();
