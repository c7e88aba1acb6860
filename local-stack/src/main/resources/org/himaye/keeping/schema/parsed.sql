-- Functions whose body was read when they were made: what they name must be there. Triggers are none of them, defaults and conditions of tables neither.
select statement from (
  select p.oid::pg_catalog.regprocedure::text as name, 1 as step, pg_catalog.pg_get_functiondef(p.oid) as statement, p.*
  from pg_catalog.pg_proc p
  union all
  select p.oid::pg_catalog.regprocedure::text, 2, pg_catalog.format('alter routine %s owner to %I',
    p.oid::pg_catalog.regprocedure, pg_catalog.pg_get_userbyid(p.proowner)), p.*
  from pg_catalog.pg_proc p
) as f
join pg_catalog.pg_namespace n on n.oid = f.pronamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and f.prokind in ('f', 'p') and f.prosqlbody is not null
  and not exists (select from pg_catalog.pg_depend d
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = f.oid)
order by f.name, f.step
