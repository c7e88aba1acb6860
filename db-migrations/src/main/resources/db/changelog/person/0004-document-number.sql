--liquibase formatted sql

--changeset himaye:person-0004-document-number
--comment The number of the document that tells best who the person is (domain.md 3.3.2); found again by a keyed hash.
alter table himaye.person add column document_number bytea;
--rollback alter table himaye.person drop column document_number;
