--liquibase formatted sql

--changeset himaye:disclosure-0004-in-the-way-of-an-erasure splitStatements:false
--comment A request from outside that nobody has answered, or whose data can still go, is in the way of an erasure: else whoever asked would get no answer, and would know by it (domain.md 4.3, docs/adr/0031). As before in all else.
create or replace function himaye.erasure_obstacle(asked uuid, by_rule text) returns text
  language sql volatile security definer set search_path = pg_catalog as $$
  select case
    when exists (select 1 from himaye.legal_hold h where h.case_id = asked and h.lifted_at is null) then 'LEGAL_HOLD'
    when exists (select 1 from himaye.case_restriction r
                  where r.case_id = asked and r.kind = 'SUSPENDED' and r.lifted_at is null) then 'ORDER'
    when exists (select 1 from himaye.identification_set s where s.case_id = asked and s.decided_at is null) then 'DECISION_OPEN'
    when exists (select 1 from himaye.reimbursement_request q
                  where q.case_id = asked
                    and q.state in ('REQUESTED', 'UNDER_REVIEW', 'REVIEWED', 'RETURNED', 'APPEALED', 'APPROVED', 'PARTLY_PAID')) then 'PAYMENT_OPEN'
    when exists (select 1 from himaye.disclosure d
                  where d.case_id = asked
                    and (d.state in ('REQUESTED', 'CHECKED')
                         or d.state in ('APPROVED', 'PARTLY') and d.expires_on >= (now() at time zone 'Asia/Baku')::date
                         -- She is still to be told.
                         or d.state = 'SENT' and d.informing = 'AFTER')) then 'DISCLOSURE_OPEN'
    when exists (select 1 from himaye.break_glass_grant g where g.case_id = asked and g.verdict is null) then 'ACCESS_UNREVIEWED'
    when by_rule <> 'ASKED' and exists (select 1 from himaye.case_file c where c.id = asked and c.status <> 'CLOSED') then 'REOPENED'
    -- Opened and closed again since it was proposed: its term begins anew.
    when by_rule <> 'ASKED' and exists (
      select 1 from himaye.erasure e join himaye.status_change t on t.case_id = e.subject_id and t.entity = 'case_file' and t.created_at > e.created_at
       where e.subject_id = asked and e.withdrawn_at is null) then 'REOPENED'
  end
$$;
--rollback select 1;
