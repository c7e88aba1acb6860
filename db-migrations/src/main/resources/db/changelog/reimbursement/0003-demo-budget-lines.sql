--liquibase formatted sql

--changeset himaye:reimbursement-0003-demo-budget-lines context:demo
--comment Invented lines for the years that the demo's cases live in.
insert into himaye.budget_source (id, version, kind, fiscal_year, line, ceiling)
select md5('himaye-demo-budget:' || kind || ':' || year)::uuid, 0, kind, year, line, ceiling
  from (values ('STATE_BUDGET', '07.3', 60000.00), ('ASSISTANCE_FUND', 'A-1', 15000.00), ('GRANT', 'G-12', 5000.00)) as lines (kind, line, ceiling),
       generate_series(extract(year from current_date)::int - 2, extract(year from current_date)::int + 1) as year;
--rollback delete from himaye.budget_source;
