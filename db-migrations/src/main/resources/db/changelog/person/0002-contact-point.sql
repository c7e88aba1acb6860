--liquibase formatted sql

--changeset himaye:person-0002-contact-point
--comment How to reach a person safely, limited in time (domain.md 3.3.3).
create table himaye.contact_point (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  person_id uuid not null,
  kind text,
  contact_value bytea,
  safe text,
  safe_hours bytea,
  who_may_answer bytea,
  message_allowed boolean,
  valid_to date,
  constraint fk_contact_point_person foreign key (person_id) references himaye.person (id)
);
create index ix_contact_point_person on himaye.contact_point (person_id, created_at);
grant select, insert, update on himaye.contact_point to himaye_app;
--rollback drop table himaye.contact_point;
