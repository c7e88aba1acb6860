-- Events ${from} up to and without ${until} of one month, and their links: into tables without an index, because an index over rows that are
-- there is made ten times as fast as one that grows. Numbers are below all that the database gives: the sealer asks for none of them.
-- One of fifty is a list of twenty-five cases, one of ten of no case, the others of one case and its person. Something is busy of each
-- kind: a case, an account in the last thirty days, and emergency access have one of 150, of twelve and of 150 events.
create temporary table made as
  select n, md5('event' || n)::uuid as id, timestamptz '${first}' + (n - ${from}) * ((timestamptz '${last}' - timestamptz '${first}') / (${until} - ${from})) as at,
         n % 50 = 0 as list, n % 10 = 3 as bare, abs(hashint8(n)::bigint) as h, abs(hashint8(-n)::bigint) as who
    from generate_series(${from}::bigint, ${until}::bigint - 1) as n;

insert into ${events} (id, at, seq, xid, actor, role, institution_id, session_ref, client, act, action, entity, entity_id, fields, classes,
    purpose, grant_id, outcome, reason, row_count)
  overriding system value
  select id, at, n - ${all} - 1, '3'::xid8, md5('worker' || w.house || '-' || w.worker)::uuid, 'CASEWORKER', md5('house' || w.house)::uuid,
         '0123456789abcdef', 'desktop 10.0', case when list then 'case.list' when bare then 'session.start' else 'case.read' end,
         case when list then 'LIST' when n % 20 = 6 then 'EDIT' when n % 1000 = 9 then 'EXPORT' else 'VIEW' end,
         'case_file', case when list or bare then null else md5('case' || h % ${cases})::uuid end,
         case when bare then '{}' else '{case_file.status,person.birth_date,person.family_name,person.given_name}'::text[] end,
         case when bare then '{}' when n % 3 = 0 then '{ID,CL}' else '{ID,OP}'::text[] end,
         case when n % 4 = 0 then null else 'CARE' end,
         case when n % 150 = 13 then md5('grant' || n / 1000)::uuid end,
         case when n % 40 = 7 then 'DENIED' when n % 10 = 1 then 'MASKED' else 'ALLOWED' end,
         case when n % 40 = 7 then 'NO_RELATION' end, case when list then 25 when bare then 0 else 1 end
    from made, lateral (select case when busy then 0 else who % 20 end as house, case when busy then 42 else who / 20 % 50 end as worker
                          from (select n % 12 = 5 and at > timestamptz '${busy}' as busy) b) w;

insert into ${links} (event_id, at, case_id, person_id)
  select id, at + interval '20 microseconds', md5('case' || c)::uuid, md5('person' || c)::uuid
    from made, lateral (select case when n % 150 = 11 then 1 else h % ${cases} end as c) w where not list and not bare
  union all
  select id, at + (20 + k) * interval '1 microsecond', md5('case' || c)::uuid, case when k % 2 = 0 then md5('person' || c)::uuid end
    from made, generate_series(1, 25) k, lateral (select (h + k * 97) % ${cases} as c) w where list;

drop table made;
