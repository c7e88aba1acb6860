--liquibase formatted sql

--changeset himaye:configuration-0001-changes-are-events splitStatements:false
--comment Numbers of the law have no page: whoever changes them has the database. Each change is an event of the same transaction, with the key of the number and not its value, also when an upgrade brings it. It is written by whoever changes the table, so the superuser, too.
create function himaye.record_configuration() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  changed jsonb := coalesce(to_jsonb(new), to_jsonb(old));
begin
  insert into himaye.access_event (id, actor, role, client, act, action, entity, fields, classes, purpose, outcome, reason, row_count)
  values (gen_random_uuid(), '00000000-0000-0000-0000-000000000000', 'SYSTEM', 'machine', 'configuration.change',
    case tg_op when 'INSERT' then 'CREATE' else 'UPDATE' end, tg_table_name, '{}', '{}', 'SYSTEM_MAINTENANCE', 'ALLOWED',
    left(coalesce(changed ->> 'key', changed ->> 'kind'), 100), 1);
  return null;
end $$;
revoke all on function himaye.record_configuration() from public;
create trigger tr_configuration_changed after insert or update or delete on himaye.configuration
  for each row execute function himaye.record_configuration();
create trigger tr_reimbursement_rule_changed after insert or update or delete on himaye.reimbursement_rule
  for each row execute function himaye.record_configuration();
--rollback drop trigger tr_reimbursement_rule_changed on himaye.reimbursement_rule;
--rollback drop trigger tr_configuration_changed on himaye.configuration;
--rollback drop function himaye.record_configuration();
