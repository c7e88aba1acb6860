--liquibase formatted sql

--changeset himaye:accesslog-0010-policy
--comment By which policy the server decided that wrote the event: several servers may run, and one that was started later may have another (docs/adr/0038). Absent where no policy decided.
alter table himaye.access_event add column policy text constraint ck_access_event_policy check (policy ~ '^[0-9a-f]{16}$');
grant insert (policy) on himaye.access_event to himaye_app;
--rollback alter table himaye.access_event drop column policy;
