--liquibase formatted sql

--changeset himaye:accesslog-0004-quota-numbers
--comment How much one person may take in an hour (docs/adr/0016-quotas.md). Changed by adding a row.
insert into himaye.configuration (key, value, valid_from, source) values
  ('quota.reveal.per_hour', 50, '2005-01-01', 'design decision (ASVS 2.4.1)'),
  ('quota.search.per_hour', 100, '2005-01-01', 'design decision (ASVS 2.4.1)'),
  ('quota.export.per_hour', 10, '2005-01-01', 'design decision (ASVS 2.4.1)');
--rollback delete from himaye.configuration where key like 'quota.%';

--changeset himaye:accesslog-0004-quota-asked splitStatements:false
--comment The log is the only count. The application may not read it, so this answers one question: when may this person go on, null for now. Without a number nothing is given beyond the first.
create function himaye.quota_goes_on(who uuid, kind text, what uuid) returns timestamptz
  language sql stable security definer set search_path = pg_catalog as $$
  with had as (
    select coalesce(l.case_id, case when kind = 'REVEAL' then e.entity_id end, e.id) as what, max(e.at) as at
      from himaye.access_event e
      left join himaye.access_event_case l
        on kind = 'REVEAL' and l.event_id = e.id and l.at between e.at - interval '5 minutes' and e.at + interval '5 minutes'
     where e.actor = who
       and e.at > now() - interval '1 hour'
       and e.outcome in ('ALLOWED', 'MASKED')
       and case kind
             when 'REVEAL' then e.purpose is not null and e.action in ('VIEW', 'EDIT', 'PRINT') and e.act <> 'accesslog.read'
             when 'SEARCH' then e.action = 'SEARCH'
             when 'EXPORT' then e.action = 'EXPORT'
           end
     group by 1)
  select had.at + interval '1 hour'
    from had
   where not exists (select 1 from had again where again.what = quota_goes_on.what)
   order by had.at desc
  offset greatest((select k.value::int
                     from himaye.configuration k
                    where k.key = 'quota.' || lower(kind) || '.per_hour'
                      and k.valid_from <= current_date and (k.valid_to is null or k.valid_to >= current_date)
                    order by k.valid_from desc limit 1), 1) - 1
   limit 1
$$;
revoke all on function himaye.quota_goes_on(uuid, text, uuid) from public;
grant execute on function himaye.quota_goes_on(uuid, text, uuid) to himaye_app;
--rollback drop function himaye.quota_goes_on(uuid, text, uuid);
