--liquibase formatted sql

--changeset himaye:consent-0001-consent
--comment One answer to one question, always limited in time (domain.md 2.7); and that rights were explained.
create table himaye.consent (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  scope text not null,
  status text not null,
  plan_version uuid,
  given_by text,
  method text,
  language text,
  interpreter boolean not null,
  text_version text not null,
  given_at timestamptz,
  valid_to date,
  withdrawn_at timestamptz,
  withdrawn_to uuid,
  refused_reason bytea,
  constraint fk_consent_case foreign key (case_id) references himaye.case_file (id),
  constraint ck_consent_status check (status in ('PROPOSED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  constraint ck_consent_limited check (status not in ('GIVEN', 'WITHDRAWN', 'EXPIRED') or valid_to is not null),
  constraint ck_consent_plan check ((scope = 'PLAN') = (plan_version is not null))
);
create index ix_consent_case on himaye.consent (case_id, created_at desc);
create unique index uq_consent_given on himaye.consent (case_id, scope, coalesce(plan_version, '00000000-0000-0000-0000-000000000000'))
  where status = 'GIVEN' and scope not in ('REFERRAL', 'DISCLOSURE');

create table himaye.rights_briefing (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  text_version text not null,
  language text not null,
  interpreter boolean not null,
  explained_at timestamptz not null,
  constraint fk_rights_briefing_case foreign key (case_id) references himaye.case_file (id)
);
create index ix_rights_briefing_case on himaye.rights_briefing (case_id, explained_at desc);

grant select, insert, update on himaye.consent to himaye_app;
grant select, insert on himaye.rights_briefing to himaye_app;
--rollback drop table himaye.rights_briefing, himaye.consent;
