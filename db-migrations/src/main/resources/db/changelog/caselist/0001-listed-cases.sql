--liquibase formatted sql

--changeset himaye:caselist-0001-lister
--comment Who reads what hangs on the cases of a list: nobody signs in as it or takes it on, it only owns the function below. Of cases it meets no more than whoever asks, by rules of its own; of the rest what the function joins to them (docs/adr/0018).
grant usage on schema himaye to himaye_lister;
grant execute on function himaye.context(), himaye.assigned_cases(), himaye.shut_cases() to himaye_lister;
grant select (id, case_number, person_id, institution_id, status, urgency, opened_at, next_due_at, erased_at) on himaye.case_file to himaye_lister;
grant select (id, pseudonym) on himaye.person to himaye_lister;
grant select (case_id, staff_sub, function, assigned_until) on himaye.case_assignment to himaye_lister;
grant select (case_id, kind, due_at, met_at) on himaye.case_deadline to himaye_lister;
grant select (sub, display_name) on himaye.staff to himaye_lister;
grant select (lifted_at, in_force_at) on himaye.case_restriction to himaye_lister;
-- "is true" keeps it from being an index's condition: a page is read in its order, not all of a house.
create policy case_file_listed on himaye.case_file for select to himaye_lister using (
  (institution_id = (select himaye.context_institution())) is true
  or id = any ((select himaye.assigned_cases())::uuid[]));
-- Mostly nothing at all is restricted, and asking that here spares the call of a function for each page.
create policy case_file_listed_shut on himaye.case_file as restrictive for select to himaye_lister using (
  erased_at is null
  and (not (select exists (select from himaye.case_restriction r where r.lifted_at is null and r.in_force_at is not null))
    or id <> all ((select himaye.shut_cases())::uuid[])));
create policy case_restriction_listed on himaye.case_restriction for select to himaye_lister using (true);
create policy person_listed on himaye.person for select to himaye_lister using (true);
create policy case_assignment_listed on himaye.case_assignment for select to himaye_lister using (true);
create policy case_deadline_listed on himaye.case_deadline for select to himaye_lister using (true);
--rollback drop policy case_deadline_listed on himaye.case_deadline;
--rollback drop policy case_assignment_listed on himaye.case_assignment;
--rollback drop policy person_listed on himaye.person;
--rollback drop policy case_restriction_listed on himaye.case_restriction;
--rollback drop policy case_file_listed_shut on himaye.case_file;
--rollback drop policy case_file_listed on himaye.case_file;
--rollback revoke all on himaye.case_file, himaye.person, himaye.case_assignment, himaye.case_deadline, himaye.staff, himaye.case_restriction from himaye_lister;
--rollback revoke all on function himaye.context(), himaye.assigned_cases(), himaye.shut_cases() from himaye_lister;
--rollback revoke all on schema himaye from himaye_lister;

--changeset himaye:caselist-0001-order
--comment Under row rules an index is entered by what cannot tell of a row that is not shown: PostgreSQL holds a comparison of times for such, and the choice of "case", but not "coalesce". With that each page was read from the first on.
create index ix_case_file_order on himaye.case_file
  (institution_id, (case when next_due_at is null then timestamptz '9999-01-01T00:00:00Z' else next_due_at end), id);
drop index himaye.ix_case_file_list;
--rollback create index ix_case_file_list on himaye.case_file (institution_id, coalesce(next_due_at, '9999-01-01T00:00:00Z'), id);
--rollback drop index himaye.ix_case_file_order;

