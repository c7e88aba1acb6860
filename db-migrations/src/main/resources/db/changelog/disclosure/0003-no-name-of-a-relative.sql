--liquibase formatted sql

--changeset himaye:disclosure-0003-no-name-of-a-relative
--comment A family is no organisation: what was typed there can only be the name of a relative, which does not stand in clear. It is taken away; who it was stands sealed in receiver_person, where somebody wrote it there.
alter table himaye.disclosure no force row level security;
alter table himaye.disclosure_consent no force row level security;
update himaye.disclosure set organisation = null where receiver = 'FAMILY' and organisation is not null;
update himaye.disclosure_consent set organisation = null where receiver = 'FAMILY' and organisation is not null;
alter table himaye.disclosure force row level security;
alter table himaye.disclosure_consent force row level security;
alter table himaye.disclosure add constraint ck_disclosure_relative check (receiver <> 'FAMILY' or organisation is null);
alter table himaye.disclosure_consent add constraint ck_disclosure_consent_relative check (receiver <> 'FAMILY' or organisation is null);
--rollback alter table himaye.disclosure drop constraint ck_disclosure_relative;
--rollback alter table himaye.disclosure_consent drop constraint ck_disclosure_consent_relative;
