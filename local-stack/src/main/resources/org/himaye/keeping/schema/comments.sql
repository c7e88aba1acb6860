select case d.objsubid
    when 0 then pg_catalog.format('comment on table %s is %L', d.objoid::pg_catalog.regclass, d.description)
    else pg_catalog.format('comment on column %s.%I is %L', d.objoid::pg_catalog.regclass, a.attname, d.description) end
from pg_catalog.pg_description d
join pg_catalog.pg_class c on c.oid = d.objoid and c.relkind in ('r', 'p')
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
where d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
order by d.objoid::pg_catalog.regclass::text, d.objsubid
