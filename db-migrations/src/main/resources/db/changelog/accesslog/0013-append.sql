--liquibase formatted sql

--changeset himaye:accesslog-0013-sealable splitStatements:false
--comment As accesslog-0012-sealable-text, with what three more check constraints asked, and with an answer to whatever stands in a row, arrays of two dimensions too: it is asked by whoever makes entries. Never null. One expression that is put into the asking statement: for that it must not say immutable, which the text of an array is not. The looks at single letters are one, because each costs a microsecond an event; with [:] an array begins at 1, whatever it was.
create function himaye.sealable(
    act text, action text, entity text, purpose text, role text, fields text[], classes text[], session_ref text, client text, reason text,
    row_count integer, happened_at timestamptz, outcome text, query_hash text, policy text) returns boolean
  language sql stable parallel safe
  return case
    when act is null or action is null or fields is null or classes is null
      or concat(act, action, entity, purpose, role, fields[:], classes[:], query_hash, policy)
         !~ '^[0-9A-Za-z_.:-]*\{[0-9A-Za-z_.:,-]*\}\{[0-9A-Za-z_.:,-]*\}[0-9a-f]*$' then false
    else coalesce(
      outcome in ('ALLOWED', 'MASKED', 'DENIED', 'FAILED') and row_count >= 0
      and length(act) between 1 and 64 and length(action) between 1 and 64
      and (entity is null or length(entity) between 1 and 64) and (purpose is null or length(purpose) between 1 and 64)
      and (role is null or length(role) between 1 and 64)
      and (query_hash is null or length(query_hash) = 16) and (policy is null or length(policy) = 16)
      and fields = fields::varchar(100)[]::text[] and cardinality(fields) <= 1000 and array_position(fields, null) is null
      and length(classes::text) <= 512 and array_position(classes, null) is null
      and (session_ref is null or length(session_ref) between 1 and 128) and (client is null or length(client) between 1 and 128)
      and (reason is null or length(reason) between 1 and 100) and concat(session_ref, client, reason) !~ '[\u0001-\u001f]'
      and (happened_at is null or happened_at > '1970-01-01T00:00:00Z' and happened_at < '9999-01-01T00:00:00Z'), false) end;
revoke all on function himaye.sealable(text, text, text, text, text, text[], text[], text, text, text, integer, timestamptz, text, text, text) from public;
grant execute on function himaye.sealable(text, text, text, text, text, text[], text[], text, text, text, integer, timestamptz, text, text, text)
  to himaye_log_sealer, himaye_log_reader, himaye_keeper;
--rollback drop function himaye.sealable(text, text, text, text, text, text[], text[], text, text, text, integer, timestamptz, text, text, text);

--changeset himaye:accesslog-0013-no-constraints
--comment A condition that stands in a table is read from its text for each statement: half of what an event cost. Whatever stands here has an entry (docs/adr/0028), so nothing needs to be refused.
alter table himaye.access_event
  drop constraint ck_access_event_short,
  drop constraint ck_access_event_outcome,
  drop constraint ck_access_event_query,
  drop constraint ck_access_event_policy;
drop function himaye.sealable(text, text, text, text, text, text[], text[], text, text, text, integer, timestamptz);
--rollback alter table himaye.access_event add constraint ck_access_event_outcome check (outcome in ('ALLOWED', 'MASKED', 'DENIED', 'FAILED')) not valid;
--rollback alter table himaye.access_event add constraint ck_access_event_query check (query_hash ~ '^[0-9a-f]{16}$') not valid;
--rollback alter table himaye.access_event add constraint ck_access_event_policy check (policy ~ '^[0-9a-f]{16}$') not valid;
--rollback alter table himaye.access_event add constraint ck_access_event_short check (
--rollback   himaye.sealable(act, action, entity, purpose, role, fields, classes, session_ref, client, reason, row_count, happened_at, outcome, query_hash, policy)) not valid;

--changeset himaye:accesslog-0013-append splitStatements:false
--comment The only way in for the application: an event with its cases, by one statement, so that none is added to an event that is there, and with an id that is made here, so that nobody names one: with its time in front, so that the indexes of a long log grow at one end; up to a minute off, because an answer names its events (docs/adr/0034), and two of them must not tell how long anything took between them. Null, and nothing is written, for what is longer than any event of ours: texts of 64 KB, 100,000 cases. Measured as text, because a value that came from a table is measured as it is packed. Everything in it was looked up when it was made: no search path of the caller is asked.
create function himaye.append_event(
    actor uuid, role text, institution_id uuid, session_ref text, client text, act text, action text, entity text, entity_id uuid,
    fields text[], classes text[], purpose text, grant_id uuid, outcome text, reason text, row_count integer, query_hash text, policy text,
    cases uuid[], persons uuid[]) returns uuid
  language sql security definer
