--liquibase formatted sql

--changeset himaye:disclosure-0001-expiry
--comment How long a receiver may use what was given. Changed by adding a row.
insert into himaye.configuration (key, value, valid_from, source) values
  ('disclosure.expiry.days', 30, '2005-01-01', 'design decision, to be confirmed in law');
--rollback delete from himaye.configuration where key = 'disclosure.expiry.days';

--changeset himaye:disclosure-0001-register
--comment Who asked for data, on what basis, who decided, what went and whether the person knows (domain.md 4.3, docs/adr/0031). No reference to the case: the line outlives it, without the sealed words. A request for somebody whom nobody knows is a line without a case and without a word.
create table himaye.disclosure (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  reference text not null,
  case_id uuid,
  case_number text,
  institution_id uuid not null,
  state text not null,
  receiver text not null,
  organisation text,
  receiver_person bytea,
  document_number text,
  document_date date,
  purpose text not null,
  basis text not null,
  wanted bytea,
  wanted_fields text not null,
  checked_by uuid,
  checked_at timestamptz,
  ground text,
  consent_id uuid,
  fears_state boolean,
  risk_note bytea,
  decided_by uuid,
  decided_at timestamptz,
  refused text,
  fields text,
  expires_on date,
  review_due_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  justified boolean,
  informing text,
  informing_reason text,
  informed_on date,
  informed_by uuid,
  informed_language text,
  sent_by uuid,
  sent_at timestamptz,
  channel text,
  constraint uq_disclosure_reference unique (reference),
  constraint fk_disclosure_institution foreign key (institution_id) references himaye.institution (id),
  constraint fk_disclosure_entered foreign key (created_by) references himaye.staff (sub),
  constraint fk_disclosure_checked foreign key (checked_by) references himaye.staff (sub),
  constraint fk_disclosure_decided foreign key (decided_by) references himaye.staff (sub),
  constraint fk_disclosure_reviewed foreign key (reviewed_by) references himaye.staff (sub),
  constraint fk_disclosure_informed foreign key (informed_by) references himaye.staff (sub),
  constraint fk_disclosure_sent foreign key (sent_by) references himaye.staff (sub),
  constraint ck_disclosure_state check (state in ('REQUESTED', 'CHECKED', 'APPROVED', 'PARTLY', 'REFUSED', 'SENT', 'NOTIFIED')),
  constraint ck_disclosure_unknown check (
    (case_id is null) = (case_number is null)
    and (case_id is not null or receiver_person is null and wanted is null and risk_note is null and ground is null
      and state in ('REQUESTED', 'CHECKED', 'REFUSED'))),
  constraint ck_disclosure_document check (document_number ~ '^[^ ]{1,40}$'),
  constraint ck_disclosure_checked check ((checked_by is null) = (checked_at is null) and (checked_by is null) = (state = 'REQUESTED')),
  constraint ck_disclosure_consent check ((ground = 'CONSENT') = (consent_id is not null)),
  constraint ck_disclosure_decided check (
    (decided_by is null) = (decided_at is null) and (decided_by is null) = (state in ('REQUESTED', 'CHECKED'))),
  constraint ck_disclosure_other check (decided_by <> created_by and decided_by <> checked_by and reviewed_by <> decided_by),
  constraint ck_disclosure_refused check ((refused is not null) = (state = 'REFUSED')),
  constraint ck_disclosure_granted check (
    state in ('REQUESTED', 'CHECKED', 'REFUSED') or ground is not null and fields <> '' and expires_on is not null),
  constraint ck_disclosure_reviewed check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (justified is null)),
  constraint ck_disclosure_informing check (
    informing is null or (informing = 'BEFORE') = (informing_reason is null) and (informing <> 'BEFORE' or informed_on is not null)),
  constraint ck_disclosure_sent check (
    (state in ('SENT', 'NOTIFIED')) = (sent_at is not null) and (sent_at is null) = (channel is null) and (sent_at is null) = (sent_by is null)
    and (sent_at is null or informing is not null) and (state <> 'NOTIFIED' or informed_on is not null))
);
create index ix_disclosure_created on himaye.disclosure (created_at desc, id desc);
create index ix_disclosure_case on himaye.disclosure (case_id) where case_id is not null;
grant select, insert on himaye.disclosure to himaye_app;
grant update (version, updated_at, updated_by, state, receiver_person, wanted, checked_by, checked_at, ground, consent_id, fears_state, risk_note,
  decided_by, decided_at, refused, fields, expires_on, review_due_at, reviewed_by, reviewed_at, justified, informing, informing_reason,
  informed_on, informed_by, informed_language, sent_by, sent_at, channel) on himaye.disclosure to himaye_app;
