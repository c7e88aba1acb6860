--liquibase formatted sql

--changeset himaye:accesslog-0006-policy
--comment Each start of the server asks which policy was in force before: a few rows among millions.
create index ix_access_event_policy on himaye.access_event (seq desc) where act in ('policy.start', 'policy.change');
--rollback drop index himaye.ix_access_event_policy;
