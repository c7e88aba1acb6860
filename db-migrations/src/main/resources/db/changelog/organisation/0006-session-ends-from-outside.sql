--liquibase formatted sql

--changeset himaye:organisation-0006-session-ends-from-outside
--comment The identity provider's word is asked for once a minute, and a session can be ended from another place.
alter table himaye.signin_session add column verified_at timestamptz not null default now();
comment on column himaye.signin_session.verified_at is 'When the identity provider last said that the person may still be here';
alter table himaye.signin_session drop constraint ck_signin_session_end_reason;
alter table himaye.signin_session add constraint ck_signin_session_end_reason
  check (end_reason in ('SIGN_OUT', 'QUICK_EXIT', 'REPLACED', 'PROVIDER', 'ELSEWHERE'));
grant update (verified_at, permissions) on himaye.signin_session to himaye_app;
--rollback revoke update (verified_at, permissions) on himaye.signin_session from himaye_app;
--rollback alter table himaye.signin_session drop constraint ck_signin_session_end_reason;
--rollback alter table himaye.signin_session add constraint ck_signin_session_end_reason check (end_reason in ('SIGN_OUT', 'QUICK_EXIT', 'REPLACED'));
--rollback alter table himaye.signin_session drop column verified_at;
