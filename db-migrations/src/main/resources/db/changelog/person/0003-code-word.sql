--liquibase formatted sql

--changeset himaye:person-0003-code-word
--comment The word by which the person knows who calls, and the caller knows whom (domain.md 3.3.3).
alter table himaye.contact_point add column code_word bytea;
--rollback alter table himaye.contact_point drop column code_word;
