-- How the length of a stay was agreed: so many nights after the birth, so that the day she leaves moves with the due date and with the birth. Null for a
-- stay to a fixed day, and for those from before this was kept: nobody knows how they were asked for.
alter table stay add column nights_after_birth integer constraint nights_after_a_birth_are_counted check (nights_after_birth >= 0);

-- It is another when those who may put her on other nights do: by the same rule as `place_stay`, which asks about a stay that has begun by itself.
create function agree_length(a_stay text, nights integer) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update stay set nights_after_birth = nights where id = a_stay
    and ((is_in_my_facility(unit) and status in ('held', 'confirmed', 'admitted'))
         or (takes_part(pathway) and is_professional()
         and (status in ('held', 'confirmed') or (status = 'admitted' and is_a_payer()))));
  return found;
end
$$;
revoke all on function agree_length(text, integer) from public;
grant execute on function agree_length(text, integer) to samlob_app;
