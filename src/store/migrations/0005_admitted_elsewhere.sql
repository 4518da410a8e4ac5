-- A woman who comes to a new unit before the old one has written that she left is there all the same: it is recorded and marked.
drop index one_admission_for_one_pathway;

-- Whether she is written as admitted in another stay. The unit that asks sees its own stay and may not see the other.
create function is_admitted_elsewhere(a_stay text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from stay as other where other.status = 'admitted' and other.id <> a_stay
                    and other.pathway = (select pathway from stay where id = a_stay))
$$;
