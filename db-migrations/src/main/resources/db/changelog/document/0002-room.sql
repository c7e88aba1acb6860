--liquibase formatted sql

--changeset himaye:document-0002-room-numbers
--comment How many files one person may send in an hour, and how much the documents of one case may take up (docs/adr/0030). Changed by adding a row.
insert into himaye.configuration (key, value, valid_from, source) values
  ('quota.upload.per_hour', 60, '2005-01-01', 'design decision (ASVS 2.4.1, 5.2.4)'),
  ('document.case.megabytes', 500, '2005-01-01', 'design decision (ASVS 5.2.4)');
--rollback delete from himaye.configuration where key in ('quota.upload.per_hour', 'document.case.megabytes');

--changeset himaye:document-0002-room-asked splitStatements:false
--comment As before, and for files: also those that were not taken count, as each was checked; those that the number itself kept out do not.
create or replace function himaye.quota_goes_on(who uuid, kind text, what uuid) returns timestamptz
  language sql stable security definer set search_path = pg_catalog as $$
  with had as (
    select coalesce(l.case_id, case when kind = 'REVEAL' then e.entity_id end, e.id) as what, max(e.at) as at
      from himaye.access_event e
      left join himaye.access_event_case l
        on kind = 'REVEAL' and l.event_id = e.id and l.at between e.at - interval '5 minutes' and e.at + interval '5 minutes'
     where e.actor = who
       and e.at > now() - interval '1 hour'
       and (e.outcome in ('ALLOWED', 'MASKED')
            or kind = 'UPLOAD' and e.outcome = 'FAILED' and e.reason is distinct from 'DocumentProblem.TOO_MANY')
       and case kind
             when 'REVEAL' then e.purpose is not null and e.action in ('VIEW', 'EDIT', 'PRINT') and e.act <> 'accesslog.read'
             when 'SEARCH' then e.action = 'SEARCH'
             when 'EXPORT' then e.action = 'EXPORT'
             when 'UPLOAD' then e.action = 'CREATE' and e.act = 'document.write'
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
--rollback select 1;
