--liquibase formatted sql

--changeset himaye:organisation-0007-second-factor
--comment An export and other acts of weight ask for a second factor of the last minutes; the session remembers when there was one.
alter table himaye.signin_session add column second_factor_at timestamptz;
comment on column himaye.signin_session.second_factor_at is 'When the identity provider last checked a second factor because an act asked for it';
grant update (second_factor_at) on himaye.signin_session to himaye_app;
--rollback alter table himaye.signin_session drop column second_factor_at;
