--liquibase formatted sql

--changeset himaye:accesslog-0011-sealable
--comment As accesslog-0007-short, and what is written also verifies: codes have the letters that docs/log-format.md names, an item of a list a greatest length, and nothing is empty that could be absent. An item of an array that is empty or has another letter is put in quotes by PostgreSQL, a second dimension or other bounds bring braces: so one look at the text of all codes is enough. For what is written from now on; what stands there was sealed.
alter table himaye.access_event drop constraint ck_access_event_short;
alter table himaye.access_event add constraint ck_access_event_short check (
  (array[act, action, entity, purpose, role] || fields || classes)::text ~ '^\{[0-9A-Za-z_.:,-]*\}$'
  and length(act) <= 64 and length(action) <= 64 and length(entity) <= 64 and length(purpose) <= 64 and length(role) <= 64
  and fields = fields::varchar(100)[]::text[] and cardinality(fields) <= 1000 and array_position(fields, null) is null
  and length(classes::text) <= 512 and array_position(classes, null) is null
  and length(session_ref) between 1 and 128 and length(client) between 1 and 128 and length(reason) between 1 and 100
  and row_count >= 0 and happened_at > '1970-01-01T00:00:00Z' and happened_at < '9999-01-01T00:00:00Z') not valid;
--rollback alter table himaye.access_event drop constraint ck_access_event_short;
