--liquibase formatted sql

--changeset himaye:accesslog-0002-keeping splitStatements:false
--comment A backup leaves the house and a restore replaces everything: both are events. Whoever copies can write these two through here and reads no more of the log than the copy itself; the columns are filled here, not by the caller.
create function himaye.record_keeping(what text, how text, why text) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  event uuid := gen_random_uuid();
begin
  if what is null or what not in ('keeping.backup', 'keeping.restore') then
    raise exception 'only a backup or a restore is recorded here' using errcode = '42501';
  end if;
  insert into himaye.access_event (id, actor, role, client, act, action, entity, fields, classes, purpose, outcome, reason, row_count)
  values (event, '00000000-0000-0000-0000-000000000000', 'SYSTEM', 'machine', what,
    case what when 'keeping.backup' then 'EXPORT' else 'UPDATE' end,
    'installation', '{}', '{}', 'SYSTEM_MAINTENANCE', how, why, 0);
  return event;
end $$;
revoke all on function himaye.record_keeping(text, text, text) from public;
grant usage on schema himaye to himaye_keeper;
grant execute on function himaye.record_keeping(text, text, text) to himaye_keeper;
--rollback drop function himaye.record_keeping(text, text, text);
