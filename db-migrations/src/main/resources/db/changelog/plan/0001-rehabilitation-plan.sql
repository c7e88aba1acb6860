--liquibase formatted sql

--changeset himaye:plan-0001-rehabilitation-plan
--comment A chain of versions (domain.md 2.6). One version in force (BR-053) and one on its way at most on a case.
create table himaye.rehabilitation_plan (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  plan_version integer not null,
  status text not null,
  submitted_by uuid,
  submitted_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  presented_at timestamptz,
  presented_language text,
  consent_id uuid,
  approved_at timestamptz,
  started_on date,
  child_opinion bytea,
  constraint fk_rehabilitation_plan_case foreign key (case_id) references himaye.case_file (id),
  constraint uq_rehabilitation_plan_version unique (case_id, plan_version),
  constraint ck_rehabilitation_plan_version check (plan_version >= 1),
  constraint ck_rehabilitation_plan_status check (status in ('DRAFT', 'SUBMITTED', 'REVIEWED', 'CONSENT_PENDING', 'APPROVED',
    'ACTIVE', 'IN_REVISION', 'SUPERSEDED', 'COMPLETED', 'DISCONTINUED', 'DECLINED')),
  constraint ck_rehabilitation_plan_four_eyes check (reviewed_by is null or reviewed_by <> created_by),
  constraint ck_rehabilitation_plan_consent check (status not in ('APPROVED', 'ACTIVE', 'IN_REVISION', 'COMPLETED') or consent_id is not null),
  constraint ck_rehabilitation_plan_start check (status not in ('ACTIVE', 'IN_REVISION', 'COMPLETED') or started_on is not null)
);
create unique index uq_rehabilitation_plan_active on himaye.rehabilitation_plan (case_id) where status in ('ACTIVE', 'IN_REVISION');
create unique index uq_rehabilitation_plan_underway on himaye.rehabilitation_plan (case_id)
  where status in ('DRAFT', 'SUBMITTED', 'REVIEWED', 'CONSENT_PENDING', 'APPROVED');

create table himaye.plan_component (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  plan_id uuid not null,
  case_id uuid not null,
  component text not null,
  decision text,
  decided_on date,
  reason bytea,
  constraint fk_plan_component_plan foreign key (plan_id) references himaye.rehabilitation_plan (id),
  constraint fk_plan_component_case foreign key (case_id) references himaye.case_file (id),
  constraint uq_plan_component unique (plan_id, component),
  constraint ck_plan_component check (component in ('LEGAL', 'EDUCATION', 'PSYCHOLOGICAL', 'MEDICAL', 'VOCATIONAL', 'EMPLOYMENT', 'HOUSING')),
  constraint ck_plan_component_decision check (decision in ('GOALS', 'NOT_NEEDED', 'DECLINED'))
);

create table himaye.plan_goal (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  plan_id uuid not null,
  case_id uuid not null,
  component text not null,
  position integer not null,
  aim bytea,
  indicator bytea,
  target_date date,
  state text not null,
  rating text not null,
  rated_at timestamptz,
  removed_at timestamptz,
  constraint fk_plan_goal_plan foreign key (plan_id) references himaye.rehabilitation_plan (id),
  constraint fk_plan_goal_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_plan_goal_component foreign key (plan_id, component) references himaye.plan_component (plan_id, component),
  constraint uq_plan_goal_plan unique (id, plan_id),
  constraint ck_plan_goal_state check (state in ('OPEN', 'ENDED', 'CANCELLED_BY_VICTIM')),
  constraint ck_plan_goal_rating check (rating in ('NOT_STARTED', 'IN_PROGRESS', 'PARTLY', 'ACHIEVED', 'DROPPED'))
);
create index ix_plan_goal_plan on himaye.plan_goal (plan_id) where removed_at is null;

create table himaye.plan_action (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  plan_id uuid not null,
  goal_id uuid not null,
  case_id uuid not null,
  position integer not null,
  what bytea,
  responsible text,
  responsible_name bytea,
  due date,
  state text not null,
  removed_at timestamptz,
  constraint fk_plan_action_goal foreign key (goal_id, plan_id) references himaye.plan_goal (id, plan_id),
  constraint fk_plan_action_case foreign key (case_id) references himaye.case_file (id),
  constraint ck_plan_action_responsible check (responsible in ('PERSON', 'CASEWORKER', 'PSYCHOLOGIST', 'MEDIC', 'LAWYER', 'ORGANISATION', 'OTHER')),
  constraint ck_plan_action_state check (state in ('PLANNED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE',
    'CANCELLED_BY_VICTIM', 'CANCELLED_BY_PROVIDER', 'DECLINED'))
);
create index ix_plan_action_goal on himaye.plan_action (goal_id) where removed_at is null;

create table himaye.plan_review (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  plan_id uuid not null,
  case_id uuid not null,
  outcome text not null,
  review_comment bytea,
  constraint fk_plan_review_plan foreign key (plan_id) references himaye.rehabilitation_plan (id),
  constraint fk_plan_review_case foreign key (case_id) references himaye.case_file (id),
  constraint ck_plan_review_outcome check (outcome in ('REVIEWED', 'SENT_BACK'))
);
create index ix_plan_review_plan on himaye.plan_review (plan_id);

create table himaye.plan_rating (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  plan_id uuid not null,
  goal_id uuid not null,
  case_id uuid not null,
  rating text,
  note bytea,
  constraint fk_plan_rating_goal foreign key (goal_id, plan_id) references himaye.plan_goal (id, plan_id),
  constraint fk_plan_rating_case foreign key (case_id) references himaye.case_file (id),
  constraint ck_plan_rating check (rating in ('NOT_STARTED', 'IN_PROGRESS', 'PARTLY', 'ACHIEVED', 'DROPPED'))
);
create index ix_plan_rating_plan on himaye.plan_rating (plan_id, created_at desc);

grant select, insert, update on himaye.rehabilitation_plan, himaye.plan_component, himaye.plan_goal, himaye.plan_action,
  himaye.plan_review, himaye.plan_rating to himaye_app;
--rollback drop table himaye.plan_rating, himaye.plan_review, himaye.plan_action, himaye.plan_goal, himaye.plan_component, himaye.rehabilitation_plan;
