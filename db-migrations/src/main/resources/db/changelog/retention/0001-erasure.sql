--liquibase formatted sql

--changeset himaye:retention-0001-terms
--comment How long what is over is kept (domain.md 4.8). Each number is a proposal until a lawyer confirms it. Changed by adding a row.
insert into himaye.configuration (key, value, valid_from, source) values
  ('retention.adult.years', 10, '2005-01-01', 'design decision, to be confirmed in law'),
  ('retention.child.years', 10, '2005-01-01', 'design decision, to be confirmed in law'),
  ('retention.child.age', 25, '2005-01-01', 'design decision, to be confirmed in law'),
  ('retention.referral.days', 90, '2005-01-01', 'design decision, to be confirmed in law'),
  ('retention.refused.days', 30, '2005-01-01', 'design decision, to be confirmed in law'),
  ('retention.finance.years', 5, '2005-01-01', 'as accounting law is understood to require, to be confirmed in law'),
  ('retention.again.days', 90, '2005-01-01', 'design decision: when a withdrawn proposal is made again');
--rollback delete from himaye.configuration where key like 'retention.%';

--changeset himaye:retention-0001-erasure
--comment What is proposed to be erased, by which rule, who said yes, and when it was done. Numbers and codes; the pseudonym leaves with what is erased. No reference to what will not be there any more.
create table himaye.erasure (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  subject text not null,
  subject_id uuid not null,
  number text not null,
  institution_id uuid not null,
  pseudonym text,
  rule text not null,
  reason text,
  due_on date not null,
  privacy_by uuid,
  privacy_at timestamptz,
  supervisor_by uuid,
  supervisor_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  executed_at timestamptz,
  constraint fk_erasure_institution foreign key (institution_id) references himaye.institution (id),
  constraint fk_erasure_privacy foreign key (privacy_by) references himaye.staff (sub),
  constraint fk_erasure_supervisor foreign key (supervisor_by) references himaye.staff (sub),
  constraint ck_erasure_subject check (subject in ('CASE', 'REFERRAL') and (subject = 'REFERRAL') = (rule = 'REFERRAL_NOT_ACCEPTED')),
  constraint ck_erasure_rule check (rule in ('CLOSED_ADULT', 'CLOSED_CHILD', 'REFUSED_INTAKE', 'REFERRAL_NOT_ACCEPTED', 'ASKED')),
  constraint ck_erasure_reason check ((rule = 'ASKED') = (reason is not null) and reason in ('PERSON_ASKED', 'GUARDIAN_ASKED', 'RECORDED_WRONGLY')),
  constraint ck_erasure_privacy check ((privacy_by is null) = (privacy_at is null)),
  constraint ck_erasure_supervisor check ((supervisor_by is null) = (supervisor_at is null)),
  constraint ck_erasure_two_people check (privacy_by <> supervisor_by),
  constraint ck_erasure_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_reason is null)
    and withdrawn_reason in ('STILL_NEEDED', 'TERM_WRONG', 'PERSON_CHANGED_MIND', 'ERASED_BEFORE')),
  constraint ck_erasure_executed check (executed_at is null or privacy_by is not null and supervisor_by is not null and withdrawn_at is null and pseudonym is null)
);
create unique index uq_erasure_subject on himaye.erasure (subject_id) where withdrawn_at is null;
create index ix_erasure_open on himaye.erasure (due_on, id) where withdrawn_at is null and executed_at is null;
create index ix_erasure_withdrawn on himaye.erasure (subject_id, withdrawn_at) where withdrawn_at is not null;
grant select, insert on himaye.erasure to himaye_app;
-- That it was done is written by the function that does it.
grant update (version, updated_at, updated_by, privacy_by, privacy_at, supervisor_by, supervisor_at, withdrawn_by, withdrawn_at, withdrawn_reason)
  on himaye.erasure to himaye_app;
alter table himaye.erasure enable row level security, force row level security;
create policy erasure_rows on himaye.erasure to himaye_app using (
  ((select himaye.context_role()) = 'PRIVACY_OFFICER' and subject_id <> all ((select himaye.shut_cases(array['BARRED']))::uuid[]))
  or ((select himaye.context_role()) = 'SUPERVISOR' and institution_id = (select himaye.context_institution())
      and subject_id <> all ((select himaye.shut_cases())::uuid[])));
create policy erasure_job on himaye.erasure to himaye_app using ((select himaye.context_job()) = 'RETENTION');
create policy erasure_functions on himaye.erasure to himaye_owner using (true);
--rollback drop table himaye.erasure;

