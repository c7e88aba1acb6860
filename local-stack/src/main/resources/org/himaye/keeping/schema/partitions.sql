select statement from (
  select c.oid::pg_catalog.regclass::text as name, 1 as step, pg_catalog.format('create table %s partition of %s %s',
    c.oid::pg_catalog.regclass, i.inhparent::pg_catalog.regclass, pg_catalog.pg_get_expr(c.relpartbound, c.oid)) as statement
  from pg_catalog.pg_class c join pg_catalog.pg_inherits i on i.inhrelid = c.oid
  where c.relkind = 'r' and c.relispartition
  union all
  select c.oid::pg_catalog.regclass::text, 2, pg_catalog.format('alter table %s owner to %I',
    c.oid::pg_catalog.regclass, pg_catalog.pg_get_userbyid(c.relowner))
  from pg_catalog.pg_class c
  where c.relkind = 'r' and c.relispartition
) as made
order by name, step
