-- A pathway can open without identity. With her consent it is joined to the person whose number she gave; then it shows whether she has another
-- pathway going with another party, which neither of the two could see before. Numbers are read and given by these functions alone.

create unique index one_person_per_number on person (cpr) where cpr is not null;

-- The person with a number, for the professionals who take part in the pathway; null where there is none. Two who ask at once wait for each other, so that
-- one person is made for both.
create function person_of_number(of_pathway text, a_number text) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
  begin
    if not (is_professional() and takes_part(of_pathway)) then return null; end if;
    perform pg_advisory_xact_lock(hashtextextended('person ' || a_number, 0));
    return (select id from person where cpr = a_number);
  end
$$;

create function make_person_of_number(of_pathway text, a_number text, a_name text, a_new_person text) returns text
  language sql volatile security definer set search_path = public, pg_temp as $$
    insert into person (id, name, cpr, invented) select a_new_person, a_name, a_number, true where is_professional() and takes_part(of_pathway) returning id
$$;

-- The other pathways that are going for the women of the pathways the asker takes part in (of one pathway, or of all): who opened it, when,
-- and whom to ring; nothing of what stands in it. Neither the one who referred nor a facility's leader is told: they do not coordinate her help.
create function other_pathways_of_hers(of_pathway text)
  returns table (mine text, called_name text, other text, opened_by text, opened_by_name text, opened text, coordinator jsonb, takes_part_there boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select pathway.id, pathway.called_name, other.id, organisation.id, organisation.name, other.state -> 'referral' ->> 'on',
        case when jsonb_typeof(other.state -> 'coordinator') = 'object' then jsonb_build_object('name', other.state #> '{coordinator,name}',
          'organisationName', other.state #> '{coordinator,organisationName}', 'telephone', other.state #> '{coordinator,telephone}') end,
        takes_part(other.id)
      from care_team_member
      join pathway on pathway.id = care_team_member.pathway
      join pathway other on other.person = pathway.person and other.id <> pathway.id
      join organisation on organisation.id = other.opened_by
      where is_professional() and care_team_member.organisation = asking('organisation')
        and (of_pathway is null or pathway.id = of_pathway)
        and pathway.phase <> 'ended' and other.phase <> 'ended'
      order by pathway.called_name, pathway.id, other.id
  $$;

revoke all on function person_of_number(text, text) from public;
revoke all on function make_person_of_number(text, text, text, text) from public;
revoke all on function other_pathways_of_hers(text) from public;
grant execute on function person_of_number(text, text) to samlob_app;
grant execute on function make_person_of_number(text, text, text, text) to samlob_app;
grant execute on function other_pathways_of_hers(text) to samlob_app;
