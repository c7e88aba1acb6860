--liquibase formatted sql

--changeset himaye:organisation-0008-people
--comment An administrator invites people, changes their job and ends it. The identity provider is told afterwards: until then the row says so.
alter table himaye.staff
  add column version integer not null default 0,
  add column account text constraint ck_staff_account check (account ~ '^[a-z][a-z0-9.]{2,31}$'),
  add column invited_at timestamptz,
  add column ended_at timestamptz,
  add column end_reason text,
  add column enrols boolean not null default false,
  add column provider_due timestamptz,
  add constraint ck_staff_end check (not active or ended_at is null),
  add constraint ck_staff_end_reason check ((ended_at is null) = (end_reason is null));
create unique index uq_staff_account on himaye.staff (account);
create index ix_staff_name on himaye.staff (display_name, sub);
create index ix_staff_provider_due on himaye.staff (provider_due) where provider_due is not null;
create index ix_signin_session_last on himaye.signin_session (sub, created desc);
comment on column himaye.staff.account is 'Name at the identity provider; empty for people from before the administration knew it';
comment on column himaye.staff.enrols is 'Has no second factor yet that the job asks for: the job is withheld at the provider until there is one';
comment on column himaye.staff.provider_due is 'Since when the identity provider has to be told; empty when it knows';
grant insert (sub, display_name, role, institution, on_duty, account, invited_at, enrols, provider_due) on himaye.staff to himaye_app;
grant update (version, role, institution, on_duty, active, ended_at, end_reason, enrols, provider_due) on himaye.staff to himaye_app;
alter table himaye.signin_session drop constraint ck_signin_session_end_reason;
alter table himaye.signin_session add constraint ck_signin_session_end_reason
  check (end_reason in ('SIGN_OUT', 'QUICK_EXIT', 'REPLACED', 'PROVIDER', 'ELSEWHERE', 'ADMINISTRATOR'));
--rollback alter table himaye.signin_session drop constraint ck_signin_session_end_reason;
--rollback alter table himaye.signin_session add constraint ck_signin_session_end_reason check (end_reason in ('SIGN_OUT', 'QUICK_EXIT', 'REPLACED', 'PROVIDER', 'ELSEWHERE'));
--rollback drop index himaye.ix_signin_session_last;
--rollback revoke insert on himaye.staff from himaye_app;
--rollback revoke update on himaye.staff from himaye_app;
--rollback alter table himaye.staff drop column version, drop column account, drop column invited_at, drop column ended_at, drop column end_reason, drop column enrols, drop column provider_due;

--changeset himaye:organisation-0008-account-act
--comment What an administrator did to somebody's way in, with the reason: the person is told at the next sign-in. Codes only.
create table himaye.account_act (
  id uuid primary key,
  sub uuid not null constraint fk_account_act_staff references himaye.staff,
  kind text not null constraint ck_account_act_kind check (kind in ('PASSWORD', 'SECOND_FACTOR', 'JOB')),
  reason text,
  by_sub uuid not null constraint fk_account_act_by references himaye.staff,
  at timestamptz not null,
  seen_at timestamptz,
  constraint ck_account_act_not_own check (by_sub <> sub)
);
create index ix_account_act_unseen on himaye.account_act (sub) where seen_at is null;
grant select, insert on himaye.account_act to himaye_app;
grant update (seen_at) on himaye.account_act to himaye_app;
--rollback drop table himaye.account_act;

--changeset himaye:organisation-0008-demo-accounts context:demo
--comment The demo's people have been there before the administration.
update himaye.staff set account = case
  when role = 'ADMINISTRATOR' then 'admin1'
  when role like 'FINANCE%' then replace(lower(display_name), ' ', '.')
  else replace(lower(display_name), ' ', '') end
 where account is null;
--rollback update himaye.staff set account = null;
