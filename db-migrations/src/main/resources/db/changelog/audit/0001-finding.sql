--liquibase formatted sql

--changeset himaye:audit-0001-days
--comment Until when a question of the auditor is to be answered. Changed by adding a row.
insert into himaye.configuration (key, value, valid_from, source) values
  ('audit.answer.working_days', 5, '2005-01-01', 'design decision');
--rollback delete from himaye.configuration where key = 'audit.answer.working_days';

--changeset himaye:audit-0001-key
--comment The words of a finding are about a colleague and stand under a key of their own: no auditor comes near a case's key.
alter table himaye.sealing_key drop constraint ck_sealing_key_kind;
alter table himaye.sealing_key add constraint ck_sealing_key_kind check (owner_kind in ('PERSON', 'CASE', 'REFERRAL', 'ACCOUNT', 'SEARCH', 'FINDING'));
--rollback alter table himaye.sealing_key drop constraint ck_sealing_key_kind;
--rollback alter table himaye.sealing_key add constraint ck_sealing_key_kind check (owner_kind in ('PERSON', 'CASE', 'REFERRAL', 'ACCOUNT', 'SEARCH'));

--changeset himaye:audit-0001-finding
--comment What an auditor asks about the accesses of one account (domain.md 3.2, docs/adr/0032). Inserted and never changed: answer and verdict are rows of their own.
create table himaye.audit_finding (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  reference text not null,
  case_id uuid,
  case_number text,
  colleague uuid not null,
  institution_id uuid not null,
  events text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  answer_due_at timestamptz not null,
  question bytea,
  constraint uq_audit_finding_reference unique (reference),
  constraint fk_audit_finding_asked foreign key (created_by) references himaye.staff (sub),
  constraint fk_audit_finding_colleague foreign key (colleague) references himaye.staff (sub),
  constraint fk_audit_finding_institution foreign key (institution_id) references himaye.institution (id),
  constraint ck_audit_finding_once check (version = 0),
  constraint ck_audit_finding_not_own check (colleague <> created_by),
  constraint ck_audit_finding_case check ((case_id is null) = (case_number is null)),
  constraint ck_audit_finding_events check (events ~ '^[0-9]{1,18}( [0-9]{1,18})*$' and length(events) <= 10000),
  constraint ck_audit_finding_period check (first_at <= last_at)
);
create index ix_audit_finding_created on himaye.audit_finding (created_at desc, id desc);
create index ix_audit_finding_case on himaye.audit_finding (case_id) where case_id is not null;
comment on column himaye.audit_finding.colleague is 'Whose accesses are asked about: never who asks, answers or decides';
comment on column himaye.audit_finding.institution_id is 'Where the colleague worked when it was asked; its supervisor answers';
comment on column himaye.audit_finding.events is 'Numbers of the events in the log; all of them lie between first_at and last_at';
grant select, insert on himaye.audit_finding to himaye_app;
create table himaye.audit_finding_step (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  finding_id uuid not null,
  case_id uuid,
  kind text not null,
  verdict text,
  words bytea,
  constraint fk_audit_finding_step_finding foreign key (finding_id) references himaye.audit_finding (id),
  constraint fk_audit_finding_step_by foreign key (created_by) references himaye.staff (sub),
  constraint uq_audit_finding_step_kind unique (finding_id, kind),
  constraint uq_audit_finding_step_by unique (finding_id, created_by),
  constraint ck_audit_finding_step_once check (version = 0),
  constraint ck_audit_finding_step_kind check (kind in ('ANSWER', 'VERDICT')),
  constraint ck_audit_finding_step_verdict check ((kind = 'VERDICT') = (verdict is not null) and verdict in ('JUSTIFIED', 'NOT_JUSTIFIED', 'UNCLEAR'))
);
comment on constraint uq_audit_finding_step_by on himaye.audit_finding_step is 'Who answered does not decide';
grant select, insert on himaye.audit_finding_step to himaye_app;
--rollback drop table himaye.audit_finding_step, himaye.audit_finding;

