--liquibase formatted sql

--changeset himaye:search-0004-matching splitStatements:false
--comment Cases of other people of whom a document, a telephone, or family name with day of birth is told as of this case's person. For the functions below alone: none of them gives a case away. Restricted on either side, erased or shut to the caller is as if not there (3.4, BR-075).
create function himaye.matching_cases(asked uuid) returns table (case_id uuid, institution_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  with own as (
    select c.id, c.person_id from himaye.case_file c
     where c.id = asked and not himaye.is_restricted(c.id)
       and c.id <> all ((select himaye.shut_cases())::uuid[])),
  same as (
    select o.person_id, o.referral_id from own
      join himaye.blind_value b on b.person_id = own.person_id
      join himaye.blind_value o on o.hashed = b.hashed and o.use_of = b.use_of),
  found as (
    select c.id, c.institution_id, c.person_id from same join himaye.case_file c on c.person_id = same.person_id
    union
    select c.id, c.institution_id, c.person_id from same join himaye.case_file c on c.referral_id = same.referral_id)
  select found.id, found.institution_id from found join own on found.person_id <> own.person_id
   where not himaye.is_restricted(found.id) and found.id <> all ((select himaye.shut_cases())::uuid[])
$$;
revoke all on function himaye.matching_cases(uuid) from public;
--rollback drop function himaye.matching_cases(uuid);

--changeset himaye:search-0004-houses splitStatements:false
--comment Which institutions may know the person of a case from before, for the supervisor of its house while it is not closed: never who, and never a case (3.4, BR-037). Of a case that begins later nothing is told: a house that she left would learn where she is now.
create function himaye.earlier_houses(asked uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct m.institution_id from himaye.case_file c cross join lateral himaye.matching_cases(c.id) m
    join himaye.case_file earlier on earlier.id = m.case_id
   where c.id = asked and c.status <> 'CLOSED' and earlier.opened_at < c.opened_at and himaye.context_role() = 'SUPERVISOR' and c.institution_id = himaye.context_institution()
$$;
revoke all on function himaye.earlier_houses(uuid) from public;
grant execute on function himaye.earlier_houses(uuid) to himaye_app;
--rollback drop function himaye.earlier_houses(uuid);