--rollback drop table himaye.disclosure;

--changeset himaye:disclosure-0001-consent
--comment To whom, for what and for which classes a consent was given (domain.md 3.3.9). Its id is the consent's.
create table himaye.disclosure_consent (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  disclosure_id uuid not null,
  receiver text not null,
  organisation text,
  purpose text not null,
  classes text not null,
  constraint fk_disclosure_consent_disclosure foreign key (disclosure_id) references himaye.disclosure (id),
  constraint fk_disclosure_consent_consent foreign key (id) references himaye.consent (id),
  constraint fk_disclosure_consent_case foreign key (case_id) references himaye.case_file (id)
);
create index ix_disclosure_consent_case on himaye.disclosure_consent (case_id);
create index ix_disclosure_consent_disclosure on himaye.disclosure_consent (disclosure_id);
grant select, insert on himaye.disclosure_consent to himaye_app;
--rollback drop table himaye.disclosure_consent;

--changeset himaye:disclosure-0001-copy
--comment Every file that was made of a decision, with its hash. Written and never changed.
create table himaye.disclosure_copy (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  disclosure_id uuid not null,
  case_id uuid not null,
  kind text not null,
  sha256 text not null,
  constraint fk_disclosure_copy_disclosure foreign key (disclosure_id) references himaye.disclosure (id),
  constraint fk_disclosure_copy_staff foreign key (created_by) references himaye.staff (sub),
  constraint ck_disclosure_copy_once check (version = 0),
  constraint ck_disclosure_copy_kind check (kind in ('PDF', 'JSON')),
  constraint ck_disclosure_copy_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
create index ix_disclosure_copy_disclosure on himaye.disclosure_copy (disclosure_id, created_at);
grant select, insert on himaye.disclosure_copy to himaye_app;
--rollback drop table himaye.disclosure_copy;

--changeset himaye:disclosure-0001-rows
--comment The register is for who keeps it, the supervisor of the house, and the caseworkers of the case; a line about nobody known is met by the house. A restriction of the case counts as everywhere; an erased case's line is met by the keepers alone.
alter table himaye.disclosure enable row level security, force row level security;
create policy disclosure_register on himaye.disclosure for select to himaye_app using (
  (select himaye.context_role()) = 'AUDITOR'
  or (select himaye.context_role()) = 'PRIVACY_OFFICER'
     and (case_id is null or case_id <> all ((select himaye.shut_cases(array['BARRED']))::uuid[])));
create policy disclosure_house on himaye.disclosure to himaye_app using (
  institution_id = (select himaye.context_institution())
  and ((select himaye.context_role()) = 'SUPERVISOR'
         and (case_id is null or exists (select 1 from himaye.case_file c where c.id = disclosure.case_id))
       or (select himaye.context_role()) = 'CASEWORKER'
         and (case_id is null or case_id = any ((select himaye.assigned_cases())::uuid[])
              and exists (select 1 from himaye.case_file c where c.id = disclosure.case_id))));
create policy disclosure_reviewer on himaye.disclosure for update to himaye_app using (
  (select himaye.context_role()) = 'PRIVACY_OFFICER' and review_due_at is not null
  and case_id <> all ((select himaye.shut_cases(array['BARRED']))::uuid[]));
create policy disclosure_own on himaye.disclosure as restrictive for insert to himaye_app with check (
  created_by = (select himaye.context_account()));
create policy disclosure_functions on himaye.disclosure for select to himaye_owner using (true);
alter table himaye.disclosure_consent enable row level security, force row level security;
create policy disclosure_consent_rows on himaye.disclosure_consent to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = disclosure_consent.case_id) and not (select himaye.context_by_queue()));
alter table himaye.disclosure_copy enable row level security, force row level security;
create policy disclosure_copy_read on himaye.disclosure_copy for select to himaye_app using (
  exists (select 1 from himaye.disclosure d where d.id = disclosure_copy.disclosure_id));
