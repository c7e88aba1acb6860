-- Kinds of things that the other queries of this folder do not describe.
with own as (
  select oid, nspname from pg_catalog.pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
), extended as (
  select classid, objid from pg_catalog.pg_depend where deptype = 'e'
)
select kind || ' ' || name from (
  select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' else 'type' end as kind,
    c.oid::pg_catalog.regclass::text as name
  from pg_catalog.pg_class c join own on own.oid = c.relnamespace
  where c.relkind in ('v', 'm', 'f', 'c')
    and not exists (select from extended where classid = 'pg_catalog.pg_class'::pg_catalog.regclass and objid = c.oid)
  union all
  select 'storage of', c.oid::pg_catalog.regclass::text
  from pg_catalog.pg_class c join own on own.oid = c.relnamespace
  where c.relkind in ('r', 'p') and (c.reloptions is not null or c.reltablespace <> 0 or c.relpersistence <> 'p')
  union all
  select 'partitioned partition', c.oid::pg_catalog.regclass::text
  from pg_catalog.pg_class c join own on own.oid = c.relnamespace where c.relkind = 'p' and c.relispartition
  union all
  select 'inheritance of', i.inhrelid::pg_catalog.regclass::text
  from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid join own on own.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
  union all
  select 'sequence', c.oid::pg_catalog.regclass::text
  from pg_catalog.pg_class c join own on own.oid = c.relnamespace
  where c.relkind = 'S' and not exists (select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'i')
  union all
  select 'type', t.oid::pg_catalog.regtype::text
  from pg_catalog.pg_type t join own on own.oid = t.typnamespace
  where t.typtype in ('e', 'd', 'r')
    and not exists (select from extended where classid = 'pg_catalog.pg_type'::pg_catalog.regclass and objid = t.oid)
  union all
  select 'function', p.oid::pg_catalog.regprocedure::text
  from pg_catalog.pg_proc p join own on own.oid = p.pronamespace
  where p.prokind not in ('f', 'p')
    and not exists (select from extended where classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and objid = p.oid)
  union all
  select 'rule', r.rulename::text
  from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class join own on own.oid = c.relnamespace
  where r.rulename <> '_RETURN'
  union all
  select 'trigger that is not simply on', t.tgname::text from pg_catalog.pg_trigger t where not t.tgisinternal and t.tgenabled <> 'O'
  union all
  select 'extended statistics', s.stxname::text from pg_catalog.pg_statistic_ext s join own on own.oid = s.stxnamespace
  union all
  select 'default rights', d.oid::text from pg_catalog.pg_default_acl d
  union all
  select 'large object', l.oid::text from pg_catalog.pg_largeobject_metadata l
  union all
  select 'event trigger', e.evtname::text from pg_catalog.pg_event_trigger e
  union all
  select 'publication', p.pubname::text from pg_catalog.pg_publication p
) as found
order by 1
