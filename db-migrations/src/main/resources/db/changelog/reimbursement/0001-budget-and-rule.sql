--liquibase formatted sql

--changeset himaye:reimbursement-0001-budget-source
--comment One line of a year's money. It can be overdrawn by nobody: committed never above ceiling, paid never above committed (BR-067). A line is added by the administrator's script; the application only commits and pays.
create table himaye.budget_source (
  id uuid primary key,
  version integer not null,
  kind text not null,
  fiscal_year integer not null,
  line text not null,
  ceiling numeric(12, 2) not null,
  committed numeric(12, 2) not null default 0,
  paid numeric(12, 2) not null default 0,
  closed boolean not null default false,
  constraint uq_budget_source_line unique (kind, fiscal_year, line),
  constraint ck_budget_source_kind check (kind in ('STATE_BUDGET', 'ASSISTANCE_FUND', 'GRANT', 'INTERNATIONAL_ORG', 'OTHER_DETERMINED')),
  constraint ck_budget_source_not_negative check (ceiling >= 0 and committed >= 0 and paid >= 0),
  constraint ck_budget_source_committed check (committed <= ceiling),
  constraint ck_budget_source_paid check (paid <= committed)
);
comment on column himaye.budget_source.committed is 'Approved, whether paid yet or not';
grant select on himaye.budget_source to himaye_app;
grant update (version, committed, paid) on himaye.budget_source to himaye_app;
--rollback drop table himaye.budget_source;

--changeset himaye:reimbursement-0001-rule
--comment Who may get what (domain.md 2.8): law as data, changed by adding a row. The amount is the configuration key's value of the day.
create table himaye.reimbursement_rule (
  kind text not null,
  required_status text,
  one_time boolean not null,
  amount_key text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (kind, valid_from),
  constraint ck_reimbursement_rule_period check (valid_to is null or valid_to >= valid_from)
);
grant select on himaye.reimbursement_rule to himaye_app;
insert into himaye.reimbursement_rule (kind, required_status, one_time, amount_key, valid_from, source) values
  ('ONE_TIME_ALLOWANCE', 'IDENTIFIED', true, 'allowance.one_time.azn', '2016-01-01',
   'Trafficking in Persons reports: persons not formally recognised got no one-time allowance; confirm with the ministry');
insert into himaye.configuration (key, value, valid_from, source) values
  ('reimb.approver.ceiling.azn', 5000.00, '2005-01-01', 'design decision: most that one approver decides alone');
--rollback drop table himaye.reimbursement_rule; delete from himaye.configuration where key = 'reimb.approver.ceiling.azn';
