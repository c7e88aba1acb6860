--liquibase formatted sql

--changeset himaye:shared-0001-configuration
--comment Law as data: lengths and amounts with validity and source (domain.md 2.0). Changed by adding a row, never in code.
create table himaye.configuration (
  key text not null,
  value numeric not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (key, valid_from),
  constraint ck_configuration_period check (valid_to is null or valid_to >= valid_from)
);
grant select on himaye.configuration to himaye_app;
insert into himaye.configuration (key, value, valid_from, source) values
  ('referral.to_identification.hours', 24, '2005-01-01', 'Cabinet decision 21 of 2008 art. 7, as reported by IOM 2016'),
  ('referral.ack.hours', 24, '2005-01-01', 'design decision'),
  ('referral.ack_immediate.hours', 2, '2005-01-01', 'design decision'),
  ('referral.decide.hours', 72, '2005-01-01', 'design decision'),
  ('referral.decide_immediate.hours', 4, '2005-01-01', 'design decision'),
  ('intake.complete.hours', 24, '2005-01-01', 'design decision (BR-042)'),
  ('reflection.days', 30, '2005-01-01', 'Council of Europe Convention art. 13, minimum 30'),
  ('identification.decision.days', 30, '2005-01-01', 'design decision'),
  ('needs.first.working_days', 5, '2005-01-01', 'design decision'),
  ('plan.draft.working_days', 10, '2005-01-01', 'design decision'),
  ('plan.review.working_days', 5, '2005-01-01', 'design decision'),
  ('plan.progress_review.days', 30, '2005-01-01', 'design decision'),
  ('reimb.review.working_days', 5, '2005-01-01', 'design decision'),
  ('reimb.approve.working_days', 5, '2005-01-01', 'design decision'),
  ('reimb.pay.working_days', 15, '2005-01-01', 'design decision'),
  ('consent.default.months', 12, '2005-01-01', 'design decision after VAWA principle'),
  ('consent.disclosure.days', 30, '2005-01-01', 'design decision after VAWA principle'),
  ('consent.referral.days', 90, '2005-01-01', 'design decision after VAWA principle'),
  ('needs.valid.days', 60, '2005-01-01', 'design decision'),
  ('allowance.one_time.azn', 700.00, '2024-01-01', 'press report on the National Coordinator''s report for 2024');
insert into himaye.configuration (key, value, valid_from, valid_to, source) values
  ('allowance.one_time.azn', 400.00, '2016-01-01', '2023-12-31', 'Trafficking in Persons report 2017');
--rollback drop table himaye.configuration;
