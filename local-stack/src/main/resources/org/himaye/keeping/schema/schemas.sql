select pg_catalog.format('create schema %I authorization %I', nspname, pg_catalog.pg_get_userbyid(nspowner))
from pg_catalog.pg_namespace
where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
order by nspname
