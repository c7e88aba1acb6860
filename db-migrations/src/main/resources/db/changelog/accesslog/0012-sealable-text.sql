--liquibase formatted sql

--changeset himaye:accesslog-0012-sealable-text splitStatements:false
--comment As accesslog-0011-sealable, and session, client and reason have no control characters: each takes six bytes in an entry, where any other takes four at most, and with all of them an event was longer than an entry may be, which the sealer cannot pass. One look at the three, because each step of this function costs more than a microsecond an event.
create or replace function himaye.sealable(
    act text, action text, entity text, purpose text, role text, fields text[], classes text[], session_ref text, client text, reason text,
    row_count integer, happened_at timestamptz) returns boolean
  language plpgsql immutable parallel safe set search_path = pg_catalog as $$
begin
  return (array[act, action, entity, purpose, role] || fields || classes)::text ~ '^\{[0-9A-Za-z_.:,-]*\}$'
    and length(act) <= 64 and length(action) <= 64 and length(entity) <= 64 and length(purpose) <= 64 and length(role) <= 64
    and fields = fields::varchar(100)[]::text[] and cardinality(fields) <= 1000 and array_position(fields, null) is null
    and length(classes::text) <= 512 and array_position(classes, null) is null
    and length(session_ref) between 1 and 128 and length(client) between 1 and 128 and length(reason) between 1 and 100
    and concat(session_ref, client, reason) !~ '[\u0001-\u001f]'
    and row_count >= 0 and happened_at > '1970-01-01T00:00:00Z' and happened_at < '9999-01-01T00:00:00Z';
end $$;
--rollback empty
