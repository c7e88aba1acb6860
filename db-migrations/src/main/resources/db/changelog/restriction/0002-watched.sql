--liquibase formatted sql

--changeset himaye:restriction-0002-watched splitStatements:false
--comment Whoever closes a case after an emergency access to it hides nothing from the auditor: that it was, by whom and when, with the number of the case (4.7, BR-075).
create policy break_glass_grant_watched on himaye.break_glass_grant for select to himaye_app using (
  (select himaye.context_role()) = 'AUDITOR');
create function himaye.number_of_grant(asked uuid) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select c.case_number from himaye.break_glass_grant g join himaye.case_file c on c.id = g.case_id
   where g.id = asked and (select himaye.context_role()) = 'AUDITOR'
$$;
revoke all on function himaye.number_of_grant(uuid) from public;
grant execute on function himaye.number_of_grant(uuid) to himaye_app;
--rollback drop function himaye.number_of_grant(uuid);
--rollback drop policy break_glass_grant_watched on himaye.break_glass_grant;
