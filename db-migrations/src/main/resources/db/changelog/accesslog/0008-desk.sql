--liquibase formatted sql

--changeset himaye:accesslog-0008-desk
--comment The auditor's desk says at each visit when the log was last witnessed: one row among the thousands of a day.
create index ix_log_checkpoint_cosigned on himaye.log_checkpoint (size desc) where cosigned is not null;
--rollback drop index himaye.ix_log_checkpoint_cosigned;

--changeset himaye:accesslog-0008-queues
--comment The auditor's queues: what was refused, and what was seen under an emergency access. A small part of a large log each.
create index ix_access_event_denied on himaye.access_event (at desc, seq desc) where outcome = 'DENIED';
create index ix_access_event_grant on himaye.access_event (at desc, seq desc) where grant_id is not null;
--rollback drop index himaye.ix_access_event_denied;
--rollback drop index himaye.ix_access_event_grant;

--changeset himaye:accesslog-0008-given-numbers
--comment The desk tells an event that waits for its seal from one whose number the database never gave.
grant select on sequence himaye.access_event_seq_seq to himaye_log_reader;
--rollback revoke select on sequence himaye.access_event_seq_seq from himaye_log_reader;
