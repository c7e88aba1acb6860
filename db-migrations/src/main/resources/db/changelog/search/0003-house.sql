--liquibase formatted sql

--changeset himaye:search-0003-houses splitStatements:false
--comment At which institutions these people have cases, for the index of names alone: a supervisor's search asks it instead of everybody's id.
create function himaye.houses_of(people uuid[]) returns table (person_id uuid, institution_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct c.person_id, c.institution_id from himaye.case_file c
   where c.person_id = any (people) and (select himaye.context_job()) = 'INDEX'
$$;
revoke all on function himaye.houses_of(uuid[]) from public;
grant execute on function himaye.houses_of(uuid[]) to himaye_app;
--rollback drop function himaye.houses_of(uuid[]);

--changeset himaye:search-0003-unlisted splitStatements:false
--comment Who was recorded with a name before names could be searched, and has not been saved since; for the index alone.
create policy person_index on himaye.person for select to himaye_owner using ((select himaye.context_job()) = 'INDEX');
create policy search_entry_unlisted on himaye.search_entry for select to himaye_owner using ((select himaye.context_job()) = 'INDEX');
create function himaye.unlisted_people(most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select p.id from himaye.person p
   where (p.family_name is not null or p.given_name is not null)
     and not exists (select 1 from himaye.search_entry e where e.id = p.id) and (select himaye.context_job()) = 'INDEX'
   limit most
$$;
revoke all on function himaye.unlisted_people(integer) from public;
grant execute on function himaye.unlisted_people(integer) to himaye_app;
--rollback drop function himaye.unlisted_people(integer);
--rollback drop policy person_index on himaye.person;
--rollback drop policy search_entry_unlisted on himaye.search_entry;

--changeset himaye:search-0003-shut splitStatements:false
--comment Whom the cases are about that are shut to the caller: the index of names looks at nobody of them for this caller.
create function himaye.shut_people() returns uuid[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(c.person_id), '{}') from himaye.case_file c
   where c.id = any ((select himaye.shut_cases())::uuid[]) and c.person_id is not null
$$;
revoke all on function himaye.shut_people() from public;
grant execute on function himaye.shut_people() to himaye_app;
--rollback drop function himaye.shut_people();

--changeset himaye:search-0003-told splitStatements:false
--comment Every server hears when a person has a case at another institution.
create function himaye.tell_search_of_case() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('himaye_search', coalesce(new.person_id, old.person_id)::text);
  return null;
end $$;
create trigger tr_case_file_told after insert or update of person_id, institution_id on himaye.case_file
  for each row when (new.person_id is not null) execute function himaye.tell_search_of_case();
--rollback drop trigger tr_case_file_told on himaye.case_file;
--rollback drop function himaye.tell_search_of_case();