create policy disclosure_copy_write on himaye.disclosure_copy for insert to himaye_app with check (
  created_by = (select himaye.context_account()) and (select himaye.context_role()) in ('SUPERVISOR', 'CASEWORKER')
  and exists (select 1 from himaye.disclosure d where d.id = disclosure_copy.disclosure_id));
--rollback drop policy disclosure_copy_write on himaye.disclosure_copy;
--rollback drop policy disclosure_copy_read on himaye.disclosure_copy;
--rollback drop policy disclosure_consent_rows on himaye.disclosure_consent;
--rollback drop policy disclosure_functions on himaye.disclosure;
--rollback drop policy disclosure_own on himaye.disclosure;
--rollback drop policy disclosure_reviewer on himaye.disclosure;
--rollback drop policy disclosure_house on himaye.disclosure;
--rollback drop policy disclosure_register on himaye.disclosure;

--changeset himaye:disclosure-0001-erasure splitStatements:false
--comment What is over is erased (docs/adr/0025): of a disclosure the line stays, as a receipt of what went to whom, and loses every sealed word; its key is gone in any case. The consent's terms go with the consent.
create policy disclosure_erasure on himaye.disclosure to himaye_owner using ((select himaye.erasing()));
create policy disclosure_consent_erasure on himaye.disclosure_consent to himaye_owner using ((select himaye.erasing()));
create function himaye.forget_disclosures() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update himaye.disclosure d set receiver_person = null, wanted = null, risk_note = null where d.case_id = new.id;
  return null;
end $$;
revoke all on function himaye.forget_disclosures() from public;
create trigger tr_case_file_erased after update of erased_at on himaye.case_file for each row
  when (old.erased_at is null and new.erased_at is not null) execute function himaye.forget_disclosures();
--rollback drop trigger tr_case_file_erased on himaye.case_file;
--rollback drop function himaye.forget_disclosures();
--rollback drop policy disclosure_consent_erasure on himaye.disclosure_consent;
--rollback drop policy disclosure_erasure on himaye.disclosure;

--changeset himaye:disclosure-0001-refused splitStatements:false
--comment A refusal names a line of the register, too.
create or replace function himaye.refused(kind text, number text) returns table (id uuid, case_id uuid, person_id uuid, shut boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select found.id, found.case_id, found.person_id, coalesce(found.behind = any (himaye.shut_cases()), false) from (
    select c.id, c.id as case_id, c.person_id, c.id as behind from himaye.case_file c
     where kind = 'case_file' and c.case_number = refused.number and himaye.context_account() is not null
    union all
    select r.id, null, null, r.case_id from himaye.referral r
     where kind = 'referral' and r.number = refused.number and himaye.context_account() is not null
    union all
    select q.id, q.case_id, q.person_id, q.case_id from himaye.reimbursement_request q
     where kind = 'reimbursement_request' and q.reference = refused.number and himaye.context_account() is not null
    union all
    select d.id, d.case_id, null, d.case_id from himaye.disclosure d
     where kind = 'disclosure' and d.reference = refused.number and himaye.context_account() is not null) found
$$;
--rollback select 1;
