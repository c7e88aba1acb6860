--liquibase formatted sql

--changeset himaye:restriction-0001-restriction
--comment What closes one case to people who would meet it otherwise (domain.md 4.6, BR-075): SEALED and SUSPENDED to all but the named persons, BARRED to the named persons. Numbers and codes only. The case number is kept here for those who keep restrictions and do not meet the case.
create table himaye.case_restriction (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  case_number text not null,
  institution_id uuid not null,
  kind text not null,
  reason text not null,
  order_number text,
  order_date date,
  ends_on date,
  persons uuid[] not null,
  in_force_at timestamptz,
  confirmed_by uuid,
  lift_asked_at timestamptz,
  lift_asked_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  constraint fk_case_restriction_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_case_restriction_institution foreign key (institution_id) references himaye.institution (id),
  constraint fk_case_restriction_staff foreign key (created_by) references himaye.staff (sub),
  constraint fk_case_restriction_confirmed foreign key (confirmed_by) references himaye.staff (sub),
  constraint fk_case_restriction_asked foreign key (lift_asked_by) references himaye.staff (sub),
  constraint fk_case_restriction_lifted foreign key (lifted_by) references himaye.staff (sub),
  constraint ck_case_restriction_reason check (
    kind = 'SEALED' and reason in ('STAFF_IS_VICTIM', 'STAFF_IS_SUSPECT', 'STAFF_KNOWS', 'THREAT_INSIDE')
    or kind = 'SUSPENDED' and reason in ('PROSECUTION', 'COURT')
    or kind = 'BARRED' and reason in ('RELATIVE', 'ACQUAINTANCE', 'INVOLVED', 'ASKED_BY_PERSON', 'ASKED_HERSELF')),
  constraint ck_case_restriction_order check (
    (kind = 'SUSPENDED') = (order_number is not null) and (kind = 'SUSPENDED') = (order_date is not null)
    and (kind = 'SUSPENDED') = (ends_on is not null) and order_number ~ '^[0-9A-Za-z./-]{1,40}$' and ends_on >= order_date),
  constraint ck_case_restriction_persons check (cardinality(persons) >= 1 and cardinality(persons) <= 50 and array_position(persons, null) is null),
  constraint ck_case_restriction_confirmed check (
    confirmed_by <> created_by and (kind = 'SUSPENDED' and (in_force_at is null) = (confirmed_by is null)
      or kind <> 'SUSPENDED' and in_force_at is not null and confirmed_by is null)),
  constraint ck_case_restriction_asked check ((lift_asked_at is null) = (lift_asked_by is null)),
  constraint ck_case_restriction_lifted check (
    (lifted_at is null) = (lifted_by is null) and lifted_by <> lift_asked_by
    and (kind <> 'SUSPENDED' or lifted_at is null or in_force_at is null or lift_asked_by is not null))
);
create index ix_case_restriction_case on himaye.case_restriction (case_id) where lifted_at is null;
grant select, insert on himaye.case_restriction to himaye_app;
grant update (version, updated_at, updated_by, in_force_at, confirmed_by, lift_asked_at, lift_asked_by, lifted_at, lifted_by) on himaye.case_restriction to himaye_app;
--rollback drop table himaye.case_restriction;

--changeset himaye:restriction-0001-read-by-functions
--comment The functions below read it as the owner.
alter table himaye.case_restriction enable row level security, force row level security;
create policy case_restriction_functions on himaye.case_restriction for select to himaye_owner using (true);
--rollback drop policy case_restriction_functions on himaye.case_restriction;

--changeset himaye:restriction-0001-shut splitStatements:false
--comment Which cases are closed to the caller by restrictions of these kinds; a job of the machine has no name and meets what it meets. Its end does not open a case again: lifting does.
create function himaye.shut_cases(kinds text[]) returns uuid[]
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(r.case_id), '{}') from himaye.case_restriction r
   where r.lifted_at is null and r.in_force_at is not null and r.kind = any (kinds)
     and (select himaye.context_account()) is not null
     and (r.kind = 'BARRED') = ((select himaye.context_account()) = any (r.persons))
$$;
create function himaye.shut_cases() returns uuid[]
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select himaye.shut_cases(array['SEALED', 'SUSPENDED', 'BARRED'])
$$;
--rollback drop function himaye.shut_cases();
--rollback drop function himaye.shut_cases(text[]);

--changeset himaye:restriction-0001-asked splitStatements:false
--comment Whether a case is closed to all but named persons, and whether a colleague meets it: somebody else is asked about here, so only by who may meet the case.
create function himaye.is_restricted(asked uuid) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select exists (select 1 from himaye.case_restriction r
                  where r.case_id = asked and r.lifted_at is null and r.in_force_at is not null and r.kind <> 'BARRED')
$$;
create function himaye.is_shut_to(asked uuid, colleague uuid) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select asked = any (himaye.shut_cases())
      or exists (select 1 from himaye.case_restriction r
                  where r.case_id = asked and r.lifted_at is null and r.in_force_at is not null
                    and (r.kind = 'BARRED') = (colleague = any (r.persons)))
$$;
--rollback drop function himaye.is_shut_to(uuid, uuid);
--rollback drop function himaye.is_restricted(uuid);

--changeset himaye:restriction-0001-restrictable splitStatements:false
--comment The case that somebody who keeps restrictions names by its number: the privacy officer's any, the supervisor's own that she meets; never one from which the caller is barred.
create function himaye.restrictable(number text) returns table (case_id uuid, person_id uuid, institution_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.person_id, c.institution_id from himaye.case_file c
   where c.case_number = restrictable.number
     and (himaye.context_role() = 'PRIVACY_OFFICER' and c.id <> all (himaye.shut_cases(array['BARRED']))
          or himaye.context_role() = 'SUPERVISOR' and c.institution_id = himaye.context_institution()
             and c.id <> all (himaye.shut_cases()))
$$;
--rollback drop function himaye.restrictable(text);

--changeset himaye:restriction-0001-rows
--comment For who keeps restrictions. The supervisor knows of an order in her house though it closes the case to her; of a seal only when she is named in it; nobody of what bars himself.
create policy case_restriction_rows on himaye.case_restriction to himaye_app using (
  ((select himaye.context_role()) = 'PRIVACY_OFFICER' and case_id <> all ((select himaye.shut_cases(array['BARRED']))::uuid[]))
  or ((select himaye.context_role()) = 'SUPERVISOR' and institution_id = (select himaye.context_institution())
      and case_id <> all ((select himaye.shut_cases(array['SEALED', 'BARRED']))::uuid[])));
--rollback drop policy case_restriction_rows on himaye.case_restriction;

--changeset himaye:restriction-0001-rights
--comment As all that runs as the owner: the application's alone.
revoke all on function himaye.shut_cases(text[]), himaye.shut_cases(), himaye.is_restricted(uuid), himaye.is_shut_to(uuid, uuid), himaye.restrictable(text) from public;
grant execute on function himaye.shut_cases(text[]), himaye.shut_cases(), himaye.is_restricted(uuid), himaye.is_shut_to(uuid, uuid), himaye.restrictable(text) to himaye_app;
--rollback empty
