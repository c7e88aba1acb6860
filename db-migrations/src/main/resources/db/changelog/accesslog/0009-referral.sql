--liquibase formatted sql

--changeset himaye:accesslog-0009-referral
--comment What was seen of a referral before it became a case is part of the case's story: found by the referral, which an event names as its object. A small part of a large log.
create index ix_access_event_referral on himaye.access_event (entity_id, at desc) where entity = 'referral';
--rollback drop index himaye.ix_access_event_referral;
