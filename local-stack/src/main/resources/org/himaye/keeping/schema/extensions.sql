select pg_catalog.format('create extension if not exists %I with schema %I', e.extname, n.nspname)
from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
where e.extname <> 'plpgsql'
order by e.extname
