--liquibase formatted sql

--changeset himaye:disclosure-0006-papers
--comment Redacted copies that a decision names go with it, each file with a line, its kind and its hash. Ids without a reference: the register outlives the case.
alter table himaye.disclosure add column documents text;
grant update (documents) on himaye.disclosure to himaye_app;
alter table himaye.disclosure_copy add column document_id uuid;
alter table himaye.disclosure_copy add column document_kind text;
alter table himaye.disclosure_copy drop constraint ck_disclosure_copy_kind;
alter table himaye.disclosure_copy add constraint ck_disclosure_copy_kind check (kind in ('PDF', 'JSON', 'PAPER'));
alter table himaye.disclosure_copy add constraint ck_disclosure_copy_paper check (
  (kind = 'PAPER') = (document_id is not null) and (kind = 'PAPER') = (document_kind is not null));
--rollback alter table himaye.disclosure_copy drop constraint ck_disclosure_copy_paper, drop column document_id, drop column document_kind;
--rollback alter table himaye.disclosure drop column documents;
