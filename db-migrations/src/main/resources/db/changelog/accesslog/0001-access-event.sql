--liquibase formatted sql

--changeset himaye:accesslog-0001-access-event
--comment Every access: inserts only. Time, sequence and transaction id are the database's own: column grants keep the application from giving them.
create table himaye.access_event (
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  actor uuid,
  role text,
  institution_id uuid,
  session_ref text,
  client text,
  act text not null,
  action text not null,
  entity text,
  entity_id uuid,
  fields text[] not null,
  classes text[] not null,
  purpose text,
  outcome text not null,
  reason text,
  row_count integer not null,
  primary key (at, seq),
  constraint ck_access_event_outcome check (outcome in ('ALLOWED', 'MASKED', 'DENIED', 'FAILED'))
) partition by range (at);
create table himaye.access_event_default partition of himaye.access_event default;
create index ix_access_event_id on himaye.access_event (id);
create index ix_access_event_actor on himaye.access_event (actor, at desc);

create table himaye.access_event_case (
  event_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  case_id uuid not null,
  person_id uuid
) partition by range (at);
create table himaye.access_event_case_default partition of himaye.access_event_case default;
create index ix_access_event_case_case on himaye.access_event_case (case_id, at desc);
create index ix_access_event_case_person on himaye.access_event_case (person_id, at desc);
create index ix_access_event_case_event on himaye.access_event_case (event_id);

grant insert (id, actor, role, institution_id, session_ref, client, act, action, entity, entity_id, fields, classes, purpose, outcome, reason, row_count)
  on himaye.access_event to himaye_app;
grant insert (event_id, case_id, person_id) on himaye.access_event_case to himaye_app;
grant select on himaye.access_event, himaye.access_event_case to himaye_log_reader;
--rollback drop table himaye.access_event_case, himaye.access_event;

--changeset himaye:accesslog-0001-partitions splitStatements:false
--comment Partitions by month for two years ahead; the default partition catches the rest.
do $$
declare
  first date := date_trunc('month', current_date);
  month date;
  parent text;
begin
  for i in 0..24 loop
    month := first + make_interval(months => i);
    foreach parent in array array['access_event', 'access_event_case'] loop
      execute format('create table himaye.%I partition of himaye.%I for values from (%L) to (%L)',
        parent || '_' || to_char(month, 'YYYY_MM'), parent, month, (month + interval '1 month')::date);
    end loop;
  end loop;
end $$;
--rollback empty

--changeset himaye:accesslog-0001-append-only splitStatements:false
--comment Also the owner of the table changes nothing by mistake: update, delete and truncate are refused by trigger.
create function himaye.refuse_log_change() returns trigger language plpgsql as $$
begin
  raise exception 'the access log is append-only' using errcode = '42501';
end $$;
create trigger tr_access_event_append_only before update or delete on himaye.access_event
  for each row execute function himaye.refuse_log_change();
create trigger tr_access_event_case_append_only before update or delete on himaye.access_event_case
  for each row execute function himaye.refuse_log_change();
create trigger tr_access_event_no_truncate before truncate on himaye.access_event
  for each statement execute function himaye.refuse_log_change();
create trigger tr_access_event_case_no_truncate before truncate on himaye.access_event_case
  for each statement execute function himaye.refuse_log_change();
--rollback drop function himaye.refuse_log_change() cascade;
