--liquibase formatted sql

--changeset himaye:document-0001-case-document
--comment Papers of a case as files (domain.md 3.3.16, docs/adr/0030). Inserted and read; all that changes is that one is withdrawn. No file name, no hash: both would tell what it is to whoever has it.
create table himaye.case_document (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null references himaye.case_file (id),
  kind text not null,
  data_class text not null,
  content_type text not null,
  content_size integer not null,
  virus_state text not null,
  identity_title bytea,
  protected_title bytea,
  security_title bytea,
  health_title bytea,
  therapy_title bytea,
  legal_title bytea,
  privileged_title bytea,
  financial_title bytea,
  narrative_title bytea,
  content_key bytea not null,
  redacts uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  constraint ck_case_document_kind check (kind in ('IDENTITY_PAPER', 'SIGNED_FORM', 'CERTIFICATE', 'RELATIVE_PAPER', 'PROTECTION', 'MEDICAL',
    'PSYCHOLOGICAL', 'THERAPY_RECORD', 'COURT', 'POLICE', 'DEFENCE', 'PAYMENT', 'OWN_STATEMENT', 'OTHER')),
  constraint ck_case_document_type check (content_type in ('PDF', 'JPEG', 'PNG') and content_size > 0),
  constraint ck_case_document_viruses check (virus_state in ('CLEAN', 'NOT_CHECKED')),
  -- The title stands in the column of its class and in no other.
  constraint ck_case_document_title check (
    (identity_title is not null) = (data_class = 'IDENTITY')
    and (protected_title is not null) = (data_class = 'PROTECTED_PERSON')
    and (security_title is not null) = (data_class = 'SECURITY_MEASURE')
    and (health_title is not null) = (data_class = 'HEALTH')
    and (therapy_title is not null) = (data_class = 'THERAPY')
    and (legal_title is not null) = (data_class = 'LEGAL_INVESTIGATION')
    and (privileged_title is not null) = (data_class = 'PRIVILEGED')
    and (financial_title is not null) = (data_class = 'FINANCIAL')
    and (narrative_title is not null) = (data_class = 'NARRATIVE')
    and data_class in ('IDENTITY', 'PROTECTED_PERSON', 'SECURITY_MEASURE', 'HEALTH', 'THERAPY', 'LEGAL_INVESTIGATION', 'PRIVILEGED', 'FINANCIAL', 'NARRATIVE')),
  constraint ck_case_document_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null)
    and (withdrawal_reason is null or withdrawal_reason in ('WRONG_CASE', 'WRONG_FILE', 'WRONG_KIND', 'UNREADABLE', 'NEWER_ONE'))),
  constraint uq_case_document_original unique (id, case_id, kind, data_class),
  -- A redacted copy is of the same case, kind and class.
  constraint ck_case_document_redacts check (redacts is distinct from id),
  constraint fk_case_document_redacts foreign key (redacts, case_id, kind, data_class)
    references himaye.case_document (id, case_id, kind, data_class)
);
create index ix_case_document_case on himaye.case_document (case_id, created_at desc, id desc);
create index ix_case_document_redacts on himaye.case_document (redacts) where redacts is not null;
comment on column himaye.case_document.content_key is 'Key of the content, sealed under the key of the case';
comment on column himaye.case_document.redacts is 'The original, of which this is a copy that may go to others';
grant select, insert on himaye.case_document to himaye_app;
grant update (version, updated_at, updated_by, withdrawn_at, withdrawn_by, withdrawal_reason) on himaye.case_document to himaye_app;
--rollback drop table himaye.case_document;

--changeset himaye:document-0001-chunk
--comment The sealed content, in rows of a quarter of a megabyte.
create table himaye.document_chunk (
  id uuid primary key,
  document_id uuid not null references himaye.case_document (id),
  place integer not null,
  content bytea not null,
  constraint ck_document_chunk_place check (place >= 0 and length(content) > 0 and length(content) <= 262144),
  constraint uq_document_chunk_place unique (document_id, place)
);
grant select, insert on himaye.document_chunk to himaye_app;
--rollback drop table himaye.document_chunk;

--changeset himaye:document-0001-rows
--comment A document follows its case. Those of the two sub-classes are met by whoever uploaded them, and by the lawyers who work on the case now, and by nobody else in the house; so are their contents.
alter table himaye.case_document enable row level security, force row level security;
create policy case_document_read on himaye.case_document for select to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = case_document.case_id) and not (select himaye.context_by_queue()));
create policy case_document_add on himaye.case_document for insert to himaye_app with check (
  created_by = (select himaye.context_account())
  and exists (select 1 from himaye.case_file c where c.id = case_document.case_id) and not (select himaye.context_by_queue()));
create policy case_document_withdraw on himaye.case_document for update to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = case_document.case_id) and not (select himaye.context_by_queue()))
  with check (withdrawn_by = (select himaye.context_account()));
create policy case_document_sub_class on himaye.case_document as restrictive to himaye_app using (
  case data_class
    when 'THERAPY' then created_by = (select himaye.context_account()) and (select himaye.context_role()) = 'PSYCHOLOGIST'
      and case_id = any ((select himaye.assigned_cases())::uuid[])
    when 'PRIVILEGED' then (select himaye.context_role()) = 'LAWYER' and case_id = any ((select himaye.assigned_cases())::uuid[])
    else true
  end);
alter table himaye.document_chunk enable row level security, force row level security;
create policy document_chunk_read on himaye.document_chunk for select to himaye_app using (
  exists (select 1 from himaye.case_document d where d.id = document_chunk.document_id and d.withdrawn_at is null));
create policy document_chunk_add on himaye.document_chunk for insert to himaye_app with check (
  exists (select 1 from himaye.case_document d where d.id = document_chunk.document_id and d.created_by = (select himaye.context_account())));
--rollback drop policy document_chunk_add on himaye.document_chunk;
--rollback drop policy document_chunk_read on himaye.document_chunk;
--rollback drop policy case_document_sub_class on himaye.case_document;
--rollback drop policy case_document_withdraw on himaye.case_document;
--rollback drop policy case_document_add on himaye.case_document;
--rollback drop policy case_document_read on himaye.case_document;

--changeset himaye:document-0001-erasure
--comment What is over is erased with its documents (docs/adr/0025).
create policy case_document_erasure on himaye.case_document to himaye_owner using ((select himaye.erasing()));
create policy document_chunk_erasure on himaye.document_chunk to himaye_owner using ((select himaye.erasing()));
--rollback drop policy document_chunk_erasure on himaye.document_chunk;
--rollback drop policy case_document_erasure on himaye.case_document;
