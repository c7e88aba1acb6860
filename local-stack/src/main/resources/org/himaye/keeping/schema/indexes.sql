-- Those that no constraint brings. On a partitioned table PostgreSQL says "on only", which leaves the partitions out.
select case c.relkind when 'I' then pg_catalog.replace(pg_catalog.pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ')
  else pg_catalog.pg_get_indexdef(c.oid) end
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indexrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not c.relispartition
  and not exists (select from pg_catalog.pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))
order by c.oid::pg_catalog.regclass::text
