--liquibase formatted sql

--changeset himaye:subjectrequest-0001-terms
--comment How long an answer to the person herself may take, and by how much it may be prolonged, once. Changed by adding a row.
insert into himaye.configuration (key, value, valid_from, source) values
  ('subject_request.days', 30, '2005-01-01', 'design decision, to be confirmed in law'),
  ('subject_request.extension.days', 30, '2005-01-01', 'design decision, to be confirmed in law');
--rollback delete from himaye.configuration where key like 'subject_request.%';

--changeset himaye:subjectrequest-0001-request
--comment What the person asks of her own data, how it was made sure that it is she, what came of it and why not all (domain.md 4.8, docs/adr/0033).
create table himaye.subject_request (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  kind text not null,
  state text not null,
  received_on date not null,
  received_how text not null,
  answer_form text not null,
  answer_language text not null,
  interpreter boolean not null,
  words bytea,
  due_on date not null,
  extension text,
  verified_by uuid,
  verified_at timestamptz,
  proof text,
  prepared_by uuid,
  prepared_at timestamptz,
  outcome text,
  grounds text,
  hidden_names bytea,
  decided_by uuid,
  decided_at timestamptz,
  delivered_by uuid,
  delivered_at timestamptz,
  delivered_form text,
  delivered_language text,
  delivered_interpreter boolean,
  constraint fk_subject_request_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_subject_request_entered foreign key (created_by) references himaye.staff (sub),
  constraint fk_subject_request_verified foreign key (verified_by) references himaye.staff (sub),
  constraint fk_subject_request_prepared foreign key (prepared_by) references himaye.staff (sub),
  constraint fk_subject_request_decided foreign key (decided_by) references himaye.staff (sub),
  constraint fk_subject_request_delivered foreign key (delivered_by) references himaye.staff (sub),
  constraint ck_subject_request_kind check (
    kind in ('ACCESS', 'COPY', 'CORRECTION', 'RESTRICTION', 'OBJECTION', 'ERASURE', 'WITHDRAW_CONSENT', 'COMPLAINT')),
  constraint ck_subject_request_state check (
    state in ('RECEIVED', 'IDENTITY_VERIFIED', 'PREPARED', 'REDACTED', 'DELIVERED', 'PARTLY_REFUSED', 'REFUSED', 'TAKEN_BACK')),
  constraint ck_subject_request_verified check (
    (verified_by is null) = (verified_at is null) and (verified_by is null) = (proof is null)
    and (state in ('RECEIVED', 'TAKEN_BACK') or verified_by is not null)),
  constraint ck_subject_request_prepared check (
    (prepared_by is null) = (prepared_at is null) and (prepared_by is null) = (outcome is null)
    and (state in ('RECEIVED', 'IDENTITY_VERIFIED', 'TAKEN_BACK') or outcome is not null)),
  -- Whoever gets less is told why, and taking a consent back is never refused.
  constraint ck_subject_request_outcome check (
    outcome is null or outcome = 'GRANTED' and grounds = ''
    or outcome in ('NARROWED', 'REFUSED') and grounds <> '' and kind <> 'WITHDRAW_CONSENT'),
  constraint ck_subject_request_decided check (
    (decided_by is null) = (decided_at is null) and (state <> 'REDACTED' or decided_by is not null)),
  constraint ck_subject_request_other check (decided_by <> created_by and decided_by <> prepared_by),
  constraint ck_subject_request_delivered check (
    (delivered_by is null) = (delivered_at is null) and (delivered_by is null) = (delivered_form is null)
    and (delivered_by is null) = (delivered_language is null)
    and (state in ('DELIVERED', 'PARTLY_REFUSED', 'REFUSED')) = (delivered_by is not null)
    and (delivered_by is null or decided_by is not null
      or outcome = 'GRANTED' and kind not in ('ACCESS', 'COPY', 'RESTRICTION', 'ERASURE', 'COMPLAINT')))
);
create index ix_subject_request_case on himaye.subject_request (case_id, received_on desc);
create index ix_subject_request_open on himaye.subject_request (state, due_on)
  where state in ('RECEIVED', 'IDENTITY_VERIFIED', 'PREPARED', 'REDACTED');
grant select, insert on himaye.subject_request to himaye_app;
grant update (version, updated_at, updated_by, state, words, due_on, extension, verified_by, verified_at, proof, prepared_by, prepared_at,
  outcome, grounds, hidden_names, decided_by, decided_at, delivered_by, delivered_at, delivered_form, delivered_language,
  delivered_interpreter) on himaye.subject_request to himaye_app;
--rollback drop table himaye.subject_request;

--changeset himaye:subjectrequest-0001-rows
--comment A request follows its case: for the caseworkers who work on it and the supervisor of the house.
alter table himaye.subject_request enable row level security, force row level security;
create policy subject_request_rows on himaye.subject_request to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = subject_request.case_id)
  and ((select himaye.context_role()) = 'SUPERVISOR'
       or (select himaye.context_role()) = 'CASEWORKER' and case_id = any ((select himaye.assigned_cases())::uuid[])));
create policy subject_request_own on himaye.subject_request as restrictive for insert to himaye_app with check (
  created_by = (select himaye.context_account()));
--rollback drop policy subject_request_own on himaye.subject_request;
--rollback drop policy subject_request_rows on himaye.subject_request;

--changeset himaye:subjectrequest-0001-erasure
--comment What is over is erased with what was asked of it (docs/adr/0025).
create policy subject_request_erasure on himaye.subject_request to himaye_owner using ((select himaye.erasing()));
--rollback drop policy subject_request_erasure on himaye.subject_request;
