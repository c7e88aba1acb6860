--liquibase formatted sql

--changeset himaye:intake-0001-intake
--comment First answers on safety and urgent health, and when intake was complete (domain.md 2.3). Its id is the case's.
create table himaye.intake (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  immediate_danger boolean,
  danger_text bytea,
  urgent_health boolean,
  urgent_health_text bytea,
  completed_at timestamptz,
  constraint fk_intake_case foreign key (id) references himaye.case_file (id)
);
grant select, insert, update on himaye.intake to himaye_app;
--rollback drop table himaye.intake;
