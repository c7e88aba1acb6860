--liquibase formatted sql

--changeset himaye:disclosure-0005-what-left-the-screen
--comment The register leads to every print, export and file in the log, the newest first, however few they are among millions (issue of the register, performance.md B3).
create index ix_access_event_taken on himaye.access_event (at desc, seq desc) where action in ('PRINT', 'EXPORT', 'DOWNLOAD');
--rollback drop index himaye.ix_access_event_taken;
