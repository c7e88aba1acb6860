--liquibase formatted sql

--changeset himaye:identification-0001-assessment
--comment The form of signs and the coded episode (domain.md 1.3, 1.4). Coded facts in clear, words sealed.
create table himaye.indicator_assessment (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  form_version text not null,
  assessed_at timestamptz not null,
  assessor uuid not null,
  language text,
  interpreter boolean,
  ind01 text,
  ind02 text,
  ind03 text,
  ind04 text,
  ind05 text,
  ind06 text,
  ind07 text,
  ind08 text,
  ind09 text,
  ind10 text,
  ind11 text,
  details text,
  injuries bytea,
  conclusion bytea,
  result text,
  constraint fk_indicator_assessment_case foreign key (case_id) references himaye.case_file (id),
  constraint ck_indicator_assessment_concluded check (result is null or conclusion is not null)
);
create index ix_indicator_assessment_case on himaye.indicator_assessment (case_id, created_at desc);
create unique index uq_indicator_assessment_open on himaye.indicator_assessment (case_id) where result is null;

create table himaye.trafficking_episode (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  from_date date,
  from_precision text,
  to_date date,
  to_precision text,
  acts text,
  means text,
  purposes text,
  forms text,
  recruitment_channel text,
  vulnerabilities text,
  health_vulnerabilities bytea,
  countries text,
  note bytea,
  constraint fk_trafficking_episode_case foreign key (case_id) references himaye.case_file (id),
  constraint ck_trafficking_episode_period check (to_date is null or from_date is null or to_date >= from_date)
);
create index ix_trafficking_episode_case on himaye.trafficking_episode (case_id, created_at desc);

grant select, insert, update on himaye.indicator_assessment, himaye.trafficking_episode to himaye_app;
--rollback drop table himaye.trafficking_episode, himaye.indicator_assessment;

--changeset himaye:identification-0001-identification
--comment Reflection period, notice to the special unit, its decision; and the copy that the unit got.
create table himaye.identification (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  reflection_from date,
  reflection_to date,
  notified_at timestamptz,
  notified_by uuid,
  decided_at timestamptz,
  decision_date date,
  decision_number bytea,
  decision_text bytea,
  override_reason bytea,
  officer uuid,
  constraint fk_identification_case foreign key (id) references himaye.case_file (id),
  constraint ck_identification_reflection check (reflection_to >= reflection_from + 30),
  constraint ck_identification_decision check (decided_at is null or (decision_date is not null and decision_number is not null
    and decision_text is not null and officer is not null))
);

create table himaye.identification_set (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  receiver_id uuid not null,
  sent_at timestamptz not null,
  decided_at timestamptz,
  age_band text,
  child boolean not null,
  sex text,
  languages text,
  form_version text,
  assessed_at timestamptz,
  indicators text,
  details text,
  acts text,
  means text,
  purposes text,
  forms text,
  recruitment_channel text,
  countries text,
  constraint fk_identification_set_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_identification_set_receiver foreign key (receiver_id) references himaye.institution (id)
);
create unique index uq_identification_set_open on himaye.identification_set (case_id) where decided_at is null;
create index ix_identification_set_receiver on himaye.identification_set (receiver_id, sent_at);
create index ix_identification_set_case on himaye.identification_set (case_id, created_at desc);

grant select, insert, update on himaye.identification, himaye.identification_set to himaye_app;
--rollback drop table himaye.identification_set, himaye.identification;
