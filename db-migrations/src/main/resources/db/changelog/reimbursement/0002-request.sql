--liquibase formatted sql

--changeset himaye:reimbursement-0002-request
--comment A request for money, its decisions and instalments. What must never happen is refused here too: two of a kind that is given once (BR-063), one person in two of the roles (BR-060), amounts without sense (BR-061).
create table himaye.reimbursement_request (
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  reference text not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  one_time boolean not null,
  amount numeric(12, 2) not null,
  currency text not null default 'AZN',
  budget_source_id uuid not null,
  payee_kind text not null,
  payee_name bytea,
  method text not null,
  iban bytea,
  state text not null,
  requested_by uuid,
  requested_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  paid_by uuid,
  paid_at timestamptz,
  constraint pk_reimbursement_request primary key (id),
  constraint uq_reimbursement_request_reference unique (reference),
  constraint fk_reimbursement_request_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_reimbursement_request_person foreign key (person_id) references himaye.person (id),
  constraint fk_reimbursement_request_budget foreign key (budget_source_id) references himaye.budget_source (id),
  constraint ck_reimbursement_request_kind check (kind in ('ONE_TIME_ALLOWANCE', 'REINTEGRATION_ALLOWANCE', 'EXPENSE_REFUND', 'IN_KIND_VALUE', 'FUND_COMPENSATION', 'COURT_AWARD_TRACKING')),
  constraint ck_reimbursement_request_state check (state in ('DRAFT', 'REQUESTED', 'UNDER_REVIEW', 'REVIEWED', 'RETURNED', 'REJECTED', 'APPEALED', 'REJECTED_FINAL', 'APPROVED', 'PARTLY_PAID', 'PAID', 'STOPPED', 'CANCELLED')),
  constraint ck_reimbursement_request_payee check (payee_kind in ('VICTIM', 'GUARDIAN', 'PROVIDER')),
  constraint ck_reimbursement_request_method check (method in ('BANK', 'CARD', 'CASH_AGAINST_SIGNATURE')),
  constraint ck_reimbursement_request_amount check (amount > 0),
  constraint ck_reimbursement_request_currency check (currency = 'AZN'),
  constraint ck_reimbursement_request_account check (state in ('DRAFT', 'CANCELLED') or (method = 'BANK') = (iban is not null)),
  constraint ck_reimbursement_request_reviewer check (reviewed_by <> requested_by),
  constraint ck_reimbursement_request_approver check (approved_by <> requested_by and approved_by <> reviewed_by),
  constraint ck_reimbursement_request_payer check (paid_by <> requested_by and paid_by <> approved_by),
  constraint ck_reimbursement_request_steps check (
    (state not in ('REQUESTED', 'UNDER_REVIEW', 'REVIEWED', 'APPROVED', 'PARTLY_PAID', 'PAID') or requested_by is not null)
    and (state not in ('REVIEWED', 'APPROVED', 'PARTLY_PAID', 'PAID') or reviewed_by is not null)
    and (state not in ('APPROVED', 'PARTLY_PAID', 'PAID') or approved_by is not null)
    and (state not in ('PARTLY_PAID', 'PAID') or paid_by is not null))
);
comment on column himaye.reimbursement_request.reference is 'P- number: stands for the payee wherever a name must not, on lists and in the bank''s purpose text';
-- A draft asks for nothing yet and keeps nobody from asking.
create unique index uq_reimbursement_request_one_time on himaye.reimbursement_request (person_id, kind)
  where one_time and state not in ('DRAFT', 'REJECTED', 'REJECTED_FINAL', 'CANCELLED');
create index ix_reimbursement_request_case on himaye.reimbursement_request (case_id, created_at desc);
create index ix_reimbursement_request_queue on himaye.reimbursement_request (state, requested_at)
  where state in ('REQUESTED', 'UNDER_REVIEW', 'REVIEWED', 'APPROVED', 'PARTLY_PAID');
grant select, insert, update on himaye.reimbursement_request to himaye_app;
--rollback drop table himaye.reimbursement_request;

--changeset himaye:reimbursement-0002-decision
--comment Who did which step in which job and why, as codes. Kept for ever.
create table himaye.reimbursement_decision (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  request_id uuid not null,
  case_id uuid not null,
  step text not null,
  role text not null,
  reason text,
  constraint fk_reimbursement_decision_request foreign key (request_id) references himaye.reimbursement_request (id),
  constraint ck_reimbursement_decision_step check (step in ('REQUEST', 'REVIEW', 'RETURN', 'REJECT', 'APPROVE', 'PAY', 'CANCEL')),
  constraint ck_reimbursement_decision_reason check (step not in ('RETURN', 'REJECT', 'CANCEL') or reason is not null)
);
create index ix_reimbursement_decision_request on himaye.reimbursement_decision (request_id, created_at);
create index ix_reimbursement_decision_actor on himaye.reimbursement_decision (created_by, created_at desc);
grant select, insert on himaye.reimbursement_decision to himaye_app;
--rollback drop table himaye.reimbursement_decision;

--changeset himaye:reimbursement-0002-instalment
--comment What is paid when. The bank's reference is sealed; its fingerprint keeps one bank payment from being booked twice, the key keeps one click from paying twice.
create table himaye.reimbursement_instalment (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  request_id uuid not null,
  case_id uuid not null,
  number integer not null,
  amount numeric(12, 2) not null,
  state text not null,
  paid_on date,
  bank_reference bytea,
  bank_fingerprint text,
  idempotency_key uuid,
  constraint fk_reimbursement_instalment_request foreign key (request_id) references himaye.reimbursement_request (id),
  constraint uq_reimbursement_instalment_number unique (request_id, number),
  constraint uq_reimbursement_instalment_bank_reference unique (bank_fingerprint),
  constraint uq_reimbursement_instalment_key unique (idempotency_key),
  constraint ck_reimbursement_instalment_amount check (amount > 0),
  constraint ck_reimbursement_instalment_state check (state in ('SCHEDULED', 'ORDERED', 'PAID', 'FAILED', 'CANCELLED', 'REVERSED')),
  constraint ck_reimbursement_instalment_paid check (state <> 'PAID' or (paid_on is not null and bank_reference is not null and bank_fingerprint is not null and idempotency_key is not null))
);
grant select, insert, update on himaye.reimbursement_instalment to himaye_app;
--rollback drop table himaye.reimbursement_instalment;
