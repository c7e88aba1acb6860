-- Who may do what, apart from owners. Rights that PostgreSQL gives to everybody are taken away first where they were taken away.
with own as (
  select oid, nspname, nspowner, nspacl from pg_catalog.pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
), given as (
  select 'schema' as kind, pg_catalog.quote_ident(nspname) as name, nspowner as owner, null as column_name, a.*
  from own, pg_catalog.aclexplode(nspacl) a
  union all
  select case c.relkind when 'S' then 'sequence' else 'table' end, c.oid::pg_catalog.regclass::text, c.relowner, null, a.*
  from pg_catalog.pg_class c join own on own.oid = c.relnamespace, pg_catalog.aclexplode(c.relacl) a
  union all
  select 'table', c.oid::pg_catalog.regclass::text, c.relowner, pg_catalog.quote_ident(t.attname), a.*
  from pg_catalog.pg_attribute t join pg_catalog.pg_class c on c.oid = t.attrelid join own on own.oid = c.relnamespace,
    pg_catalog.aclexplode(t.attacl) a
  union all
  select 'routine', p.oid::pg_catalog.regprocedure::text, p.proowner, null, a.*
  from pg_catalog.pg_proc p join own on own.oid = p.pronamespace, pg_catalog.aclexplode(p.proacl) a
)
select statement from (
  select 1 as step, pg_catalog.format('revoke all on schema %I from public', nspname) as statement from own where nspacl is not null
  union all
  select 1, pg_catalog.format('revoke all on routine %s from public', p.oid::pg_catalog.regprocedure)
  from pg_catalog.pg_proc p join own on own.oid = p.pronamespace where p.proacl is not null
  union all
  select 2, pg_catalog.format('grant %s on %s %s to %s%s',
    pg_catalog.string_agg(pg_catalog.lower(privilege_type) || coalesce(' (' || column_name || ')', ''), ', ' order by privilege_type, column_name),
    kind, name, case grantee when 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(grantee)) end,
    case when is_grantable then ' with grant option' else '' end)
  from given
  where grantee <> owner
  group by kind, name, grantee, is_grantable
) as made
order by step, statement
