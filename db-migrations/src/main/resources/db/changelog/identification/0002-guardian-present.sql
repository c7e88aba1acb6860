--liquibase formatted sql

--changeset himaye:identification-0002-guardian-present
--comment Whether a guardian was there when a child was asked (domain.md 3.3.6); nothing for an adult.
alter table himaye.indicator_assessment add column guardian_present boolean;
--rollback alter table himaye.indicator_assessment drop column guardian_present;