--changeset himaye:caselist-0001-listed-cases splitStatements:false
--comment One page of cases and one more: those of an institution, if one is named, and those on which a colleague works, the caller's own, between two places in the order of deadline and id. One text makes the four statements: either way, and the longer one only for who may meet cases for both reasons.
do $do$
declare
  due constant text := $$case when c.next_due_at is null then timestamptz '9999-01-01T00:00:00Z' else c.next_due_at end$$;
  -- No index is entered by this: what a colleague works on is looked up by its id.
  looked_up constant text := $$coalesce(c.next_due_at, timestamptz '9999-01-01T00:00:00Z')$$;
  columns constant text := $$c.id, c.person_id, c.case_number, c.status, c.urgency, c.opened_at, c.next_due_at$$;
  asked constant text := $$(%1$s, c.id) > (from_due, from_id) and (%1$s, c.id) < (until_due, until_id)
         and (asked_status is null or c.status = asked_status)
         and (asked_assignee is null or exists (
           select 1 from himaye.case_assignment a
            where a.case_id = c.id and a.staff_sub = asked_assignee and a.function = 'PRIMARY' and a.assigned_until is null))$$;
  sorted constant text := $$%1$s %2$s, c.id %2$s$$;
  arm constant text := $$(select %s from himaye.case_file c where %s and %s order by %s limit 26)$$;
  page constant text := $$
    return query
    select c.id, c.person_id, c.case_number, p.pseudonym, c.status, c.urgency, c.opened_at, c.next_due_at,
           (select s.display_name from himaye.case_assignment a join himaye.staff s on s.sub = a.staff_sub
             where a.case_id = c.id and a.function = 'PRIMARY' and a.assigned_until is null),
           (select d.kind from himaye.case_deadline d
             where d.case_id = c.id and d.met_at is null and d.kind <> 'REFLECTION_ENDS' order by d.due_at limit 1)
      from %1$s c
      join himaye.person p on p.id = c.person_id
     where %2$s
     order by %3$s limit 26;$$;
  way text;
  statements text[];
begin
  foreach way in array array['asc', 'desc'] loop
    statements := statements
      || format(page, 'himaye.case_file', 'c.institution_id = house and ' || format(asked, due), format(sorted, due, way))
      || format(page, format('(%s union all %s)',
           format(arm, columns, 'c.institution_id = house', format(asked, due), format(sorted, due, way)),
           format(arm, columns, 'c.id = any (mine) and c.institution_id is distinct from house', format(asked, looked_up), format(sorted, looked_up, way))),
           'true', format(sorted, due, way));
  end loop;
  execute format($$
    create function himaye.listed_cases(colleague uuid, house uuid, asked_status text, asked_assignee uuid,
        from_due timestamptz, from_id uuid, until_due timestamptz, until_id uuid, onwards boolean)
      returns table (id uuid, person_id uuid, case_number text, pseudonym text, status text, urgency text, opened_at timestamptz,
        next_due_at timestamptz, display_name text, due_kind text)
      language plpgsql stable rows 26 security definer set search_path = pg_catalog
      -- Planned once, and read in the order of the index whatever is believed of conditions that may be empty.
      set plan_cache_mode = force_generic_plan set enable_sort = off as $f$
    declare
      -- Told, so that nobody's signature is checked for it; whose cases the caller meets is said by the row rules.
      mine uuid[] := array(select a.case_id from himaye.case_assignment a where a.staff_sub = colleague and a.assigned_until is null);
      one boolean := house is not null and mine = '{}';
    begin
      if one and onwards then %s
      elsif onwards then %s
      elsif one then %s
      else %s
      end if;
    end $f$
    $$, variadic statements);
end $do$;
--rollback drop function himaye.listed_cases(uuid, uuid, text, uuid, timestamptz, uuid, timestamptz, uuid, boolean);

--changeset himaye:caselist-0001-rights
--comment A function has the owner that may create in its schema, for as long as that takes.
revoke all on function himaye.listed_cases(uuid, uuid, text, uuid, timestamptz, uuid, timestamptz, uuid, boolean) from public;
grant execute on function himaye.listed_cases(uuid, uuid, text, uuid, timestamptz, uuid, timestamptz, uuid, boolean) to himaye_app;
grant create on schema himaye to himaye_lister;
alter function himaye.listed_cases(uuid, uuid, text, uuid, timestamptz, uuid, timestamptz, uuid, boolean) owner to himaye_lister;
revoke create on schema himaye from himaye_lister;
--rollback empty
