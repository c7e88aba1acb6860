-- Not null stands with the column; a partition has its parent's.
select pg_catalog.format('alter table %s add constraint %I %s', k.conrelid::pg_catalog.regclass, k.conname, pg_catalog.pg_get_constraintdef(k.oid))
from pg_catalog.pg_constraint k
join pg_catalog.pg_class c on c.oid = k.conrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and k.contype in ('p', 'u', 'c', 'x') and k.conparentid = 0 and k.coninhcount = 0
order by k.conrelid::pg_catalog.regclass::text, k.contype, k.conname
