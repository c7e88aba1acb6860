--liquibase formatted sql

--changeset himaye:accesslog-0003-provider-events
--comment What the identity provider recorded is taken over into our own log: its time beside the moment at which it came here, and each event once.
alter table himaye.access_event add column happened_at timestamptz;
comment on column himaye.access_event.happened_at is 'When it happened at the identity provider, by its clock; empty for what happened here';
grant insert (happened_at) on himaye.access_event to himaye_app;
create table himaye.provider_event (
  id uuid primary key,
  happened_at timestamptz not null
);
create index ix_provider_event_happened on himaye.provider_event (happened_at);
comment on table himaye.provider_event is 'Which events were taken over in the last days, so that none comes twice';
grant select, insert, delete on himaye.provider_event to himaye_app;
--rollback drop table himaye.provider_event;
--rollback alter table himaye.access_event drop column happened_at;
