--liquibase formatted sql

--changeset himaye:breakglass-0001-numbers
--comment Lengths of emergency access and of its review (domain.md 2.0, 4.7). Changed by adding a row.
insert into himaye.configuration (key, value, valid_from, source) values
  ('breakglass.minutes', 60, '2005-01-01', 'design decision'),
  ('breakglass.review.working_days', 3, '2005-01-01', 'design decision'),
  ('breakglass.repeat.count', 3, '2005-01-01', 'design decision'),
  ('breakglass.repeat.days', 30, '2005-01-01', 'design decision');
--rollback delete from himaye.configuration where key like 'breakglass.%';

--changeset himaye:breakglass-0001-grant
--comment Who opened a case in an emergency, for what, when, and what another person said of it. The words are sealed under the case's key.
create table himaye.break_glass_grant (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  institution_id uuid not null,
  session_ref text not null,
  reason text not null,
  classes text not null,
  reason_text bytea not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  review_due_at timestamptz not null,
  verdict text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_note bytea,
  constraint fk_break_glass_grant_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_break_glass_grant_institution foreign key (institution_id) references himaye.institution (id),
  constraint fk_break_glass_grant_staff foreign key (created_by) references himaye.staff (sub),
  constraint fk_break_glass_grant_reviewer foreign key (reviewed_by) references himaye.staff (sub),
  constraint ck_break_glass_grant_reason check (reason in ('LIFE_DANGER', 'MISSING_CHILD', 'MEDICAL_EMERGENCY', 'SAFETY_THREAT', 'CASEWORKER_ABSENT_URGENT')),
  constraint ck_break_glass_grant_length check (ends_at > created_at and ends_at <= created_at + interval '240 minutes'),
  constraint ck_break_glass_grant_verdict check (verdict in ('JUSTIFIED', 'NOT_JUSTIFIED', 'UNCLEAR')),
  constraint ck_break_glass_grant_reviewed check ((verdict is null) = (reviewed_by is null) and (verdict is null) = (reviewed_at is null) and (verdict is null) = (review_note is null)),
  constraint ck_break_glass_grant_not_own check (reviewed_by <> created_by)
);
create index ix_break_glass_grant_case on himaye.break_glass_grant (case_id, created_by, ends_at desc);
create index ix_break_glass_grant_actor on himaye.break_glass_grant (created_by, created_at desc);
create index ix_break_glass_grant_open on himaye.break_glass_grant (institution_id, review_due_at) where verdict is null;
grant select, insert on himaye.break_glass_grant to himaye_app;
grant update (version, updated_at, updated_by, ended_at, verdict, reviewed_by, reviewed_at, review_note) on himaye.break_glass_grant to himaye_app;
--rollback drop table himaye.break_glass_grant;
