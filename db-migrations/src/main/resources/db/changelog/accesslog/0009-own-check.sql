--liquibase formatted sql

--changeset himaye:accesslog-0009-own-check
--comment The auditor's desk says at each visit what the last own check of the log found: one event a night among the thousands of a day.
create index ix_access_event_own_check on himaye.access_event (at desc) where act = 'log.check';
--rollback drop index himaye.ix_access_event_own_check;
