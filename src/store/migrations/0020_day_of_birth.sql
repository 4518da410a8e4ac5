-- Units receive from an age. Those who take part in her pathway can be told her day of birth as her CPR number writes it: six digits, and the
-- one that tells the century. The three that would make it her number are not given.

create function birth_as_cpr_writes_it(of_pathway text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select left(person.cpr, 7) from pathway join person on person.id = pathway.person
  where pathway.id = of_pathway and takes_part(of_pathway)
$$;
revoke all on function birth_as_cpr_writes_it(text) from public;
grant execute on function birth_as_cpr_writes_it(text) to samlob_app;
