-- Which rows who meets, and on which tables that is asked at all.
select statement from (
  select p.polrelid::pg_catalog.regclass::text as name, 1 as step, pg_catalog.format('create policy %I on %s as %s for %s to %s%s%s', p.polname, p.polrelid::pg_catalog.regclass,
    case when p.polpermissive then 'permissive' else 'restrictive' end,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    (select pg_catalog.string_agg(case r when 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(r)) end, ', ' order by r)
       from pg_catalog.unnest(p.polroles) r),
    coalesce(' using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', ''),
    coalesce(' with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')) as statement
  from pg_catalog.pg_policy p
  union all
  select c.oid::pg_catalog.regclass::text, 2, pg_catalog.format('alter table %s %s row level security, %s row level security',
    c.oid::pg_catalog.regclass,
    case when c.relrowsecurity then 'enable' else 'disable' end,
    case when c.relforcerowsecurity then 'force' else 'no force' end)
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where (c.relrowsecurity or c.relforcerowsecurity) and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) as made
order by name, step, statement
