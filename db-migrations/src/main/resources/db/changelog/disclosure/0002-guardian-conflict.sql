--liquibase formatted sql

--changeset himaye:disclosure-0002-guardian-conflict
--comment Of a child it is asked whether the guardian is suspected or has interests of her own: then her word does not count (domain.md 2.11, 4.4). Lines from before have no answer.
alter table himaye.disclosure add column guardian_conflict boolean;
alter table himaye.disclosure add constraint ck_disclosure_guardian check (ground <> 'GUARDIAN_AND_BID' or guardian_conflict is not true);
grant update (guardian_conflict) on himaye.disclosure to himaye_app;
--rollback alter table himaye.disclosure drop column guardian_conflict;
