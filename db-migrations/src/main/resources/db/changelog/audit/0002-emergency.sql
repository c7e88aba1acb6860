--liquibase formatted sql

--changeset himaye:audit-0002-emergency
--comment An emergency access that a review finds not justified asks by itself (domain.md 4.7, docs/adr/0032): whoever found it so asks, once, with the id of the access.
alter table himaye.audit_finding add column emergency text;
alter table himaye.audit_finding add constraint ck_audit_finding_emergency check (emergency is null or case_id is not null);
comment on column himaye.audit_finding.emergency is 'Why the emergency access was begun that a review found not justified; null for what an auditor asks';
alter policy audit_finding_write on himaye.audit_finding with check (
  created_by = (select himaye.context_account())
  and case when emergency is null then (select himaye.context_role()) = 'AUDITOR'
      else exists (select 1 from himaye.break_glass_grant g
                    where g.id = audit_finding.id and g.case_id = audit_finding.case_id and g.created_by = audit_finding.colleague
                      and g.verdict = 'NOT_JUSTIFIED' and g.reviewed_by = (select himaye.context_account())) end);
--rollback alter policy audit_finding_write on himaye.audit_finding with check (created_by = (select himaye.context_account()) and (select himaye.context_role()) = 'AUDITOR');
--rollback alter table himaye.audit_finding drop column emergency;