begin atomic
  with event as (
      insert into himaye.access_event (id, actor, role, institution_id, session_ref, client, act, action, entity, entity_id, fields, classes,
             purpose, grant_id, outcome, reason, row_count, query_hash, policy)
      select uuidv7(random() * interval '-1 minute'), append_event.actor, append_event.role, append_event.institution_id, append_event.session_ref,
             append_event.client, append_event.act, append_event.action, append_event.entity, append_event.entity_id, append_event.fields,
             append_event.classes, append_event.purpose, append_event.grant_id, append_event.outcome, append_event.reason,
             append_event.row_count, append_event.query_hash, append_event.policy
       where octet_length(concat(append_event.role, append_event.session_ref, append_event.client, append_event.act, append_event.action,
               append_event.entity, append_event.fields, append_event.classes, append_event.purpose, append_event.outcome,
               append_event.reason, append_event.query_hash, append_event.policy)) <= 65536
         and coalesce(cardinality(append_event.cases), 0) <= 100000
      returning id),
    links as (
      insert into himaye.access_event_case (event_id, case_id, person_id)
      select event.id, link.case_id, link.person_id
        from event, unnest(append_event.cases, append_event.persons) as link (case_id, person_id))
  select id from event;
end;
--rollback drop function himaye.append_event(uuid, text, uuid, text, text, text, text, text, uuid, text[], text[], text, uuid, text, text, integer, text, text, uuid[], uuid[]);

--changeset himaye:accesslog-0013-append-granted
--comment By itself, because the driver takes a function with such a body for one statement with all that comes after it.
revoke all on function himaye.append_event(uuid, text, uuid, text, text, text, text, text, uuid, text[], text[], text, uuid, text, text, integer, text, text, uuid[], uuid[]) from public;
grant execute on function himaye.append_event(uuid, text, uuid, text, text, text, text, text, uuid, text[], text[], text, uuid, text, text, integer, text, text, uuid[], uuid[]) to himaye_app;
--rollback empty

--changeset himaye:accesslog-0013-provider splitStatements:false
--comment What the identity provider recorded, once each; false for what was taken over before. It is seldom called, so it asks what is sealable and says no. The event has an id of its own, because the provider's is named by whoever calls.
create function himaye.take_provider_event(
    provider_id uuid, happened_at timestamptz, act text, actor uuid, action text, entity text, entity_id uuid, outcome text, reason text)
    returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not himaye.sealable(act, action, entity, null, null, '{}', '{}', null, 'provider', reason, 0, happened_at, outcome, null, null) then
    raise exception 'no entry of the log can be made of this event' using errcode = 'check_violation';
  end if;
  insert into himaye.provider_event (id, happened_at, act) values (provider_id, happened_at, act) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into himaye.access_event (id, actor, client, act, action, entity, entity_id, fields, classes, outcome, reason, row_count, happened_at)
  values (uuidv7(random() * interval '-1 minute'), actor, 'provider', act, action, entity, entity_id, '{}', '{}', outcome, reason, 0, happened_at);
  return true;
end $$;
revoke all on function himaye.take_provider_event(uuid, timestamptz, text, uuid, text, text, uuid, text, text) from public;
grant execute on function himaye.take_provider_event(uuid, timestamptz, text, uuid, text, text, uuid, text, text) to himaye_app;
--rollback drop function himaye.take_provider_event(uuid, timestamptz, text, uuid, text, text, uuid, text, text);

--changeset himaye:accesslog-0013-only-by-function
--comment What the application may append, it appends by these two. Its policies go with rowsecurity-0007-append.
revoke insert on himaye.access_event, himaye.access_event_case, himaye.provider_event from himaye_app;
--rollback grant insert (id, actor, role, institution_id, session_ref, client, act, action, entity, entity_id, fields, classes, purpose, grant_id, outcome, reason, row_count, query_hash, policy, happened_at) on himaye.access_event to himaye_app;
--rollback grant insert (event_id, case_id, person_id) on himaye.access_event_case to himaye_app;
--rollback grant insert on himaye.provider_event to himaye_app;
