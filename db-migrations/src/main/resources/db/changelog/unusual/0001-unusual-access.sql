--liquibase formatted sql

--changeset himaye:unusual-0001-terms
--comment From where on an access is unusual (docs/adr/0036). Changed by adding a row.
insert into himaye.configuration (key, value, valid_from, source) values
  ('unusual.volume.floor', 20, '2005-01-01', 'design decision'),
  ('unusual.volume.factor', 3, '2005-01-01', 'design decision'),
  ('unusual.night.from', 22, '2005-01-01', 'design decision'),
  ('unusual.night.until', 6, '2005-01-01', 'design decision'),
  ('unusual.refusals.hour', 10, '2005-01-01', 'design decision'),
  ('unusual.refusals.day', 20, '2005-01-01', 'design decision'),
  ('unusual.tie.lot', 5, '2005-01-01', 'design decision: so many of a hundred are drawn, whoever they are');
--rollback delete from himaye.configuration where key like 'unusual.%';

--changeset himaye:unusual-0001-access
--comment What an auditor ought to look at, found by the machine each night. Colleagues, codes and numbers of events; of a person in care nothing but the number of the case.
create table himaye.unusual_access (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  rule text not null,
  cause text,
  account uuid not null,
  day date not null,
  case_id uuid,
  case_number text,
  events text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  accesses integer not null,
  usual integer,
  verdict text,
  words bytea,
  finding_id uuid,
  constraint fk_unusual_access_account foreign key (account) references himaye.staff (sub),
  constraint fk_unusual_access_finding foreign key (finding_id) references himaye.audit_finding (id),
  constraint ck_unusual_access_rule check (rule in ('VOLUME', 'OFF_HOURS', 'NO_RELATION', 'REPEATED_REFUSALS', 'PRIVATE_TIE')),
  constraint ck_unusual_access_cause check ((rule = 'NO_RELATION') = (cause is not null) and cause in ('URGENT', 'HANDED_OVER', 'OTHER_HOUSE')),
  constraint ck_unusual_access_case check ((case_id is null) = (case_number is null) and (case_id is null or rule in ('NO_RELATION', 'PRIVATE_TIE'))),
  constraint ck_unusual_access_events check (events ~ '^[0-9]{1,18}( [0-9]{1,18})*$' and length(events) <= 2000),
  constraint ck_unusual_access_usual check ((rule = 'VOLUME') = (usual is not null)),
  constraint ck_unusual_access_verdict check (
    case when verdict is null then words is null and finding_id is null
         else verdict in ('EXPLAINED', 'NOT_EXPLAINED', 'ASKED') and (verdict = 'ASKED') = (finding_id is not null) end),
  constraint ck_unusual_access_not_own check (account <> updated_by)
);
-- Each is found once, whoever looks again; a tie once for all days.
create unique index uq_unusual_access_day on himaye.unusual_access (rule, account, day) where rule in ('VOLUME', 'OFF_HOURS', 'REPEATED_REFUSALS');
create unique index uq_unusual_access_case on himaye.unusual_access (account, day, case_id) where rule = 'NO_RELATION';
create unique index uq_unusual_access_tie on himaye.unusual_access (account, case_id) where rule = 'PRIVATE_TIE';
create index ix_unusual_access_created on himaye.unusual_access (created_at desc, id desc);
create index ix_unusual_access_open on himaye.unusual_access (created_at desc, id desc) where verdict is null;
create index ix_unusual_access_case on himaye.unusual_access (case_id) where case_id is not null;
comment on column himaye.unusual_access.account is 'Whose accesses: never who decides';
comment on column himaye.unusual_access.events is 'Numbers of the first of the events; all of them lie between first_at and last_at';
comment on column himaye.unusual_access.accesses is 'What the rule counted: cases for VOLUME, else accesses';
comment on column himaye.unusual_access.usual is 'Median of the cases a day that the account opened in the 28 days before';
grant select, insert on himaye.unusual_access to himaye_app;
grant update (version, updated_at, updated_by, verdict, words, finding_id) on himaye.unusual_access to himaye_app;
create table himaye.unusual_day (
  day date primary key,
  looked_at timestamptz not null default now(),
  found integer not null
);
comment on table himaye.unusual_day is 'Days of the log that were looked at; none is left out';
grant select, insert on himaye.unusual_day to himaye_app;
--rollback drop table himaye.unusual_access, himaye.unusual_day;

--changeset himaye:unusual-0001-rows
--comment Found by the job alone; met by auditors, nobody by the own accesses, and none whose case is closed to the reader by name. Decided once.
alter table himaye.unusual_access enable row level security, force row level security;
create policy unusual_access_read on himaye.unusual_access for select to himaye_app using (
  account <> (select himaye.context_account()) and (select himaye.context_role()) = 'AUDITOR'
  and (case_id is null or case_id <> all ((select himaye.shut_cases(array['BARRED']))::uuid[])));