--changeset himaye:retention-0001-hold
--comment Why a case must not be erased yet, whatever its term: a court, the prosecution, a complaint. Lifted by another person.
create table himaye.legal_hold (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  case_number text not null,
  institution_id uuid not null,
  reason text not null,
  reference text not null,
  lifted_at timestamptz,
  lifted_by uuid,
  constraint fk_legal_hold_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_legal_hold_institution foreign key (institution_id) references himaye.institution (id),
  constraint fk_legal_hold_staff foreign key (created_by) references himaye.staff (sub),
  constraint fk_legal_hold_lifted foreign key (lifted_by) references himaye.staff (sub),
  constraint ck_legal_hold_reason check (reason in ('COURT', 'PROSECUTION', 'COMPLAINT', 'CLAIM', 'AUDIT')),
  constraint ck_legal_hold_reference check (reference ~ '^[0-9A-Za-z./-]{1,40}$'),
  constraint ck_legal_hold_lifted check ((lifted_at is null) = (lifted_by is null) and lifted_by <> created_by)
);
create index ix_legal_hold_case on himaye.legal_hold (case_id) where lifted_at is null;
grant select, insert on himaye.legal_hold to himaye_app;
grant update (version, updated_at, updated_by, lifted_at, lifted_by) on himaye.legal_hold to himaye_app;
alter table himaye.legal_hold enable row level security, force row level security;
create policy legal_hold_rows on himaye.legal_hold to himaye_app using (
  ((select himaye.context_role()) = 'PRIVACY_OFFICER' and case_id <> all ((select himaye.shut_cases(array['BARRED']))::uuid[]))
  or ((select himaye.context_role()) = 'SUPERVISOR' and institution_id = (select himaye.context_institution())
      and case_id <> all ((select himaye.shut_cases())::uuid[])));
create policy legal_hold_functions on himaye.legal_hold to himaye_owner using (true);
--rollback drop table himaye.legal_hold;

--changeset himaye:retention-0001-tombstone
--comment What is left of an erased case: its number, its house, when and by which rule. For the auditor; to everybody else there is no such number.
alter table himaye.case_file add column erased_at timestamptz;
alter table himaye.case_file add column erased_rule text;
alter table himaye.case_file alter column person_id drop not null;
alter table himaye.case_file add constraint ck_case_file_erased check (
  (erased_at is null) = (erased_rule is null) and (erased_at is null) = (person_id is not null));
grant select (erased_at, erased_rule) on himaye.case_file to himaye_log_reader;
create policy case_file_erased on himaye.case_file as restrictive to himaye_app using (erased_at is null);
--rollback drop policy case_file_erased on himaye.case_file;
--rollback delete from himaye.case_file where erased_at is not null;
--rollback alter table himaye.case_file drop constraint ck_case_file_erased, drop column erased_at, drop column erased_rule, alter column person_id set not null;

--changeset himaye:retention-0001-finance
--comment A payment outlives the identity of who got it: its P- number stands for her as long as accounting needs it.
alter table himaye.reimbursement_request alter column person_id drop not null;
alter table himaye.reimbursement_request add column nameless_since timestamptz;
alter table himaye.reimbursement_instalment add column nameless_since timestamptz;
alter table himaye.reimbursement_request add constraint ck_reimbursement_request_nameless check (
  (nameless_since is not null or person_id is not null) and (nameless_since is null or iban is null and payee_name is null));
alter table himaye.reimbursement_request drop constraint ck_reimbursement_request_account;
alter table himaye.reimbursement_request add constraint ck_reimbursement_request_account check (
  state in ('DRAFT', 'CANCELLED') or nameless_since is not null or (method = 'BANK') = (iban is not null));
alter table himaye.reimbursement_instalment drop constraint ck_reimbursement_instalment_paid;
alter table himaye.reimbursement_instalment add constraint ck_reimbursement_instalment_paid check (
  state <> 'PAID' or (paid_on is not null and idempotency_key is not null
    and (nameless_since is not null or bank_reference is not null and bank_fingerprint is not null)));
--rollback empty

--changeset himaye:retention-0001-counts
--comment Erased cases stay in the statistics as counts by quarter and sex, which point at no case.
create table himaye.erased_count (
  opened_quarter date not null,
  sex_group text not null,
  cases integer not null,
  primary key (opened_quarter, sex_group),
  constraint ck_erased_count_sex check (sex_group in ('FEMALE', 'MALE', 'OTHER_OR_UNDISCLOSED'))
);
grant select on himaye.erased_count to himaye_app;
--rollback drop table himaye.erased_count;
