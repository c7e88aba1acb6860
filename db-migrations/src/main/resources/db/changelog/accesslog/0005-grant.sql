--liquibase formatted sql

--changeset himaye:accesslog-0005-grant
--comment Under which emergency access something was seen (domain.md 4.5, 4.7); null for everything else.
alter table himaye.access_event add column grant_id uuid;
grant insert (grant_id) on himaye.access_event to himaye_app;
--rollback alter table himaye.access_event drop column grant_id;
