--liquibase formatted sql

--changeset himaye:casefile-0001-case-file
--comment The case at the centre, who works on it, what is due and the history of every state machine on it.
create table himaye.case_file (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_number text not null,
  person_id uuid not null,
  institution_id uuid not null,
  referral_id uuid,
  status text not null,
  urgency text not null,
  anonymous_mode boolean not null,
  opened_at timestamptz not null,
  next_due_at timestamptz,
  identification_status text,
  constraint uq_case_file_number unique (case_number),
  constraint uq_case_file_referral unique (referral_id),
  constraint fk_case_file_person foreign key (person_id) references himaye.person (id),
  constraint fk_case_file_institution foreign key (institution_id) references himaye.institution (id),
  constraint ck_case_file_status check (status in ('OPEN_PREARRIVAL', 'INTAKE', 'ACTIVE', 'SUSPENDED', 'FOLLOW_UP', 'CLOSED'))
);
create index ix_case_file_list on himaye.case_file (institution_id, coalesce(next_due_at, '9999-01-01T00:00:00Z'), id);
create index ix_case_file_person on himaye.case_file (person_id);

create table himaye.case_assignment (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  staff_sub uuid not null,
  function text not null,
  assigned_from timestamptz not null,
  assigned_until timestamptz,
  end_reason text,
  constraint fk_case_assignment_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_case_assignment_staff foreign key (staff_sub) references himaye.staff (sub),
  constraint ck_case_assignment_period check (assigned_until is null or assigned_until >= assigned_from)
);
create unique index uq_case_assignment_primary on himaye.case_assignment (case_id) where function = 'PRIMARY' and assigned_until is null;
create index ix_case_assignment_staff on himaye.case_assignment (staff_sub, case_id) where assigned_until is null;
create index ix_case_assignment_case on himaye.case_assignment (case_id);

create table himaye.case_deadline (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  kind text not null,
  due_at timestamptz not null,
  met_at timestamptz,
  constraint fk_case_deadline_case foreign key (case_id) references himaye.case_file (id)
);
create unique index uq_case_deadline_open on himaye.case_deadline (case_id, kind) where met_at is null;
create index ix_case_deadline_case on himaye.case_deadline (case_id, due_at) where met_at is null;

create table himaye.status_change (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  from_status text,
  to_status text not null,
  reason_code text,
  constraint fk_status_change_case foreign key (case_id) references himaye.case_file (id)
);
create index ix_status_change_case on himaye.status_change (case_id, created_at desc);

grant select, insert, update on himaye.case_file, himaye.case_assignment, himaye.case_deadline to himaye_app;
grant select, insert on himaye.status_change to himaye_app;
-- The auditor sees case numbers, never pseudonyms or names.
grant select (id, case_number, institution_id) on himaye.case_file to himaye_log_reader;
--rollback drop table himaye.status_change, himaye.case_deadline, himaye.case_assignment, himaye.case_file;
