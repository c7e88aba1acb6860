--liquibase formatted sql

--changeset himaye:person-0001-person
--comment One row a human being. Identity is sealed; coded facts stand in clear for lists and statistics.
create table himaye.person (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  pseudonym text not null,
  family_name bytea,
  given_name bytea,
  patronymic bytea,
  aliases bytea,
  date_of_birth bytea,
  age_stated bytea,
  age_basis text not null,
  age_band text not null,
  sex text not null,
  nationality_status text,
  countries text,
  languages text not null,
  interpreter_needed boolean
);
grant select, insert, update on himaye.person to himaye_app;
--rollback drop table himaye.person;