create policy unusual_access_find on himaye.unusual_access for insert to himaye_app with check (
  (select himaye.context_job()) = 'UNUSUAL' and verdict is null);
create policy unusual_access_decide on himaye.unusual_access for update to himaye_app
  using (verdict is null and account <> (select himaye.context_account()) and (select himaye.context_role()) = 'AUDITOR')
  with check (verdict is not null and updated_by = (select himaye.context_account()));
create policy sealing_key_unusual on himaye.sealing_key to himaye_app using (
  owner_kind = 'FINDING' and exists (select 1 from himaye.unusual_access u where u.id = owner_id));
--rollback drop policy sealing_key_unusual on himaye.sealing_key;
--rollback drop policy unusual_access_decide on himaye.unusual_access;
--rollback drop policy unusual_access_find on himaye.unusual_access;
--rollback drop policy unusual_access_read on himaye.unusual_access;

--changeset himaye:unusual-0001-days splitStatements:false
--comment A day that nobody looked at is not called looked at.
create function himaye.looked_at_by_the_job() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if himaye.context_job() is distinct from 'UNUSUAL' then
    raise exception 'days are looked at by the job' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger tr_unusual_day_job before insert on himaye.unusual_day for each row
  execute function himaye.looked_at_by_the_job();
--rollback drop trigger tr_unusual_day_job on himaye.unusual_day;
--rollback drop function himaye.looked_at_by_the_job();

--changeset himaye:unusual-0001-relations
--comment Who worked on which case when: the log's reader compares it with the accesses. Ids and times.
grant select (case_id, staff_sub, assigned_from, assigned_until) on himaye.case_assignment to himaye_log_reader;
create policy case_assignment_log on himaye.case_assignment for select to himaye_log_reader using (true);
--rollback drop policy case_assignment_log on himaye.case_assignment;
--rollback revoke select (case_id, staff_sub, assigned_from, assigned_until) on himaye.case_assignment from himaye_log_reader;

--changeset himaye:unusual-0001-erasure splitStatements:false
--comment What is over is erased (docs/adr/0025): colleague, rule, day and what was decided stay; the case is named no more, and the words about it and their key go. None is made again. A possible tie to the person goes whole. What was found while the case was erased is not kept.
create policy unusual_access_erasure on himaye.unusual_access to himaye_owner using ((select himaye.erasing()));
create function himaye.forget_unusual() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  -- The rows first: who decides on one at this moment fails by its version, or is waited for, and leaves no key behind.
  with forgotten as (
    update himaye.unusual_access u set case_id = null, case_number = null, words = null, version = u.version + 1
     where u.case_id = new.id returning u.id)
  select coalesce(array_agg(f.id), '{}') into gone from forgotten f;
  delete from himaye.sealing_key k where k.owner_kind = 'FINDING' and k.owner_id = any (gone);
  delete from himaye.unusual_access u where u.id = any (gone) and u.rule = 'PRIVATE_TIE';
  return null;
end $$;
revoke all on function himaye.forget_unusual() from public;
create trigger tr_case_file_unusual after update of erased_at on himaye.case_file for each row
  when (old.erased_at is null and new.erased_at is not null) execute function himaye.forget_unusual();
create function himaye.found_what_is_there() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  there boolean;
begin
  if new.case_id is null then
    return new;
  end if;
  perform set_config('himaye.erasing', pg_current_xact_id()::text, true);
  perform 1 from himaye.case_file c where c.id = new.case_id and c.erased_at is null for share;
  there := found;
  perform set_config('himaye.erasing', '', true);
  return case when there then new end;
end $$;
revoke all on function himaye.found_what_is_there() from public;
create trigger tr_unusual_access_there before insert on himaye.unusual_access for each row
  execute function himaye.found_what_is_there();
create policy sealing_key_unusual_erased on himaye.sealing_key as restrictive for insert to himaye_app with check (
  owner_kind <> 'FINDING'
  or not exists (select 1 from himaye.unusual_access u
                  where u.id = owner_id and u.rule in ('NO_RELATION', 'PRIVATE_TIE') and u.case_id is null));
--rollback drop policy sealing_key_unusual_erased on himaye.sealing_key;
--rollback drop trigger tr_unusual_access_there on himaye.unusual_access;
--rollback drop function himaye.found_what_is_there();
--rollback drop trigger tr_case_file_unusual on himaye.case_file;
--rollback drop function himaye.forget_unusual();
--rollback drop policy unusual_access_erasure on himaye.unusual_access;
