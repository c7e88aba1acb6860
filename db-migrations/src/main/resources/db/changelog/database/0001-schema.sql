--liquibase formatted sql

--changeset himaye:database-0001-schema
--comment One schema for the application. The login roles may look into it and own nothing.
create schema himaye authorization himaye_owner;
revoke all on schema himaye from public;
grant usage on schema himaye to himaye_app, himaye_log_reader;
--rollback drop schema himaye;