--changeset himaye:audit-0001-rows
--comment Auditors and the privacy officer meet every finding, a supervisor those of the house; nobody one about the own accesses, and none whose case a restriction closes to the reader: a finding tells that there is such a case.
alter table himaye.audit_finding enable row level security, force row level security;
create policy audit_finding_read on himaye.audit_finding for select to himaye_app using (
  colleague <> (select himaye.context_account())
  and ((select himaye.context_role()) in ('AUDITOR', 'PRIVACY_OFFICER')
         and (case_id is null or case_id <> all ((select himaye.shut_cases(array['BARRED']))::uuid[]))
       or (select himaye.context_role()) = 'SUPERVISOR' and institution_id = (select himaye.context_institution())
         and (case_id is null or case_id <> all ((select himaye.shut_cases())::uuid[]))));
create policy audit_finding_write on himaye.audit_finding for insert to himaye_app with check (
  created_by = (select himaye.context_account()) and (select himaye.context_role()) = 'AUDITOR');
alter table himaye.audit_finding_step enable row level security, force row level security;
create policy audit_finding_step_read on himaye.audit_finding_step for select to himaye_app using (
  exists (select 1 from himaye.audit_finding f where f.id = audit_finding_step.finding_id));
create policy audit_finding_step_write on himaye.audit_finding_step for insert to himaye_app with check (
  created_by = (select himaye.context_account())
  and case kind when 'VERDICT' then (select himaye.context_role()) = 'AUDITOR'
      else (select himaye.context_role()) in ('SUPERVISOR', 'PRIVACY_OFFICER') end
  and exists (select 1 from himaye.audit_finding f where f.id = audit_finding_step.finding_id));
create policy sealing_key_finding on himaye.sealing_key to himaye_app using (
  owner_kind = 'FINDING' and exists (select 1 from himaye.audit_finding f where f.id = owner_id));
--rollback drop policy sealing_key_finding on himaye.sealing_key;
--rollback drop policy audit_finding_step_write on himaye.audit_finding_step;
--rollback drop policy audit_finding_step_read on himaye.audit_finding_step;
--rollback drop policy audit_finding_write on himaye.audit_finding;
--rollback drop policy audit_finding_read on himaye.audit_finding;

--changeset himaye:audit-0001-erasure splitStatements:false
--comment What is over is erased (docs/adr/0025): of a finding about a case the line stays, with whose accesses and what was decided, and every word of it and its key go.
create policy audit_finding_erasure on himaye.audit_finding to himaye_owner using ((select himaye.erasing()));
create policy audit_finding_step_erasure on himaye.audit_finding_step to himaye_owner using ((select himaye.erasing()));
create function himaye.forget_findings() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from himaye.sealing_key k
   where k.owner_kind = 'FINDING' and k.owner_id in (select f.id from himaye.audit_finding f where f.case_id = new.id);
  update himaye.audit_finding f set question = null where f.case_id = new.id;
  update himaye.audit_finding_step s set words = null where s.case_id = new.id;
  return null;
end $$;
revoke all on function himaye.forget_findings() from public;
create trigger tr_case_file_findings after update of erased_at on himaye.case_file for each row
  when (old.erased_at is null and new.erased_at is not null) execute function himaye.forget_findings();
--rollback drop trigger tr_case_file_findings on himaye.case_file;
--rollback drop function himaye.forget_findings();
--rollback drop policy audit_finding_step_erasure on himaye.audit_finding_step;
--rollback drop policy audit_finding_erasure on himaye.audit_finding;

--changeset himaye:audit-0001-no-key-again
--comment As retention-0003-no-key-again: what is typed into the page of a finding after its case was erased finds no key, and none is made again for it.
create policy sealing_key_finding_erased on himaye.sealing_key as restrictive for insert to himaye_app with check (
  owner_kind <> 'FINDING'
  or not exists (select 1 from himaye.audit_finding f where f.id = owner_id and himaye.is_erased(f.case_id)));
--rollback drop policy sealing_key_finding_erased on himaye.sealing_key;
