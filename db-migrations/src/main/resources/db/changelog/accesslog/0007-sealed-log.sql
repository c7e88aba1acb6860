--liquibase formatted sql

--changeset himaye:accesslog-0007-transaction-before-number
--comment The sealer takes a number for final when every transaction has ended that existed when the number was the newest (docs/adr/0028). That holds only if a transaction has its id before it takes a number: columns are filled in their order, and the time stands before the number.
alter table himaye.access_event alter column at
  set default case when pg_current_xact_id() is not null then clock_timestamp() end;
create index ix_access_event_seq on himaye.access_event (seq);
--rollback drop index himaye.ix_access_event_seq;
--rollback alter table himaye.access_event alter column at set default clock_timestamp();

--changeset himaye:accesslog-0007-sealed-log
--comment What proves the log: a leaf for each entry, the hashes of whole tiles of 256, the signed checkpoints, and how far the sealer is. Entries themselves are made anew from the events when they are needed.
create table himaye.log_leaf (
  leaf_index bigint primary key,
  event_seq bigint not null,
  event_at timestamptz not null,
  part smallint not null,
  hash bytea not null constraint ck_log_leaf_hash check (octet_length(hash) = 32),
  constraint uq_log_leaf_event unique (event_seq, event_at, part)
);
comment on table himaye.log_leaf is 'Leaves of the tree, without gaps; part counts the entries of one event from 0';
create table himaye.log_node (
  level smallint not null,
  node_index bigint not null,
  hash bytea not null constraint ck_log_node_hash check (octet_length(hash) = 32),
  primary key (level, node_index)
);
comment on table himaye.log_node is 'Hash of each whole tile of 256 hashes; level 1 stands on leaves, level 2 on level 1';
create table himaye.log_checkpoint (
  size bigint primary key,
  at timestamptz not null default clock_timestamp(),
  renewed_at timestamptz not null default clock_timestamp(),
  note text not null,
  cosigned text
);
comment on table himaye.log_checkpoint is 'Signed notes; a heartbeat renews the newest, which is the same to the byte; cosigned is what witnesses put under it';
create table himaye.log_position (
  only_row boolean primary key default true constraint ck_log_position_one check (only_row),
  size bigint not null,
  sealed_seq bigint not null,
  mark_seq bigint,
  mark_xid xid8,
  cluster bigint,
  log_key text
);
comment on table himaye.log_position is 'How far the sealer is; up to mark_seq everything is final once no transaction up to mark_xid runs in this cluster';
insert into himaye.log_position (size, sealed_seq) values (0, 0);
create trigger tr_log_leaf_append_only before update or delete on himaye.log_leaf
  for each row execute function himaye.refuse_log_change();
create trigger tr_log_leaf_no_truncate before truncate on himaye.log_leaf
  for each statement execute function himaye.refuse_log_change();
create trigger tr_log_node_append_only before update or delete on himaye.log_node
  for each row execute function himaye.refuse_log_change();
create trigger tr_log_node_no_truncate before truncate on himaye.log_node
  for each statement execute function himaye.refuse_log_change();
grant usage on schema himaye to himaye_log_sealer;
grant select on himaye.access_event, himaye.access_event_case, himaye.installation to himaye_log_sealer;
grant select on sequence himaye.access_event_seq_seq to himaye_log_sealer;
grant select, insert on himaye.log_leaf, himaye.log_node to himaye_log_sealer;
grant select, insert, delete on himaye.log_checkpoint to himaye_log_sealer;
grant update (renewed_at, cosigned) on himaye.log_checkpoint to himaye_log_sealer;
grant select, update (size, sealed_seq, mark_seq, mark_xid, cluster, log_key) on himaye.log_position to himaye_log_sealer;
grant select on himaye.log_leaf, himaye.log_node, himaye.log_checkpoint, himaye.log_position to himaye_log_reader;
create policy access_event_seal on himaye.access_event for select to himaye_log_sealer using (true);
create policy access_event_case_seal on himaye.access_event_case for select to himaye_log_sealer using (true);
--rollback drop policy access_event_seal on himaye.access_event;
--rollback drop policy access_event_case_seal on himaye.access_event_case;
--rollback drop table himaye.log_leaf, himaye.log_node, himaye.log_checkpoint, himaye.log_position;

--changeset himaye:accesslog-0007-months splitStatements:false
--comment The partitions of this month and the two after it, made by the system itself; those that are there stay. Whoever may call it decides nothing.
create function himaye.make_log_months() returns integer
  language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  parent text;
  month date;
  name text;
  made integer := 0;
begin
  for i in 0..2 loop
    month := (date_trunc('month', now()) + make_interval(months => i))::date;
    foreach parent in array array['access_event', 'access_event_case'] loop
      name := parent || '_' || to_char(month, 'YYYY_MM');
      if to_regclass(format('himaye.%I', name)) is null then
        execute format('create table himaye.%I partition of himaye.%I for values from (%L) to (%L)',
          name, parent, month, (month + interval '1 month')::date);
        made := made + 1;
      end if;
    end loop;
  end loop;
  return made;
end $$;
revoke all on function himaye.make_log_months() from public;
grant execute on function himaye.make_log_months() to himaye_app;
--rollback drop function himaye.make_log_months();

--changeset himaye:accesslog-0007-export splitStatements:false
--comment As accesslog-0002-keeping, and what else the operator does by a command: an export of the log, which also leaves the house, new keys, and an administrator who was made from outside.
create or replace function himaye.record_keeping(what text, how text, why text) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  event uuid := gen_random_uuid();
begin
  if what is null or what not in ('keeping.backup', 'keeping.restore', 'keeping.export', 'keeping.keys', 'keeping.administrator') then
    raise exception 'only what an operator does is recorded here' using errcode = '42501';
  end if;
  insert into himaye.access_event (id, actor, role, client, act, action, entity, fields, classes, purpose, outcome, reason, row_count)
  values (event, '00000000-0000-0000-0000-000000000000', 'SYSTEM', 'machine', what,
    case when what in ('keeping.backup', 'keeping.export') then 'EXPORT' when what = 'keeping.administrator' then 'CREATE' else 'UPDATE' end,
    'installation', '{}', '{}', 'SYSTEM_MAINTENANCE', how, left(why, 100), 0);
  return event;
end $$;
--rollback empty

--changeset himaye:accesslog-0007-short
--comment What is written can be sealed: an entry of the log has at most 4096 bytes, and one that is longer would stop all that come after it.
alter table himaye.access_event add constraint ck_access_event_short check (
  coalesce(length(role), 0) <= 64 and coalesce(length(session_ref), 0) <= 128 and coalesce(length(client), 0) <= 128 and length(act) <= 64
  and length(action) <= 64 and coalesce(length(entity), 0) <= 64 and coalesce(length(purpose), 0) <= 64 and coalesce(length(reason), 0) <= 100
  and array_position(fields, null) is null and array_position(classes, null) is null and row_count >= 0
  and (happened_at is null or happened_at > '1970-01-01T00:00:00Z' and happened_at < '9999-01-01T00:00:00Z'));
--rollback alter table himaye.access_event drop constraint ck_access_event_short;
