--liquibase formatted sql

--changeset himaye:rowsecurity-0003-shut
--comment A restriction takes away what any other rule gives. What follows a case follows it here; a referral that became the case names its sender and its receiver, and so has the rule itself.
create policy case_file_shut on himaye.case_file as restrictive to himaye_app using (
  id <> all ((select himaye.shut_cases())::uuid[]));
create policy referral_shut on himaye.referral as restrictive to himaye_app using (
  case_id is null or case_id <> all ((select himaye.shut_cases())::uuid[]));
--rollback drop policy case_file_shut on himaye.case_file;
--rollback drop policy referral_shut on himaye.referral;

--changeset himaye:rowsecurity-0003-refused splitStatements:false
--comment The refusal of a restricted record has a reason of its own in the log, so that an auditor counts the attempts.
drop function himaye.refused(text, text);
create function himaye.refused(kind text, number text) returns table (id uuid, case_id uuid, person_id uuid, shut boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select found.id, found.case_id, found.person_id, coalesce(found.behind = any (himaye.shut_cases()), false) from (
    select c.id, c.id as case_id, c.person_id, c.id as behind from himaye.case_file c
     where kind = 'case_file' and c.case_number = refused.number and himaye.context_account() is not null
    union all
    select r.id, null, null, r.case_id from himaye.referral r
     where kind = 'referral' and r.number = refused.number and himaye.context_account() is not null
    union all
    select q.id, q.case_id, q.person_id, q.case_id from himaye.reimbursement_request q
     where kind = 'reimbursement_request' and q.reference = refused.number and himaye.context_account() is not null) found
$$;
revoke all on function himaye.refused(text, text) from public;
grant execute on function himaye.refused(text, text) to himaye_app;
--rollback drop function himaye.refused(text, text);
