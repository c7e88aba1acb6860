-- Run by the superuser before the first migration, and again before that of a new version: what is there already stays.
-- Liquibase does the rest as himaye_migrator.
-- Passwords are set afterwards by whoever keeps them: none stands in this repository.
do $$
declare
  login text;
begin
  if not exists (select from pg_roles where rolname = 'himaye_owner') then
    create role himaye_owner nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'himaye_lister') then
    create role himaye_lister nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  foreach login in array array['himaye_app', 'himaye_log_reader', 'himaye_log_sealer', 'himaye_migrator', 'himaye_keeper'] loop
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls noinherit', login);
    end if;
    execute format('alter role %I set search_path = himaye', login);
  end loop;
end $$;

-- What the migrator makes belongs to the owner, so that no login role owns a table.
grant himaye_owner to himaye_migrator with inherit true, set true;
alter role himaye_migrator set role = himaye_owner;

-- Owns one function, by which cases are listed (docs/adr/0018). The owner can give functions to it and has none of its rights.
grant himaye_lister to himaye_owner with inherit false, set true;

-- Copies everything for a backup and changes nothing. No row policy may make a copy silently smaller (docs/adr/0018).
alter role himaye_keeper bypassrls;
grant pg_read_all_data to himaye_keeper with inherit true;

-- The auditor's desk lets him ask whatever he likes of a log of any size: what would take longer than this is given up, and the page says so.
alter role himaye_log_reader set statement_timeout = '10s';
