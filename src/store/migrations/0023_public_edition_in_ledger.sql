-- The public edition of a call's reports stands in the ledger as a release like any other. What it tells beside its numbers is kept with
-- it: which cells it does not have, what its rule says of hidden ones, and how many municipalities it says had any.
alter table release add column beside jsonb;

create or replace view released as
  select id, matter, method, edition, terms, dimensions, cells, recorded, organisation_name, beside from release;

-- Whoever first makes the public edition of a call enters it: it is made from the answers alone, by one rule, and only once.
create unique index one_edition_for_one_matter on release (matter) where method = 'report';
create policy editions_are_entered_by_whoever_first_makes_them on release for insert
  with check (is_me(by_user, capacity, organisation) and method = 'report' and matter = 'call/' || asking('compiling')
              and is_compiling(asking('compiling')));
