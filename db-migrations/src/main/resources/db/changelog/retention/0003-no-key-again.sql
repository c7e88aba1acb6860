--liquibase formatted sql

--changeset himaye:retention-0003-no-key-again splitStatements:false
--comment What is typed into a page that was open when the case was erased finds no key, and none is made again for it.
create function himaye.is_erased(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from himaye.case_file c where c.id = asked and c.erased_at is not null)
$$;
revoke all on function himaye.is_erased(uuid) from public;
grant execute on function himaye.is_erased(uuid) to himaye_app;
create policy sealing_key_erased on himaye.sealing_key as restrictive for insert to himaye_app with check (
  owner_kind <> 'CASE' or not himaye.is_erased(owner_id));
--rollback drop policy sealing_key_erased on himaye.sealing_key;
--rollback drop function himaye.is_erased(uuid);
