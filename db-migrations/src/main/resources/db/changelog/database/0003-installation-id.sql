--liquibase formatted sql

--changeset himaye:database-0003-installation-id
--comment Tells one installation from another: a backup's keys fit only the installation that they came from.
alter table himaye.installation add column id uuid not null default gen_random_uuid();
--rollback alter table himaye.installation drop column id;
