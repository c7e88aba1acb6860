--liquibase formatted sql

--changeset himaye:accesslog-0006-query-hash
--comment What somebody searched for, as a keyed hash: whoever knows the words can ask whether they were asked for, and nobody reads them here.
alter table himaye.access_event add column query_hash text constraint ck_access_event_query check (query_hash ~ '^[0-9a-f]{16}$');
grant insert (query_hash) on himaye.access_event to himaye_app;
--rollback alter table himaye.access_event drop column query_hash;
