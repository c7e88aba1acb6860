--liquibase formatted sql

--changeset himaye:search-0002-referral
--comment What a referral tells of numbers is hashed too, so that whoever receives it can be warned (BR-037). A value belongs to a person or to a referral.
alter table himaye.blind_value alter column person_id drop not null;
alter table himaye.blind_value add column referral_id uuid constraint fk_blind_value_referral references himaye.referral (id);
alter table himaye.blind_value add constraint ck_blind_value_owner check (num_nonnulls(person_id, referral_id) = 1);
create index ix_blind_value_referral on himaye.blind_value (referral_id);
drop policy blind_value_rows on himaye.blind_value;
create policy blind_value_rows on himaye.blind_value to himaye_app using (
  not (select himaye.context_by_queue())
  and (exists (select 1 from himaye.person p where p.id = person_id) or exists (select 1 from himaye.referral r where r.id = referral_id)));
create policy blind_value_functions on himaye.blind_value for select to himaye_owner using (true);
--rollback drop policy blind_value_functions on himaye.blind_value;
--rollback delete from himaye.blind_value where referral_id is not null;
--rollback drop policy blind_value_rows on himaye.blind_value;
--rollback create policy blind_value_rows on himaye.blind_value to himaye_app using (exists (select 1 from himaye.person p where p.id = person_id) and not (select himaye.context_by_queue()));
--rollback alter table himaye.blind_value drop column referral_id;
--rollback alter table himaye.blind_value alter column person_id set not null;

--changeset himaye:search-0002-earlier splitStatements:false
--comment Which institutions may know the person of a referral, for the supervisor who receives it: never who, never a case, and never one that is restricted (3.4, BR-037, BR-075).
create function himaye.earlier_records(asked uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  with told as (
    select b.use_of, b.hashed from himaye.blind_value b join himaye.referral r on r.id = b.referral_id
     where r.id = asked and himaye.context_role() = 'SUPERVISOR' and r.receiver_institution = himaye.context_institution()),
  same as (
    select b.person_id, b.referral_id from himaye.blind_value b join told using (use_of, hashed) where b.referral_id is distinct from asked)
  select c.institution_id from same join himaye.case_file c on c.person_id = same.person_id
   where c.referral_id is distinct from asked and not himaye.is_restricted(c.id)
     and c.id <> all ((select himaye.shut_cases())::uuid[])
  union
  select r.receiver_institution from same join himaye.referral r on r.id = same.referral_id
   where r.status in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED') and (r.case_id is null
     or not himaye.is_restricted(r.case_id) and r.case_id <> all ((select himaye.shut_cases())::uuid[]))
$$;
revoke all on function himaye.earlier_records(uuid) from public;
grant execute on function himaye.earlier_records(uuid) to himaye_app;
--rollback drop function himaye.earlier_records(uuid);

--changeset himaye:search-0002-hashed splitStatements:false
--comment Whose value this is, whoever they are: the search leaves those whom the caller may open. Asked without row rules, so that a stranger's value takes no longer than none (BR-006).
create function himaye.people_with(hashes text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select b.person_id from himaye.blind_value b
   where b.hashed = any (hashes) and b.person_id is not null and (select himaye.context_role()) in ('CASEWORKER', 'SUPERVISOR')
$$;
revoke all on function himaye.people_with(text[]) from public;
grant execute on function himaye.people_with(text[]) to himaye_app;
--rollback drop function himaye.people_with(text[]);
