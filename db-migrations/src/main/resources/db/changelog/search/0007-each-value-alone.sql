--liquibase formatted sql

--changeset himaye:search-0007-each-value-alone splitStatements:false
--comment As search-0002-earlier-record, in half the time: who asks is a plain expression, and each hash is looked up alone, because an index is made ready for a list of them longer than it is read for one.
create or replace function himaye.people_with(hashes text[]) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  each text;
begin
  if (himaye.context())[3] in ('CASEWORKER', 'SUPERVISOR') then
    foreach each in array hashes loop
      return query select b.person_id from himaye.blind_value b where b.hashed = each and b.person_id is not null;
    end loop;
  end if;
end $$;
--rollback empty
