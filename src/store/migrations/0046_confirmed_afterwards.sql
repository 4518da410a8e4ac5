-- A stay that she was admitted to without confirmation gets its legal basis and its payer afterwards, once, from her own team. The team moves
-- no stay that has begun; this one change alone is let through. A facility does not say who pays for its own stay.
create function confirm_afterwards(a_stay text, a_basis text, a_payer text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update stay set legal_basis = a_basis, paid_by = a_payer
    where id = a_stay and status = 'admitted' and legal_basis is null and paid_by is null and a_basis is not null and a_payer is not null
      and takes_part(pathway) and is_professional() and not is_of_a_facility();
  return found;
end
$$;
grant execute on function confirm_afterwards(text, text, text) to samlob_app;
