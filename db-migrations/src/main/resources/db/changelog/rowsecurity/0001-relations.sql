--liquibase formatted sql

--changeset himaye:rowsecurity-0001-read-by-functions
--comment The few tables that the functions below and the log's own read as the owner, whom FORCE keeps out of all others.
create policy case_file_functions on himaye.case_file for select to himaye_owner using (true);
create policy case_assignment_functions on himaye.case_assignment for select to himaye_owner using (true);
create policy identification_set_functions on himaye.identification_set for select to himaye_owner using (true);
create policy reimbursement_request_functions on himaye.reimbursement_request for select to himaye_owner using (true);
create policy referral_functions on himaye.referral for select to himaye_owner using (true);
create policy break_glass_grant_functions on himaye.break_glass_grant for select to himaye_owner using (true);
create policy draft_functions on himaye.draft to himaye_owner using (true);
create policy access_event_functions on himaye.access_event to himaye_owner using (true);
create policy access_event_case_functions on himaye.access_event_case for select to himaye_owner using (true);
--rollback drop policy case_file_functions on himaye.case_file;
--rollback drop policy case_assignment_functions on himaye.case_assignment;
--rollback drop policy identification_set_functions on himaye.identification_set;
--rollback drop policy reimbursement_request_functions on himaye.reimbursement_request;
--rollback drop policy referral_functions on himaye.referral;
--rollback drop policy break_glass_grant_functions on himaye.break_glass_grant;
--rollback drop policy draft_functions on himaye.draft;
--rollback drop policy access_event_functions on himaye.access_event;
--rollback drop policy access_event_case_functions on himaye.access_event_case;

--changeset himaye:rowsecurity-0001-relations splitStatements:false
--comment How the caller stands to a case beyond the own institution. As functions, because policies that ask each other's tables never end.
create function himaye.assigned_cases() returns uuid[]
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(a.case_id), '{}') from himaye.case_assignment a
   where a.staff_sub = himaye.context_account() and a.assigned_until is null
$$;
create function himaye.is_with_unit(asked uuid) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select exists (select 1 from himaye.identification_set s where s.case_id = asked and s.receiver_id = himaye.context_institution())
$$;
create function himaye.is_with_finance(asked uuid) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select himaye.context_role() like 'FINANCE%'
     and exists (select 1 from himaye.reimbursement_request r where r.case_id = asked and r.state <> 'DRAFT')
$$;
create function himaye.is_watched(asked uuid) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select himaye.context_role() in ('AUDITOR', 'PRIVACY_OFFICER')
     and exists (select 1 from himaye.break_glass_grant g where g.case_id = asked)
$$;
--rollback drop function himaye.is_watched(uuid);
--rollback drop function himaye.assigned_cases();
--rollback drop function himaye.is_with_unit(uuid);
--rollback drop function himaye.is_with_finance(uuid);

--changeset himaye:rowsecurity-0001-queue
--comment Whoever meets a case in a queue, or counts it, sees that there is one, not what was written into it.
create function himaye.context_by_queue() returns boolean language sql stable parallel safe
  return coalesce((himaye.context())[3] in ('IDENTIFICATION_OFFICER', 'FINANCE_REVIEWER', 'FINANCE_APPROVER', 'FINANCE_PAYER', 'AUDITOR', 'PRIVACY_OFFICER')
    or (himaye.context())[5] = 'STATISTICS', false);
--rollback drop function himaye.context_by_queue();

--changeset himaye:rowsecurity-0001-refused splitStatements:false
--comment A refusal names in the log what it refused, though the row is not visible: ids by number and nothing else, for a caller who is known.
create function himaye.refused(kind text, number text) returns table (id uuid, case_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.id, c.person_id from himaye.case_file c
   where kind = 'case_file' and c.case_number = refused.number and himaye.context_account() is not null
  union all
  select r.id, null, null from himaye.referral r
   where kind = 'referral' and r.number = refused.number and himaye.context_account() is not null
  union all
  select q.id, q.case_id, q.person_id from himaye.reimbursement_request q
   where kind = 'reimbursement_request' and q.reference = refused.number and himaye.context_account() is not null
$$;
--rollback drop function himaye.refused(text, text);

--changeset himaye:rowsecurity-0001-counts splitStatements:false
--comment Whoever administers people reads how many cases wait to be handed over, and names the person of a function that ends; no case.
create function himaye.open_cases_of(colleague uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog as $$
  select count(*) from himaye.case_assignment a join himaye.case_file c on c.id = a.case_id
   where himaye.context_role() in ('ADMINISTRATOR', 'PRIVACY_OFFICER', 'SUPERVISOR')
     and a.staff_sub = colleague and a.function = 'PRIMARY' and a.assigned_until is null and c.status <> 'CLOSED'
$$;
create function himaye.person_of_case(asked uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select c.person_id from himaye.case_file c
   where c.id = asked and himaye.context_role() in ('ADMINISTRATOR', 'PRIVACY_OFFICER', 'SUPERVISOR')
$$;
--rollback drop function himaye.open_cases_of(uuid);
--rollback drop function himaye.person_of_case(uuid);

--changeset himaye:rowsecurity-0001-drafts splitStatements:false
--comment Text that nobody can want any more is deleted without being visible: what is too old, and that of somebody who has another job or none.
create function himaye.forget_old_drafts() returns void
  language sql security definer set search_path = pg_catalog as $$
  delete from himaye.draft d where d.updated_at < now() - interval '7 days'
$$;
create function himaye.forget_drafts_of(colleague uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  delete from himaye.draft d where d.created_by = colleague and himaye.context_role() in ('ADMINISTRATOR', 'PRIVACY_OFFICER', 'SUPERVISOR')
$$;
--rollback drop function himaye.forget_old_drafts();
--rollback drop function himaye.forget_drafts_of(uuid);

--changeset himaye:rowsecurity-0001-rights
--comment Functions that run as the owner are the application's alone.
revoke all on function himaye.context(), himaye.assigned_cases(), himaye.is_with_unit(uuid), himaye.is_with_finance(uuid), himaye.is_watched(uuid),
  himaye.refused(text, text), himaye.open_cases_of(uuid), himaye.person_of_case(uuid), himaye.forget_old_drafts(),
  himaye.forget_drafts_of(uuid) from public;
grant execute on function himaye.context(), himaye.assigned_cases(), himaye.is_with_unit(uuid), himaye.is_with_finance(uuid), himaye.is_watched(uuid),
  himaye.refused(text, text), himaye.open_cases_of(uuid), himaye.person_of_case(uuid), himaye.forget_old_drafts(),
  himaye.forget_drafts_of(uuid) to himaye_app;
--rollback empty
