--liquibase formatted sql

--changeset himaye:accesslog-0011-provider-cursors
--comment Sign-ins and what administrators did are asked for one after the other: each goes on from its own newest. One time for both lost the administrators' acts of an outage, when the server ended between the two. They are asked for once more as far back as it is known which were taken over.
alter table himaye.provider_event add column act text not null default 'provider.signin';
update himaye.provider_event p set act = e.act
  from himaye.access_event e
 where e.id = p.id and e.act = 'provider.administration'
   and e.at >= (select min(happened_at) from himaye.provider_event) - interval '1 day';
insert into himaye.provider_event (id, happened_at, act)
select gen_random_uuid(), max(happened_at) - interval '2 days', 'provider.administration' from himaye.provider_event having count(*) > 0;
drop index himaye.ix_provider_event_happened;
create index ix_provider_event_happened on himaye.provider_event (act, happened_at);
--rollback drop index himaye.ix_provider_event_happened;
--rollback alter table himaye.provider_event drop column act;
--rollback create index ix_provider_event_happened on himaye.provider_event (happened_at);
